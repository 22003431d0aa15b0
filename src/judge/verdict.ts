/** Finding → verdict: levels of the config, inline allow comments, allowances and their expiry. */
import ignore from 'ignore'
import { cleanPath } from '../path.ts'
import { REASON } from '../reason.ts'
import type { Allowance, Config, Finding, InlineMark, Level, Rule, Verdict } from '../types.ts'
import { GATE } from './thresholds.ts'

/** The line of a finding and the one above it, to search for inline allow comments. */
export interface Nearby {
  readonly line: string
  /** The line from the first place in it on that has the secret of the finding. */
  readonly rest: string
  readonly above: string
  /** A finding is in the line above: an allow comment there belongs to it. */
  readonly taken: boolean
  /** Text from these lines, with secrets masked. */
  readonly shown: (text: string) => string
  /** The name that a value is assigned to, with secrets masked. */
  readonly masked: (name: string) => string
}

interface Mark {
  /** Anywhere in the line. */
  readonly same?: RegExp
  /** In the line, after the finding: what it says is not a secret. */
  readonly after?: RegExp
  readonly above?: RegExp
  /** The same mark is used in either place. */
  readonly either?: true
}

/** The line above is nothing but a comment: at the end of a line of code, an allow comment is about that line, with a finding or without. */
const ALONE = /^\W*(?:(?:rem|dnl|_?comment\W+)[ \t]*)?leakgate:allow[ \t:]+(\S.*)$/i

/** Allow comments, with what must follow: ours requires a reason. Those of other tools are honoured if the config says so. */
const MARKS: Readonly<Record<InlineMark, Mark>> = {
  leakgate: { after: /leakgate:allow[ \t:]+(\S.*)$/, above: ALONE, either: true },
  gitleaks: { same: /gitleaks:allow/ },
  'detect-secrets': { same: /pragma:\s?(?:allow|white)list[ -]secret/i, above: /pragma:\s?(?:allow|white)list[ -]nextline[ -]secret/i },
  secretlint: { same: /secretlint-disable-line/, above: /secretlint-disable-next-line/ },
  trufflehog: { same: /trufflehog:ignore/ },
}

export function levelOf(rule: Rule, config: Config): Level {
  return config.levels[rule.id] ?? rule.level ?? 'block'
}

/** What decides on a finding, besides itself. */
interface Case {
  readonly level: Level
  /** Why it is provably not a secret, if so: then it only warns. */
  readonly refuted: string | undefined
  readonly nearby: Nearby
  readonly config: Config
  /** YYYY-MM-DD */
  readonly today: string
}

export function verdict(finding: Finding, { level, refuted, nearby, config, today }: Case): Verdict {
  const mark = inline(nearby, config.inline)
  if (mark) return { finding, outcome: 'allowed', reason: nearby.shown(mark), inline: true }
  const allowance = config.allow.find((one) => covers(one, finding) && !expired(one, today))
  if (allowance) return { finding, outcome: 'allowed', reason: allowance.reason }
  if (refuted) return { finding, outcome: 'warned', reason: `${refuted}: an example, or a format that the vendor has changed` }
  if (finding.confidence < GATE)
    return { finding, outcome: 'warned', reason: `below the gate’s threshold: ${finding.confidence.toFixed(2)} of ${GATE}` }
  return { finding, outcome: level === 'warn' ? 'warned' : 'blocked' }
}

function inline({ line, rest, above, taken }: Nearby, marks: readonly InlineMark[]): string | undefined {
  for (const mark of marks) {
    const { same, after, above: before, either } = MARKS[mark]
    const match = same?.exec(line) ?? after?.exec(rest) ?? (either && taken ? undefined : before?.exec(above))
    const reason = match && (match[1]?.replace(/\s*(?:\*\/|-->|%>|\}\})\s*$/, '').trim() ?? `${mark} mark in the line`)
    if (reason && REASON.test(Buffer.from(reason, 'latin1').toString())) return reason
  }
  return undefined
}

export function covers(allowance: Allowance, finding: Pick<Finding, 'fingerprint' | 'rule' | 'path'>): boolean {
  if (allowance.fingerprint) return allowance.fingerprint === finding.fingerprint
  if (allowance.rule && allowance.rule !== finding.rule) return false
  if (!allowance.paths) return true
  const path = cleanPath(finding.path)
  const globs = ignore({ ignorecase: false }).add([...allowance.paths])
  return globs.ignores(path) || globs.ignores(path.replaceAll('!/', '/')) // allowing an archive allows its entries, as with a folder
}

export const expired = (allowance: Allowance, today: string) => allowance.expires !== undefined && allowance.expires < today
