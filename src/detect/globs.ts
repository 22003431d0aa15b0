/** The globs of a rule: which paths they fit. */
import ignore, { type Ignore } from 'ignore'

/** What `*`, `?` and `[…]` stand for at most. */
const ANY = '[^/]*'

export class Globs {
  readonly #all: Ignore
  /** Of most paths it is soon seen that no glob fits them: the whole question is asked for each folder of a path. */
  readonly #may: RegExp

  constructor(globs: readonly string[]) {
    this.#all = ignore().add(globs.join('\n'))
    const parts = new Set(globs.filter((glob) => !glob.startsWith('!')).map(lastPart))
    this.#may = parts.has(ANY) ? /(?:)/ : new RegExp(`(?:^|/)(?:${[...parts].join('|')})(?:/|$)`, 'i')
  }

  fit(path: string): boolean {
    return this.#may.test(path) && this.#all.ignores(path)
  }
}

/** What a file or a folder of each path that the glob fits is called, about: as a pattern. */
function lastPart(glob: string): string {
  const name = glob.replace(/\/+$/, '').replace(/^.*\//s, '')
  if (/\\|\s$/.test(glob) || /^(?:[^[]*\]|$)/.test(name)) return ANY // what is escaped, or in brackets with a slash
  const [, head = '', wild, tail = ''] = /^([^*?[]*)([*?[].*[*?\]]|[*?[])?(.*)$/s.exec(name) ?? []
  return wild === undefined ? literal(name) : wild.startsWith('[') && !wild.endsWith(']') ? ANY : literal(head) + ANY + literal(tail)
}

const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
