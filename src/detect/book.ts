/** A book that has been opened: what is computed of it once a process, when first needed. */
import ignore, { type Ignore } from 'ignore'
import type { Rule } from '../types.ts'
import { Automaton } from './literals.ts'
import type { BookData, Claim } from './rules.ts'

export class Book {
  readonly data: BookData
  readonly rules: readonly Rule[]
  #words: Automaton | undefined
  #names: Automaton | undefined
  readonly #patterns: (RegExp | undefined)[] = []
  readonly #globs: (Ignore | undefined)[] = []
  #claims: Map<string, Claim[]> | undefined

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

  /** The rules that claim values of a length which are assigned to names with one of these endings, in their order. */
  claimants(endings: readonly string[], length: number): number[] {
    this.#claims ??= claims(this.data)
    const known = this.#claims
    const claiming = (prefix: string) => new Set(endings.flatMap((ending) => known.get(prefix + ending) ?? []))
    const out = claiming('!')
    return [...claiming('')]
      .filter((claim) => claim.least <= length && !out.has(claim))
      .map(({ rule }) => rule)
      .sort((a, b) => a - b)
  }

  /** Does the rule look at files of this path? */
  fits(rule: Rule, number: number, path: string): boolean {
    if (!rule.path) return true
    this.#globs[number] ??= ignore().add([...rule.path])
    return this.#globs[number].ignores(path)
  }
}

/** `api key` is found as `apikey`: names are taken apart, and their words put together without spaces. */
function claims({ claimants }: BookData): Map<string, Claim[]> {
  const known = new Map<string, Claim[]>()
  for (const claim of claimants) {
    for (const ending of new Set(claim.endings.map((one) => one.replaceAll(' ', ''))))
      known.set(ending, [...(known.get(ending) ?? []), claim])
  }
  return known
}
