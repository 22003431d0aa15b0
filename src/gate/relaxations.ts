/** Reports that a commit relaxes its own config. */
import { type Entry, isZero } from '../collect/staged.ts'
import { builtin } from '../detect/builtin.ts'
import { expired, levelOf } from '../judge/verdict.ts'
import { today } from '../settings.ts'
import { DEFAULTS, PLACES } from '../setup/config.ts'
import type { Config, Level, Rule } from '../types.ts'
import { count } from '../wording.ts'
import { committedConfig } from './committed.ts'

/** One line if this commit allows more or checks less; else none. `config`: as it will be committed. */
export async function relaxations(config: Config = DEFAULTS, entries: readonly Entry[]): Promise<string[]> {
  if (!entries.some((entry) => isConfig(entry, config))) return []
  const before = (await committedConfig('HEAD').catch(() => undefined)) ?? DEFAULTS // an invalid one refused everything
  const more = missing(config.allow, before.allow, ({ reason: _, ...what }) => JSON.stringify(what)).filter((one) => !expired(one, today()))
  const marks = more.filter(({ fingerprint }) => fingerprint).length
  const parts = [
    marks > 0 ? `allows ${count(marks, 'more finding')}` : '',
    ...more.map((one) => (one.fingerprint ? '' : `allows ${one.rule ?? 'any finding'} in ${one.paths?.join(', ')}`)),
    listed('lowers the level of', weaker(before, config)),
    listed(
      'drops the rule',
      missing(before.own, config.own, ({ id }) => id).map(({ id }) => id),
    ),
    listed('changes the rule', rewritten(before, config)),
    listed(
      'honours allow comments of',
      missing(config.inline, before.inline, (mark) => mark),
    ),
    config.unread === 'warn' && before.unread === 'block' ? 'lets files pass that cannot be scanned' : '',
    before.archives && !config.archives ? 'no longer scans archives' : '',
  ].filter(Boolean)
  return parts.length > 0 ? [`This commit relaxes ${config.file ?? before.file}: it ${parts.join(', and ')}.`] : []
}

/** package.json changes often, but seldom contains a config: it counts only if it contains one, or may have contained one. */
function isConfig({ path, oldId }: Entry, { file }: Config): boolean {
  if (path === 'package.json') return file === path || (file === undefined && !isZero(oldId))
  return PLACES.some((place) => place === path)
}

const listed = (does: string, names: readonly string[]) => (names.length > 0 ? `${does} ${names.join(', ')}` : '')

/** What is in `these` but not in `those`. */
function missing<T>(these: readonly T[], those: readonly T[], key: (one: T) => string): T[] {
  const known = new Set(those.map(key))
  return these.filter((one) => !known.has(key(one)))
}

const STRICTNESS: readonly Level[] = ['off', 'warn', 'block']

function weaker(before: Config, after: Config): string[] {
  const asked = (rule: Rule, config: Config) => STRICTNESS.indexOf(levelOf(rule, config))
  const was = new Map([...builtin.rules, ...before.own].map((rule) => [rule.id, asked(rule, before)]))
  return [...builtin.rules, ...after.own].filter((rule) => asked(rule, after) < (was.get(rule.id) ?? 0)).map(({ id }) => id)
}

/** Custom rules that now match something else. */
function rewritten(before: Config, after: Config): string[] {
  const looks = ({ id, literals, beside, assigned, pattern, path, randomness, policy }: Rule) =>
    JSON.stringify([id, literals, beside, assigned, String(pattern), path, randomness, policy])
  const was = new Map(before.own.map((rule) => [rule.id, looks(rule)]))
  return after.own.filter((rule) => was.has(rule.id) && was.get(rule.id) !== looks(rule)).map(({ id }) => id)
}
