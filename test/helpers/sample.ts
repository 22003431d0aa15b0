/**
 * Fills in the fields of an example, so that no secret-shaped text stands in the repository. A field may stand in another one:
 *
 *   {base62:24} {hex:32} …      so many letters of an alphabet of patterns/alphabets.ts
 *   {from:abc:12}               of any alphabet
 *   {uuid}
 *   {as:base64:user:{hex:8}}    the rest, encoded: base64 base64url hex percent json (as inside a JSON string)
 *   {forged:github:ghp_}        a token whose own proof holds: forge.ts
 *   {jwt} {jwt:expired} {jwt:anon} {jwt:service}
 *   {pem:rsa} …                 a private key: forge/pem.ts
 *
 * A brace that opens no field stays as it is.
 */

import { alphabets } from '../../patterns/alphabets.ts'
import type { Example } from '../../patterns/rule.ts'
import { jwt } from './forge/jwt.ts'
import { pem } from './forge/pem.ts'
import { forge } from './forge.ts'
import { type Sampler, sampler } from './sampler.ts'

export { sampler }

/** An example, and where it lies. */
export const placed = (example: Example) => (typeof example === 'string' ? { path: 'settings.txt', text: example } : example)

export function sample(example: string, seed: string | number): string {
  return filled(example, sampler(seed))
}

const encodings: Readonly<Record<string, (text: string) => string>> = {
  base64: (text) => Buffer.from(text).toString('base64'),
  base64url: (text) => Buffer.from(text).toString('base64url'),
  hex: (text) => Buffer.from(text).toString('hex'),
  percent: (text) => encodeURIComponent(text),
  json: (text) => JSON.stringify(text).slice(1, -1),
}

function filled(example: string, random: Sampler): string {
  let text = ''
  let at = 0
  while (at < example.length) {
    const field = fieldAt(example, at)
    text += field === undefined ? example.charAt(at) : (value(field, random) ?? `{${field}}`)
    at += field === undefined ? 1 : field.length + 2
  }
  return text
}

/** What stands between the brace here and its twin. */
function fieldAt(example: string, at: number): string | undefined {
  if (!/^\{(?:\w+:|uuid\}|jwt\})/.test(example.slice(at, at + 20))) return undefined
  let depth = 0
  for (let end = at; end < example.length; end++) {
    if (example[end] === '{') depth++
    if (example[end] === '}') depth--
    if (depth === 0) return known(example.slice(at + 1, end))
  }
  return undefined
}

function known(field: string): string | undefined {
  const counted = /^(\w+):\d+$/.exec(field)
  if (counted) return Object.hasOwn(alphabets, counted[1] ?? '') ? field : undefined
  return /^(?:uuid$|jwt$|(?:jwt|pem|from|as|forged):)/.test(field) ? field : undefined
}

function value(field: string, random: Sampler): string | undefined {
  const [kind = '', first = ''] = field.split(':')
  const rest = field.slice(kind.length + first.length + 2)
  if (kind === 'uuid') return uuid(random)
  if (kind === 'jwt') return jwt(first, random)
  if (kind === 'pem') return pem(first, random)
  if (kind === 'forged') return forge(first, filled(rest, random), random)
  if (kind === 'as') return encoded(first, filled(rest, random))
  if (kind === 'from') return random.text(field.slice(5, field.lastIndexOf(':')), Number(field.slice(field.lastIndexOf(':') + 1)))
  const alphabet = Object.entries(alphabets).find(([name]) => name === kind)?.[1]
  return alphabet && random.text(alphabet, Number(first))
}

function encoded(encoding: string, text: string): string {
  const encode = encodings[encoding]
  if (!encode) throw new Error(`There is no encoding ${encoding}; there are ${Object.keys(encodings).join(', ')}`)
  return encode(text)
}

/** Version 4. */
function uuid(random: Sampler): string {
  const hex = (length: number) => random.text(alphabets.hex, length)
  return `${hex(8)}-${hex(4)}-4${hex(3)}-${random.text('89ab', 1)}${hex(3)}-${hex(12)}`
}
