/**
 * Tokens whose own proof holds, by the name of the proof in src/judge/checksum.ts: `forge('github', 'ghp_', sampler(1))`.
 * Nobody ever issued them. Without a prefix one gets the first that the vendor has.
 */
import { keys } from './forge/keys.ts'
import { microsoft } from './forge/microsoft.ts'
import { shapes } from './forge/shapes.ts'
import { sums } from './forge/sums.ts'
import { wallets } from './forge/wallets.ts'
import type { Sampler } from './sampler.ts'

export type Forge = (prefix: string, random: Sampler) => string

export const forges: Readonly<Record<string, Forge>> = { ...sums, ...microsoft, ...shapes, ...keys, ...wallets }

export function forge(name: string, prefix: string, random: Sampler): string {
  const make = Object.hasOwn(forges, name) ? forges[name] : undefined
  if (!make) throw new Error(`There is no forge ${name}; there are ${Object.keys(forges).join(' ')}`)
  return make(prefix, random)
}
