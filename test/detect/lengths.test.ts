import { describe, expect, it } from 'vitest'
import { rules } from '../../patterns/index.ts'
import { matchLengths } from '../../src/detect/lengths.ts'
import { placed, sample } from '../helpers/sample.ts'

describe('the shortest and the longest match of a pattern, the longest run of a token’s characters that each has, how far it sees', () => {
  it.each<[RegExp, number, number, number, number?]>([
    [/abc/, 3, 3, 3],
    [/a|bcd|ef/, 1, 3, 1],
    [/[a-z]{2,5}x?/, 2, 6, 2],
    [/(?:ab){3}/, 6, 6, 6],
    [/(?<secret>a{4})(?=b{9})(?<!c{9})/, 4, 4, 4, 9],
    [/(?<=c{9}d{2,4}(?<!e{5}))a{4}/, 4, 4, 4, 13],
    [/(?<=(?<!e{30})c{9})a/, 1, 1, 1, 39],
    [/a{4}(?<!c{9})/, 4, 4, 4, 5],
    [/(?=(?<=a{20})b)c/, 1, 1, 1, 20],
    [/(?<=a(?=b{20}))c/, 1, 1, 1, 19],
    [/(?=b{9})a{4}|(?!c{3})a/, 1, 4, 1, 5],
    [/(?<user>a{3}):(?!\k<user>;)/, 4, 4, 3, 4],
    [/(?!a*b)a/, 1, 1, 1, Number.POSITIVE_INFINITY],
    [/\bsk_live_[0-9A-Za-z]{24,99}\b/, 32, 107, 32, 1],
    [/\x41\u0042\d\\/, 4, 4, 3],
    [/[\]\\]{3}/, 3, 3, 0],
    [/^a$/, 1, 1, 1, 1],
    [/a+/, 1, Number.POSITIVE_INFINITY, 1],
    [/a*/, 0, Number.POSITIVE_INFINITY, 0],
    [/a{3,}/, 3, Number.POSITIVE_INFINITY, 3],
    [/(a)\1/, 1, 2, 1],
    [/(?:(?<x>a{2})|b)\k<x>/, 1, 4, 1],
    [/a{2}?b??/, 2, 3, 2],
    [/(?:a|)b/, 1, 2, 1],
    [/a{3}\.b{5}:c/, 11, 11, 5],
    [/a{3}(?:\.|_)?b{5}/, 8, 9, 5],
    [/(?:a{3}\.b{4}){2}c{2}/, 18, 18, 7],
    [/(?:a{3}\.b{4}|c{9})d{2}/, 10, 11, 6],
    [/.{9}[^a]{9}[\w.]{9}a/, 28, 28, 1],
    [/\p{L}{9}[a-z]{3}/iu, 12, 12, 3],
  ])('%s: %i to %i, %i', (pattern, least, most, run, beyond = 0) => expect(matchLengths(pattern)).toEqual({ least, most, run, beyond }))

  it('no match has a shorter one', () => {
    for (const { id, pattern, catches } of rules)
      for (const [i, example] of catches.entries()) {
        const match = pattern?.exec(sample(placed(example).text, `${id} ${i}`))?.[0] ?? ''
        const longest = Math.max(0, ...(match.match(/[\w+/-]+/g) ?? []).map((run) => run.length))
        expect(longest, id).toBeGreaterThanOrEqual(match === '' || !pattern ? 0 : matchLengths(pattern).run)
      }
  })
})
