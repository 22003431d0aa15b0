/** Where a finding stands, and its line as a person may see it. */
import type { Candidate } from '../types.ts'
import { DOTS, type Hidden, hide, utf8, visible } from './mask.ts'

/** So many characters are shown before a finding, and behind it. */
const AROUND = 60
/** So many of the secrets that lie in one span are looked for beside it. */
const MOST = 20

/** Behind the quote that ends a value: another text that the value goes on with, for whoever reads doubled quotes or joins literals. */
const GOES_ON = /^(?:\\?["'`]|\s{0,8}(?:[+&~^]|\.{1,2}|\|\||<>)\s{0,8}\S|\s{1,8}[bBfFrRuUL]{0,2}\\?["'`])/

/** A value of no shape may go on where another reader ends it: with blanks, doubled quotes, joined literals. Then the rest of the line is hidden. */
function hideRest(candidate: Candidate, text: string): Hidden {
  const own = hide(candidate)
  const { rule, context } = candidate
  if (!rule.assigned && rule.checksum !== 'url-password' && rule.randomness !== 0) return own
  const line = /[^\r\n]{0,200}/y
  line.lastIndex = own.end
  const rest = line.exec(text)?.[0] ?? ''
  if (context.decoded) return { ...own, end: own.end + rest.search(/\s|$/) } // what is encoded has no blanks
  const isOpen = context.syntax === 'bare' || context.syntax === 'prose'
  const isRow = context.operator === '|' || /^[ \t>]*\|/.test(lineBefore(text, own.start))
  const ends = isOpen ? (isRow ? /^\s{0,8}(?:$|\|)/ : /^\s*$/).test(rest) : !goesOn(text, own, rest)
  return ends ? own : { ...own, end: own.end + rest.length }
}

/** What stands before an offset in its line, at most 400 characters. */
const lineBefore = (text: string, offset: number) =>
  text
    .slice(Math.max(0, offset - 400), offset)
    .split(/[\r\n]/)
    .at(-1) ?? ''

/** Does the value, which ends where the rest of its line begins, go on in it? */
function goesOn(text: string, { start, end }: Hidden, rest: string): boolean {
  const quote = /["'`]/.exec(text[start - 1] ?? '')?.[0]
  if (quote) return !rest.startsWith(quote) || GOES_ON.test(rest.slice(1))
  if (!/^\s+\S/.test(rest)) return false
  const before = lineBefore(text, start)
  return text[end - 1] === '\\' || ['"', "'"].some((one) => before.split(one).length % 2 === 0) // a blank that is escaped, or within quotes
}

export interface Place {
  readonly line: number
  readonly endLine: number
  readonly column: number
  readonly excerpt: { readonly text: string; readonly mark: readonly [number, number] }
}

/** Line numbers of a text: `\n`, `\r\n` and a lone `\r` end a line. Asked for offsets in rising order, it reads the text once. */
export class Lines {
  readonly #text: string
  readonly #first: number
  #line: number
  #start = 0
  /** Where the next line starts. */
  #next: number

  constructor(text: string, first: number) {
    this.#text = text
    this.#first = first
    this.#line = first
    this.#next = this.#behind(0)
  }

  /** The number of the line in which the offset stands, and where that line starts. */
  at(offset: number): { readonly line: number; readonly start: number } {
    if (offset < this.#start) {
      this.#line = this.#first
      this.#start = 0
      this.#next = this.#behind(0)
    }
    while (this.#next <= offset) {
      this.#line++
      this.#start = this.#next
      this.#next = this.#behind(this.#next)
    }
    return { line: this.#line, start: this.#start }
  }

  /** Behind the next end of a line. */
  #behind(offset: number): number {
    END.lastIndex = offset
    return END.test(this.#text) ? END.lastIndex : Number.POSITIVE_INFINITY
  }
}

/** In UTF-16, too. */
const END = /\n|\r(?!\0?\n)/g

/** What no excerpt may show, in the order of the text: of secrets that overlap, all that they cover. */
export function covered(candidates: readonly Candidate[], text: string): Hidden[] {
  const spans: Hidden[] = []
  for (const one of candidates.map((candidate) => hideRest(candidate, text)).sort((a, b) => a.start - b.start)) {
    const last = spans.at(-1)
    if (one.masked === '') continue
    if (last && one.start < last.end)
      spans[spans.length - 1] = { ...last, end: Math.max(last.end, one.end), secrets: [...last.secrets, ...one.secrets].slice(0, MOST) }
    else spans.push(one)
  }
  return spans
}

/** Where a finding stands, and its line as a person may see it: long lines cut, all that is `hidden` masked. */
export function place(text: string, lines: Lines, own: Hidden, hidden: readonly Hidden[]): Place {
  const { line, start } = lines.at(own.start)
  const from = Math.max(start, own.start - AROUND)
  const to = lineEnd(text, own.start, own.end + AROUND)
  const spans = hidden.slice(firstBehind(hidden, from), firstBehind(hidden, to) + 1)
  const left = (from > start ? '…' : '') + shownPart(text, from, own.start, spans)
  const marked = left + (own.masked || shownPart(text, own.start, Math.min(own.end, to), spans))
  const behind = Math.max(own.end, ...spans.flatMap((one) => (one.start < own.end && own.masked ? [one.end] : [])))
  const cut = to === own.end + AROUND && to < text.length
  return {
    line,
    endLine: lines.at(Math.max(own.start, own.end - 1)).line,
    column: column(text, start, own.start),
    excerpt: { text: marked + shownPart(text, behind, to, spans) + (cut ? '…' : ''), mark: [left.length, marked.length] },
  }
}

/** The first of the spans that ends behind the offset. */
function firstBehind(spans: readonly Hidden[], offset: number): number {
  let [low, high] = [0, spans.length]
  while (low < high) {
    const half = (low + high) >> 1
    if ((spans[half]?.end ?? 0) > offset) high = half
    else low = half + 1
  }
  return low
}

function shownPart(text: string, from: number, to: number, spans: readonly Hidden[]): string {
  let shown = ''
  let at = from
  for (const span of spans) {
    if (span.start >= to) break
    if (span.end <= at) continue
    shown += once(text.slice(at, Math.max(at, span.start)), spans) + span.masked
    at = span.end
  }
  return at < to ? shown + once(text.slice(at, to), spans) : shown
}

/** Between the spans: what they hide may stand there again. */
const once = (piece: string, spans: readonly Hidden[]) =>
  visible(spans.flatMap(({ secrets }) => secrets).reduce((text, secret) => text.replaceAll(secret, DOTS), piece))

/** The end of the line in which `offset` stands, at most `limit`. */
function lineEnd(text: string, offset: number, limit: number): number {
  const end = Math.min(limit, text.length)
  for (let i = offset; i < end; i++) {
    const code = text.charCodeAt(i)
    if (code === 10 || code === 13) return i
  }
  return end
}

/** Characters, not bytes, before the offset, from 1; bytes in a line so long that to count would take its time. */
function column(text: string, start: number, offset: number): number {
  return offset - start > 10_000 ? offset - start + 1 : [...utf8(text.slice(start, offset))].length + 1
}
