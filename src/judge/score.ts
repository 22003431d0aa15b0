/** Candidate → score: how likely it is a secret, and every step of the decision, for `explain`. */
import type { Candidate, Severity } from '../types.ts'
import { assignedValue } from './assigned.ts'
import { CHECKSUMS } from './checksum.ts'
import { visible } from './mask.ts'
import { example } from './proof/proof.ts'
import { isPublished } from './proof/published.ts'
import { shapedValue } from './shaped.ts'
import { AUDIT, GATE } from './thresholds.ts'

/** Takes the secrets out of a text. */
type Mask = (text: string) => string

export interface Score {
  /** 0 to 1: how likely it is a secret. */
  readonly confidence: number
  readonly severity: Severity
  /** Why the token is provably not a secret, if so: its checksum is wrong, or it is a published example. */
  readonly refuted?: string
  /** Every step of the decision; put into words only on demand. `masked`: for the name of the value. */
  readonly reasons: (masked: Mask) => readonly string[]
}

export function score(candidate: Candidate, today: string): Score {
  const { rule, secret } = candidate
  if (rule.policy) return { confidence: 1, severity: rule.severity, reasons: () => ['a policy violation: only its format counts'] }
  if (secret === '') return { confidence: 1, severity: rule.severity, reasons: () => ['refused by the file’s name'] }
  const proof = rule.checksum ? CHECKSUMS[rule.checksum]?.(secret, today) : undefined
  const severity = proof?.severity ?? rule.severity
  const before = (masked: Mask) => [
    how(candidate, masked),
    ...(proof ? [`checksum ${rule.checksum}: ${WORDS[proof.verdict]}${proof.says ? ` (${proof.says})` : ''}`] : []),
  ]
  if (proof?.verdict === 'proven') return { confidence: 0.99, severity, reasons: before }
  // What was found by its length alone is then something else.
  if (rule.run && proof?.verdict === 'refuted' && proof !== example) return { confidence: 0, severity, reasons: before }
  const opinion = rule.assigned && !rule.pattern ? assignedValue(candidate) : shapedValue(candidate)
  const reasons = (masked: Mask) => [...before(masked), ...opinion.reasons()]
  // Checksums know published examples themselves; without one, only what would be reported is looked up.
  const told = proof ?? (opinion.confidence >= AUDIT && isPublished(secret) ? example : undefined)
  if (told?.verdict !== 'refuted') return { confidence: opinion.confidence, severity, reasons }
  return { confidence: Math.min(GATE, opinion.confidence), severity, refuted: told.says ?? 'its checksum is not valid', reasons }
}

const WORDS = { proven: 'valid', refuted: 'not valid', open: 'inconclusive' } as const

/**
 * The end of a name; what precedes it may be a secret itself: `keys["…"].password`. Of a name that is too long to show, only the letters at
 * its end: it may begin with a part of a token.
 */
const LAST_PART = /(?<![\w$ \x80-\xff-])[\w$ \x80-\xff-]{1,40}$|[A-Za-z\x80-\xff]{1,40}$/

/** The whole name is masked before it is cut: what is left of a secret that was cut would not be recognized. */
function how({ rule, context }: Candidate, masked: Mask): string {
  const decoded = context.decoded ? `, decoded from ${context.decoded.join(', ')}` : ''
  if (rule.assigned) return `assigned to ${visible(LAST_PART.exec(masked(context.name ?? ''))?.[0] ?? 'a secret-like name')}${decoded}`
  if (rule.beside) return `beside one of the words ${rule.beside.join(', ').replaceAll('+', '')}, and in the right format${decoded}`
  return `${rule.literals ? `contains ${rule.literals.length > 4 ? 'one of its literals' : rule.literals.join(' or ')}, and ` : ''}matches the pattern${decoded}`
}
