/** The values of a list with a secret-like name: `tokens: ["…", "…"]`, `API_KEYS = ('…', '…')`, `String[] secrets = {"…"}`. */
import type { Assignment } from './assign.ts'
import { items } from './items.ts'

/** Longer lists are tables: of words, of test data. */
const MOST = 40
/** A shorter or longer item is not a secret, and ends the list. */
const [SHORTEST, LONGEST] = [4, 400]

/** So many short words, in one case, are names: of services, of settings. Keys have digits, and app passwords blanks. */
const MANY = 5
const NAMES = /^(?=.{1,24}$)(?:[A-Z]?[a-z]{1,12}(?:[_.:-][a-z]{1,12})*|[A-Z]{1,12}(?:[_.:-][A-Z]{1,12})*)$/

const OPENING = /\\?["'`]?[\])]?[ \t]{0,8}(?::|=>|:?=|\()[ \t]{0,4}(?:new \w{0,20}\[\] ?|\[\]\w{0,20} ?|\w{0,12}\((?=[[{(])|c(?=\())?[[{(]/y

/** The items of the list after a name that ends at `end`; none if no list of strings follows. */
export function assignmentsInList(text: string, end: number): Assignment[] {
  OPENING.lastIndex = end
  const open = OPENING.exec(text)
  if (!open) return []
  const { pieces } = items(text, end + open[0].length)
  if (pieces.length >= MANY && pieces.every(({ text: value }) => NAMES.test(value))) return []
  const other = pieces.findIndex(({ text: { length } }) => length < SHORTEST || length > LONGEST)
  return pieces
    .slice(0, Math.min(MOST, other < 0 ? pieces.length : other))
    .map(({ text: value, at }) => ({ value, start: at, end: at + value.length, syntax: 'quoted', operator: '=' }))
}
