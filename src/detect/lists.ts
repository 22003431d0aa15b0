/** The values of a list with a secret-like name: `tokens: ["…", "…"]`, `API_KEYS = ('…', '…')`, `String[] secrets = {"…"}`. */
import type { Assignment } from './assign.ts'
import { items } from './items.ts'
import { DRAWN } from './maps.ts'
import { matchAt } from './sticky.ts'

/** Longer lists are tables: of words, of test data. */
const MOST = 40
/** A shorter or longer item is not a secret, and ends the list. */
const [SHORTEST, LONGEST] = [4, 400]

/** So many short words, in one case, are names: of services, of settings. Keys have digits, and app passwords blanks. */
const MANY = 5
const NAMES = /^(?=.{1,24}$)(?:[A-Z]?[a-z]{1,12}(?:[_.:-][a-z]{1,12})*|[A-Z]{1,12}(?:[_.:-][A-Z]{1,12})*)$/

const OPENING = /\\?["'`]?[\])]?[ \t]{0,8}(?::|=>|:?=|\()[ \t]{0,4}(?:new \w{0,20}\[\] ?|\[\]\w{0,20} ?|\w{0,12}\((?=[[{(])|c(?=\())?[[{(]/y
/** YAML's list of lines, and of texts without quotes. */
const BARE = /["']?:[ \t]{0,8}(?:\[|(?=\r?\n))/y
const BARE_ITEM = /[\s,-]{0,40}([\w+/-]{24,200}={0,2})(?=[ \t]{0,4}[,\]\r\n])/y
/** `[{ "Id": 1, "Value": "…" }]` */
const OBJECT = /\s{0,40}\{(?:[^{}[\]]{0,80}[,\s])?["']?[vV]alue["']?\s{0,4}:\s{0,4}(["'])([^"'\\\n]{8,400})\1/y

/** The items of the list after a name that ends at `end`; none if no list of strings follows. */
export function assignmentsInList(text: string, end: number): Assignment[] {
  const open = matchAt(OPENING, text, end)
  const first = end + (open?.[0].length ?? 0)
  const [object = '', , value] = (open && matchAt(OBJECT, text, first)) ?? []
  if (value) return [quoted(value, first + object.length - 1 - value.length)]
  const bare = bareItems(text, end)
  if (!open || bare.length > 0) return bare
  const { pieces } = items(text, first)
  if (pieces.length >= MANY && pieces.every(({ text: value }) => NAMES.test(value))) return []
  const other = pieces.findIndex(({ text: { length } }) => length < SHORTEST || length > LONGEST)
  return pieces.slice(0, Math.min(MOST, other < 0 ? pieces.length : other)).map(({ text: value, at }) => quoted(value, at))
}

const quoted = (value: string, start: number): Assignment => ({
  value,
  start,
  end: start + value.length,
  syntax: 'quoted',
  operator: '=',
})

/** Only what is drawn: any other text without quotes may be a name. */
function bareItems(text: string, end: number): Assignment[] {
  const found: Assignment[] = []
  let at = end
  for (let item = matchAt(BARE, text, at), count = 0; item && count < MOST; item = matchAt(BARE_ITEM, text, at), count++) {
    const [all, value = ''] = item
    if (DRAWN.test(value)) found.push(quoted(value, at + all.indexOf(value)))
    at += all.length
  }
  return found
}
