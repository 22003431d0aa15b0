import { describe, expect, it } from 'vitest'
import { holdsCode, isCode } from '../../src/detect/code.ts'
import { scanText } from '../helpers/scan.ts'

describe('bare words in source code', () => {
  it.each([
    ['a name', 'newPassword', ')'],
    ['a member', 'request.body', ','],
    ['a call', 'read_secret()', ';'],
    ['an address', '*token2', ';'],
    ['an entry of a numbered name', 'row2[', '"secret"]'],
    ['a member of a numbered name', 'pkcs12.key', ';'],
    ['a slice of Rust', '&[u16', '],'],
    ['a numbered name', 'privateKeyPem2', ','],
    ['a type', '[]ApiSecret2', ' `json:"secrets"`'],
    ['a list', '[1,{a:_2', ',b:_2}]'],
    ['a number in an expression', '18&&e.token!==20', ')'],
    ['a call of what is imported', '(0,acme.secret)', '("a")'],
    ['a list of calls', '[read_secret(x', ' for x in all]'],
    ['a member behind an arrow', 'old2-', '>secret;'],
    ['a name with a digit', 'v5creds', ';'],
    ['a cast', '(char2', ' *) secret;'],
    ['a number of Pascal', '$8001013C', ';'],
    ['a name that begins with a line', '_gost28147_set_key_tc26z', ','],
    ['a chain of calls', 'v3_1.z', '\n        .string()\n        .min(8)'],
  ])('%s is code', (_, value, after) => expect(isCode(value + after, value.length, value)).toBe(true))

  it.each([
    ['a password of a comment', 'Lisboa!1976', ' */'],
    ['a password in a bracket', '(berlinMaple25', ';'],
    ['a password that ends in a bracket', 'Otter86[', ';'],
    ['a token', 'k9Xw2LmQ7r', '\n.gitignore'],
  ])('%s is a value', (_, value, after) => expect(isCode(value + after, value.length, value)).toBe(false))

  it('a word behind a question mark and a colon is code', () => {
    const found = (path: string, text: string) => scanText(text, path).length
    expect(found('a.d.ts', 'Password?: XmlStringMaxLen256x;')).toBe(0)
    expect(found('a.txt', 'Password: XmlStringMaxLen256x;')).toBe(1)
  })

  it('a number that equals without conversion is code', () => {
    expect(isCode('token===107)', 11, '107')).toBe(true)
    expect(isCode('pin === 48213907)', 16, '48213907')).toBe(false)
    expect(isCode('token == 1077936157)', 19, '1077936157')).toBe(false)
  })

  it('a source map has code in its strings', () => expect(['a.js.map', 'a.json'].map(holdsCode)).toEqual([true, false]))

  it('a source map has names in a list', () => {
    const names = '"names":["encryptWithSecret","Kt7-CIPHER9"]'
    const code = '"sourcesContent":["f(\\"secret\\",\\"Kt7-CIPHER9\\")"]'
    expect([scanText(names, 'a.js.map'), scanText(names, 'a.json'), scanText(code, 'a.js.map')].map((found) => found.length)).toEqual([
      0, 1, 1,
    ])
  })
})
