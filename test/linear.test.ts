import { check } from 'recheck'
import { describe, expect, it } from 'vitest'
import { rules } from '../patterns/index.ts'
import { changeOf } from '../src/collect/text.ts'
import { Book } from '../src/detect/book.ts'
import { candidates } from '../src/detect/candidates.ts'
import { compileBook } from '../src/detect/rules.ts'
import { FORMATS } from '../src/report/formats.ts'
import { style } from '../src/report/style.ts'
import { terminal } from '../src/report/terminal.ts'
import type { Rule, Verdict } from '../src/types.ts'
import { against, pathOf, repeated, STAGES } from './helpers/hostile.ts'
import { MADE } from './helpers/reports.ts'
import { scanBytes, scanText } from './helpers/scan.ts'

/** Patterns that rules share are proven once. */
const patterns = [...new Map(rules.flatMap(({ id, pattern }) => (pattern ? [[String(pattern), { id, pattern }] as const] : []))).values()]

/**
 * By the automaton of recheck, a proof where it comes to an end. What it cannot tell (a lookbehind, too many states, too little time) is
 * held by the counting below alone.
 */
describe.concurrent('no text is known that takes a pattern more than linear time', () => {
  it.each(patterns)('of $id', { timeout: 60_000 }, async ({ pattern }) => {
    const { status } = await check(pattern.source, pattern.flags, { checker: 'automaton', timeout: 10_000 })
    expect(status).not.toBe('vulnerable')
  })
})

const MB = 1 << 20

/** A book of one rule that counts the characters which its pattern is given to read. */
class Counting extends Book {
  read = 0

  constructor(rule: Rule) {
    super([rule], compileBook([rule]))
  }

  override pattern(rule: number): RegExp {
    const pattern = super.pattern(rule)
    const exec = (text: string) => {
      const from = pattern.lastIndex
      const match = RegExp.prototype.exec.call(pattern, text)
      this.read += (match ? pattern.lastIndex : text.length) - from
      return match
    }
    return Object.defineProperty(pattern, 'exec', { value: exec, configurable: true })
  }
}

/** Each text is read as it is and without escaped line ends, and so is what is decoded of it, to a depth of three. */
const TIMES = 16

describe('a line of 1 MB', () => {
  it.each(rules)('against $id is read a few times, whatever stands in it', (rule) => {
    const book = new Counting(rule)
    for (const change of changeOf(pathOf(rule), Buffer.from(against(rule, MB), 'latin1'))) candidates(change, book)
    expect(book.read).toBeLessThan(TIMES * MB)
  })

  it.each(Object.entries(STAGES))('of %s is scanned to its end', { timeout: 60_000 }, (_, piece) => {
    expect(scanText(repeated(piece, MB)).length).toBeLessThan(MB)
  })

  it.each<[string, Uint8Array]>([
    ['UTF-16', Buffer.from(repeated(`${STAGES['many findings']}é`, MB / 2), 'utf16le')],
    ['zeros', new Uint8Array(MB)],
    ['every other zero', Uint8Array.from({ length: MB }, (_, i) => (i & 1) * 65)],
    ['UTF-32 that is none', Uint8Array.from({ length: MB }, (_, i) => [0xff, 0xfe, 0, 0][i] ?? 255)],
    ['line ends', Buffer.from(repeated('\r\n\r', MB))],
  ])('in %s is decoded to its end', { timeout: 60_000 }, (_, bytes) => {
    expect(scanBytes(bytes).length).toBeLessThan(MB)
  })
})

describe('a report of 1 MB', () => {
  const verdicts = scanText(repeated(STAGES['symbols of reports'] ?? '', MB / 4))
  const [verdict] = verdicts
  const long = (text: string): Verdict[] =>
    verdict ? [{ ...verdict, reason: text, finding: { ...verdict.finding, path: text, title: text } }] : []
  const reports = [
    verdicts,
    ...['`', '|', '<', '&', '"', '\x1b[31m', '\u2028', 'a '].map((symbol) => long(repeated(`${symbol}a`, MB))),
  ].map((all) => ({ verdicts: all, coverage: [], unread: 'block' as const, notes: [], ms: 0 }))
  const words = { happened: 'in these files', list: 'npx leakgate audit', rows: Number.POSITIVE_INFINITY }

  it.each(Object.entries(FORMATS))('as %s is written to its end', { timeout: 60_000 }, (_, format) => {
    for (const report of reports) expect(format(report, MADE).length).toBeGreaterThan(0)
  })

  it('on a terminal is written to its end', { timeout: 60_000 }, () => {
    for (const report of reports) expect(terminal(report, style(true, 80), words).length).toBeGreaterThan(0)
  })
})
