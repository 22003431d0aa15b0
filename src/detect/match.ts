/** Text × book → candidates: one pass of the automaton, and a rule's pattern only in a window around a hit. */
import { isLockFile } from '../../patterns/languages.ts'
import type { Candidate, Rule } from '../types.ts'
import { aloneRuns } from './alone.ts'
import { glued, standsBeside } from './beside.ts'
import type { Book } from './book.ts'
import { claimed } from './claimed.ts'
import { blanked, endsBlank } from './decode.ts'
import { MARKS } from './marks.ts'
import { EDGED, NAMING } from './rules.ts'
import { holdsRun, longRuns } from './runs.ts'
import { ENOUGH } from './shortened.ts'
import type { Search, Source } from './source.ts'
import { isS, nameSpan } from './span.ts'

/** Extra characters on each side of a window: what precedes a word is seen as what it is (./decode.ts), though no pattern looks so far. */
const MARGIN = 24

/** The result of one pass over a text. */
export interface TextScan {
  /** In no particular order; several rules may claim the same place. */
  readonly found: Candidate[]
  /** The marks that were seen, as pairs: the number of the mark, its offset. */
  readonly marks: readonly number[]
  /** Its long runs: ./runs.ts. */
  readonly runs: readonly number[]
}

export function textCandidates(source: Source, book: Book): TextScan {
  const { lengths, roles, userStarts, users, reaches, needs, alone } = book.data
  const runs = longRuns(source.bytes)
  const search: Search = { source, book, found: [] }
  const marks: number[] = []
  let nameEnd = -1
  const { windows } = book
  const look = (number: number, from: number, to: number) => {
    if (!needs[number] || holdsRun(runs, needs[number], from, to)) inWindow(search, number, from, to)
  }
  const near = (number: number, start: number, end: number) => {
    if (source.quiet?.[number] || (runs.length === 0 && needs[number])) return
    const reach = (reaches[number] ?? 0) + MARGIN
    windows.add(number, Math.max(0, end - reach), Math.min(source.text.length, start + reach), look)
  }
  book.words.scan(source.bytes, (word, end) => {
    const length = lengths[word] ?? 0
    const start = end - length
    const role = roles[word] ?? 0
    const last = role & EDGED && isCut(source, start, end, length) ? 0 : (userStarts[word + 1] ?? 0)
    for (let k = userStarts[word] ?? 0; k < last; k++) near(users[k] ?? 0, start, end)
    if (word < MARKS.length) marks.push(word, start)
    if (role & NAMING && start >= nameEnd && !source.binary && isName(source, book, start, end)) {
      const [from, to] = nameSpan(source.text, start, end)
      nameEnd = to
      claimed(search, from, to)
    }
  })
  for (const [number, start, end] of aloneRuns(source.text, runs, alone)) near(number, start, end)
  windows.close(look)
  return { found: search.found, marks, runs }
}

/** Is the word part of a longer one? If only the beginning of a word is searched for, its end does not matter. */
const isCut = ({ text, bytes }: Source, start: number, end: number, length: number) =>
  (gluedAt(bytes, start) && !endsBlank(text, start - 1)) || (length < ENOUGH && gluedAt(bytes, end))

/** A name can end with the word or its plural: `pat` is not a word of `path`. Of a long word only the beginning was searched for. */
const isName = ({ text, bytes }: Source, book: Book, start: number, end: number) =>
  (end - start === ENOUGH || !gluedAt(bytes, end) || (isS(bytes[end] ?? 0) && !gluedAt(bytes, end + 1))) && book.opensName(text, start, end)

const gluedAt = (bytes: Uint8Array, at: number) => glued(bytes[at - 1] ?? 0, bytes[at] ?? 0)

/** Runs a rule's pattern in a window of the text, as it is and, if that differs, with escapes blanked. */
function inWindow(search: Search, number: number, from: number, to: number): void {
  const { source, book } = search
  const rule = book.rules[number]
  if (!rule || !appliesTo(rule, source) || !book.mayFit(rule, number, source.clean)) return
  const window = source.text.slice(from, to)
  const plain = blanked(window)
  for (const text of plain === window ? [window] : [window, plain]) matches(search, number, from, text)
}

/** `from`: the offset of the window in the text. */
function matches({ source, book, found }: Search, number: number, from: number, window: string): void {
  const rule = book.rules[number]
  if (!rule) return
  const pattern = book.pattern(number)
  pattern.lastIndex = 0
  for (let match = pattern.exec(window); match; match = pattern.exec(window)) {
    if (source.binary && UNPRINTABLE.test(match[0])) continue
    if (!book.fits(rule, number, source.clean)) return // asked only now, as it takes long
    if (match[0] === '') {
      pattern.lastIndex++
      continue
    }
    const [first, last] = match.indices?.groups?.secret ?? match.indices?.[0] ?? [0, 0]
    const start = from + first
    if (rule.beside && (isLockFile(source.path) || !standsBeside(source.text, start, from + last, rule.beside))) continue
    found.push({
      rule,
      rank: number,
      path: source.path,
      start,
      end: from + last,
      secret: secretOf(rule, match, window.slice(first, last)),
      context: source.context,
    })
  }
}

/** In binary content, tokens are searched for in printable runs. */
const UNPRINTABLE = /[^\t\r\n\x20-\x7e]/

/** Encoded or joined text cannot violate a policy: it is data. */
const appliesTo = (rule: Rule, { binary, context }: Source) =>
  rule.policy ? !binary && !context.decoded : !(binary && (rule.beside || rule.randomness))

/** A policy violation has no secret, except a group that is marked as one. */
export const secretOf = ({ policy }: Rule, match: RegExpExecArray, found: string) => (policy && !match.groups?.secret ? '' : found)
