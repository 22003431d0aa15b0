/** A custom rule. */
import { rules } from '../../patterns/index.ts'
import { SEVERITIES } from '../gravity.ts'
import type { Level, Rule } from '../types.ts'
import { inBytes, spelled } from './bytes.ts'
import { isTrue, line, list, oneOf, optional, Problem, record, text } from './fields.ts'

export const LEVELS: readonly Level[] = ['block', 'warn', 'off']

/** The ids of all rules; those of the built-in ones are cached. */
export function ids(own: readonly Rule[]): string[] {
  ours ??= rules.map(({ id }) => id)
  return [...ours, ...own.map(({ id }) => id)]
}

let ours: readonly string[] | undefined

/** The last words of a name, in lower case, separated by spaces: names are split at every other character. */
export const NAME = /^!?(?:\+?[a-z0-9]+|[a-z0-9]+(?: [a-z0-9]+)+)$/

export function ownRule(data: unknown, at: string): Rule {
  const one = record(data, at, [
    'id',
    'title',
    'severity',
    'literals',
    'beside',
    'assigned',
    'pattern',
    'flags',
    'path',
    'randomness',
    'policy',
    'level',
    'remedy',
    'link',
    'catches',
    'spares',
  ])
  const id = line(one.id, `${at}.id`)
  if (ids([]).includes(id)) throw new Problem(`${at}.id: ${id} is a built-in rule; use another id`)
  const [literals, beside, assigned, path] = (['literals', 'beside', 'assigned', 'path'] as const).map((key) =>
    one[key] === undefined ? undefined : list(one[key], `${at}.${key}`, text),
  )
  if (!literals && !beside && !assigned && !path) throw new Problem(`${at} must have literals, beside, assigned or path`)
  for (const literal of [...(literals ?? []), ...(beside ?? [])])
    if (literal.length < 3) throw new Problem(`${at}: a literal must have at least three characters: ${literal} has fewer`)
  for (const [i, name] of (assigned ?? []).entries())
    if (!NAME.test(name)) throw new Problem(`${at}.assigned[${i}]: a name is lower-case words, like api key`)
  if (beside && one.pattern === undefined) throw new Problem(`${at} must have a pattern: beside only says where to search for it`)
  const source = optional(one.pattern, `${at}.pattern`) ?? literals?.map(escaped).join('|')
  const flags = optional(one.flags, `${at}.flags`) ?? (one.pattern === undefined ? 'i' : '')
  const level = one.level === undefined ? undefined : oneOf(one.level, LEVELS, `${at}.level`)
  const link = optional(one.link, `${at}.link`, line)
  const policy = one.policy === undefined ? undefined : isTrue(one.policy, `${at}.policy`)
  if (one.randomness !== undefined && typeof one.randomness !== 'number') throw new Problem(`${at}.randomness must be a number of bits`)
  return {
    id,
    title: optional(one.title, `${at}.title`, line) ?? id,
    severity: one.severity === undefined ? 'high' : oneOf(one.severity, SEVERITIES, `${at}.severity`),
    ...(literals && { literals: literals.flatMap(spelled) }),
    ...(beside && { beside: beside.flatMap(spelled) }),
    ...(assigned && { assigned }),
    ...(path && { path }),
    ...(source !== undefined && { pattern: pattern(source, flags, `${at}.pattern`) }),
    ...(one.randomness === undefined ? {} : { randomness: one.randomness }),
    ...(policy && { policy }),
    ...(level && { level }),
    remedy: optional(one.remedy, `${at}.remedy`, line) ?? 'Remove it, and ask the team that owns this rule.',
    ...(link && { link }),
    catches: one.catches === undefined ? [] : list(one.catches, `${at}.catches`, text),
    spares: one.spares === undefined ? [] : list(one.spares, `${at}.spares`, text),
  }
}

const escaped = (literal: string) => literal.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')

function pattern(source: string, flags: string, at: string): RegExp {
  try {
    new RegExp(source, flags) // for an error message about the source as written
    return new RegExp(inBytes(source, flags, at), flags)
  } catch (cause) {
    if (cause instanceof Problem) throw cause
    const why = /^Invalid regular expression: .*: (.*)$/s.exec(cause instanceof Error ? cause.message : '')?.[1] // what precedes it is the pattern
    throw new Problem(`${at} is not a regular expression: ${why ?? 'it has unknown flags'}`)
  }
}
