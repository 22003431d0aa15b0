/** Which part of a secret may be shown, wherever it occurs. */
import type { Candidate } from '../types.ts'
import { textOf } from './content.ts'
import { DOTS } from './dots.ts'

/**
 * From this length on, the last four characters may be shown: they help to find the token in a list, but not to guess it. Those of Base64
 * are part of a text.
 */
const LONG = 24

/** A public prefix, dots and, for long tokens, the last four characters. */
function masked(secret: string, prefix: string): string {
  const line = secret.split(/[\r\n]/, 1)[0] ?? ''
  if (line.startsWith('-----BEGIN ')) return `${/^-----BEGIN [A-Z0-9 ]{1,40}-----/.exec(line)?.[0] ?? '-----BEGIN'} ${DOTS}`
  const body = secret.length - prefix.length
  const isTelling = body < LONG || line.length < secret.length || !/[\x21-\x7e]{4}$/.test(secret) || textOf(secret) !== ''
  return `${visible(prefix)}${DOTS}${isTelling ? '' : secret.slice(-4)}`
}

/** The longest literal that the secret begins with, in its own case: a fixed part that every such token has. */
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
  /** What is hidden, and must not be shown elsewhere in the line either. */
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

/** Anything shorter occurs within ordinary words. */
const TELLING = 5

/** The bytes as printable text, each of the secrets masked wherever it occurs. */
export function shownText(bytes: string, [first, ...rest]: readonly Candidate[]): string {
  if (!first) return visible(bytes)
  if (first.secret === '') return shownText(bytes, rest)
  return bytes
    .split(first.secret)
    .map((piece) => shownText(piece, rest))
    .join(hide(first).masked)
}

/** The path, with secrets masked: it is printed with every finding in the file. */
export const shownPath = (path: string, candidates: readonly Candidate[]) =>
  withoutSecrets(
    path,
    candidates.filter(({ context }) => context.inName),
  )

/** `text` may be bytes or decoded. */
const withoutSecrets = (text: string, candidates: readonly Candidate[]) =>
  candidates.reduce((shown, one) => {
    const masked = () => hide(one).masked
    return one.secret === '' ? shown : shown.replaceAll(one.secret, masked).replaceAll(utf8(one.secret), masked)
  }, text)

/** How many candidates before and after a finding are considered. */
export const NEAR = 50
/** How far before a value the name it is assigned to may be, which our reasons may quote. */
const LONGEST_NAME = 200

/** Masks the secrets in the name of the value at `offset`. `beside`: the candidates around it. */
export const inName = (beside: readonly Candidate[], offset: number) => {
  const before = beside.filter(({ end }) => end > offset - LONGEST_NAME && end <= offset)
  return (name: string) => withoutSecrets(name, before)
}

/** Decodes the bytes and drops control characters, which could move the cursor. */
export const visible = (bytes: string) => utf8(bytes).replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, (symbol) => (symbol === '\t' ? '  ' : ''))

export const utf8 = (bytes: string) => Buffer.from(bytes, 'latin1').toString('utf8')
