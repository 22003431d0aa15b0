/** Text × book → candidates: one pass of the automaton, and a rule's own pattern only in a window around what was hit. */
import ignore, { type Ignore } from 'ignore'
import type { Candidate, Change, Context, Rule } from '../types.ts'
import { type Assignment, assignment, nameSpan } from './assign.ts'
import { Automaton } from './literals.ts'
import { endsIn, nameWords } from './names.ts'
import { BESIDE, type BookData, ESCAPE, JOINT, NAMING } from './rules.ts'

/** So many characters around a window are real, so that a pattern's assertions see them. */
const MARGIN = 24

/** A book that has been opened: what is computed once a process, when first needed. */
export class Book {
  readonly data: BookData
  readonly rules: readonly Rule[]
  #words: Automaton | undefined
  #names: Automaton | undefined
  readonly #patterns: (RegExp | undefined)[] = []
  readonly #globs: (Ignore | undefined)[] = []

  constructor(rules: readonly Rule[], data: BookData) {
    this.rules = rules
    this.data = data
  }

  get words(): Automaton {
    this.#words ??= new Automaton(this.data.words)
    return this.#words
  }

  get names(): Automaton {
    this.#names ??= new Automaton(this.data.names)
    return this.#names
  }

  /** The rule's pattern, to be run globally, with the places of its groups. */
  pattern(rule: number): RegExp {
    const known = this.#patterns[rule]
    if (known) return known
    const { source, flags } = this.rules[rule]?.pattern ?? /(?!)/
    const pattern = new RegExp(source, `${flags.replace(/[gdy]/g, '')}gd`)
    this.#patterns[rule] = pattern
    return pattern
  }

  /** Does the rule look at files of this path? */
  fits(rule: Rule, number: number, path: string): boolean {
    if (!rule.path) return true
    this.#globs[number] ??= ignore().add([...rule.path])
    return this.#globs[number].ignores(path)
  }
}

/** A text, with what is known of where it comes from. */
export interface Source {
  readonly path: string
  readonly text: string
  readonly bytes: Uint8Array
  /** Mostly not text: only rules of fixed token shapes are tried. */
  readonly binary: boolean
  readonly context: Context
}

/** Candidates of the name of a change: of rules that refuse the file, and of secrets that stand in the name itself. */
export function nameCandidates(change: Change, book: Book): Candidate[] {
  const path = normal(change.path)
  const bytes = Uint8Array.from(change.path, (symbol) => symbol.charCodeAt(0))
  const found: Candidate[] = []
  const asked = new Set<number>()
  const { nameStarts, nameUsers } = book.data
  book.names.scan(bytes, (name) => {
    const last = nameStarts[name + 1] ?? 0
    for (let k = nameStarts[name] ?? 0; k < last; k++) {
      const number = nameUsers[k] ?? 0
      if (asked.has(number)) continue
      asked.add(number)
      const rule = book.rules[number]
      if (!rule || rule.literals || rule.beside || rule.assigned || !book.fits(rule, number, path)) continue
      if (!rule.pattern) found.push({ rule, rank: number, path: change.path, start: 0, end: 0, secret: '', context: {} })
      else if (!change.binary) found.push(...wholeFile(change, rule, number, book.pattern(number)))
    }
  })
  const inName = textCandidates({ path: change.path, text: change.path, bytes, binary: true, context: {} }, book)
  return [...found, ...inName.found.map((one) => ({ ...one, start: 0, end: 0, context: { inName: true } }))]
}

/** `ignore` takes only clean relative paths. */
const normal = (path: string) => path.replace(/^(?:\.{0,2}\/)+/, '').replace(/\/{2,}/g, '/') || '_'

/** One candidate for the file, if its content confirms what its name says. */
function wholeFile(change: Change, rule: Rule, rank: number, pattern: RegExp): Candidate[] {
  pattern.lastIndex = 0
  const match = pattern.exec(change.text)
  if (!match) return []
  const [start, end] = match.indices?.groups?.secret ?? [0, 0]
  return [{ rule, rank, path: change.path, start, end, secret: change.text.slice(start, end), context: {} }]
}

/** What one pass over a text gives. */
export interface Found {
  /** In no particular order; more than one rule may claim the same place. */
  readonly found: Candidate[]
  /** Where the quote stands at which a literal may go on in another one; where an escape begins. */
  readonly joints: number[]
  readonly escapes: number[]
}

