/** What a judge says of a point, from the facts alone. */
import type { Finding } from '../types.ts'
import type { Evidence } from './assessment.ts'
import type { Facts } from './facts.ts'

export interface Opinion {
  /** Breaches: with one, the point fails. */
  readonly evidence: readonly Evidence[]
  /** Where there is no breach: what was verified. Left out: the point’s own rule decides. */
  readonly state?: 'holds' | 'not here' | 'look'
  /** Why, in a clause. */
  readonly because?: string
}

export type Judge = (facts: Facts) => Opinion

/** Breaches make the point fail; what is open makes it one to look at. */
export const judged = (evidence: readonly Evidence[], open: readonly string[]): Opinion =>
  open.length > 0 ? { evidence, state: 'look', because: named(open) } : { evidence }

/** For evidence that quotes its line: nothing of one in which a secret stands. */
export const unquoted = (evidence: readonly Evidence[], { tree }: Facts): Evidence[] =>
  evidence.map((one) => {
    const secret = tree.find(
      ({ finding: { policy, path, line, endLine } }) => !policy && path === one.path && line <= one.line && one.line <= endLine,
    )
    return secret ? { ...one, says: `here, where there is a secret: ${secret.finding.title}` } : one
  })

/** So many characters of a line are enough to know it by. */
const ENOUGH = 80

/** A breach of policy is told by its line, in which nothing is left that could be a secret. */
export function evidenceOf({ title, masked, excerpt, policy, path, line, remedy }: Finding): Evidence {
  const told = (policy ? excerpt.text : masked).trim().slice(0, ENOUGH)
  return { path, line, says: told === '' ? title : `${title}: ${told}`, remedy }
}

export const counted = (count: number, one: string) => `${count.toLocaleString('en')} ${one}${count === 1 ? '' : 's'}`

/** At most three names, and how many more there are. */
export const named = (names: readonly string[]) =>
  `${names.slice(0, 3).join(', ')}${names.length > 3 ? ` and ${names.length - 3} more` : ''}`
