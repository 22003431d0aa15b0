/** The scope of an audit, from its options; rejects options that do not go together. */
import { UserError } from '../errors.ts'
import { AUDIT } from '../judge/thresholds.ts'
import { word } from '../shell.ts'
import type { Arguments } from './command.ts'
import type { Scope } from './scopes.ts'
import { shardIn } from './shard.ts'

export function scopeOf(args: Arguments): Scope {
  const [commits, since, branch] = [args.text('range'), args.text('since'), args.text('branch')]
  const ranged = [commits, since, branch].some((one) => one !== undefined)
  const chosen = [
    args.flag('history') && '--history',
    ranged && '--range, --since or --branch',
    args.flag('ignored') && '--ignored',
    args.flag('stdin') && '--stdin',
    args.text('repos') !== undefined && args.positionals.length > 0 && '--repos',
    (args.flag('stdin') || args.text('repos') !== undefined) && args.positionals.length > 0 && 'PATH',
  ].filter(Boolean)
  if (chosen.length > 1) throw new UserError(2, `${chosen.join(' and ')} do not go together.`, 'See: npx leakgate audit --help')
  if (args.flag('update-baseline') && (!args.text('baseline') || args.text('shard')))
    throw new UserError(
      2,
      '--update-baseline wants --baseline FILE, and the whole: no --shard.',
      'npx leakgate audit --baseline leakgate.baseline --update-baseline',
    )
  if (args.flag('remotes') && !args.flag('history') && !ranged)
    throw new UserError(2, '--remotes asks what of the history has been pushed.', 'As in: npx leakgate audit --history --remotes')
  if (args.text('path') && !args.flag('stdin'))
    throw new UserError(2, '--path names what comes on standard input.', 'As in: npx leakgate audit --stdin --path .env')
  return {
    kind: args.flag('history') ? 'history' : ranged ? 'range' : args.flag('ignored') ? 'ignored' : 'tree',
    ...(commits === undefined ? {} : { commits }),
    ...(since === undefined ? {} : { since }),
    ...(branch === undefined ? {} : { branch }),
    shard: shardIn(args.text('shard'), wordsOf(args)),
  }
}

/** The options that define the scope, quoted for a shell. */
const wordsOf = (args: Arguments) =>
  [
    ...['history', 'ignored', 'archives'].flatMap((name) => (args.flag(name) ? [`--${name}`] : [])),
    ...args.typed('range', 'since', 'branch', 'repos', 'min-confidence').flatMap(({ option, value }) => [`--${option}`, word(value)]),
    ...args.positionals.map(word),
  ].join(' ')

export function confidence(text: string | undefined): number {
  const least = Number(text ?? AUDIT)
  if (!(least >= 0 && least <= 1))
    throw new UserError(2, `--min-confidence wants a number from 0 to 1: ${text} is none.`, 'As in: --min-confidence 0.5')
  return least
}

export function whole(text: string | undefined, option: string): number | undefined {
  if (text === undefined) return undefined
  if (!/^[1-9]\d{0,2}$/.test(text))
    throw new UserError(2, `--${option} wants a number from 1 to 999: ${text} is none.`, `As in: --${option} 4`)
  return Number(text)
}
