/**
 * The values of a table column with a secret-like name: in texts (Markdown, Org, AsciiDoc, Gherkin, the output of database shells), in
 * comma- or tab-separated files (RFC 4180), and in dumps of PostgreSQL.
 */
import type { Assignment } from './assign.ts'
import { ends } from './items.ts'
import { fitsAt, matchAt } from './sticky.ts'
import { valueFrom } from './value.ts'

/** How many rows with bars are read: each of them may be a header itself. */
const MOST_BARRED = 500
const LONGEST_LINE = 2000
/** The bar of a column is at most this far from its name: some databases centre names. */
const NEAR = 200
const LONGEST_RECORD = 1 << 16

/** The line below a header: dashes, or the blank line of AsciiDoc. */
const RULE = /[ \t>]{0,8}[|+]?[ \t]{0,8}:?-{1,2000}:?[ \t]{0,8}(?:[|+]|\r?\n|$)/y
const BLANK = /\r?\n/y
/** The line above the header, in AsciiDoc. */
const FENCE = /(?:^|\n)\|={3,40}\r?\n[^\n]{0,400}$/
/** COPY accounts (id, login, password) FROM stdin; */
const COPY = /(?:^|\n)COPY [\w."]{1,120} \(([^()\n]{0,1000})$/
const FROM = /[^()\n]{0,1000}\) FROM stdin;\r?\n/y
/** Files that are a single table, with the names of the columns in the first line. */
const SEPARATED = /\.(?:csv|tsv)$/i

/** Can a row be any distance away from the names of its columns? */
export const isOneTable = (path: string, text: string) => SEPARATED.test(path) || text.includes(') FROM stdin;')

/** The values below the name at `start`..`end`, row by row; none if it is not the head of a column. */
export function assignmentsInTable(text: string, start: number, end: number, path: string): readonly Assignment[] {
  const barred = isBarred(text, start - 1, -1) || isBarred(text, end, 1)
  const separator = barred ? '|' : separatorOf(text, start, path)
  if (!separator) return copied(text, start, end)
  const before = text.slice(Math.max(0, start - LONGEST_LINE), start)
  if (start > LONGEST_LINE && !before.includes('\n')) return []
  let row = lineBehind(text, end)
  if (barred) {
    const ruled = fitsAt(RULE, text, row) || (fitsAt(BLANK, text, row) && FENCE.test(before))
    if (!ruled && (!path.endsWith('.feature') || BELOW.test(before))) return []
    if (IN_GRID.test(before)) return []
    if (ruled) row = lineBehind(text, row)
  }
  return column(text, row, separator, cellsOf(before.slice(before.lastIndexOf('\n') + 1), separator).length - 1)
}

/** Above are rows: this is no head. A title may be. */
const IN_GRID = /(?:\|[ \t]*\r?\n[ \t>]{0,80}\+[-=+]{1,900}[ \t]*\r?\n[^\n]*){2}$/

/** Above is a row, in a scenario of Gherkin: its tables have no line below the head. */
const BELOW = /\|[ \t]*\r?\n[^\n]*$/

/** Are there only blanks and marks between this place and a bar? */
function isBarred(text: string, at: number, step: 1 | -1): boolean {
  for (let i = at; Math.abs(i - at) < NEAR; i += step) {
    if (text[i] === '|') return true
    if (!MARKS.has(text[i] ?? '')) return false
  }
  return false
}
const MARKS = new Set(' \t"\'`*')

/** The rows of a dump follow the names of their columns. */
function copied(text: string, start: number, end: number): readonly Assignment[] {
  const from = matchAt(FROM, text, end)
  const columns = from && COPY.exec(text.slice(Math.max(0, start - LONGEST_LINE), start))?.[1]
  return from && columns != null ? column(text, end + from[0].length, '\t', columns.split(',').length - 1) : []
}

/** The cells of a column from the row at `from` on; those of a table with bars up to a line that has none. */
function column(text: string, from: number, separator: string, number: number): readonly Assignment[] {
  const found: Assignment[] = []
  const barred = separator === '|'
  let row = from
  for (let rows = 0; row < text.length && (rows < MOST_BARRED || !barred); rows++) {
    const end = barred || separator === '\t' ? lineBehind(text, row) : recordBehind(text, row, separator)
    const line = text.slice(row, end).replace(/\r?\n$/, '')
    if (line.startsWith('\\.') || line.startsWith('COPY ')) break // the end of the rows of a dump
    const cell = cellAt(line, separator, number)
    if (barred && !GRID.test(line) && (!cell || isRule(line))) break // it ends, or another one begins, of which the row above was the head
    const at = row + (cell?.at ?? 0)
    if (cell?.value) found.push({ ...valueFrom(cell.value, at, 'bare'), operator: '|' })
    row = end
  }
  return ends(found)
}

/** The line below a head. */
const isRule = (line: string) => line.includes('---') && !/[^\s|+:>-]/.test(line)

/** A line between two rows. */
const GRID = /^[ \t>]{0,80}\+[-=+]{1,2000}\s*$/

/** The separator of a separated file, if the name is in its header, the first line. */
function separatorOf(text: string, start: number, path: string): string | undefined {
  if (start > LONGEST_LINE || !SEPARATED.test(path)) return undefined
  const header = lineAt(text, 0)
  return start < header.length ? /[,;\t]/.exec(header)?.[0] : undefined
}

const lineAt = (text: string, at: number) => text.slice(at, at + LONGEST_LINE).split('\n', 1)[0] ?? ''

/** The start of the next line, or the end of the text. */
const lineBehind = (text: string, at: number) => text.indexOf('\n', at) + 1 || text.length

/** The same of a record, which goes on while a quote is open (RFC 4180). */
function recordBehind(text: string, at: number, separator: string): number {
  const line = lineBehind(text, at)
  if (!joined(text.slice(at, line), separator).isOpen) return line
  for (let start = line; start < text.length && start - at < LONGEST_RECORD; ) {
    const end = lineBehind(text, start)
    if (hasOddQuotes(text.slice(start, end))) return end
    start = end
  }
  return line // a quote by itself
}

/** The content of a cell, without quotes and the like; empty if it is more than one word. Undefined if the line has no such cell. */
function cellAt(line: string, separator: string, column: number): { readonly value: string; readonly at: number } | undefined {
  const cells = cellsOf(line, separator)
  const cell = cells[column]
  if (cells.length < 2 || cell === undefined) return undefined
  const value = /^[\t-\r "'`*]*([^\t-\r ]*?)[\t-\r "'`*]*$/.exec(cell)?.[1] ?? ''
  return { value, at: cells.slice(0, column).join(separator).length + (column > 0 ? 1 : 0) + cell.indexOf(value) }
}

/** The cells of a line, with their quotes. */
function cellsOf(line: string, separator: string): string[] {
  const { cells, isOpen } = joined(line, separator)
  return isOpen ? line.split(separator) : cells // an unclosed quote is just a character
}

/** A separator in quotes does not split, except in Markdown, which has no such quotes. `isOpen`: the last cell's quote is not closed. */
function joined(line: string, separator: string): { readonly cells: string[]; readonly isOpen: boolean } {
  const cells: string[] = []
  let isOpen = false
  for (const part of line.split(separator)) {
    if (isOpen) cells[cells.length - 1] += `${separator}${part}`
    else cells.push(part)
    if (separator !== '|' && (isOpen || /^\s*"/.test(part)) && hasOddQuotes(part)) isOpen = !isOpen
  }
  return { cells, isOpen }
}

const hasOddQuotes = (text: string) => text.split('"').length % 2 === 0
