/** What a config may say: the check at the door. The JSON schema that ships in the package is made from the same table. */
import { rules } from '../../patterns/index.ts'
import { meant, UserError } from '../errors.ts'
import type { Allowance, Config, InlineMark, Level, Point, Rule, Severity } from '../types.ts'

export const LEVELS: readonly Level[] = ['block', 'warn', 'off']
export const SEVERITIES: readonly Severity[] = ['critical', 'high', 'medium', 'low']
export const MARKS: readonly InlineMark[] = ['leakgate', 'gitleaks', 'detect-secrets', 'secretlint', 'trufflehog']

type Data = Record<string, unknown>

/** Says what is wrong, and where, in the words of the config. */
class Problem extends Error {}

export function checked(file: string, data: unknown): Config {
  try {
    const top = record(data, 'the config', ['$schema', 'rules', 'own', 'allow', 'inline', 'unread', 'archives', 'checklist'])
    const own = list(top.own, 'own', ownRule)
    return {
      file,
      own,
      levels: levels(top.rules, own),
      allow: list(top.allow, 'allow', (one, at) => allowance(one, at, own)),
      inline: top.inline === undefined ? ['leakgate'] : list(top.inline, 'inline', (one, at) => oneOf(one, MARKS, at)),
      unread: top.unread === undefined ? 'block' : oneOf(top.unread, ['block', 'warn'], 'unread'),
      archives: top.archives === undefined ? false : truth(top.archives, 'archives'),
      checklist: list(top.checklist, 'checklist', (one, at) => ownPoint(one, at, own)),
    }
  } catch (cause) {
    if (!(cause instanceof Problem)) throw cause
    throw new UserError(
      2,
      `${file}: ${cause.message}`,
      'Mend the file and stage it again. `npx leakgate --help config` shows what it may say.',
      { cause },
    )
  }
}

function levels(data: unknown, own: readonly Rule[]): Record<string, Level> {
  if (data === undefined) return {}
  const known = ids(own)
  return Object.fromEntries(
    Object.entries(record(data, 'rules')).map(([id, level]) => {
      if (!known.includes(id)) throw new Problem(`there is no rule ${id}.${meant(id, known)}`)
      return [id, oneOf(level, LEVELS, `rules.${id}`)]
    }),
  )
}

function allowance(data: unknown, at: string, own: readonly Rule[]): Allowance {
  const one = record(data, at, ['fingerprint', 'rule', 'paths', 'reason', 'expires'])
  const fingerprint = optional(one.fingerprint, `${at}.fingerprint`)
  const rule = optional(one.rule, `${at}.rule`)
  const paths = one.paths === undefined ? undefined : list(one.paths, `${at}.paths`, text)
  const expires = optional(one.expires, `${at}.expires`)
  const known = ids(own)
  if (fingerprint && !/^[0-9a-f]{12}$/.test(fingerprint))
    throw new Problem(`${at}.fingerprint must be 12 hex digits, as the refusal shows them`)
  if (rule && !known.includes(rule)) throw new Problem(`${at}: there is no rule ${rule}.${meant(rule, known)}`)
  if (!fingerprint && !paths) throw new Problem(`${at} must name a fingerprint, or paths (and a rule)`)
  if (expires && (!/^\d{4}-\d\d-\d\d$/.test(expires) || Number.isNaN(Date.parse(expires))))
    throw new Problem(`${at}.expires must be a day, as 2026-12-31`)
  return {
    reason: reason(one.reason, at),
    ...(fingerprint && { fingerprint }),
    ...(rule && { rule }),
    ...(paths && { paths }),
    ...(expires && { expires }),
  }
}

function reason(data: unknown, at: string): string {
  if (typeof data !== 'string' || data.trim() === '') throw new Problem(`${at} must give a reason`)
  return data
}

