/** The program in one sentence: collect changes, detect candidates, judge them, report. This file is the middle of it. */

import type { Book } from './detect/book.ts'
import { candidates } from './detect/candidates.ts'
import { type JudgeSettings, judge } from './judge/judge.ts'
import type { Change, Config, Verdict } from './types.ts'

export interface Settings extends JudgeSettings {
  /** A book of the custom rules, if there are any, then the built-in one. */
  readonly books: readonly Book[]
}

export function scan(change: Change, settings: Settings): Verdict[] {
  const search = (levels?: Config['levels']) =>
    booksFor(change, settings).flatMap((book) => candidates(change, book, levels && book.quiet(levels)))
  const found = search(settings.config.levels)
  if (found.length === 0) return [] // the judge is loaded only if there is something to judge
  return judge(change, isAnyOff(settings) ? search() : found, settings)
}

/** The secrets of a rule that the config turns off are not found, but masked where they stand beside one that is. */
const isAnyOff = ({ config }: Settings) => Object.values(config.levels).includes('off')

/** The path as it may be printed for a file that cannot be scanned: its name can contain a secret, which is masked. */
export const shownName = (path: string, settings: Settings): string =>
  scan({ path, text: '', bytes: NONE, binary: false, line: 1, named: true, own: [0, 0] }, settings)[0]?.finding.path ?? path

const NONE = new Uint8Array(0)

/** Custom rules do not scan the config that holds their examples. */
const booksFor = ({ path }: Change, { books, config }: Settings) => (path === config.file ? books.slice(-1) : books)
