/** A judge's opinion of a point, from the facts alone. */
import { builtin } from '../detect/builtin.ts'
import type { Finding } from '../types.ts'
import { firstOf } from '../wording.ts'
import type { Evidence } from './assessment.ts'
import type { Facts } from './facts.ts'

export interface Opinion {
  /** Breaches: with any of them, the point fails. */
  readonly evidence: readonly Evidence[]
  /** Without a breach: what was verified. Left out: the rest of the point decides. */
  readonly state?: 'holds' | 'not here' | 'look'
  /** The reason, as a clause. */
  readonly because?: string
  /** Is what this rule finds in this file no breach, as the judge has read the file as a whole? */
  readonly instead?: (rule: string, path: string) => boolean
}

export type Judge = (facts: Facts) => Opinion

/** What a rule would say if it knew the file as a whole: it counts as a finding of that rule, and is remedied alike. */
export const byRule = (rule: string, told: Pick<Evidence, 'path' | 'line' | 'says'>): Evidence => {
  return { ...told, remedy: builtin.rules.find(({ id }) => id === rule)?.remedy ?? '', rule }
}

/** Breaches make the point fail; open questions leave it to a person. */
export const judged = (evidence: readonly Evidence[], open: readonly string[]): Opinion =>
  open.length > 0 ? { evidence, state: 'look', because: firstOf(open) } : { evidence }

/** For evidence that quotes its line: the quote is dropped if the line contains a secret. */
export const unquoted = (evidence: readonly Evidence[], { tree }: Facts): Evidence[] =>
  evidence.map((one) => {
    const secret = tree.find(
      ({ finding: { policy, path, line, endLine } }) => !policy && path === one.path && line <= one.line && one.line <= endLine,
    )
    return secret ? { ...one, says: `a line with a secret: ${secret.finding.title}` } : one
  })

/** How many characters of a line are quoted. */
const ENOUGH = 80

/** A policy violation is shown by its line, with everything masked that could be a secret. */
export function evidenceOf({ title, masked, excerpt, policy, path, line, remedy }: Finding): Evidence {
  const told = (policy ? excerpt.text : masked).trim().slice(0, ENOUGH)
  return { path, line, says: told === '' ? title : `${title}: ${told}`, remedy }
}
