/** A table of values that are no secrets, and its other half: each ground on which a value is spared is met by a row. */
import { expect, it } from 'vitest'
import { type Ground, holds } from '../../src/judge/ground.ts'
import { harmless } from '../../src/judge/harmless.ts'
import type { Context } from '../../src/types.ts'
import { sample } from '../helpers/sample.ts'

/** What it is, where it stands, and the value; a drawn one if it does not matter. */
export type Row = [what: string, context: Context, value?: string]

export const DRAWN = sample('{base62:24}', 'harmless')

export const latin1 = (text: string) => Buffer.from(text).toString('latin1')

export function areSpared(rows: readonly Row[], grounds: readonly Ground[] = []): void {
  it.each(rows)('%s is no secret', (_, context, value = DRAWN) => {
    expect(harmless(value, context)).toBeDefined()
  })

  it.each(grounds.flatMap(forms))('a row is spared as %s', (_, ground) => {
    expect(rows.some(([, context, value = DRAWN]) => holds(ground, value, context))).toBe(true)
  })
}

/** Each form of a ground by itself: it is there for a value that no other one meets. */
function forms([why, shown]: Ground): [why: string, ground: Ground][] {
  if (typeof shown === 'function') return [[why, [why, shown]]]
  return [shown].flat().map((form) => [`${why}, ${form.source}`, [why, form]])
}
