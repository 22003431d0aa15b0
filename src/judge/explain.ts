/** Every step of a decision, for candidates that became findings and for those that did not. Never the secret. */
import type { Candidate, Change, Config, Outcome } from '../types.ts'
import { fingerprintOf } from './fingerprint.ts'
import { Lines } from './lines.ts'
import { hide, inName, NEAR, shownPath } from './mask.ts'
import { score } from './score.ts'
import { AUDIT, GATE } from './thresholds.ts'
import { levelOf } from './verdict.ts'

export interface Steps {
  readonly rule: string
  readonly title: string
  readonly path: string
  readonly line: number
  readonly endLine: number
  readonly masked: string
  readonly fingerprint: string
  readonly steps: readonly string[]
}

/** What became of a finding, with the reason of an allowance. */
interface Became {
  readonly outcome: Outcome
  readonly reason?: string
}

export interface ExplainSettings {
  readonly config: Config
  /** YYYY-MM-DD */
  readonly today: string
  /** By fingerprint. */
  readonly outcomes: ReadonlyMap<string, Became>
}

export function explained(change: Change, found: readonly Candidate[], { config, today, outcomes }: ExplainSettings): Steps[] {
  const [starts, ends] = [new Lines(change.text, change.line), new Lines(change.text, change.line)]
  const shown = shownPath(change.path, found)
  const scored = [...found].sort(inOrder).map((candidate) => ({ candidate, ...score(candidate, today) }))
  return scored.map(({ candidate, confidence, reasons, refuted }, i) => {
    const { rule, start, end } = candidate
    const before = scored.slice(Math.max(0, i - NEAR), i).filter((one) => one.confidence >= AUDIT)
    const masked = inName(
      before.map((one) => one.candidate),
      start,
    )
    const fingerprint = fingerprintOf(candidate, change.text)
    const level = levelOf(rule, config)
    const became = outcomes.get(fingerprint)
    return {
      rule: rule.id,
      title: rule.title,
      path: shown,
      line: end === 0 ? 0 : starts.at(start).line,
      endLine: end === 0 ? 0 : ends.at(Math.max(start, end - 1)).line,
      masked: hide(candidate).masked,
      fingerprint,
      steps: [
        ...reasons(masked),
        `confidence ${confidence.toFixed(2)}: the gate requires ${GATE}, an audit ${AUDIT}`,
        ...(refuted ? [`${refuted}: it only warns`] : []),
        `level ${level}${config.levels[rule.id] ? `, set in ${config.file}` : ''}`,
        ending(confidence, level, became),
      ],
    }
  })
}

/** By offset, so that the text is read only once for the line numbers. */
const inOrder = (a: Candidate, b: Candidate) => a.start - b.start || a.end - b.end

function ending(confidence: number, level: string, became: Became | undefined): string {
  if (level === 'off') return 'the rule is off'
  if (confidence < AUDIT) return 'no finding'
  if (confidence < GATE) return 'listed by an audit, not refused by the gate'
  if (!became) return 'no finding of its own: a more specific rule applies, or it is not new'
  return `${became.outcome}${became.reason ? `: ${became.reason}` : ''}`
}
