/** Which report formats are requested, and where each goes. */
import { basename, resolve } from 'node:path'
import { UserError } from '../errors.ts'
import { FORMATS } from '../report/formats.ts'
import { didYouMean } from '../suggest.ts'
import type { Arguments, Option } from './command.ts'

const NAMES: readonly string[] = ['terminal', ...Object.keys(FORMATS)]

export const FORMAT = {
  format: {
    type: 'string',
    value: 'NAME',
    multiple: true,
    help: `terminal (default), ${Object.keys(FORMATS).join(', ')}`,
    check: (args) => void targets(args),
  },
  output: {
    type: 'string',
    value: 'FILE',
    multiple: true,
    help: 'of the --format before it, or by its name; - is stdout',
  },
  all: { type: 'boolean', help: 'list all findings, however many' },
} satisfies Record<string, Option>

interface Target {
  readonly format: string
  /** Undefined: standard output. */
  readonly file?: string
}

/** Read from left to right: `--output` takes the format before it. With one of each, the order does not matter. */
export function targets(args: Arguments): readonly Target[] {
  const typed = args.typed('format', 'output')
  const one = typed.length === 2 && typed[0]?.option !== typed[1]?.option
  const found: Target[] = []
  for (const { option, value } of one ? [...typed].sort((a, b) => (a.option < b.option ? -1 : 1)) : typed) {
    const last = found.at(-1)
    if (option === 'format') found.push({ format: named(value) })
    else if (last && last.file === undefined) found.splice(-1, 1, { ...last, file: value })
    else found.push({ format: byEnding(value), file: value })
  }
  // `-` is standard output, as for other programs.
  const all = (found.length > 0 ? found : [{ format: 'terminal', file: '-' }]).map(({ format, file }) =>
    file === undefined || file === '-' ? { format } : { format, file },
  )
  for (const [i, target] of all.entries()) {
    const twin = all.slice(0, i).find((other) => place(other) === place(target))
    if (twin) throw collision(twin, target)
  }
  return all
}

const place = ({ file }: Target) => (file === undefined ? '' : resolve(file))

function named(format: string): string {
  if (NAMES.includes(format)) return format
  throw new UserError(2, `There is no format ${format}.${didYouMean(format, NAMES)}`, `The formats: ${NAMES.join(', ')}`)
}

/** `gl-secret-detection-report.json` is GitLab's own name for its report. */
const ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/^gl-secret-detection-report\.json$/, 'gitlab'],
  [/\.sarif(?:\.json)?$/, 'sarif'],
  [/\.json$/, 'json'],
  [/\.jsonl$/, 'jsonl'],
  [/\.xml$/, 'junit'],
  [/\.md$/, 'markdown'],
  [/\.html?$/, 'html'],
  [/\.txt$/, 'terminal'],
]

function byEnding(file: string): string {
  if (file === '-') return 'terminal'
  const [, format] = ENDINGS.find(([ending]) => ending.test(basename(file).toLowerCase())) ?? []
  if (format) return format
  throw new UserError(2, `The extension of ${file} is no known format.`, `Name one: --format NAME --output ${file}, of ${NAMES.join(', ')}`)
}

function collision(one: Target, other: Target): UserError {
  const two = `${one.format} and ${other.format}`
  return other.file === undefined
    ? new UserError(2, `${two} cannot both go to standard output.`, `Name a file for one: --format ${other.format} --output FILE`)
    : new UserError(2, `${two} cannot both be written to ${other.file}.`, 'Give each a file of its own.')
}
