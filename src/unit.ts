/** What an audit scans, in the form in which workers receive it and answer. */
import type { Coverage, Verdict } from './types.ts'

/** One thing to scan: a git object (`id`: its name), a file (its path on disk, one character per byte), or a text (itself). */
export interface Unit {
  readonly kind: 'blob' | 'commit' | 'tag' | 'file' | 'text'
  readonly id: string
  /** It is scanned under each of these: rules depend on file names. For a commit or tag: its message and its header. */
  readonly paths: readonly string[]
  readonly bytes: number
}

/** What a worker receives at once. `at`: the repository, if not the one of the current folder. */
export interface Batch {
  readonly at?: string
  readonly units: readonly Unit[]
}

/** What was found in a unit. Units without findings are left out. */
export interface UnitResult {
  /** Index in the batch. */
  readonly unit: number
  /** Per path of the unit. */
  readonly found: readonly (readonly Verdict[])[]
  readonly unread?: string
  /** Archive entries that could not be scanned. */
  readonly within?: readonly Coverage[]
}
