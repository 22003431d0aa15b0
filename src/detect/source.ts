/** A text that is searched, and what is known of its origin. */
import type { Candidate, Context } from '../types.ts'
import type { Book } from './book.ts'

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

/** A source, the rules that are tried, and what they have found so far. */
export interface Search {
  readonly source: Source
  readonly book: Book
  readonly found: Candidate[]
}
