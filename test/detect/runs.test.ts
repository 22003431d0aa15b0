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

const same = (bytes: string) => {
  expect(longRuns(Buffer.from(bytes, 'latin1'))).toEqual(plainly(bytes))
}

describe('long runs', () => {
  it('are all that there are', () => {
    fc.assert(
      fc.property(text, (parts) => same(made(parts))),
      { numRuns: 50 },
    )
  })

  it('are the same where there is much to read, wherever its turns meet', () => {
    longRuns(Buffer.alloc(1 << 20))
    fc.assert(fc.property(text, (parts) => same(made(parts))))
    fc.assert(
      fc.property(fc.integer({ min: (1 << 15) - 60, max: (1 << 15) + 20 }), fc.integer({ min: 20, max: 80 }), (before, length) =>
        same(`${' '.repeat(before)}${'a'.repeat(length)}. ${'b'.repeat(70_000)}`),
      ),
    )
    for (let code = 0; code < 256; code++) same(`${'a'.repeat(20)}${String.fromCharCode(code)}${'9'.repeat(20)}`)
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
