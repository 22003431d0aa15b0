/** Where a report goes, and in which format. */

import { UserError } from '../errors.ts'
import { FORMATS } from '../report/formats.ts'
import { style } from '../report/style.ts'
import { terminal } from '../report/terminal.ts'
import type { Report } from '../types.ts'
import { type Arguments, meant, type Option } from './command.ts'
import { colourful } from './show.ts'

export const FORMAT = {
  format: { type: 'string', value: 'NAME', help: `terminal (default), ${Object.keys(FORMATS).join(', ')}` },
  all: { type: 'boolean', help: 'list all findings, however many' },
} satisfies Record<string, Option>

export function output(
  report: Report,
  args: Arguments,
  words: { readonly happened: string; readonly list: string; readonly audit: boolean },
): void {
  const name = args.text('format') ?? 'terminal'
  const format = FORMATS[name]
  const { stdout } = process
  if (format) stdout.write(format(report))
  else if (name === 'terminal') {
    const drawn = style(colourful(stdout.isTTY), stdout.columns ?? 100)
    const said = terminal(report, drawn, { ...words, rows: args.flag('all') ? Number.POSITIVE_INFINITY : (stdout.rows ?? 40) })
    stdout.write(said || (words.audit ? `\n  ${report.coverage.length} files looked at, nothing found.\n\n` : ''))
  } else
    throw new UserError(
      2,
      `There is no format ${name}.${meant(name, ['terminal', ...Object.keys(FORMATS)])}`,
      `The formats: terminal, ${Object.keys(FORMATS).join(', ')}`,
    )
}
