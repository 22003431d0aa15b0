/** What a token tells of itself, without a network. */
import type { Severity } from '../../types.ts'

export interface Proof {
  /** proven: the checksum holds; refuted: it does not, and the format is known well enough to say so; open: nothing can be told. */
  readonly verdict: 'proven' | 'refuted' | 'open'
  /** What it tells in words, for `explain` and reports; holds no part of the secret: "AWS account 123456789012", "expired 2023-11-14". */
  readonly says?: string
  /** Severity that follows from what it tells, if other than the rule's (an expired JWT is low). */
  readonly severity?: Severity
}

/** `today` is YYYY-MM-DD. */
export type Prove = (secret: string, today: string) => Proof

export const proven: Proof = { verdict: 'proven' }
export const open: Proof = { verdict: 'open' }
export const refuted: Proof = { verdict: 'refuted', says: 'its checksum does not hold' }
export const example: Proof = { verdict: 'refuted', says: 'a published example' }

/** A verdict and what there is to say; what is undefined is left out. */
export function told(verdict: Proof['verdict'], says: readonly (string | undefined)[], severity?: Severity): Proof {
  const words = says.filter((word) => word !== undefined).join(', ')
  return { verdict, ...(words !== '' && { says: words }), ...(severity && { severity }) }
}

/** A name that a token brings along, if it is one that can be printed. */
export function named(what: string, value: unknown): string | undefined {
  return typeof value === 'string' && /^[A-Za-z0-9][\w .:/@-]{0,59}$/.test(value) ? `${what} ${value}` : undefined
}
