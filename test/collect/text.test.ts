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
    ['in Latin-1', Buffer.from(`José\n${line}`, 'latin1')],
    ['behind a zero byte', Buffer.from(`a\0b\n${line}`)],
    ['with CR only', Buffer.from(text.replaceAll('\n', '\r'))],
    ['with CR LF', Buffer.from(text.replaceAll('\n', '\r\n'))],
  ])('%s', (_, bytes) => {
    const [verdict] = scanBytes(bytes)
    expect(verdict?.finding.rule).toBe('stripe-secret-key')
    expect(verdict?.finding.line).toBe(2)
  })

  it('in what is mostly not text', () => {
    const noise = Buffer.from(Array.from({ length: 9000 }, (_, i) => (i * 7919) & 255))
    expect(scanBytes(Buffer.concat([noise, Buffer.from(line), noise])).map(({ finding }) => finding.rule)).toEqual(['stripe-secret-key'])
  })

  it('across the parts of a large file, once', () => {
    const filler = Buffer.from('x = compute(alpha)\n'.repeat(Math.ceil(PART / 19) + 10)).subarray(0, PART - 20)
    const found = scanBytes(Buffer.concat([filler, Buffer.from(`\n${line}end\n`)]))
    expect(new Set(found.map(({ finding }) => `${finding.rule} ${finding.line}`)).size).toBe(1)
  })
})

describe('a large file', () => {
  it('comes in parts that know their lines', () => {
    const bytes = Buffer.from('0123456789abcde\n'.repeat((PART / 16) * 2 + 5))
    const parts = [...changeOf('a', bytes)]
    expect(parts.map(({ continued }) => continued)).toEqual([false, true, true])
    for (const part of parts.slice(1)) expect(part.line).toBeGreaterThan(1)
    expect(parts.at(-1)?.text.endsWith('abcde\n')).toBe(true)
  })
})
