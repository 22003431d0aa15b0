/** Writes a report to its targets: standard output, files, or both. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, isAbsolute, join, relative } from 'node:path'
import manifest from '../../package.json' with { type: 'json' }
import { UserError } from '../errors.ts'
import { FORMATS } from '../report/formats.ts'
import { headline } from '../report/headline.ts'
import type { Provenance } from '../report/provenance.ts'
import { printable, type Style, style } from '../report/style.ts'
import { type Words as Terminal, terminal } from '../report/terminal.ts'
import { unreadIn } from '../report/unread.ts'
import { word } from '../shell.ts'
import type { Report } from '../types.ts'
import { count } from '../wording.ts'
import type { Arguments } from './command.ts'
import { styleOf } from './show.ts'
import { targets } from './targets.ts'

export interface Words {
  readonly happened: string
  readonly list: string
  readonly audit: boolean
  readonly fix?: Terminal['fix']
}

/** Where an audit found something. */
export const happened = (kind: string) => (kind === 'history' ? 'in the history' : 'in these files')

/** The same command, with one more option. */
export const again = (option: string) => `npx leakgate ${process.argv.slice(2).map(word).join(' ')} ${option}`

/** The command that takes a file of the repository at `top` out of the next commit. */
export const fixIn = (top: string | undefined) => (path: string) =>
  top === undefined || isAbsolute(path) || path.startsWith('../') ? undefined : `npx leakgate fix ${word(relative('.', join(top, path)))}`

/** Rows where there is no terminal: a hook's refusal is read at once, an audit in the log of a pipeline. */
const [SCREEN, LOG] = [40, 120]

export function output(report: Report, args: Arguments, words: Words): void {
  deliver(args, (format, drawing, made, all) => {
    const rows = all || args.flag('all') ? Number.POSITIVE_INFINITY : process.stdout.rows || (words.audit ? LOG : SCREEN)
    return FORMATS[format]?.(report, made) ?? rendered(report, drawing, { ...words, rows })
  })
  if (targets(args).some(({ format }) => format === 'jsonl')) tellUnread(report)
  if (targets(args).every(({ file }) => file !== undefined)) process.stderr.write(`leakgate: ${headline(report).text}.\n`)
}

/** One finding per line leaves no room for what could not be scanned. */
function tellUnread({ coverage }: Report): void {
  for (const { path, why } of unreadIn(coverage))
    process.stderr.write(`leakgate: ${printable(path)} could not be scanned: ${printable(why)}\n`)
}

/** `make` returns the text of a format; `all`: it is for a file, without row limit and colours. */
export function deliver(args: Arguments, make: (format: string, drawing: Style, made: Provenance, all: boolean) => string): void {
  const made = { version: manifest.version, at: new Date() }
  const failures: UserError[] = []
  for (const { format, file } of targets(args)) {
    if (file === undefined) process.stdout.write(make(format, styleOf(process.stdout), made, false))
    else failures.push(...write(format, file, make(format, style(false, 100), made, true)))
  }
  const [first, ...others] = failures
  for (const { message } of others) process.stderr.write(`leakgate: ${printable(message)}\n`)
  if (first) throw first // after the others are written
}

/** An audit says what it scanned, if that is all there is to say but for notes. */
function rendered(report: Report, drawing: Style, words: Words & { readonly rows: number }): string {
  const text = terminal(report, drawing, words)
  const isClean = words.audit && headline(report).mood === 'clean' && (report.coverage.length > 0 || text === '')
  return isClean ? `\n  ${count(report.coverage.length, 'file')} scanned, ${nothing(report)}.\n${text || '\n'}` : text
}

function nothing({ verdicts }: Report): string {
  const allowed = verdicts.filter(({ outcome }) => outcome === 'allowed').length
  return allowed > 0 ? `nothing found except ${count(allowed, 'allowed finding')}` : 'nothing found'
}

/** Returns the error if it fails. */
function write(format: string, file: string, text: string): UserError[] {
  try {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause)
    return [new UserError(2, `The ${format} report cannot be written: ${why}`, 'Give a writable file: --output FILE', { cause })]
  }
  process.stderr.write(`leakgate: ${printable(file)} is written (${format}).\n`)
  return []
}
