/** What of a secret may be seen, wherever it stands. */
import type { Candidate } from '../types.ts'

export const DOTS = '••••••••'
/** From this length on, the last four characters may be shown: they help to find the token in a list, and are no help to guess it. */
const LONG = 24

/** A public prefix, dots, and for long tokens the last four characters. */
function masked(secret: string, prefix: string): string {
  const line = secret.split(/[\r\n]/, 1)[0] ?? ''
  if (line.startsWith('-----BEGIN ')) return `${/^-----BEGIN [A-Z0-9 ]{1,40}-----/.exec(line)?.[0] ?? '-----BEGIN'} ${DOTS}`
  const body = secret.length - prefix.length
  return `${prefix}${DOTS}${body >= LONG && line.length === secret.length ? secret.slice(-4) : ''}`
}

/** The longest of the literals with which the secret begins, as it stands there: a fixed part that every such token has. */
export function publicPrefix(secret: string, literals: readonly string[]): string {
  const lower = secret.slice(0, 40).toLowerCase()
  const fixed = literals.filter((literal) => lower.startsWith(literal.toLowerCase()) && literal.length < secret.length)
  return secret.slice(0, Math.max(0, ...fixed.map((literal) => literal.length)))
}

/** A span of the text, and what is shown in its place. */
export interface Hidden {
  readonly start: number
  readonly end: number
  readonly masked: string
  /** What is hidden, and nobody may read in the same line either. */
  readonly secrets: readonly string[]
}

export function hide({ rule, start, end, secret }: Candidate): Hidden {
  const prefix = publicPrefix(secret, rule.literals ?? [])
  const body = secret.slice(prefix.length)
  return {
    start,
    end,
    masked: secret === '' ? '' : masked(secret, prefix),
    secrets: [secret, body].filter(({ length }) => length >= TELLING),
  }
}

/** What is shorter stands in many a word. */
const TELLING = 5

/** The bytes as a person may see them, each of the secrets masked wherever it stands. */
export function shownText(bytes: string, [first, ...rest]: readonly Candidate[]): string {
  if (!first) return visible(bytes)
  if (first.secret === '') return shownText(bytes, rest)
  return bytes
    .split(first.secret)
    .map((piece) => shownText(piece, rest))
    .join(hide(first).masked)
}

/** The path, secrets in it masked: whatever is found in the file, its name is told with it. */
export const shownPath = (path: string, candidates: readonly Candidate[]) =>
  withoutSecrets(
    path,
    candidates.filter(({ context }) => context.inName),
  )

export const withoutSecrets = (text: string, candidates: readonly Candidate[]) =>
  candidates.reduce((shown, one) => (one.secret === '' ? shown : shown.replaceAll(one.secret, () => hide(one).masked)), text)

/** The bytes as the text that they are, without what would move the cursor. */
export const visible = (bytes: string) => utf8(bytes).replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, (symbol) => (symbol === '\t' ? '  ' : ''))

export const utf8 = (bytes: string) => Buffer.from(bytes, 'latin1').toString('utf8')
