import { describe, expect, it } from 'vitest'
import { isCode } from '../../src/detect/code.ts'

describe('bare words in source code', () => {
  it.each([
    ['a name', 'newPassword', ')'],
    ['a member', 'request.body', ','],
    ['a call', 'read_secret()', ';'],
    ['an address', '*token2', ';'],
    ['a chain of calls', 'v3_1.z', '\n        .string()\n        .min(8)'],
  ])('%s is code', (_, value, after) => expect(isCode(value + after, value.length, value)).toBe(true))

  it.each([
    ['a password of a comment', 'Lisboa!1976', ' */'],
    ['a token', 'k9Xw2LmQ7r', '\n.gitignore'],
  ])('%s is a value', (_, value, after) => expect(isCode(value + after, value.length, value)).toBe(false))
})
