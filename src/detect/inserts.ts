/** The values of a column with a secret-like name: `INSERT INTO users (name, password) VALUES ('…', '…'), ('…', '…')`. */
import type { Assignment } from './assign.ts'
import { AHEAD, ends } from './items.ts'
import { fitsAt, matchAt } from './sticky.ts'

/** What can follow the name of a column. */
const COLUMN = /["'`\]]?\s{0,4}[,)]/y
const COLUMNS = /\binsert\s{1,8}(?:into\s{1,8})?[\w."`[\]]{1,80}\s{0,8}\(([^()]{0,400})$/i
const VALUES = /[^()]{0,400}\)\s{0,8}values\s{0,8}\(/iy
const VALUE = /\s{0,8}(?:N?'((?:[^'\\\n]|\\.|''){0,512})'|[^'(),\n]{0,80}(?:\([^'()\n]{0,80}\))?)\s{0,8}([,)])/y
const NEXT = /\s{0,8},\s{0,8}\(/y

/** The values, row by row, in the column whose name is at `start`..`end`; none if it is not a column. */
export function assignmentsInInsert(text: string, start: number, end: number): readonly Assignment[] {
  if (!fitsAt(COLUMN, text, end)) return []
  const open = matchAt(VALUES, text, end)
  const columns = open && COLUMNS.exec(text.slice(Math.max(0, start - 512), start))?.[1]
  if (!open || columns == null) return []
  const column = (columns.match(/,/g) ?? []).length
  const found: Assignment[] = []
  for (let at: number | undefined = end + open[0].length; at !== undefined; ) {
    const row = rowAt(text, at)
    const value = row.values[column]
    if (value?.value) found.push({ ...value, syntax: 'quoted', operator: '=' })
    const next = matchAt(NEXT, text, row.end)
    at = next ? row.end + next[0].length : undefined
  }
  return ends(found)
}

/** The values of a row, from after its bracket; one that is not a literal has an empty text. */
function rowAt(
  text: string,
  at: number,
): { readonly values: readonly Pick<Assignment, 'value' | 'start' | 'end'>[]; readonly end: number } {
  const values: Pick<Assignment, 'value' | 'start' | 'end'>[] = []
  let end = at
  for (let more = true; more && end - at < AHEAD; ) {
    const one = matchAt(VALUE, text, end)
    if (!one) break
    const [all, value = '', sign] = one
    const start = end + all.indexOf("'") + 1
    values.push({ value, start, end: start + value.length })
    end += all.length
    more = sign === ','
  }
  return { values, end }
}
