/** The values of a list that has a telling name: `tokens: ["…", "…"]`, `API_KEYS = ('…', '…')`, `String[] secrets = {"…"}`. */
import type { Assignment } from './assign.ts'
import { items } from './items.ts'

/** Longer lists are tables: of words, of test data. */
const MOST = 40
/** What is shorter, or longer, is no value of its own; behind it the list is another thing. */
const [SHORTEST, LONGEST] = [4, 400]

const OPENING = /\\?["'`]?[\])]?[ \t]{0,8}(?::|=>|:?=|\()[ \t]{0,4}(?:new \w{0,20}\[\] ?|\[\]\w{0,20} ?|\w{0,12}\()?[[{(]/y

/** What stands in the list behind a name that ends at `end`; none if no list of texts follows. */
export function listed(text: string, end: number): Assignment[] {
  OPENING.lastIndex = end
  const open = OPENING.exec(text)
  if (!open) return []
  const { pieces } = items(text, end + open[0].length)
  const other = pieces.findIndex(({ text: { length } }) => length < SHORTEST || length > LONGEST)
  return pieces
    .slice(0, Math.min(MOST, other < 0 ? pieces.length : other))
    .map(({ text: value, at }) => ({ value, start: at, end: at + value.length, syntax: 'quoted', operator: '=' }))
}
