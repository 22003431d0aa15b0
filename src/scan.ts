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

/** The path as it may be told of a file that cannot be looked at: a secret can stand in its name. */
export const shownName = (path: string, settings: Settings): string =>
  scan({ path, text: '', bytes: NONE, binary: false, line: 1, named: true, own: [0, 0] }, settings)[0]?.finding.path ?? path

const NONE = new Uint8Array(0)

/** The user's own rules do not look at the config that holds their examples. */
const booksFor = ({ path }: Change, { books, config }: Settings) => (path === config.file ? books.slice(-1) : books)
