/** Shows a report at the terminal, and says what it comes to. */
import { style } from '../report/style.ts'
import { terminal } from '../report/terminal.ts'
import type { Report } from '../types.ts'

/** To standard error, as git does with the output of hooks. A terminal that a manager of hooks makes up may be of no width. */
export function show(report: Report, words: { readonly happened: string; readonly list: string }): void {
  const { isTTY, columns, rows } = process.stderr
  process.stderr.write(terminal(report, style(colourful(isTTY), columns || 100), { ...words, rows: rows || 40 }))
}

/** NO_COLOR wins over FORCE_COLOR, and both over what the stream is. */
export function colourful(isTerminal: boolean | undefined): boolean {
  if (process.env.NO_COLOR) return false
  const forced = process.env.FORCE_COLOR
  return forced ? forced !== '0' && forced !== 'false' : Boolean(isTerminal) && process.env.TERM !== 'dumb'
}

/** 0 clean, 1 refused, 3 something could not be looked at. */
export function exitCode({ verdicts, coverage, unread }: Report): number {
  if (verdicts.some(({ outcome }) => outcome === 'blocked')) return 1
  return unread === 'block' && coverage.some((one) => one.unread) ? 3 : 0
}
