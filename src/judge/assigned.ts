/**
 * How likely is a value without a format, assigned to a secret-like name, to be a secret? A model decides (./trees.ts), with what it cannot
 * know: the kind of file, and how people choose passwords.
 */

import { isSourceCode } from '../../patterns/languages.ts'
import type { Candidate, Rule } from '../types.ts'
import { isChosen, isOfGoogle, isPersonal, isPhrase } from './chosen.ts'
import { features } from './features.ts'
import { filler } from './fillers.ts'
import { harmless } from './harmless.ts'
import { DOCUMENT, type Show, showAt, TRANSLATION } from './shown.ts'
import { AUDIT } from './thresholds.ts'
import { logOdds, reasons } from './trees.ts'

export interface Opinion {
  /** 0 to 1, calibrated: of the candidates with 0.8, about four in five are secrets. */
  readonly confidence: number
  readonly reasons: () => readonly string[]
}

/** The confidence of a value that is known to be harmless, whatever the model says. */
const HARMLESS = 0.02

/** No digits, and capitals only where words begin; or several words. */
const WORDS = /^(?!\S*[a-z][A-Z])\D*$|\S \S+ \S/

/** Such a place divides the odds of a secret by this much; estimated from findings in ordinary commits. */
const SHOWN = 20

export function assignedValue(given: Candidate): Opinion {
  const candidate = given.secret.includes('\\u') ? { ...given, secret: unescaped(given.secret) } : given
  const seen = features(candidate)
  const show = showAt(candidate.path)
  const chosen = isPassword(candidate)
  const isReal = chosen && show === DOCUMENT && isPersonal(candidate.secret)
  const odds = logOddsOf(candidate, seen, chosen) - (show && !isReal ? Math.log(SHOWN) : 0)
  const likely = 1 / (1 + Math.exp(-odds))
  const why = () => innocence(candidate, show)
  return {
    confidence: likely >= AUDIT && why() ? HARMLESS : likely, // most are unlikely, and need no second check
    reasons: () =>
      [
        why() ?? [chosen ? 'letters, a digit and a sign, as password policies require' : [], reasons(seen)],
        show ? `in ${show.place}` : [],
      ].flat(2),
  }
}

/** Of the model, and of what it cannot know of the value itself. */
function logOddsOf(candidate: Candidate, seen: Float64Array, chosen: boolean): number {
  const told = logOdds(seen) + (isCompared(candidate) ? Math.log(COMPARED) : 0)
  return chosen ? Math.max(told, Math.log(CHOSEN)) : told
}

/** Why the value is no secret, whatever the odds. */
function innocence({ rule, secret, context }: Candidate, show: Show | undefined): string | undefined {
  if (show === TRANSLATION && WORDS.test(secret)) return `in ${show.place}`
  return harmless(secret, context) ?? filler(secret, context, isOfPasswords(rule))
}

const isOfPasswords = ({ id }: Rule) => id === 'generic-password'

/** `\u00e9` as the letter that it stands for; letters of ASCII need no escape. Text is in Latin-1, as scanned. */
const unescaped = (secret: string) =>
  secret.replace(/\\u(?!00[0-7])([\dA-Fa-f]{4})/g, (_, code) =>
    Buffer.from(String.fromCharCode(Number.parseInt(code, 16))).toString('latin1'),
  )

/**
 * The model was trained on passwords that had been made unreadable, so it takes words for names. A password that a person chose to satisfy
 * a password policy contains words, and signs that no name has.
 */
function isPassword(candidate: Candidate): boolean {
  const { rule, secret, path, context } = candidate
  const { name = '', syntax, operator } = context
  if (syntax === 'prose') return isOfPasswords(rule) && isPersonal(secret)
  const isBare = syntax === 'bare'
  if (isBare && operator === '' && !/identified by$/i.test(name)) return isOfPasswords(rule) && isSpaced(candidate)
  if (isBare && operator !== '' && !isPlain(path)) return !isSourceCode(path) && isOfPasswords(rule) && isPersonal(secret)
  if (!isOfPasswords(rule) && (isBare || !/credentials?$/i.test(name))) return isChosen(secret) && STRICT.test(secret)
  return isChosen(secret) || isPhrase(secret) || (!isBare && isOfGoogle(secret))
}

/** Tokens and keys are seldom chosen: small and capital letters, and nothing of selectors, queries, shortcuts and versions. */
const STRICT = /^(?=.*[a-z])(?=.*[A-Z])[A-Za-z\d][\w.!@#$%^&*~-]*$/

/** `auth_pass anchor_meadow555!` in a line of its own, `--passwd Harbor!23` anywhere. */
function isSpaced({ secret, path, context: { name = '', before = '', after = '' } }: Candidate): boolean {
  if (name.startsWith('-')) return isChosen(secret)
  if (!isPlain(path) || !/^[ \t]*(?:\r?\n|$)/.test(after)) return false
  return isChosen(secret) || (/(?:^|\n)[ \t]*$/.test(before) && isPhrase(secret))
}

/** Files in which values are written without quotes: not code, nor documents, where too much else is bare. */
const isPlain = (path: string) => !isSourceCode(path) && !/\.(?:md|markdown|rst|adoc|html?|po|csv|tsv|lock|svg|map)$/i.test(path)

/** `if (password == "…")`: code compares with what it accepts, and seldom with a name. Tokens are also words of a language. */
const isCompared = ({ rule, context }: Candidate) => /^[!=]==?$/.test(context.operator ?? '') && rule.id !== 'generic-token'
const COMPARED = 3 // times the odds

/** The minimum odds of such a password. */
const CHOSEN = 4
