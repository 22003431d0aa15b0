/** The values of a column with a secret-like name: `INSERT INTO users (name, password) VALUES ('…', '…'), ('…', '…')`. */
import { type Assignment, quoted } from './assign.ts'
import { ends } from './items.ts'
import { fitsAt, matchAt } from './sticky.ts'

/** How far the list of columns is read on each side of a name, in characters. */
const MOST = 4000
/** A row is longer, or calls in it are nested deeper, only where none is meant. */
const LONGEST_ROW = 1 << 16
const DEEPEST = 8

/** What can follow the name of a column. */
const COLUMN = /["'`\]]?\s{0,80}[,)]/y
/** What stands before the list of columns, which is at most so long. */
const TABLE =
  /\b(?:insert|replace)\s{1,80}(?:(?:or\s{1,8}[a-z]{4,8}|ignore|low_priority|high_priority|delayed|overwrite|into|table)\s{1,80}){0,4}[\w."`[\]]{1,80}\s{0,80}$/i
const LONGEST_TABLE = 640
const VALUES = /[^()]{0,4000}\)\s{0,80}(?:overriding\s{1,8}\w{4,6}\s{1,8}value\s{1,80})?values?\b/iy
const BLANKS = /(?:\s|--[^\n]{0,400}(?:\n|$)|\/\*[^*]{0,400}\*\/){0,200}/y
/** A piece of a row: a text, with what tells its kind, or any other character. */
const PIECE = /(?:[NnEe]|_[a-z\d]{2,10} ?)?'((?:[^'\\]|\\.|''){0,4096})'|"((?:[^"\\]|\\.|""){0,4096})"|./sy

/** The values, row by row, in the column whose name is at `start`..`end`; none if it is not a column. */
export function assignmentsInInsert(text: string, start: number, end: number): readonly Assignment[] {
  if (!fitsAt(COLUMN, text, end)) return []
  const columns = columnsBefore(text, start)
  const open = columns !== undefined && matchAt(VALUES, text, end)
  if (!open) return []
  const column = (columns.match(/,/g) ?? []).length
  const found: Assignment[] = []
  for (let at = rowBehind(text, end + open[0].length); at !== undefined; ) {
    const { value, end: last } = rowAt(text, at, column)
    if (value) found.push(value)
    at = nextRow(text, last)
  }
  return ends(found)
}

/** The columns before the one at `start`, if this is the list of an INSERT. */
function columnsBefore(text: string, start: number): string | undefined {
  const before = text.slice(Math.max(0, start - MOST - LONGEST_TABLE), start)
  const open = before.lastIndexOf('(')
  const columns = before.slice(open + 1)
  const isList =
    open >= 0 && columns.length <= MOST && !columns.includes(')') && TABLE.test(before.slice(Math.max(0, open - LONGEST_TABLE), open))
  return isList ? columns : undefined
}

/** The text in a column of the row, which begins after its bracket. */
function rowAt(text: string, start: number, column: number): { readonly value: Assignment | undefined; readonly end: number } {
  let value: Assignment | undefined
  let end = start
  for (let depth = 0, cell = 0; end - start < LONGEST_ROW; ) {
    const [piece, single, double] = matchAt(PIECE, text, end) ?? []
    if (piece === undefined) break
    end += piece.length
    const literal = single ?? double
    if (literal && cell === column && depth === 0) value ??= quoted(literal, end - 1 - literal.length)
    if ((piece === '(' && ++depth > DEEPEST) || (piece === ')' && --depth < 0)) break
    if (piece === ',' && depth === 0) cell++
  }
  return { value, end }
}

/** Where the row that follows begins, after its bracket. */
function rowBehind(text: string, at: number): number | undefined {
  const open = behindBlanks(text, at)
  return text[open] === '(' ? open + 1 : undefined
}

function nextRow(text: string, end: number): number | undefined {
  const comma = behindBlanks(text, end)
  return text[comma] === ',' ? rowBehind(text, comma + 1) : undefined
}

const behindBlanks = (text: string, at: number) => at + (matchAt(BLANKS, text, at)?.[0].length ?? 0)
