import { describe, expect, it } from 'vitest'
import { changeOf, PART } from '../../src/collect/text.ts'
import { sample } from '../helpers/sample.ts'
import { scanBytes } from '../helpers/scan.ts'

const line = sample('key = "sk_live_{base62:24}"\n', 'text')
const text = `first\n${line}last\n`
const utf16 = (content: string, big = false) => (big ? Buffer.from(content, 'utf16le').swap16() : Buffer.from(content, 'utf16le'))
const utf32 = (content: string, big = false) => {
  const bytes = Buffer.alloc(content.length * 4)
  for (let i = 0; i < content.length; i++)
    big ? bytes.writeUInt32BE(content.charCodeAt(i), i * 4) : bytes.writeUInt32LE(content.charCodeAt(i), i * 4)
  return bytes
}

describe('a token is found, with its line,', () => {
  it.each<[string, Buffer]>([
    ['in UTF-8', Buffer.from(text)],
    ['in UTF-8 with a mark', Buffer.from(`\ufeff${text}`)],
    ['in UTF-16, little end first', utf16(`\ufeff${text}`)],
    ['in UTF-16, big end first', utf16(`\ufeff${text}`, true)],
    ['in UTF-16 without a mark', utf16(text.repeat(3))],
    ['in UTF-16 without a mark, big end first', utf16(text.repeat(3), true)],
    ['in UTF-32', utf32(`\ufeff${text}`)],
    ['in UTF-32, big end first', utf32(`\ufeff${text}`, true)],
    ['in UTF-32 without a mark', utf32(text)],
    ['in UTF-32 without a mark, big end first', utf32(text, true)],
    ['in Latin-1', Buffer.from(`José\n${line}`, 'latin1')],
    ['behind a zero byte', Buffer.from(`a\0b\n${line}`)],
    ['with CR only', Buffer.from(text.replaceAll('\n', '\r'))],
    ['with CR LF', Buffer.from(text.replaceAll('\n', '\r\n'))],
  ])('%s', (_, bytes) => {
    const [verdict] = scanBytes(bytes)
    expect(verdict?.finding.rule).toBe('stripe-secret-key')
    expect(verdict?.finding.line).toBe(2)
  })

  it('behind numbers of four bytes, which are no text', () => {
    const numbers = Buffer.from(Uint32Array.from({ length: 3000 }, (_, i) => 100 + ((i * 7919) % 200)).buffer)
    expect(scanBytes(Buffer.concat([numbers, Buffer.from(line)])).map(({ finding }) => finding.rule)).toEqual(['stripe-secret-key'])
  })

  it('in what is mostly not text', () => {
    const noise = Buffer.from(Array.from({ length: 9000 }, (_, i) => (i * 7919) & 255))
    expect(scanBytes(Buffer.concat([noise, Buffer.from(line), noise])).map(({ finding }) => finding.rule)).toEqual(['stripe-secret-key'])
  })

  it.each([
    ['lines', 'x = compute(alpha)\n', '\n'],
    ['one line', 'x = compute(alpha); ', ' '],
  ])('across the parts of a large file of %s, once', (_, filler, gap) => {
    const bytes = Buffer.alloc(PART + (64 << 10), filler)
    const tokens = Array.from({ length: 530 }, (_, i) => sample('key = "sk_live_{base62:24}"', `part ${i}`))
    tokens.forEach((token, i) => void bytes.write(`${gap}${token}${gap}`, PART + (i - 520) * 61))
    const found = scanBytes(bytes).map(({ finding }) => finding.fingerprint)
    expect(found).toHaveLength(tokens.length)
    expect(new Set(found).size).toBe(tokens.length)
  })
})

describe('a large file', () => {
  it.each([
    ['a.csv', 'id,name,password\n', ','],
    ['a.sql', 'SELECT 1;\nCOPY accounts (id, name, password) FROM stdin;\n', '\t'],
  ])('knows the names of its columns in each part: %s', (path, head, separator) => {
    const row = ['12', 'a name of somebody', ''].join(separator)
    const rows = Math.ceil((PART * 1.2) / (row.length + 1))
    const text = `${head}${`${row}\n`.repeat(rows)}13${separator}bob${separator}${sample('{base62:16}', 'columns')}\n`
    const found = scanBytes(Buffer.from(text), path)
    expect(found.map(({ finding }) => finding.line)).toEqual([head.split('\n').length + rows])
  })

  it('comes in parts that know their lines', () => {
    const bytes = Buffer.from('0123456789abcde\n'.repeat((PART / 16) * 2 + 5))
    const parts = [...changeOf('a', bytes)]
    expect(parts.map(({ named }) => named)).toEqual([true, false, false])
    for (const part of parts.slice(1)) expect(part.line).toBeGreaterThan(1)
    expect(parts.at(-1)?.text.endsWith('abcde\n')).toBe(true)
  })
})

it('of a zip file that is not compressed, only tokens with a format of their own are searched for', () => {
  const found = (head: string) =>
    scanBytes(Buffer.from(`${head}\npassword = "${sample('{base62:14}', 'zip')}"\n${text}`)).map(({ finding }) => finding.rule)
  expect(found('PK\x03\x04\x0a')).toEqual(['stripe-secret-key'])
  expect(found('PK')).toEqual(['generic-password', 'stripe-secret-key'])
})
