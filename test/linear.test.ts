import { check } from 'recheck'
import { describe, expect, it } from 'vitest'
import { rules } from '../patterns/index.ts'

/** Patterns that rules share are proven once. */
const patterns = [...new Map(rules.flatMap(({ id, pattern }) => (pattern ? [[String(pattern), { id, pattern }] as const] : []))).values()]

/** By the automaton of recheck: a proof, where its fuzzer only looks for a counter-example. */
describe.concurrent('no text takes a pattern more than linear time', () => {
  it.each(patterns)('of $id', { timeout: 60_000 }, async ({ pattern }) => {
    const { status } = await check(pattern.source, pattern.flags, { checker: 'automaton', timeout: 10_000 })
    expect(status).not.toBe('vulnerable')
  })
})
