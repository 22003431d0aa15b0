/**
 * Remembers texts in which nothing was found, by path: of the next version of such a file, only what changed needs to be scanned, with its
 * surroundings. Histories consist of small changes, so most of an audit's speed comes from this.
 *
 * Rules whose matches can be longer than `REACHES` (keys of many lines, manifests) are instead run on the whole text, if it contains one of
 * their literals.
 */

import { Automaton } from './detect/automaton.ts'
import { Book } from './detect/book.ts'
import { AHEAD } from './detect/items.ts'
import { compileAutomaton } from './detect/literals.ts'
import { textCandidates } from './detect/match.ts'
import { rulesNamed } from './detect/named.ts'
import { compileBook } from './detect/rules.ts'
import { isOneTable } from './detect/tables.ts'
import { areas, lineEnd, lineStart, type Version } from './near.ts'
import { cleanPath } from './path.ts'
import { type Settings, scan } from './scan.ts'
import type { Change, Rule } from './types.ts'

/** The longest match, in characters, of rules for which the surroundings of a change are enough. */
const REACHES = 300
/** Scanned around each change: room for a match, or for the names of the value and the user, and the ends of their lines. */
const REACH = 400
/** Below this size a full scan is as fast. */
const SMALL = 3 * REACH
/** If more of the text than this is near a change, a full scan is as fast. */
const SHARE = 0.7
/** A row of a list, of SQL values, of a table: what names the values may be above all of them. */
const ROW = /^[ \t>]{0,80}["'`(|+]|^[^\n|]{1,80}[ \t]\|[ \t]/
/** How far such rows are followed, in characters. */
const ROWS = 1 << 16
/** A line of a map or a list without quotes: followed as far as such are read. */
const PAIR = /^[ \t>]{0,80}(?:-[ \t]|[\w.@-]{1,60}[ \t]{0,8}[:=]|#)/
/** Cache limit in bytes; the versions of a path come one after the other. */
const MOST = 8 << 20

interface Known extends Version {
  /** It contains a literal of a rule with long matches. */
  readonly far: boolean
}

/** A version in which nothing new was found. */
export interface Vouched {
  readonly far: boolean
}

export class Clean {
  readonly #settings: Settings
  readonly #texts = new Map<string, Known>()
  #size = 0
  #far: Far | undefined
  readonly #whole = new Map<string, boolean>()

  constructor(settings: Settings) {
    this.#settings = settings
  }

  /** Says that the change is clean, given an earlier version; undefined if that cannot be told. */
  vouch(change: Change): Vouched | undefined {
    const older = this.#texts.get(change.path)
    if (!older || change.binary || change.bytes.length < SMALL) return undefined
    if (isOneTable(change.path, change.text)) return undefined
    const spans = areas(older, change, REACH).map((span) => withRows(change.text, span))
    if (spans.reduce((sum, [from, to]) => sum + to - from, 0) > change.bytes.length * SHARE) return undefined
    let { far } = older
    for (const [from, to] of spans) {
      const bytes = change.bytes.subarray(from, to)
      const piece = { ...change, text: change.text.slice(from, to), bytes, named: false, own: [0, to - from] as const }
      if (scan(piece, this.#settings).length > 0) return undefined
      far ||= this.#reachesFar(bytes)
    }
    // What is encoded or joined spans only a few lines, or rows: it was scanned with the changes.
    return far && textCandidates({ ...change, clean: cleanPath(change.path), context: {} }, this.#distant().book).found.length > 0
      ? undefined
      : { far }
  }

  /** Remembers a change in which nothing was found. */
  keep({ path, text, bytes, binary }: Change, vouched: Vouched | undefined): void {
    if (binary || bytes.length < SMALL || bytes.length > MOST / 2 || this.#takesWhole(path)) return
    const before = this.#texts.get(path)
    this.#texts.delete(path)
    this.#size += bytes.length - (before?.bytes.length ?? 0)
    // A copy: bytes from git are a slice of a larger buffer.
    this.#texts.set(path, { text, bytes: new Uint8Array(bytes), far: vouched?.far ?? this.#reachesFar(bytes) })
    for (const [oldest, { bytes: old }] of this.#texts) {
      if (this.#size <= MOST) break
      this.#texts.delete(oldest)
      this.#size -= old.length
    }
  }

  #reachesFar(bytes: Uint8Array): boolean {
    let found = false
    this.#distant().literals.scan(bytes, () => {
      found = true
    })
    return found
  }

  #distant(): Far {
    this.#far ??= farOf(this.#settings)
    return this.#far
  }

  /** A rule takes the whole file as one candidate. */
  #takesWhole(path: string): boolean {
    const known = this.#whole.get(path)
    if (known !== undefined) return known
    const whole = this.#settings.books.some((book) => rulesNamed(path, book).some(([{ pattern }]) => pattern))
    this.#whole.set(path, whole)
    return whole
  }
}

/** The span, extended by the adjacent rows of a list or table, with what is above them. */
function withRows(text: string, [from, to]: readonly [number, number]): [number, number] {
  const goesOn = (at: number, far: number) => {
    const line = text.slice(at, at + 160)
    return far < ROWS && (ROW.test(line) || (far < AHEAD && PAIR.test(line)))
  }
  let [start, end] = [from, to]
  for (let line = lineStart(text, start - 1); start > 0 && goesOn(line, from - start); line = lineStart(text, start - 1)) start = line
  for (let line = lineStart(text, end); end < text.length && goesOn(line, end - to); line = lineStart(text, end)) end = lineEnd(text, end)
  return [start < from ? Math.max(0, start - REACH) : from, end]
}

/** The rules with long matches, and an automaton of the literals they need to match. */
interface Far {
  readonly book: Book
  readonly literals: Automaton
}

function farOf(settings: Settings): Far {
  const rules = settings.books.flatMap((book) => book.rules.filter((rule, i) => (book.data.reaches[i] ?? 0) > REACHES && spansLines(rule)))
  const literals = [...new Set(rules.flatMap(({ literals, beside }) => [...(literals ?? []), ...(beside ?? [])]))]
  return { book: new Book(rules, compileBook(rules)), literals: new Automaton(compileAutomaton(literals)) }
}

/** Can a match contain a line feed: `\n`, white space, or a negated class? Other matches lie within one line, and lines are kept whole. */
function spansLines({ pattern }: Rule): boolean {
  const source = pattern?.source.replace(/\[\^(?:\\.|[^\]\\])*\]/g, (all) => (/\\[ns]/.test(all) ? '' : '\\n')) ?? ''
  return /\\[nrsWD]/.test(source) || (pattern?.dotAll ?? false)
}
