/** Prints a report or a text on the terminal, and computes the exit code of a report. */
import { type Style, style } from '../report/style.ts'
import { terminal } from '../report/terminal.ts'
import type { Report } from '../types.ts'
import { inert } from '../wording.ts'

/** To standard error, like all hook output in git. */
export function show(report: Report, words: { readonly happened: string; readonly list: string }): void {
  process.stderr.write(terminal(report, styleOf(process.stderr), { ...words, rows: process.stderr.rows || 40 }))
}

/** How to draw for a stream: in its width, with colours if it shows them. A pseudo-terminal of a hook manager may report a width of 0. */
export const styleOf = ({ isTTY, columns }: NodeJS.WriteStream): Style => style(colourful(isTTY), columns || 100)

/** Prints lines without colours. They may quote what others wrote: names of files, the config, the output of another program. */
export const say = (lines: string) => process.stdout.write(inert(lines))

/** NO_COLOR wins over FORCE_COLOR, and both over the kind of the stream. */
function colourful(isTerminal: boolean | undefined): boolean {
  if (process.env.NO_COLOR) return false
  const forced = process.env.FORCE_COLOR
  return forced ? forced !== '0' && forced !== 'false' : Boolean(isTerminal) && process.env.TERM !== 'dumb'
}

/** 0 clean, 1 refused, 3 something could not be scanned. */
export function exitCode({ verdicts, coverage, unread }: Report): number {
  if (verdicts.some(({ outcome }) => outcome === 'blocked')) return 1
  return unread === 'block' && coverage.some((one) => one.unread) ? 3 : 0
}
