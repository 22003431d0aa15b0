/** The program in one sentence: collect changes, detect candidates, judge them, report. This file says the middle of it. */

import type { Book } from './detect/book.ts'
import { candidates } from './detect/candidates.ts'
import { type Judgement, judge } from './judge/judge.ts'
import type { Change, Verdict } from './types.ts'

export interface Settings extends Judgement {
  /** Ours, and one of the user's own rules if there are any. */
  readonly books: readonly Book[]
}

export function scan(change: Change, settings: Settings): Verdict[] {
  const found = settings.books.flatMap((book) => candidates(change, book))
  return judge(change, found, settings)
}
