/** The place of a finding, and its line as it may be shown. */
import { firstWhere } from '../search.ts'
import type { Candidate } from '../types.ts'
import { isLogin } from './checksum.ts'
import { DOTS } from './dots.ts'
import type { Lines } from './lines.ts'
import { type Hidden, hide, utf8, visible } from './mask.ts'
import { randomness } from './randomness.ts'

/** How many characters are shown before and after a finding. */
const AROUND = 60
/** How many of the secrets within one span are also masked outside of it. */
const MOST = 20

/** Follows the closing quote of a value: the value goes on, with doubled quotes or joined literals. */
const GOES_ON = /^(?:\\?["'`]|\s{0,8}(?:[+&~^]|\.{1,2}|\|\||<>)\s{0,8}\S|\s{1,8}[bBfFrRuUL]{0,2}\\?["'`])/

/**
 * A value without a format may go on after the end that was found: with blanks, doubled quotes, joined literals. Then the rest of the line
 * is masked.
 */
function hideRest(candidate: Candidate, text: string): Hidden {
  const own = hide(candidate)
  const { rule, context } = candidate
  if (!rule.assigned && !isLogin(rule) && rule.randomness !== 0) return own
  const line = /[^\r\n]{0,200}/y
  line.lastIndex = own.end
  const rest = line.exec(text)?.[0] ?? ''
  if (context.decoded) return { ...own, end: own.end + rest.search(/\s|$/) } // an encoded text has no blanks
  const isOpen = context.syntax === 'bare' || context.syntax === 'prose'
  const isRow = context.operator === '|' || /^[ \t>]*\|/.test(lineBefore(text, own.start))
  const ends = isOpen ? (isRow ? /^\s{0,8}(?:$|\|)/ : /^\s*$/).test(rest) : !goesOn(text, own, rest)
  return ends ? own : { ...own, end: own.end + rest.length }
}

/** The text before an offset in its line, at most 400 characters. */
const lineBefore = (text: string, offset: number) =>
  text
    .slice(Math.max(0, offset - 400), offset)
    .split(/[\r\n]/)
    .at(-1) ?? ''

/** Does the value, which ends where `rest` begins, go on in it? */
function goesOn(text: string, { start, end }: Hidden, rest: string): boolean {
  const quote = /["'`]/.exec(text[start - 1] ?? '')?.[0]
  if (quote) return !rest.startsWith(quote) || GOES_ON.test(rest.slice(1))
  if (!/^\s+\S/.test(rest)) return false
  const before = lineBefore(text, start)
  return text[end - 1] === '\\' || ['"', "'"].some((one) => before.split(one).length % 2 === 0) // an escaped blank, or one in quotes
}

export interface Place {
  readonly line: number
  readonly endLine: number
  readonly column: number
  readonly excerpt: { readonly text: string; readonly mark: readonly [number, number] }
}

/** The spans that no excerpt may show, in text order; overlapping secrets are merged. */
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

/**
 * The place of a finding, and its line as it may be shown: long lines cut, all of `hidden` masked. Of what has no secret only itself is
 * shown: beside it may stand a password that no rule knows.
 */
export function place(text: string, lines: Lines, own: Hidden, hidden: readonly Hidden[]): Place {
  const { line, start } = lines.at(own.start)
  const around = own.masked ? AROUND : 0
  const from = Math.max(start, own.start - around)
  const to = lineEnd(text, own.start, own.end + around)
  const spans = hidden.slice(firstBehind(hidden, from), firstBehind(hidden, to) + 1)
  const secrets = spans.flatMap((span) => span.secrets)
  const left =
    (text.slice(Math.max(start, from - AROUND), from).trim() ? '…' : '') + dimmed(shownPart(text, from, own.start, spans), secrets)
  const marked = left + (own.masked || shownPart(text, own.start, Math.min(own.end, to), spans))
  const behind = Math.max(own.end, ...spans.flatMap((one) => (one.start < own.end && own.masked ? [one.end] : [])))
  const cut = to < lineEnd(text, to, to + 1)
  return {
    line,
    endLine: lines.at(Math.max(own.start, own.end - 1)).line,
    column: column(text, start, own.start),
    excerpt: { text: marked + dimmed(shownPart(text, behind, to, spans), secrets) + (cut ? '…' : ''), mark: [left.length, marked.length] },
  }
}

/** Beside a secret may stand a part of it, or another that no rule knows, as a login before its token. */
export const dimmed = (text: string, secrets: readonly string[]) =>
  text.replace(/[\w+-]{8,}(?![\w+-]|\u2022)/g, (run) =>
    randomness(run.toLowerCase()) > (secrets.some((secret) => haveInCommon(run, secret)) ? WORD : CHANCE) ? DOTS : run,
  )

/** In bits, without regard to case: names have fewer. */
const CHANCE = 32
/** A word of a password has fewer, and stands in many places. */
const WORD = 24

function haveInCommon(run: string, secret: string): boolean {
  for (let i = 0; i + PIECE <= run.length; i++) if (secret.includes(run.slice(i, i + PIECE))) return true
  return false
}

/** So many characters of a secret help to use it. */
const PIECE = 8

/** The index of the first span that ends after the offset. */
const firstBehind = (spans: readonly Hidden[], offset: number) => firstWhere(spans.length, (i) => (spans[i]?.end ?? 0) > offset)

/** From one offset up to another, with the spans masked. */
export function shownPart(text: string, from: number, to: number, spans: readonly Hidden[]): string {
  const secrets = [...new Set(spans.flatMap((span) => span.secrets))].sort((a, b) => b.length - a.length)
  let shown = ''
  let at = from
  for (const span of spans) {
    if (span.start >= to) break
    if (span.end <= at) continue
    shown += once(text.slice(at, Math.max(at, span.start)), secrets) + span.masked
    at = span.end
  }
  return at < to ? shown + once(text.slice(at, to), secrets) : shown
}

/** Text between the spans: a hidden secret may occur there again. Only what is left is decoded, as the dots are no bytes. */
const once = (piece: string, secrets: readonly string[]) =>
  secrets
    .reduce((parts, secret) => parts.flatMap((part) => part.split(secret)), [piece])
    .map(visible)
    .join(DOTS)

/** The end of the line that contains `offset`, at most `limit`. */
function lineEnd(text: string, offset: number, limit: number): number {
  const end = Math.min(limit, text.length)
  for (let i = offset; i < end; i++) {
    const code = text.charCodeAt(i)
    if (code === 10 || code === 13) return i
  }
  return end
}

/** 1-based, in characters, not bytes; in bytes if the line is so long that counting would take too long. */
function column(text: string, start: number, offset: number): number {
  return offset - start > 10_000 ? offset - start + 1 : [...utf8(text.slice(start, offset))].length + 1
}
