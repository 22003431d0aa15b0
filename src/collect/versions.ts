/** Which commit brought which version of which path: from one walk over the commits, in any order. */
import { availableParallelism } from 'node:os'
import { UserError } from '../errors.ts'
import { lines } from './lines.ts'
import { changed } from './push.ts'
import { isZero, SUBMODULE, unquoted } from './staged.ts'

/**
 * -c: a merge lists only what differs from every parent. So each pair of path and version is listed where it begins, and merges repeat
 * nothing.
 */
const WALK = ['-c', 'core.quotePath=true', 'diff-tree', '--stdin', '--always', '-r', '-c', '--root', '--raw', '--no-abbrev', '--no-renames']

/** Fewer commits are not worth a process of their own. */
const FEW = 500

export class Versions {
  readonly #paths: string[] = []
  readonly #pathNumbers = new Map<string, number>()
  readonly #commits: string[] = []
  /** By object id: path, commit, path, commit …, as numbers. */
  readonly #brought = new Map<string, number[]>()
  /** Objects that these commits replaced or deleted, with their paths. */
  readonly #old = new Map<string, Set<number>>()
  /** Commits whose trees are incomplete locally. */
  readonly unreadable = new Set<string>()

  /** `old`: also record the replaced versions. */
  async walk(at: string | undefined, commits: readonly string[], old: boolean): Promise<void> {
    const size = Math.max(FEW, Math.ceil(commits.length / availableParallelism()))
    const parts = Array.from({ length: Math.ceil(commits.length / size) }, (_, i) => commits.slice(i * size, (i + 1) * size))
    await Promise.all(parts.map((part) => this.#walkPart(at, part, old)))
  }

  async #walkPart(at: string | undefined, commits: readonly string[], old: boolean): Promise<void> {
    for (let from = 0; from < commits.length; ) {
      const seen = { count: 0 }
      try {
        await this.#walk(at, commits.slice(from), old, seen)
        return
      } catch (error) {
        // git stops at what it cannot read: that commit is skipped, and recorded.
        if (!(error instanceof UserError) || this.unreadable.size > 1000) throw error
        this.unreadable.add(commits[from + seen.count] ?? commits.at(-1) ?? '')
        from += Math.max(1, seen.count)
      }
    }
  }

  async #walk(at: string | undefined, commits: readonly string[], old: boolean, seen: { count: number }): Promise<void> {
    if (commits.length === 0) return
    let commit = -1
    for await (const some of lines(at, WALK, `${commits.join('\n')}\n`)) {
      for (const line of some) {
        if (line.startsWith('::')) for (const one of changed(line, '')) this.#add(commit, one.newMode, one.newId, one.oldId, one.path, old)
        else if (line.startsWith(':')) this.#addPlain(commit, line, old)
        else if (line !== '') {
          commit = this.#commits.push(line) - 1
          seen.count++
        }
      }
    }
  }

  /** `:100644 100644 7898192… 6178079… M\tsrc/app.js`: by far the most common line, so it is parsed by fixed offsets. */
  #addPlain(commit: number, line: string, old: boolean): void {
    const length = line.indexOf(' ', 15) - 15
    const path = line.slice(line.indexOf('\t') + 1)
    this.#add(commit, line.slice(8, 14), line.slice(16 + length, 16 + 2 * length), line.slice(15, 15 + length), unquoted(path), old)
  }

  #add(commit: number, mode: string, id: string, before: string, path: string, old: boolean): void {
    const number = this.#pathNumbers.get(path) ?? this.#paths.push(path) - 1
    this.#pathNumbers.set(path, number)
    if (before === id) return // only its mode has changed
    if (mode !== SUBMODULE && !isZero(id)) {
      const list = this.#brought.get(id)
      if (list) list.push(number, commit)
      else this.#brought.set(id, [number, commit])
    }
    if (old && !isZero(before)) this.#old.set(before, (this.#old.get(before) ?? new Set()).add(number))
  }

  /** The ids of all versions that the commits brought. */
  ids(): Iterable<string> {
    return this.#brought.keys()
  }

  /** All paths that an object ever had, sorted. */
  paths(id: string): string[] {
    const list = this.#brought.get(id) ?? []
    return [...new Set(list.filter((_, i) => i % 2 === 0))].map((number) => this.#paths[number] ?? '').sort()
  }

  /** The commits that brought an object to a path. */
  commits(id: string, path: string): string[] {
    const number = this.#pathNumbers.get(path)
    const list = this.#brought.get(id) ?? []
    return list.flatMap((one, i) => (i % 2 === 1 && list[i - 1] === number ? [this.#commits[one] ?? ''] : []))
  }

  /** Replaced or deleted versions, with those of their paths to which none of the commits brought them: they were there before. */
  before(): [string, string[]][] {
    return [...this.#old].flatMap(([id, numbers]): [string, string[]][] => {
      const brought = new Set(this.#brought.get(id)?.filter((_, i) => i % 2 === 0))
      const paths = [...numbers].filter((number) => !brought.has(number)).map((number) => this.#paths[number] ?? '')
      return paths.length > 0 ? [[id, paths.sort()]] : []
    })
  }
}
