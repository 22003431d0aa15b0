/** Brings a report to where it is wanted: standard output, files, or both. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import manifest from '../../package.json' with { type: 'json' }
import { UserError } from '../errors.ts'
import { FORMATS } from '../report/formats.ts'
import { style } from '../report/style.ts'
import { terminal } from '../report/terminal.ts'
import type { Report } from '../types.ts'
import type { Arguments } from './command.ts'
import { colourful } from './show.ts'
import { FORMAT, type Target, targets } from './targets.ts'

export { FORMAT }

export interface Words {
  readonly happened: string
  readonly list: string
  readonly audit: boolean
}

export function output(report: Report, args: Arguments, words: Words): void {
  const made = { version: manifest.version, at: new Date() }
  for (const { format, file } of targets(args)) {
    const text = FORMATS[format]?.(report, made) ?? drawn(report, words, file !== undefined || args.flag('all'), file === undefined)
    if (file === undefined) process.stdout.write(text)
    else write({ format, file }, file, text)
  }
}

/** As on a terminal; in a file without colours, and with all findings. */
function drawn(report: Report, words: Words, all: boolean, live: boolean): string {
  const { isTTY, columns, rows } = process.stdout
  const said = terminal(report, style(live && colourful(isTTY), live ? (columns ?? 100) : 100), {
    ...words,
    rows: all ? Number.POSITIVE_INFINITY : (rows ?? 40),
  })
  return said || (words.audit ? `\n  ${report.coverage.length} files looked at, nothing found.\n\n` : '')
}

function write({ format }: Target, file: string, text: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new UserError(2, `The ${format} report cannot be written: ${why}`, 'Name a file that can be written: --output FILE', { cause })
  }
  process.stderr.write(`leakgate: ${file} is written (${format}).\n`)
}
