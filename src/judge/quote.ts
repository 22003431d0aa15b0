/** A text of others as a message may quote it. */
import type { Candidate } from '../types.ts'
import { covered, shownPart } from './excerpt.ts'
import { score } from './score.ts'
import { AUDIT } from './thresholds.ts'

/** Masks everything that an audit would list; a secret of several lines in each of them. */
export function quoted(text: string, found: readonly Candidate[], today: string): string {
  const secrets = covered(
    found.filter((candidate) => score(candidate, today).confidence >= AUDIT),
    text,
  )
  let from = 0
  const lines = text.split('\n').map((line) => {
    const start = from
    from += line.length + 1
    return shownPart(text, start, start + line.length, secrets)
  })
  return lines.join('\n')
}
