/** What audits look at, in the form in which workers get it and answer. */
import type { Coverage, Verdict } from './types.ts'

/** One thing to look at: an object of git (`id`: its name), a file (its place on the disk, one character a byte), or a text (itself). */
export interface Unit {
  readonly kind: 'blob' | 'commit' | 'tag' | 'file' | 'text'
  readonly id: string
  /** It is scanned under each: rules go by the names of files. A commit's and a tag's are its message and its header. */
  readonly paths: readonly string[]
  readonly bytes: number
}

/** What a worker gets at once. `at`: the repository, where it is not the current folder's. */
export interface Batch {
  readonly at?: string
  readonly units: readonly Unit[]
}

/** What was seen in a unit. Units in which there is nothing are left out. */
export interface UnitResult {
  /** Its place in the batch. */
  readonly unit: number
  /** For each path of the unit. */
  readonly found: readonly (readonly Verdict[])[]
  readonly unread?: string
  /** What is packed in it and could not be looked at. */
  readonly within?: readonly Coverage[]
}
