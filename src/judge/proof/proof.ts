/** What a token reveals about itself, offline. */
import type { Severity } from '../../types.ts'

export interface Proof {
  /** proven: the checksum is valid; refuted: it is not, and the format is known well enough to say so; open: neither. */
  readonly verdict: 'proven' | 'refuted' | 'open'
  /** For `explain` and reports, without any part of the secret: "AWS account 123456789012", "expired 2023-11-14". */
  readonly says?: string
  /** Overrides the severity of the rule (an expired JWT is low). */
  readonly severity?: Severity
}

/** `today` is YYYY-MM-DD. */
export type Prove = (secret: string, today: string) => Proof

export const proven: Proof = { verdict: 'proven' }
export const open: Proof = { verdict: 'open' }
export const refuted: Proof = { verdict: 'refuted', says: 'its checksum is not valid' }
export const example: Proof = { verdict: 'refuted', says: 'a published example' }

/** A verdict and its explanations; undefined ones are left out. */
export function proofOf(verdict: Proof['verdict'], says: readonly (string | undefined)[], severity?: Severity): Proof {
  const words = says.filter((word) => word !== undefined).join(', ')
  return { verdict, ...(words !== '' && { says: words }), ...(severity && { severity }) }
}

/** A name contained in a token, if it is printable. */
export function named(what: string, value: unknown): string | undefined {
  return typeof value === 'string' && /^[A-Za-z0-9][\w .:/@-]{0,59}$/.test(value) ? `${what} ${value}` : undefined
}
