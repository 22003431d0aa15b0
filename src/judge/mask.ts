/** What of a secret may be seen, and the line that it stands on. */
import type { Candidate } from '../types.ts'

const DOTS = '••••••••'
/** From this length on, the last four characters may be shown: they help to find the token in a list, and are no help to guess it. */
const LONG = 24
const AROUND = 60

/** A public prefix, dots, and for long tokens the last four characters. */
function masked(secret: string, prefix: string): string {
  const line = secret.split(/[\r\n]/, 1)[0] ?? ''
  if (line.startsWith('-----BEGIN ')) return `${/^-----BEGIN [A-Z0-9 ]{1,40}-----/.exec(line)?.[0] ?? '-----BEGIN'} ${DOTS}`
  const body = secret.length - prefix.length
  return `${prefix}${DOTS}${body >= LONG && line.length === secret.length ? secret.slice(-4) : ''}`
}

/** The longest of the literals with which the secret begins, as it stands there: a fixed part that every such token has. */
export function publicPrefix(secret: string, literals: readonly string[]): string {
  const lower = secret.slice(0, 40).toLowerCase()
  const fixed = literals.filter((literal) => lower.startsWith(literal.toLowerCase()) && literal.length < secret.length)
  return secret.slice(0, Math.max(0, ...fixed.map((literal) => literal.length)))
}

/** A span of the text, and what is shown in its place. */
export interface Hidden {
  readonly start: number
  readonly end: number
  readonly masked: string
  /** What is hidden, and nobody may read in the same line either. */
  readonly secrets: readonly string[]
}

export function hide({ rule, start, end, secret }: Candidate): Hidden {
  const prefix = publicPrefix(secret, rule.literals ?? [])
  const body = secret.slice(prefix.length)
  return {
    start,
    end,
    masked: secret === '' ? '' : masked(secret, prefix),
    secrets: [secret, body].filter(({ length }) => length >= TELLING),
  }
}

/** What is shorter stands in many a word. */
const TELLING = 5
/** So many of the secrets that lie in one span are looked for beside it. */
const MOST = 20

/** Where a bare value ends hangs on who reads it: what stands behind it without a blank, and in YAML the rest of the line, may belong to it. */
function hideRest(candidate: Candidate, text: string): Hidden {
  const own = hide(candidate)
  if (candidate.context.syntax !== 'bare') return own
  const rest = /\.ya?ml$/i.test(candidate.path) ? /[^\r\n]{0,200}/y : /\S{0,200}/y
  rest.lastIndex = own.end
  return { ...own, end: own.end + (rest.exec(text)?.[0].length ?? 0) }
}

/** The bytes as a person may see them, each of the secrets masked wherever it stands. */
export function shownText(bytes: string, [first, ...rest]: readonly Candidate[]): string {
  if (!first) return visible(bytes)
  if (first.secret === '') return shownText(bytes, rest)
  return bytes
    .split(first.secret)
    .map((piece) => shownText(piece, rest))
    .join(hide(first).masked)
}

/** The path, secrets in it masked: whatever is found in the file, its name is told with it. */
export const shownPath = (path: string, candidates: readonly Candidate[]) =>
  candidates.filter(({ context }) => context.inName).reduce((shown, one) => shown.replaceAll(one.secret, () => hide(one).masked), path)

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

/** Characters, not bytes, before the offset, from 1. */
function column(text: string, start: number, offset: number): number {
  return offset - start > 10_000 ? offset - start + 1 : [...utf8(text.slice(start, offset))].length + 1
}

/** The bytes as the text that they are, without what would move the cursor. */
export const visible = (bytes: string) => utf8(bytes).replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, (symbol) => (symbol === '\t' ? '  ' : ''))

const utf8 = (bytes: string) => Buffer.from(bytes, 'latin1').toString('utf8')
