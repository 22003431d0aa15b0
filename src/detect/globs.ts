/** The globs of a rule: which paths they match. */
import ignore, { type Ignore } from 'ignore'

/** Matches at least what `*`, `?` and `[…]` can. */
const ANY = '[^/]*'

export class Globs {
  readonly #globs: readonly string[]
  /** Made when it is first needed: for most paths, the quick look decides. */
  #all: Ignore | undefined
  /** A fast pre-check that rules out most paths: the full match tests each folder of a path. */
  readonly #may: RegExp

  constructor(globs: readonly string[]) {
    this.#globs = globs
    const parts = new Set(globs.filter((glob) => !glob.startsWith('!')).map(lastPart))
    this.#may = parts.has(ANY) ? /(?:)/ : new RegExp(`(?:^|/)(?:${[...parts].join('|')})(?:/|$)`, 'i')
  }

  /** False only if none of the globs matches, whatever they exclude. */
  mayFit(path: string): boolean {
    return this.#may.test(path)
  }

  fit(path: string): boolean {
    if (!this.mayFit(path)) return false
    this.#all ??= ignore().add(this.#globs.join('\n'))
    return this.#all.ignores(path)
  }
}

/** A pattern that matches the name of a file or folder in every path the glob matches; it may match more. */
function lastPart(glob: string): string {
  const name = glob.replace(/\/+$/, '').replace(/^.*\//s, '')
  if (/\\|\s$/.test(glob) || /^(?:[^[]*\]|$)/.test(name)) return ANY // an escape, or brackets with a slash in them
  const [, head = '', wild, tail = ''] = /^([^*?[]*)([*?[].*[*?\]]|[*?[])?(.*)$/s.exec(name) ?? []
  return wild === undefined ? literal(name) : wild.startsWith('[') && !wild.endsWith(']') ? ANY : literal(head) + ANY + literal(tail)
}

const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
