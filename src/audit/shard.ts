/** `--shard 3/16`: a share that is the same wherever it is computed. */
import { createHash } from 'node:crypto'
import { UserError } from '../errors.ts'
import type { Shard } from '../types.ts'
import type { Unit } from '../unit.ts'

/** `audit`: the options that define its scope. */
export function shardIn(text: string | undefined, audit: string): Shard | undefined {
  if (text === undefined) return undefined
  const [, part = '', of = ''] = /^(\d+)\/(\d+)$/.exec(text) ?? []
  if (!(Number(part) >= 1 && Number(part) <= Number(of)))
    throw new UserError(2, `--shard needs a part and the number of parts, not ${text}.`, 'Example: --shard 3/16')
  return { part: Number(part), of: Number(of), audit }
}

/** By the object's id, or the hash of a path or text: evenly distributed. */
export function* share(units: Iterable<Unit>, { part, of }: Shard): Generator<Unit> {
  for (const unit of units) if (number(unit) % of === part - 1) yield unit
}

function number({ kind, id, paths }: Unit): number {
  const named = kind === 'file' ? (paths[0] ?? '') : id
  const hex = kind === 'file' || kind === 'text' ? createHash('sha256').update(named).digest('hex') : id
  return Number.parseInt(hex.slice(0, 8), 16)
}
