import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { areas } from '../src/near.ts'

const REACH = 20

const version = (text: string) => ({ text, bytes: Buffer.from(text, 'latin1') })

const lines = fc.array(
  fc.constantFrom('}', '', 'short', 'const value = one(two, three)', 'a line that tells where it is', 'return', 'x'.repeat(30)),
  {
    maxLength: 40,
  },
)

const edited = lines.chain((before) =>
  fc.tuple(
    fc.constant(before),
    fc.array(fc.record({ at: fc.nat(40), gone: fc.nat(3), come: fc.array(fc.string({ maxLength: 30 }), { maxLength: 3 }) }), {
      maxLength: 4,
    }),
  ),
)

describe('what differs between two versions, with what is near', () => {
  it('holds whatever reaches no farther and is not in the older one', () => {
    fc.assert(
      fc.property(edited, ([before, edits]) => {
        const after = [...before]
        for (const { at, gone, come } of edits)
          after.splice(at, gone, ...come.map((line) => Buffer.from(line, 'latin1').toString('latin1')))
        const [older, newer] = [before.join('\n'), after.join('\n')]
        const spans = areas(version(older), version(newer), REACH)
        for (let start = 0; start + REACH <= newer.length; start++) {
          const inside = spans.some(([from, to]) => from <= start && start + REACH <= to)
          if (!inside) expect(older).toContain(newer.slice(start, start + REACH))
        }
      }),
      { numRuns: 500 },
    )
  })

  it.each([
    ['nothing, of the same text', 'a\nb\n', 'a\nb\n', []],
    ['all, of another text', 'a\nb\n', 'cd', [[0, 2]]],
    [
      'the place where lines are gone',
      `${'one line\n'.repeat(50)}gone\n${'other line\n'.repeat(50)}`,
      `${'one line\n'.repeat(50)}${'other line\n'.repeat(50)}`,
      [[423, 483]],
    ],
  ])('is %s', (_, older, newer, spans) => {
    expect(areas(version(older), version(newer), REACH)).toEqual(spans)
  })
})
