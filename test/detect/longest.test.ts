import { describe, expect, it } from 'vitest'
import { longestMatch } from '../../src/detect/longest.ts'

describe('the longest match of a pattern', () => {
  it.each<[RegExp, number]>([
    [/abc/, 3],
    [/a|bcd|ef/, 3],
    [/[a-z]{2,5}x?/, 6],
    [/(?:ab){3}/, 6],
    [/(?<secret>a{4})(?=b{9})(?<!c{9})/, 4],
    [/\bsk_live_[0-9A-Za-z]{24,99}\b/, 107],
    [/\x41\u0042\d\\/, 4],
    [/[\]\\]{3}/, 3],
    [/^a$/, 1],
    [/a+/, Number.POSITIVE_INFINITY],
    [/a*/, Number.POSITIVE_INFINITY],
    [/a{3,}/, Number.POSITIVE_INFINITY],
    [/(a)\1/, Number.POSITIVE_INFINITY],
    [/a{2}?b??/, 3],
  ])('%s: %i', (pattern, length) => expect(longestMatch(pattern)).toBe(length))
})
