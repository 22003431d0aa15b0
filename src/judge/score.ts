/** Candidate → score: how likely it is a secret, and every step of the decision, for `explain`. */
import type { Candidate, Severity } from '../types.ts'
import { assignedValue, type Opinion } from './assigned.ts'
import { CHECKSUMS, isLogin } from './checksum.ts'
import { isChosen, isMadeUp, isPhrase } from './chosen.ts'
import { saysNothing } from './content.ts'
import { isPeriodic } from './fillers.ts'
import { harmless } from './harmless.ts'
import { publicPrefix, visible } from './mask.ts'
import { placeholder } from './placeholder.ts'
import { example } from './proof/proof.ts'
import { isPublished } from './proof/published.ts'
import { randomness } from './randomness.ts'
import { AUDIT, GATE } from './thresholds.ts'
import { wordShare } from './words.ts'

export interface Score {
  /** 0 to 1: how likely it is a secret. */
  readonly confidence: number
  readonly severity: Severity
  /** Why the token is provably not a secret, if so: its checksum is wrong, or it is a published example. */
  readonly refuted?: string
  /** Every step of the decision; put into words only on demand. `masked`: takes the secrets out of the name of the value. */
  readonly reasons: (masked: (name: string) => string) => readonly string[]
}

/** Minimum randomness of a token with a fixed format, in bits per character; ordinary words have about one, hex has more than three. */
const DRAWN = 0.7

/** Does it consist of words, known ones or plausible ones, joined by dashes and the like? Words also occur by chance, but never so many. */
const isWordy = (body: string) =>
  (wordShare(body).share > 0.7 && !/^(?=.*[a-z])(?=.*[A-Z])(?=.*\d)[\w-]+$/.test(body)) ||
  (/^[A-Za-z]+(?:[-_. ][A-Za-z]+){2,}$/.test(body) && randomness(body) < 2 * body.length)

export function score(candidate: Candidate, today: string): Score {
  const { rule, secret } = candidate
  if (rule.policy) return { confidence: 1, severity: rule.severity, reasons: () => ['a policy violation: only its format counts'] }
  if (secret === '') return { confidence: 1, severity: rule.severity, reasons: () => ['refused by the file’s name'] }
  const proof = rule.checksum ? CHECKSUMS[rule.checksum]?.(secret, today) : undefined
  const severity = proof?.severity ?? rule.severity
  const before = (masked: (name: string) => string) => [
    how(candidate, masked),
    ...(proof ? [`checksum ${rule.checksum}: ${WORDS[proof.verdict]}${proof.says ? ` (${proof.says})` : ''}`] : []),
  ]
  if (proof?.verdict === 'proven') return { confidence: 0.99, severity, reasons: before }
  // What was found by its length alone is then something else.
  if (rule.run && proof?.verdict === 'refuted' && proof !== example) return { confidence: 0, severity, reasons: before }
  const opinion = rule.assigned && !rule.pattern ? assignedValue(candidate) : ofShape(candidate)
  const reasons = (masked: (name: string) => string) => [...before(masked), ...opinion.reasons()]
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
function how({ rule, context }: Candidate, masked: (name: string) => string): string {
  const decoded = context.decoded ? `, decoded from ${context.decoded.join(', ')}` : ''
  if (rule.assigned) return `assigned to ${visible(LAST_PART.exec(masked(context.name ?? ''))?.[0] ?? 'a secret-like name')}${decoded}`
  if (rule.beside) return `beside one of the words ${rule.beside.join(', ').replaceAll('+', '')}, and in the right format${decoded}`
  return `${rule.literals ? `contains ${rule.literals.length > 4 ? 'one of its literals' : rule.literals.join(' or ')}, and ` : ''}matches the pattern${decoded}`
}

/**
 * A password as people choose them: letters with a digit or a sign among them. If the place alone shows that it is a password, known words
 * and keyboard sequences in it do not count against it.
 */
const CHOSEN = /[A-Za-z].*[^\w .-]|[A-Za-z].*\d|[^A-Z_a-z .-].*[A-Za-z]/

/** A token with a format: it must not be a placeholder, and must be random enough. */
function ofShape({ rule, secret, context }: Candidate): Opinion {
  // Found only by its name: a class name like `GoogleCloudV1DataKey` is no secret.
  const why = rule.assigned && (harmless(secret, context) ?? (wordShare(secret).share > 0.7 ? 'made of words' : undefined))
  if (why) return { confidence: 0.1, reasons: () => [why] }
  if (secret.startsWith('-----BEGIN')) return { confidence: 0.95, reasons: () => [] }
  if (rule.checksum === 'told-password' && isMadeUp(secret)) return { confidence: 0.1, reasons: () => ['made up for a text'] }
  const body = secret.slice(publicPrefix(secret, rule.literals ?? []).length)
  const chosen =
    (rule.randomness === 0 && (rule.path !== undefined || CHOSEN.test(secret))) || (isLogin(rule) && (isChosen(secret) || isPhrase(secret)))
  const kind = placeholder(secret) ?? placeholder(body) ?? (!isLogin(rule) && isPeriodic(body) ? 'repeated' : undefined)
  if (kind && !(chosen && kind === 'a sequence')) return { confidence: 0.1, reasons: () => [`looks like ${kind}`] }
  if (saysNothing(secret)) return { confidence: 0.1, reasons: () => ['a sentence or an address in base64'] }
  if (!chosen && isWordy(body)) return { confidence: 0.1, reasons: () => ['made of words'] }
  const bits = randomness(body)
  const wanted = rule.randomness ?? (body.length >= 12 ? DRAWN * Math.min(body.length, 60) : 0)
  const reasons = () => [`randomness ${bits.toFixed(0)} bits, at least ${wanted.toFixed(0)} required`]
  if (bits < wanted && !chosen) return { confidence: 0.2, reasons }
  return { confidence: rule.beside ? 0.8 : 0.95, reasons }
}
