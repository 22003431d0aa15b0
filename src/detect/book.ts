/** A compiled book of rules at work: derived data is computed once per process, when first needed. */
import { firstWhere } from '../search.ts'
import type { Level, Rule } from '../types.ts'
import { Automaton } from './automaton.ts'
import { Globs } from './globs.ts'
import { endings, nameWords } from './names.ts'
import type { BookData, Claim } from './rules.ts'
import { hasTail } from './tails.ts'
import { Windows } from './windows.ts'

/** Cache limit. */
const MOST_NAMES = 40_000

export class Book {
  readonly data: BookData
  readonly rules: readonly Rule[]
  #windows: Windows | undefined
  #words: Automaton | undefined
  #names: Automaton | undefined
  readonly #patterns: (RegExp | undefined)[] = []
  readonly #wholes: (RegExp | undefined)[] = []
  readonly #globs: (Globs | undefined)[] = []
  readonly #shared = new Map<string, Globs>()
  #endings: Map<string, readonly number[]> | undefined
  #inOrder: readonly string[] | undefined
  #tails: Set<number> | undefined
  readonly #opening = new Map<string, boolean>()
  readonly #claimed = new Map<string, readonly Claim[]>()
  readonly #quiet = new WeakMap<object, Uint8Array>()

  constructor(rules: readonly Rule[], data: BookData) {
    this.rules = rules
    this.data = data
  }

  get windows(): Windows {
    this.#windows ??= new Windows(this.data.reaches.length)
    return this.#windows
  }

  get words(): Automaton {
    this.#words ??= new Automaton(this.data.words)
    return this.#words
  }

  get names(): Automaton {
    this.#names ??= new Automaton(this.data.names)
    return this.#names
  }

  /** The rule's pattern as a global regular expression with indices. */
  pattern(rule: number): RegExp {
    const known = this.#patterns[rule]
    if (known) return known
    const { source, flags } = this.rules[rule]?.pattern ?? /(?!)/
    const pattern = new RegExp(ofAscii(source), `${flags.replace(/[gdy]/g, '')}gd`)
    this.#patterns[rule] = pattern
    return pattern
  }

  /** The rule's pattern, anchored: it must match a whole value. */
  whole(rule: number): RegExp {
    const known = this.#wholes[rule]
    if (known) return known
    const { source, flags } = this.rules[rule]?.pattern ?? /(?!)/
    const whole = new RegExp(`^(?:${ofAscii(source)})(?![^])`, flags.replace(/[gdym]/g, ''))
    this.#wholes[rule] = whole
    return whole
  }

  get #ends(): Map<string, readonly number[]> {
    this.#endings ??= new Map(this.data.endings)
    return this.#endings
  }

  get #sorted(): readonly string[] {
    this.#inOrder ??= [...this.#ends.keys()].sort()
    return this.#inOrder
  }

  /** Can there be claims to a name that ends at `end` of the text? Decided by its last letters, without splitting it into words. */
  mayClaim(text: string, end: number): boolean {
    this.#tails ??= new Set(this.data.tails)
    return hasTail(this.#tails, text, end)
  }

  /** Does an ending begin with the word at `start`..`end`? The automaton only roughly tells letters outside ASCII apart. */
  opensName(text: string, start: number, end: number): boolean {
    let at = start
    while (at < end && text.charCodeAt(at) < 0x80) at++
    if (at === end) return true
    const word = text.slice(start, end)
    const known = this.#opening.get(word)
    if (known !== undefined) return known
    const letters = nameWords(word).join('')
    const opens = this.#sorted[firstFrom(this.#sorted, letters)]?.startsWith(letters) ?? false
    if (this.#opening.size >= MOST_NAMES) this.#opening.clear()
    this.#opening.set(Buffer.from(word, 'latin1').toString('latin1'), opens) // a copy, as below
    return opens
  }

  /** The claims to a value with this name, in rule order. Cached, as the same names recur. */
  claims(name: string): readonly Claim[] {
    const known = this.#claimed.get(name)
    if (known) return known
    const ends = endings(nameWords(name))
    const numbers = this.#ending(ends, '')
    if (numbers.size > 0) for (const out of this.#ending(ends, '!')) numbers.delete(out)
    const claims = [...numbers].sort((a, b) => a - b).flatMap((number) => this.data.claims[number] ?? [])
    if (this.#claimed.size >= MOST_NAMES) this.#claimed.clear()
    this.#claimed.set(Buffer.from(name, 'latin1').toString('latin1'), claims) // a copy: a slice would keep the whole text alive
    return claims
  }

  /** The numbers of the claims to names with these endings. */
  #ending(ends: readonly string[], prefix: '' | '!'): Set<number> {
    const numbers = new Set<number>()
    for (const end of ends) for (const number of this.#ends.get(prefix + end) ?? []) numbers.add(number)
    return numbers
  }

  /** Per rule: 1 if it is off, by the levels of a config. */
  quiet(levels: Readonly<Record<string, Level>>): Uint8Array {
    if (Object.keys(levels).length === 0) return this.data.off
    const known = this.#quiet.get(levels)
    if (known) return known
    const quiet = Uint8Array.from(this.rules, ({ id, level }) => ((levels[id] ?? level) === 'off' ? 1 : 0))
    this.#quiet.set(levels, quiet)
    return quiet
  }

  /** Does the rule apply to files of this path? */
  fits(rule: Rule, number: number, path: string): boolean {
    return !rule.path || this.#globsAt(number, rule.path).fit(path)
  }

  /** A quick look: false if the rule does not. */
  mayFit(rule: Rule, number: number, path: string): boolean {
    return !rule.path || this.#globsAt(number, rule.path).mayFit(path)
  }

  #globsAt(number: number, globs: readonly string[]): Globs {
    this.#globs[number] ??= this.#globsOf(globs)
    return this.#globs[number]
  }

  /** Policy rules share globs, so their matches are cached together. */
  #globsOf(globs: readonly string[]): Globs {
    const key = globs.join('\n')
    const known = this.#shared.get(key) ?? new Globs(globs)
    this.#shared.set(key, known)
    return known
  }
}

/** The index of the first text that is not before this one. */
const firstFrom = (sorted: readonly string[], text: string) => firstWhere(sorted.length, (i) => (sorted[i] ?? '') >= text)

/** White space of ASCII only: U+00A0, which `\s` has too, is a byte of `à` here. */
function ofAscii(source: string): string {
  let inClass = false
  return source.replace(/\\.|[[\]]/gs, (one) => {
    if (one === '[' && !inClass) inClass = true
    else if (one === ']') inClass = false
    else if (one === '\\s') return inClass ? '\\t-\\r ' : '[\\t-\\r ]'
    else if (one === '\\S') return inClass ? '\\0-\\x08\\x0e-\\x1f!-\\xff' : '[^\\t-\\r ]'
    return one
  })
}
