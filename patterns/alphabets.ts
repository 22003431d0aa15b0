/** The alphabets of examples: `{base62:24}` stands for 24 letters of one, so that nothing looks like a secret where it is written. */

const upper = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const lower = upper.toLowerCase()
const digits = '0123456789'

export const alphabets = {
  digits,
  upper,
  lower,
  hex: `${digits}abcdef`,
  HEX: `${digits}ABCDEF`,
  alnum: digits + lower,
  ALNUM: digits + upper,
  base32: `${upper}234567`,
  base58: '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz',
  base62: digits + upper + lower,
  base64: `${upper}${lower}${digits}+/`,
  base64url: `${upper}${lower}${digits}-_`,
} as const
