/** Text × book → candidates: one pass of the automaton, and a rule's pattern only in a window around a hit. */
import { isLockFile, isSourceCode } from '../../patterns/languages.ts'
import type { Candidate, Context, Rule } from '../types.ts'
import { aloneRuns } from './alone.ts'
import { type Assignment, assignment, compared, defaultBeforeName, valueBeforeName } from './assign.ts'
import { glued, standsBeside } from './beside.ts'
import type { Book } from './book.ts'
import { isCode } from './code.ts'
import { goesOn } from './connectors.ts'
import { blanked, endsBlank } from './decode.ts'
import { assignmentsInInsert } from './inserts.ts'
import { hasForeign, withoutAccents } from './letters.ts'
import { assignmentsInList } from './lists.ts'
import { assignmentsInMap } from './maps.ts'
import { MARKS } from './marks.ts'
import { nameBelow } from './parents.ts'
import { extendedName, farthest } from './phrases.ts'
import { EDGED, NAMING } from './rules.ts'
import { holdsRun, longRuns } from './runs.ts'
import { ENOUGH } from './shortened.ts'
import { fullName, nameSpan } from './span.ts'
import { assignmentsInTable } from './tables.ts'

/** Extra characters on each side of a window: what precedes a word is seen as what it is (./decode.ts), though no pattern looks so far. */
const MARGIN = 24

/** `ignore` accepts only clean relative paths. */
export const cleanPath = (path: string) => path.replace(/^(?:\.{0,2}\/)+/, '').replace(/\/{2,}/g, '/') || '_'

/** A text, and what is known of its origin. */
export interface Source {
  readonly path: string
  /** The path as globs take it. */
  readonly clean: string
  readonly text: string
  readonly bytes: Uint8Array
  /** Mostly not text: only rules for tokens with a fixed format are tried. */
  readonly binary: boolean
  readonly context: Context
  /** Per rule: 1 if it is off. */
  readonly quiet?: Uint8Array | undefined
}

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
  const found: Candidate[] = []
  const marks: number[] = []
  let nameEnd = -1
  const { windows } = book
  const look = (number: number, from: number, to: number) => {
    if (!needs[number] || holdsRun(runs, needs[number], from, to)) inWindow(source, book, number, from, to, found)
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
      claimed(source, book, from, to, found)
    }
  })
  for (const [number, start, end] of aloneRuns(source.text, runs, alone)) near(number, start, end)
  windows.close(look)
  return { found, marks, runs }
}

/** Is the word part of a longer one? If only the beginning of a word is searched for, its end does not matter. */
const isCut = ({ text, bytes }: Source, start: number, end: number, length: number) =>
  (gluedAt(bytes, start) && !endsBlank(text, start - 1)) || (length < ENOUGH && gluedAt(bytes, end))

/** A name can end with the word or its plural: `pat` is not a word of `path`. Of a long word only the beginning was searched for. */
const isName = ({ text, bytes }: Source, book: Book, start: number, end: number) =>
  (end - start === ENOUGH || !gluedAt(bytes, end) || (((bytes[end] ?? 0) | 32) === S && !gluedAt(bytes, end + 1))) &&
  book.opensName(text, start, end)

const S = 115
const gluedAt = (bytes: Uint8Array, at: number) => glued(bytes[at - 1] ?? 0, bytes[at] ?? 0)

/** Runs a rule's pattern in a window of the text, as it is and, if that differs, with escapes blanked. */
function inWindow(source: Source, book: Book, number: number, from: number, to: number, found: Candidate[]): void {
  const rule = book.rules[number]
  if (!rule || !book.mayFit(rule, number, source.clean)) return
  const window = source.text.slice(from, to)
  const plain = blanked(window)
  for (const text of plain === window ? [window] : [window, plain]) matches(source, book, number, from, text, found)
}

function matches(source: Source, book: Book, number: number, from: number, window: string, found: Candidate[]): void {
  const pattern = book.pattern(number)
  pattern.lastIndex = 0
  for (let match = pattern.exec(window); match; match = pattern.exec(window)) {
    const rule = book.rules[number]
    if (source.binary && UNPRINTABLE.test(match[0])) continue
    if (!rule || !appliesTo(rule, source) || !book.fits(rule, number, source.clean)) return
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

/**
 * Finds what is assigned to the name at `from`..`near`, for the first rule that accepts it; for a plural name, each value of a list or map.
 */
function claimed(source: Source, book: Book, from: number, near: number, found: Candidate[]): void {
  const { text, path, context } = source
  const to = farthest(text, from, near, book)
  if (!goesOn(text, to)) return
  const one = book.mayClaim(text, to)
  const several = (text.charCodeAt(to - 1) | 32) === S && book.mayClaim(text, to - 1)
  if (!one && !several) return
  const told = extendedName(fullName(text, from, to), text, from, to, book)
  const name = withoutAccents(nameBelow(told, text, from, book))
  const claim = (name: string, values: () => readonly Assignment[], entries = false) => {
    const claims = book.claims(name)
    if (!claims.some((one) => one.entries === entries)) return
    for (const { value, start, end, syntax, operator } of values()) {
      if (hasForeign(name) && /[\x80-\xff]/.test(value)) continue // a translation, a sentence
      if (syntax === 'bare' && isSourceCode(path) && isCode(text, end, value)) continue
      const rank = claims.find((one) => one.entries === entries && value.length >= one.least && takes(source, book, one.rule, value))?.rule
      const rule = rank === undefined ? undefined : book.rules[rank]
      if (!rule || rank === undefined) continue
      const [before, after] = [text.slice(Math.max(0, from - 160), from), text.slice(end, end + 40)]
      found.push({ rule, rank, path, start, end, secret: value, context: { ...context, name, operator, syntax, before, after } })
    }
  }
  if (one) claim(name, () => assigned(text, from, to, path))
  if (one) claim(name, () => assignmentsInMap(text, from, to), true)
  if (several) claim(name.slice(0, -1), () => [...assignmentsInList(text, to), ...assignmentsInMap(text, from, to)])
}

function assigned(text: string, from: number, to: number, path: string): readonly Assignment[] {
  const column = assignmentsInTable(text, from, to, path)
  if (column.length > 0) return column
  const one = defaultBeforeName(text, from) ?? assignment(text, from, to) ?? compared(text, from, to) ?? valueBeforeName(text, from)
  if (one && !BRACKET.test(one.value)) return [one]
  const row = assignmentsInInsert(text, from, to)
  if (row.length > 0) return row
  const list = assignmentsInList(text, to)
  return list.length > 0 || !CONTAINER.test(text.slice(from, to)) ? alone(list) : assignmentsInMap(text, from, to)
}

/** The opening bracket of a list, read as a value; in R, it is a call. */
const BRACKET = /^(?:[[{(]|c\()$/

/** A map with this name may contain secrets, too. */
const CONTAINER = /secret$/i

/** Under a singular name, as in `secret: ['new', 'old']`: a long list holds other things. */
const alone = (values: readonly Assignment[]) => (values.length <= FEW ? values : [])
const FEW = 3

/** Does the rule accept the value assigned to a name that it claims? */
function takes({ quiet, clean }: Source, book: Book, number: number, value: string): boolean {
  const rule = book.rules[number]
  if (!rule || quiet?.[number] || !book.fits(rule, number, clean)) return false
  return !rule.pattern || book.whole(number).test(value)
}
