/** The values of a list that has a telling name: `tokens: ["…", "…"]`, `API_KEYS = ('…', '…')`, `String[] secrets = {"…"}`. */
import type { Assignment } from './assign.ts'

/** Longer lists are tables: of words, of test data. */
const MOST = 40

const OPENING = /\\?["'`]?[\])]?[ \t]{0,8}(?::|=>|:?=|\()[ \t]{0,4}(?:new \w{0,20}\[\] ?|\[\]\w{0,20} ?|\w{0,12}\()?[[{(]\s{0,40}/y
const ITEM = /\\?(["'`])([^"'`\\\r\n]{4,400})\\?\1\s{0,8},?\s{0,40}/y

/** What stands in the list behind a name that ends at `end`; none if no list of texts follows. */
export function listed(text: string, end: number): Assignment[] {
  OPENING.lastIndex = end
  const open = OPENING.exec(text)
  if (!open) return []
  const values: Assignment[] = []
  for (let at = end + open[0].length; values.length < MOST; ) {
    ITEM.lastIndex = at
    const item = ITEM.exec(text)
    const [all = '', , value = ''] = item ?? []
    if (!item) break
    const start = at + all.indexOf(value)
    values.push({ value, start, end: start + value.length, syntax: 'quoted', operator: '=' })
    at += all.length
  }
  return values
}
