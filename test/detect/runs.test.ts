import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { holdsRun, LONG, longRuns } from '../../src/detect/runs.ts'

const text = fc.array(
  fc.tuple(fc.constantFrom('a', '9', '_', '/'), fc.integer({ min: 0, max: 60 }), fc.constantFrom(' ', '.', '\n', '\xe9')),
  {
    maxLength: 12,
  },
)
const made = (parts: readonly (readonly [string, number, string])[]) =>
  parts.map(([symbol, times, end]) => symbol.repeat(times) + end).join('')

/** Looked for by a pattern. */
const plainly = (text: string) => [...text.matchAll(/[\w+/-]{24,}/g)].flatMap(({ index, 0: run }) => [index, index + run.length])

describe('long runs', () => {
  it('are all that there are', () => {
    fc.assert(
      fc.property(text, (parts) => {
        expect(longRuns(Buffer.from(made(parts), 'latin1'))).toEqual(plainly(made(parts)))
      }),
    )
  })

  it('lie in a part of the text with so many of their characters', () => {
    const within = fc.tuple(text, fc.integer({ min: LONG, max: 80 }), fc.nat(400), fc.nat(400))
    fc.assert(
      fc.property(within, ([parts, length, from, size]) => {
        const whole = made(parts)
        const [longest = 0] = (whole.slice(from, from + size).match(/[\w+/-]+/g) ?? []).map((run) => run.length).sort((a, b) => b - a)
        expect(holdsRun(plainly(whole), length, from, from + size)).toBe(longest >= length)
      }),
    )
  })
})
