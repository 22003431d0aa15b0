/** The program in one sentence: collect changes, detect candidates, judge them, report. This file says the middle of it. */

import type { Book } from './detect/book.ts'
import { candidates } from './detect/candidates.ts'
import { judge } from './judge/judge.ts'
import type { Change, Config, Verdict } from './types.ts'

export interface Settings {
  /** Ours, and one of the user's own rules if there are any. */
  readonly books: readonly Book[]
  readonly config: Config
  /** YYYY-MM-DD */
  readonly today: string
}

export function scan(change: Change, { books, config, today }: Settings): Verdict[] {
  const found = books.flatMap((book) => candidates(change, book))
  return judge(change, found, config, today)
}
