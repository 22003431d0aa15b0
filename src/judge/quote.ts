/** A text of others as a message may quote it. */
import type { Candidate } from '../types.ts'
import { covered, shownPart } from './excerpt.ts'
import { score } from './score.ts'
import { AUDIT } from './thresholds.ts'

/** Masks everything that an audit would list. */
export function quoted(text: string, found: readonly Candidate[], today: string): string {
  const secrets = found.filter((candidate) => score(candidate, today).confidence >= AUDIT)
  return shownPart(text, 0, text.length, covered(secrets, text))
}