export function textCandidates(source: Source, book: Book): Found {
  const { lengths, roles, userStarts, users, reaches } = book.data
  const windows = new Map<number, [number, number]>()
  const found: Candidate[] = []
  const joints: number[] = []
  const escapes: number[] = []
  let nameEnd = -1
  const look = (number: number, from: number, to: number) => found.push(...inWindow(source, book, number, from, to))
  book.words.scan(source.bytes, (word, end) => {
    const start = end - (lengths[word] ?? 0)
    const last = userStarts[word + 1] ?? 0
    for (let k = userStarts[word] ?? 0; k < last; k++) {
      const number = users[k] ?? 0
      const reach = (reaches[number] ?? 0) + MARGIN
      const from = Math.max(0, end - reach)
      const to = Math.min(source.text.length, start + reach)
      const window = windows.get(number)
      if (window && from <= window[1]) window[1] = to
      else {
        if (window) look(number, window[0], window[1])
        windows.set(number, [from, to])
      }
    }
    const role = roles[word] ?? 0
    if (role === 0) return
    if (role & JOINT) joints.push(start)
    if (role & ESCAPE) escapes.push(start)
    if (role & NAMING && start >= nameEnd && !source.binary) {
      const [from, to] = nameSpan(source.text, start)
      nameEnd = to
      const assigned = assignment(source.text, from, to)
      if (assigned) found.push(...claimed(source, book, assigned))
    }
  })
  for (const [number, [from, to]] of windows) look(number, from, to)
  return { found, joints, escapes }
}

/** Runs a rule's pattern in a window of the text. */
function inWindow(source: Source, book: Book, number: number, from: number, to: number): Candidate[] {
  const pattern = book.pattern(number)
  const window = source.text.slice(from, to)
  const found: Candidate[] = []
  pattern.lastIndex = 0
  for (let match = pattern.exec(window); match; match = pattern.exec(window)) {
    const rule = book.rules[number]
    if (!rule || !book.fits(rule, number, normal(source.path)) || (source.binary && (rule.beside || rule.randomness))) return []
    if (match[0] === '') {
      pattern.lastIndex++
      continue
    }
    const [first, last] = match.indices?.groups?.secret ?? match.indices?.[0] ?? [0, 0]
    const start = from + first
    if (rule.beside && !standsBeside(source.text, start, rule.beside)) continue
    found.push({ rule, rank: number, path: source.path, start, end: from + last, secret: window.slice(first, last), context: source.context })
  }
  return found
}

/** What may stand between a word and the value that it speaks of: an assignment, a call, a tag; not prose, not another statement. */
const BETWEEN = /^[\w\s.\-"'`[\](){}<>:=|,/\\&?$@+*#]{0,80}[\s:=>,("'`/|&]$/

function standsBeside(text: string, start: number, words: readonly string[]): boolean {
  const before = text.slice(Math.max(0, start - BESIDE), start)
  const lower = before.toLowerCase()
  return words.some((word) => {
    const at = lower.lastIndexOf(word.toLowerCase())
    if (at < 0) return false
    const between = before.slice(at + word.length)
    return wordEdge(before, at, at + word.length) && BETWEEN.test(between) && /[:=>,("'`/|&]|^\s/.test(between) && (between.match(/\n/g)?.length ?? 0) < 3
  })
}

/** Not cut out of a longer word: `asana` is no word of `sasanak`, but one of `myAsanaKey` and `ASANA_KEY`. */
function wordEdge(text: string, start: number, end: number): boolean {
  const [before, first, last, after] = [text[start - 1] ?? ' ', text[start] ?? '', text[end - 1] ?? '', text[end] ?? ' ']
  const glued = (a: string, b: string) => /[a-z]/.test(a) ? /[a-z]/.test(b) : /[A-Z]/.test(a) && /[A-Z]/.test(b)
  return !glued(before, first) && !glued(last, after)
}

/** The first rule that takes the assigned value for its own. */
function claimed(source: Source, book: Book, { name, value, start, end, syntax }: Assignment): Candidate[] {
  const words = nameWords(name)
  const claimant = book.data.claimants.find(({ rule, endings }) => endings.some((ending) => endsIn(words, ending)) && fitsAll(book.rules[rule]?.pattern, value))
  const rule = claimant && book.rules[claimant.rule]
  return rule ? [{ rule, rank: claimant.rule, path: source.path, start, end, secret: value, context: { ...source.context, name, syntax } }] : []
}

function fitsAll(pattern: RegExp | undefined, value: string): boolean {
  if (!pattern) return true
  const match = pattern.exec(value)
  return match?.[0].length === value.length
}
