import { describe, expect, it } from 'vitest'
import { matchLengths } from '../../src/detect/lengths.ts'

describe('the shortest and the longest match of a pattern', () => {
  it.each<[RegExp, number, number]>([
    [/abc/, 3, 3],
    [/a|bcd|ef/, 1, 3],
    [/[a-z]{2,5}x?/, 2, 6],
    [/(?:ab){3}/, 6, 6],
    [/(?<secret>a{4})(?=b{9})(?<!c{9})/, 4, 4],
    [/\bsk_live_[0-9A-Za-z]{24,99}\b/, 32, 107],
    [/\x41\u0042\d\\/, 4, 4],
    [/[\]\\]{3}/, 3, 3],
    [/^a$/, 1, 1],
    [/a+/, 1, Number.POSITIVE_INFINITY],
    [/a*/, 0, Number.POSITIVE_INFINITY],
    [/a{3,}/, 3, Number.POSITIVE_INFINITY],
    [/(a)\1/, 1, Number.POSITIVE_INFINITY],
    [/a{2}?b??/, 2, 3],
    [/(?:a|)b/, 1, 2],
  ])('%s: %i to %i', (pattern, least, most) => expect(matchLengths(pattern)).toEqual({ least, most }))
})