function ownRule(data: unknown, at: string): Rule {
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
  const id = text(one.id, `${at}.id`)
  if (ids([]).includes(id)) throw new Problem(`${at}.id: ${id} is a rule of leakgate's own; take another name`)
  const [literals, beside, assigned, path] = (['literals', 'beside', 'assigned', 'path'] as const).map((key) =>
    one[key] === undefined ? undefined : list(one[key], `${at}.${key}`, text),
  )
  if (!literals && !beside && !assigned && !path) throw new Problem(`${at} must have literals, beside, assigned or path`)
  for (const literal of [...(literals ?? []), ...(beside ?? [])])
    if (literal.length < 3) throw new Problem(`${at}: a literal must have at least three characters, ${literal} has not`)
  const level = one.level === undefined ? undefined : oneOf(one.level, LEVELS, `${at}.level`)
  const link = optional(one.link, `${at}.link`)
  const policy = one.policy === undefined ? undefined : isTrue(one.policy, `${at}.policy`)
  if (one.randomness !== undefined && typeof one.randomness !== 'number') throw new Problem(`${at}.randomness must be a number of bits`)
  return {
    id,
    title: optional(one.title, `${at}.title`) ?? id,
    severity: one.severity === undefined ? 'high' : oneOf(one.severity, SEVERITIES, `${at}.severity`),
    ...(literals && { literals }),
    ...(beside && { beside }),
    ...(assigned && { assigned }),
    ...(path && { path }),
    ...(one.pattern === undefined
      ? {}
      : { pattern: pattern(text(one.pattern, `${at}.pattern`), optional(one.flags, `${at}.flags`) ?? '', at) }),
    ...(one.randomness === undefined ? {} : { randomness: one.randomness }),
    ...(policy && { policy }),
    ...(level && { level }),
    remedy: optional(one.remedy, `${at}.remedy`) ?? 'Take it out, and ask the team who owns this rule.',
    ...(link && { link }),
    catches: one.catches === undefined ? [] : list(one.catches, `${at}.catches`, text),
    spares: one.spares === undefined ? [] : list(one.spares, `${at}.spares`, text),
  }
}

/** A rule sees all that it says, or a person looks. */
function ownPoint(data: unknown, at: string, own: readonly Rule[]): Point {
  const one = record(data, at, ['text', 'rule', 'look'])
  const [rule, look] = [optional(one.rule, `${at}.rule`), optional(one.look, `${at}.look`)]
  if (rule && !ids(own).includes(rule)) throw new Problem(`${at}: there is no rule ${rule}.${meant(rule, ids(own))}`)
  if (!rule && !look) throw new Problem(`${at} must name a rule, or say where to look`)
  return {
    id: `own-${Number(/\d+/.exec(at)?.[0]) + 1}`,
    text: text(one.text, `${at}.text`),
    ...(rule && { rules: [rule], whole: true }),
    look: look ?? `npx leakgate audit`,
  }
}

function pattern(source: string, flags: string, at: string): RegExp {
  try {
    return new RegExp(source, flags)
  } catch (cause) {
    throw new Problem(`${at}.pattern: ${cause instanceof Error ? cause.message : 'no pattern'}`)
  }
}

const ids = (own: readonly Rule[]) => [...rules, ...own].map((rule) => rule.id)

function record(data: unknown, at: string, keys?: readonly string[]): Data {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) throw new Problem(`${at} must be an object`)
  const entries = Object.entries(data)
  for (const [key] of entries) if (keys && !keys.includes(key)) throw new Problem(`${at} has no key ${key}.${meant(key, keys)}`)
  return Object.fromEntries(entries)
}

function list<T>(data: unknown, at: string, each: (one: unknown, at: string) => T): T[] {
  if (data === undefined) return []
  if (!Array.isArray(data)) throw new Problem(`${at} must be a list`)
  return data.map((one, i) => each(one, `${at}[${i}]`))
}

function text(data: unknown, at: string): string {
  if (typeof data !== 'string' || data === '') throw new Problem(`${at} must be a text`)
  return data
}

function truth(data: unknown, at: string): boolean {
  if (typeof data !== 'boolean') throw new Problem(`${at} must be true or false`)
  return data
}

function isTrue(data: unknown, at: string): true {
  if (data !== true) throw new Problem(`${at} must be true, or left out`)
  return data
}

const optional = (data: unknown, at: string) => (data === undefined ? undefined : text(data, at))

function oneOf<T extends string>(data: unknown, choices: readonly T[], at: string): T {
  const found = choices.find((choice) => choice === data)
  if (!found) throw new Problem(`${at} must be one of ${choices.join(', ')}.${typeof data === 'string' ? meant(data, choices) : ''}`)
  return found
}
