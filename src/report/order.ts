/** The order for readers: refused findings before others, and the most serious first. */
import type { Verdict } from '../types.ts'

export const SEVERITIES = ['critical', 'high', 'medium', 'low'] as const
const OUTCOMES = ['blocked', 'warned', 'allowed'] as const

export const gravestFirst = (verdicts: readonly Verdict[]) => [...verdicts].sort((a, b) => weight(a) - weight(b))

const weight = ({ outcome, finding }: Verdict) => OUTCOMES.indexOf(outcome) * SEVERITIES.length + SEVERITIES.indexOf(finding.severity)

/** src/app.ts:14:22 in 1a2b3c4d5e */
export function place({ path, line, column, commit }: Verdict['finding'], shown: (path: string) => string): string {
  return `${shown(path)}${line > 0 ? `:${line}:${column}` : ''}${commit ? ` in ${commit.slice(0, 10)}` : ''}`
}

/** The noun to count them by: a policy violation is not a secret. */
export const kindOf = (verdicts: readonly Verdict[]) => (verdicts.some(({ finding }) => finding.policy) ? 'finding' : 'secret')

export const count = (number: number, what: string) => `${thousands(number)} ${what}${number === 1 ? '' : 's'}`

/** `1,234,567`. Without locale data: loading it costs a refused commit 20 ms. */
export const thousands = (number: number) => String(number).replace(/\B(?=(?:\d{3})+$)/g, ',')
