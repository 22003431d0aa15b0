/** The order for readers: refused findings before others, and the most serious first. */
import { OUTCOMES, SEVERITIES } from '../gravity.ts'
import type { Verdict } from '../types.ts'
import { count } from '../wording.ts'

export const bySeverity = (verdicts: readonly Verdict[]) => [...verdicts].sort((a, b) => weight(a) - weight(b))

const weight = ({ outcome, finding }: Verdict) => OUTCOMES.indexOf(outcome) * SEVERITIES.length + SEVERITIES.indexOf(finding.severity)

/** As JSON has it: the formats round what it says further, so that they say the same of a report that was written and read again. */
export const confidenceOf = ({ confidence }: Verdict['finding']) => Number(confidence.toFixed(3))

/** All places of a secret together, in the order of their first ones. A finding in the history stays alone: its commits and steps are its own. */
export function bySecret(verdicts: readonly Verdict[]): [Verdict, ...Verdict[]][] {
  const groups = new Map<unknown, [Verdict, ...Verdict[]]>()
  for (const verdict of verdicts) {
    const { fingerprint, history } = verdict.finding
    const secret = history ? verdict : `${verdict.outcome} ${fingerprint}`
    const group = groups.get(secret)
    if (group) group.push(verdict)
    else groups.set(secret, [verdict])
  }
  return [...groups.values()]
}

/** src/app.ts:14:22 in 1a2b3c4d5e */
export function place({ path, line, column, commit }: Verdict['finding'], shown: (path: string) => string): string {
  return `${shown(path)}${line > 0 ? `:${line}:${column}` : ''}${commit ? ` in ${commit.slice(0, 10)}` : ''}`
}

/** The noun to count them by: a policy violation is not a secret. */
const kindOf = (verdicts: readonly Verdict[]) => (verdicts.some(({ finding }) => finding.policy) ? 'finding' : 'secret')

/** "2 secrets", and ", in 5 places" if there are more places than secrets. */
export function counted(verdicts: readonly Verdict[]): { readonly what: string; readonly places: string } {
  const secrets = bySecret(verdicts).length
  const places = verdicts.length > secrets ? `, in ${count(verdicts.length, 'place')}` : ''
  return { what: count(secrets, kindOf(verdicts)), places }
}
