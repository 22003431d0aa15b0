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
}

export function hide({ rule, start, end, secret }: Candidate): Hidden {
  return { start, end, masked: secret === '' ? '' : masked(secret, publicPrefix(secret, rule.literals ?? [])) }
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
  #offset = 0
  #start = 0
  #line: number

  constructor(text: string, first: number) {
    this.#text = text
    this.#first = first
    this.#line = first
  }

  /** The number of the line in which the offset stands, and where that line starts. */
  at(offset: number): { readonly line: number; readonly start: number } {
    if (offset < this.#start) {
      this.#offset = 0
      this.#start = 0
      this.#line = this.#first
    }
    for (; this.#offset < offset; this.#offset++) {
      if (!endsLine(this.#text, this.#offset)) continue
      this.#line++
      this.#start = this.#offset + 1
    }
    return { line: this.#line, start: this.#start }
  }
}

const endsLine = (text: string, i: number) => {
  const code = text.charCodeAt(i)
  return code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)
}

/**
 * Where the secret `hidden[own]` stands, and its line as a person may see it: long lines cut, every hidden span masked. `hidden` is
 * sorted by start.
 */
export function place(text: string, lines: Lines, hidden: readonly Hidden[], own: number): Place {
  const secret = hidden[own] ?? { start: 0, end: 0, masked: '' }
  const { line, start } = lines.at(secret.start)
  const from = Math.max(start, secret.start - AROUND)
  const to = lineEnd(text, secret.start, secret.end + AROUND)
  let shown = from > start ? '…' : ''
  let mark: [number, number] = [0, 0]
  let at = from
  for (const span of around(hidden, own, from, to)) {
    shown += visible(text.slice(at, Math.max(at, span.start)))
    if (span === secret) mark = [shown.length, shown.length + span.masked.length]
    shown += span.masked
    at = Math.max(at, span.end)
  }
  if (at < to) shown += visible(text.slice(at, to))
  if (to === secret.end + AROUND && to < text.length) shown += '…'
  return {
    line,
    endLine: lines.at(Math.max(secret.start, secret.end - 1)).line,
    column: column(text, start, secret.start),
    excerpt: { text: shown, mark },
  }
}

/** The spans that touch `from`..`to`, those left out that overlap the one in question. */
function around(hidden: readonly Hidden[], own: number, from: number, to: number): Hidden[] {
  const secret = hidden[own]
  let first = own
  while (first > 0 && own - first < 50 && (hidden[first - 1]?.end ?? 0) > from) first--
  let last = own
  while (last + 1 < hidden.length && last - own < 50 && (hidden[last + 1]?.start ?? to) < to) last++
  return hidden.slice(first, last + 1).filter((one) => one === secret || (secret && (one.end <= secret.start || one.start >= secret.end)))
}

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
