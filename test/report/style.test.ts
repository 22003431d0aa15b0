import { describe, expect, it } from 'vitest'
import { around, middle, padded, wrapped } from '../../src/report/style.ts'

describe('columns of a terminal', () => {
  it.each<[string, number, string]>([
    ['src/billing.ts', 20, 'src/billing.ts'],
    ['src/a-long-name.ts', 10, 'src…ame.ts'],
    ['日本語日本語.txt', 16, '日本語日本語.txt'],
    ['日本語日本語.txt', 13, '日本…本語.txt'],
    ['日本語日本語.txt', 12, '日 …本語.txt'],
    ['😀😀😀😀😀.txt', 12, '😀 …😀😀.txt'],
  ])('%s has its middle cut out for %i', (text, width, expected) => expect(middle(text, width)).toBe(expected))

  it('are filled up behind wide characters', () => expect(padded('日本', 6)).toBe('日本  '))

  it('wrap wide words', () => expect(wrapped('日本 語 日本語', 7)).toEqual(['日本 語', '日本語']))

  it.each<[string, readonly [number, number], number, string, readonly [number, number]]>([
    ['key = 1', [6, 7], 20, 'key = 1', [6, 7]],
    ['日本 = 1', [5, 6], 20, '日本 = 1', [7, 8]],
    ['日本語日本語 = 12345 // 日本語日本語', [9, 14], 13, '…= 12345 // …', [3, 8]],
    ['日本語日本語 = 12345 日本語日本語', [9, 14], 17, '…  = 12345 日本 …', [5, 10]],
    ['日本語日本語 = 12345 日本語日本語', [9, 14], 18, '…  = 12345 日本語…', [5, 10]],
  ])('%s is cut around its mark', (text, mark, width, expected, at) => {
    const shown = around(text, mark, width)
    expect(shown).toEqual({ text: expected, mark: at })
  })
})
