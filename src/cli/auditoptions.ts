/** The scope of an audit, from its options; rejects options that cannot be combined. */

import type { Scope } from '../audit/scopes.ts'
import { shardIn } from '../audit/shard.ts'
import { UserError } from '../errors.ts'
import { AUDIT } from '../judge/thresholds.ts'
import { isDate } from '../setup/fields.ts'
import { word } from '../shell.ts'
import type { Arguments } from './command.ts'

export function scopeOf(args: Arguments): Scope {
  const [commits, since, branch] = [args.text('range'), args.text('since'), args.text('branch')]
  const ranged = [commits, since, branch].some((one) => one !== undefined)
  const listed = args.text('repos') !== undefined
  const chosen = [
    args.flag('history') && '--history',
    ranged && '--range, --since or --branch',
    args.flag('ignored') && '--ignored',
    args.flag('stdin') && '--stdin',
    // With --history and the like, a PATH is a repository.
    listed && (args.flag('stdin') || args.positionals.length > 0) && '--repos',
    (listed || args.flag('stdin')) && args.positionals.length > 0 && 'PATH',
    args.flag('stdin') && args.text('shard') && '--shard',
  ].filter(Boolean)
  if (chosen.length > 1) throw new UserError(2, `${chosen.join(' and ')} cannot be combined.`, 'See: npx leakgate audit --help')
  if (args.flag('update-baseline') && (!args.text('baseline') || args.text('shard') || args.typed('format', 'output').length > 0))
    throw new UserError(
      2,
      '--update-baseline needs --baseline FILE, and neither --shard nor a report.',
      'npx leakgate audit --baseline leakgate.baseline --update-baseline',
    )
  if (args.flag('remotes') && !args.flag('history') && !ranged)
    throw new UserError(
      2,
      '--remotes needs --history or a range: it limits them to what was pushed.',
      'Example: npx leakgate audit --history --remotes',
    )
  if (args.text('path') && !args.flag('stdin'))
    throw new UserError(2, '--path needs --stdin: it names the standard input.', 'Example: npx leakgate audit --stdin --path .env')
  const shard = shardIn(args.text('shard'), wordsOf(args).join(' '))
  const [, year = '', month = '', day = ''] = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/.exec(since ?? '') ?? []
  if (year !== '' && !isDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`))
    throw new UserError(2, `There is no day ${since}: git would use another.`, 'Example: --since 2030-01-31, or --since "2 weeks ago"')
  if (ranged) return { kind: 'range', commits, since, branch, shard }
  return { kind: args.flag('history') ? 'history' : args.flag('ignored') ? 'ignored' : 'tree', shard }
}

/** Does an audit scan what this line of a baseline is from? It does if it is of all of the tree or the history; of archives, if it opens them. */
export function covering(args: Arguments, { kind }: Scope): (line: string) => boolean {
  const isPart = ['stdin', 'remotes'].some((name) => args.flag(name)) || args.text('min-confidence') !== undefined
  const isWhole = kind === 'history' || (kind === 'tree' && args.positionals.length === 0)
  return (line) => isWhole && !isPart && (args.flag('archives') || !line.includes('!/'))
}

/** The options that define the scope, quoted for a shell. */
const wordsOf = (args: Arguments) => [
  ...['history', 'remotes', 'ignored', 'archives', 'stdin'].flatMap((name) => (args.flag(name) ? [`--${name}`] : [])),
  ...args.typed('range', 'since', 'branch', 'path', 'repos', 'min-confidence').flatMap(({ option, value }) => [`--${option}`, word(value)]),
  ...args.positionals.map((path) => word(path.startsWith('-') ? `./${path}` : path)),
]

/** The command that writes the findings of the same scope to this baseline. */
export const updating = (args: Arguments, file: string) =>
  ['npx leakgate audit', ...wordsOf(args), '--baseline', word(file), '--update-baseline'].join(' ')

export function confidence(text: string | undefined): number {
  const least = Number(text ?? AUDIT)
  if (text?.trim() === '' || !(least >= 0 && least <= 1))
    throw new UserError(2, `--min-confidence needs a number from 0 to 1, not ${text}.`, 'Example: --min-confidence 0.5')
  return least
}

export function positive(text: string | undefined, option: string): number | undefined {
  if (text === undefined) return undefined
  if (!/^[1-9]\d{0,2}$/.test(text))
    throw new UserError(2, `--${option} needs a number from 1 to 999, not ${text}.`, `Example: --${option} 4`)
  return Number(text)
}
