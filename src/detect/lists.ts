/** The values of a list with a secret-like name: `tokens: ["…", "…"]`, `API_KEYS = ('…', '…')`, `String[] secrets = {"…"}`. */
import { raw } from '../../patterns/sources.ts'
import { type Assignment, quoted } from './assign.ts'
import type { Piece } from './decode.ts'
import { AHEAD, ends, items } from './items.ts'
import { DRAWN } from './maps.ts'
import { fitsAt, matchAt } from './sticky.ts'

/** Of a longer list, so many are judged at each end. */
const MOST = 40
/** A shorter or longer item is not a secret. */
const [SHORTEST, LONGEST] = [4, 400]

/** So many short words, in one case, are names: of services, of settings. Keys have digits, and app passwords blanks. */
const MANY = 5
const NAMES = /^(?=.{1,24}$)(?:[A-Z]?[a-z]{1,12}(?:[_.:-][a-z]{1,12})*|[A-Z]{1,12}(?:[_.:-][A-Z]{1,12})*)$/

/** The name of a variable. */
const CONSTANT = /^[A-Z]{1,12}\d?(?:_(?:[A-Z]{1,12}\d?|\d))+$/

const OPENING = /\\?["'`]?[\])]?[ \t]{0,8}(?::|=>|:?=|\()[ \t]{0,4}(?:new \w{0,20}\[\] ?|\[\]\w{0,20} ?|\w{0,12}\((?=[[{(])|c(?=\())?[[{(]/y
/** YAML's list of lines, and of texts without quotes. */
const BARE = /["']?:[ \t]{0,8}(?:\[|(?=\r?\n))/y
const BARE_ITEM = /[\s,-]{0,40}(?:#[^\n]{0,120}\n[\s-]{0,40}){0,4}["']?([\w+/-]{24,200}={0,2})["']?(?=[ \t]{0,4}(?:[,\]\r\n]|$|[ \t]#))/y
/** What is no literal, as a variable. */
const OTHER_ITEM = /\s{0,40}[\w.$]{1,80}(?:\([^()\n]{0,80}\))?\s{0,8},/y
/** Follows the key of a map. */
const BEHIND_KEY = /\s{0,4}(?::|=>)/y
/** The value of such a key, to its comma. */
const OF_KEY = /\s{0,4}(?::|=>)\s{0,4}(?:"[^"\\\n]{0,200}"|'[^'\\\n]{0,200}'|[\w.$-]{1,80})\s{0,8},/y
/** A word, a number, or a version like `o4`; a number does not come first. */
const WORD = raw`(?:[A-Z]?[a-z]{1,10}|[A-Z]{1,10}|\d{1,8}(?<!^\d+)|[a-z]{1,3}\d{1,2}[a-z]?|\d[a-z])`
/** A key that is a name: `{"acme.model-4@20250514-v1": 8192}`. Others may be the secrets themselves: `{"<key>": "alice"}`. */
const NAME = new RegExp(raw`^${WORD}(?:[._:/@-]${WORD})*$`)
/** `[{ "Id": 1, "Value": "…" }]` */
const OBJECT = /\s{0,40}\{(?:[^{}[\]]{0,80}[,\s])?["']?[vV]alue["']?\s{0,4}:\s{0,4}(["'])([^"'\\\n]{8,400})\1/y

/** The items of the list after a name that ends at `end`; none if no list of strings follows. */
export function assignmentsInList(text: string, end: number): readonly Assignment[] {
  const open = matchAt(OPENING, text, end)
  const first = end + (open?.[0].length ?? 0)
  const [object = '', , value] = (open && matchAt(OBJECT, text, first)) ?? []
  if (value) return [quoted(value, first + object.length - 1 - value.length)]
  const quotedLines = quotedItems(text, end)
  const lines = quotedLines.length > 0 ? quotedLines : bareItems(text, end)
  if (!open || lines.length > 0) return lines
  const pieces = literals(text, first)
  if (pieces.length >= MANY && pieces.every(({ text: value }) => NAMES.test(value))) return []
  const told = pieces.filter(({ text: value }) => value.length >= SHORTEST && value.length <= LONGEST && !CONSTANT.test(value))
  return ends(told, MOST).map(({ text: value, at }) => quoted(value, at))
}

/** The literals of the list that begins at `start`, after its bracket, whatever else is between them. */
function literals(text: string, start: number): Piece[] {
  const pieces: Piece[] = []
  for (let at = start; at - start < AHEAD; ) {
    const { pieces: more, end } = items(text, at)
    pieces.push(...(fitsAt(BEHIND_KEY, text, end) && NAME.test(more.at(-1)?.text ?? '') ? more.slice(0, -1) : more))
    const other = matchAt(OTHER_ITEM, text, end) ?? matchAt(OF_KEY, text, end)
    if (!other) break
    at = end + other[0].length
  }
  return pieces
}

/** Only what is drawn: any other text without quotes may be a name. */
function bareItems(text: string, end: number): readonly Assignment[] {
  const found: Assignment[] = []
  let at = end
  for (let item = matchAt(BARE, text, at); item && at - end < AHEAD; item = matchAt(BARE_ITEM, text, at)) {
    const [all, value = ''] = item
    if (DRAWN.test(value)) found.push(quoted(value, at + all.lastIndexOf(value)))
    at += all.length
  }
  return ends(found, MOST)
}

/** YAML's list of quoted texts, one a line. */
const BELOW = /["']?:[ \t]{0,8}(?=\r?\n)/y
const QUOTED_ITEM =
  /((?:\r?\n[ \t]{0,40}(?:#[^\n]{0,200})?){1,4}-[ \t]{1,8})(["'])([^"'\\\r\n]{4,400})\2[ \t]{0,8}(?:#[^\n]{0,200})?(?=\r?\n|$)/y

function quotedItems(text: string, end: number): Assignment[] {
  const found: Assignment[] = []
  let at = end + (matchAt(BELOW, text, end)?.[0].length ?? 0)
  if (at === end) return found
  for (let item = matchAt(QUOTED_ITEM, text, at); item && at - end < AHEAD; item = matchAt(QUOTED_ITEM, text, at)) {
    const [all, lead = '', , value = ''] = item
    found.push(quoted(value, at + lead.length + 1))
    at += all.length
  }
  return found
}
