/** What a config may contain: its validation. The JSON schema in the package is made from the same tables. */
import { FINGERPRINT } from '../fingerprint.ts'
import { REASON } from '../reason.ts'
import type { Allowance, Config, InlineMark, Level, Point, Rule } from '../types.ts'
import { isQuotable } from '../wording.ts'
import { isDate, list, noRule, oneOf, optional, Problem, record, text, truth } from './fields.ts'
import { ids, LEVELS, ownRule } from './own.ts'

export const MARKS: readonly InlineMark[] = ['leakgate', 'gitleaks', 'detect-secrets', 'secretlint', 'trufflehog']

/** The config, or the problem as a message. */
export function checked(file: string, data: unknown): Config | string {
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
    if (cause instanceof Problem) return cause.message
    throw cause
  }
}

function levels(data: unknown, own: readonly Rule[]): Record<string, Level> {
  if (data === undefined) return {}
  const known = ids(own)
  return Object.fromEntries(
    Object.entries(record(data, 'rules')).map(([id, level], i) => {
      if (!known.includes(id)) throw noRule(id, `rules[${i}]`, known)
      return [id, oneOf(level, LEVELS, isQuotable(id) ? `rules.${id}` : `rules[${i}]`)]
    }),
  )
}

function allowance(data: unknown, at: string, own: readonly Rule[]): Allowance {
  const one = record(data, at, ['fingerprint', 'rule', 'paths', 'reason', 'expires'])
  const fingerprint = optional(one.fingerprint, `${at}.fingerprint`)
  const rule = optional(one.rule, `${at}.rule`)
  const paths = one.paths === undefined ? undefined : list(one.paths, `${at}.paths`, text)
  const expires = optional(one.expires, `${at}.expires`)
  const known = rule ? ids(own) : []
  if (fingerprint && !FINGERPRINT.test(fingerprint)) throw new Problem(`${at}.fingerprint must be 12 hex digits, as the refusal shows them`)
  if (rule && !known.includes(rule)) throw noRule(rule, at, known)
  if (!fingerprint && !paths) throw new Problem(`${at} must have a fingerprint, or paths (and a rule)`)
  if (paths?.length === 0) throw new Problem(`${at}.paths must not be empty: it would allow nothing`)
  if (expires && !isDate(expires)) throw new Problem(`${at}.expires must be a date, like 2026-12-31`)
  return {
    reason: reason(one.reason, at),
    ...(fingerprint && { fingerprint }),
    ...(rule && { rule }),
    ...(paths && { paths }),
    ...(expires && { expires }),
  }
}

function reason(data: unknown, at: string): string {
  if (typeof data !== 'string' || !REASON.test(data)) throw new Problem(`${at} must have a reason`)
  return data
}

/** Checked by a rule, which must see all of it, or by a person. */
function ownPoint(data: unknown, at: string, own: readonly Rule[]): Point {
  const one = record(data, at, ['text', 'rule', 'look'])
  const [rule, look] = [optional(one.rule, `${at}.rule`), optional(one.look, `${at}.look`)]
  if (rule && !ids(own).includes(rule)) throw noRule(rule, at, ids(own))
  if (!rule && !look) throw new Problem(`${at} must have a rule, or say where to look`)
  return {
    id: `own-${Number(/\d+/.exec(at)?.[0]) + 1}`,
    text: text(one.text, `${at}.text`),
    ...(rule && { rules: [rule], whole: true }),
    look: look ?? `npx leakgate audit`,
  }
}
