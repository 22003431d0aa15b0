import { describe, expect, it } from 'vitest'
import { CONNECTORS } from '../../src/detect/connectors.ts'
import { connectorsAt } from '../../src/detect/joints.ts'

/** How connectors go on behind their first character. */
const REST = [
  '',
  '"',
  '"] = ',
  ']["user"] = "',
  '] = "',
  'equals("',
  'set("v1")',
  'of("v1")',
  'new("v1")',
  'fill("v1")',
  'send_keys("v1")',
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
  ') { return "',
  ', type=str, default="',
  ').fill("',
  '.fill("',
  ' with: "',
  "PIC X(9) VALUE '",
  "text := '",
  ': String by lazy { "',
  ')), "',
  '))), "',
  '].typeText("',
  ') or "',
  ').value = "',
  '.value = "',
  'value = "',
  '\xbc\x9a',
  '\xef\xbc\x9a',
  '\x80\x8c',
  '\xe3\x80\x91',
]

/** How they go on behind blanks, when it is with a letter. */
const LETTERS = [
  'string = "',
  '[]byte = ',
  'char = ',
  'wstring = ',
  'NSString *= ',
  "text := '",
  'As String = ',
  'value = ',
  'Value="',
  'default: ',
  'content="',
  'android:value="',
  'BY "',
  'by "',
  'by lazy { "',
  'is it',
  'was it',
  'ist es',
  'lautet es',
  'est x',
  'es x',
  "PIC X(20) VALUE '",
  "TYPE string VALUE '",
  "type string value '",
  'to "',
  'NVARCHAR(9) = ',
  'VARCHAR2(9) = ',
  'varchar(9) = ',
  'for db1 is x',
  'of the app is x',
  'to db1 is x',
  'word',
]

/** What no name takes with it. */
const BEHIND = Array.from({ length: 256 }, (_, code) => String.fromCharCode(code)).filter((symbol) => !/[\w$-]|[\v\f\xa0]/.test(symbol))

/** What stands before, which some look at. */
const NAME = '$config{name'
const NAMES = [NAME, 'getenv("NAME']

describe('what can stand between a name and its value', () => {
  it.each(CONNECTORS)('begins with one of $begins', ({ begins, form }) => {
    const first = BEHIND.filter((symbol) =>
      NAMES.some((name) =>
        REST.some((rest) => {
          form.lastIndex = name.length
          return form.test(name + symbol + rest)
        }),
      ),
    )
    expect(first.length).toBeGreaterThan(0)
    expect(first.filter((symbol) => !begins.includes(symbol))).toEqual([])
  })

  it.each(CONNECTORS)('goes on behind blanks with one of $after', (connector) => {
    const rests = [...LETTERS, ...BEHIND.flatMap((symbol) => [...REST, ...LETTERS].map((rest) => symbol + rest))]
    for (const text of rests.filter((rest) => rest.trim() !== '').flatMap((rest) => [' ', '\t', '   '].map((blanks) => blanks + rest))) {
      connector.form.lastIndex = NAME.length
      if (connector.form.test(NAME + text)) expect(connectorsAt(NAME + text, NAME.length), JSON.stringify(text)).toContain(connector)
    }
  })
})
