import { describe, expect, it } from 'vitest'
import { CONNECTORS } from '../../src/detect/connectors.ts'

/** How connectors go on behind their first character. */
const REST = [
  '',
  '"',
  '"] = ',
  '] = "',
  'equals("',
  '" => ',
  ' = ',
  '= ',
  ': String = ',
  '>',
  '">',
  '("',
  ', "',
  '"',
  ' BY "',
  ' | x',
  'is ',
  ' is ',
  ' value="',
  '"value": ',
  ', value: ',
  ' string = ',
  '{ get; set; } = ',
  ' { get; set; } = ',
  ' {\n  default = ',
  '\n  default = ',
  '  - ',
  '\n  - ',
  'by lazy { "',
]

/** What no name takes with it. */
const BEHIND = Array.from({ length: 256 }, (_, code) => String.fromCharCode(code)).filter((symbol) => !/[\w$-]|[\v\f\xa0]/.test(symbol))

describe('what can stand between a name and its value', () => {
  it.each(CONNECTORS)('begins with one of $begins', ({ begins, form }) => {
    const first = BEHIND.filter((symbol) =>
      REST.some((rest) => {
        form.lastIndex = 0
        return form.test(symbol + rest)
      }),
    )
    expect(first.length).toBeGreaterThan(0)
    expect(first.filter((symbol) => !begins.includes(symbol))).toEqual([])
  })
})
