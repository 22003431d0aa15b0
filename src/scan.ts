/** The program in one sentence: collect changes, detect candidates, judge them, report. This file says the middle of it. */

import type { Book } from './detect/book.ts'
import { candidates } from './detect/candidates.ts'
import { type Judgement, judge } from './judge/judge.ts'
import type { Change, Verdict } from './types.ts'

export interface Settings extends Judgement {
  /** One of the user's own rules if there are any, then ours. */
  readonly books: readonly Book[]
}

export function scan(change: Change, settings: Settings): Verdict[] {
  const found = booksFor(change, settings).flatMap((book) => candidates(change, book, book.quiet(settings.config.levels)))
  return found.length === 0 ? [] : judge(change, found, settings) // only then is the judge loaded
}

/** The user's own rules do not look at the config that holds their examples. */
const booksFor = ({ path }: Change, { books, config }: Settings) => (path === config.file ? books.slice(-1) : books)
