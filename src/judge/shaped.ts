/** How likely is a token with a format to be a secret? It must be no placeholder, and random enough. */
import type { Candidate, Context, Rule } from '../types.ts'
import type { Opinion } from './assigned.ts'
import { isLogin } from './checksum.ts'
import { isChosen, isPhrase } from './chosen.ts'
import { saysNothing } from './content.ts'
import { isPeriodic } from './fillers.ts'
import { harmless } from './harmless.ts'
import { isMadeUp } from './madeup.ts'
import { publicPrefix } from './mask.ts'
import { placeholder } from './placeholder.ts'
import { randomness } from './randomness.ts'
import { isOfWords } from './words.ts'

/** Minimum randomness of a token with a fixed format, in bits per character; ordinary words have about one, hex has more than three. */
const DRAWN = 0.7

export function shapedValue({ rule, secret, context }: Candidate): Opinion {
  const named = rule.assigned ? harmlessByName(secret, context) : undefined
  if (named) return unlikely(named)
  if (secret.startsWith('-----BEGIN')) return { confidence: 0.95, reasons: () => [] }
  const body = secret.slice(publicPrefix(secret, rule.literals ?? []).length)
  const chosen = isPassword(rule, secret)
  const said = saidBy(rule, secret, body, chosen)
  if (said) return unlikely(said)
  const bits = randomness(body)
  const wanted = rule.randomness ?? (body.length >= 12 ? DRAWN * Math.min(body.length, 60) : 0)
  const reasons = () => [`randomness ${bits.toFixed(0)} bits, at least ${wanted.toFixed(0)} required`]
  if (bits < wanted && !chosen) return { confidence: 0.2, reasons }
  return { confidence: rule.beside ? 0.8 : 0.95, reasons }
}

const unlikely = (why: string): Opinion => ({ confidence: 0.1, reasons: () => [why] })

/** Found only by its name: a class name like `GoogleCloudV1DataKey` is no secret. */
const harmlessByName = (secret: string, context: Context) => harmless(secret, context) ?? (isOfWords(secret) ? 'made of words' : undefined)

/**
 * A password as people choose them: letters with a digit or a sign among them. If the place alone shows that it is a password, known words
 * and keyboard sequences in it do not count against it.
 */
const CHOSEN = /[A-Za-z].*[^\w .-]|[A-Za-z].*\d|[^A-Z_a-z .-].*[A-Za-z]/

const isPassword = (rule: Rule, secret: string) =>
  (rule.randomness === 0 && (rule.path !== undefined || CHOSEN.test(secret))) || (isLogin(rule) && (isChosen(secret) || isPhrase(secret)))

/** What the token says, if it is made of words or the like. `body`: what follows its fixed part. */
function saidBy(rule: Rule, secret: string, body: string, chosen: boolean): string | undefined {
  if (rule.checksum === 'told-password' && isMadeUp(secret)) return 'made up for a text'
  const kind = placeholder(secret) ?? placeholder(body) ?? (!isLogin(rule) && isPeriodic(body) ? 'repeated' : undefined)
  if (kind && !(chosen && kind === 'a sequence')) return `looks like ${kind}`
  if (saysNothing(secret)) return 'a sentence or an address in base64'
  return !chosen && isWordy(body) ? 'made of words' : undefined
}

/** Does it consist of words, known ones or plausible ones, joined by dashes and the like? Words also occur by chance, but never so many. */
const isWordy = (body: string) =>
  (isOfWords(body) && !/^(?=.*[a-z])(?=.*[A-Z])(?=.*\d)[\w-]+$/.test(body)) ||
  (/^[A-Za-z]+(?:[-_. ][A-Za-z]+){2,}$/.test(body) && randomness(body) < 2 * body.length)
