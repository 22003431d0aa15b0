/**
 * How likely is a value without a format, assigned to a secret-like name, to be a secret? A model decides (./trees.ts), with what it cannot
 * know: the kind of file, and how people choose passwords.
 */

import { isSourceCode } from '../../patterns/languages.ts'
import type { Candidate } from '../types.ts'
import { isChosen, isOfGoogle, isPersonal, isPhrase } from './chosen.ts'
import { features } from './features.ts'
import { filler } from './fillers.ts'
import { harmless } from './harmless.ts'
import { AUDIT } from './thresholds.ts'
import { logOdds, reasons } from './trees.ts'

export interface Opinion {
  /** 0 to 1, calibrated: of the candidates with 0.8, about four in five are secrets. */
  readonly confidence: number
  readonly reasons: () => readonly string[]
}

/** The confidence of a value that is known to be harmless, whatever the model says. */
const HARMLESS = 0.02

/** A place where values are only shown: matched against the path, as it is and in lower case. */
interface Show {
  readonly place: string
  readonly form: RegExp
}

const TRANSLATION: Show = {
  place: 'a translation',
  form: /(?:^|\/)(?:lang|languages?|locales?|localization|i18n|l10n|translations?|nls|msgs|dictionar(?:y|ies))\/|\.lproj\/|\/res\/values-[a-z]{2}|(?:^|\/)messages\/[a-z]{2}(?:[-_][A-Za-z]{2,4})?\.\w{2,4}$|\.(?:po|pot|arb|resx|xlf|xliff)$|(?:messages|labels|strings|resources)_(?!qa|ci|db)[a-z]{2}(?:_[a-z]{2,4})?\.(?:properties|java|dart)$/,
}

const DOCUMENT: Show = { place: 'a document', form: /(?:^|\/)docs?\/|(?:^|\/)(?:readme|changelog)|\.(?:md|markdown|rst|adoc)$/ }

const SHOWS: readonly Show[] = [
  TRANSLATION,
  DOCUMENT,
  {
    place: 'a place for tests or examples',
    form: /(?:^|\/)(?:tests?|__tests__|specs?|testdata|fixtures?|examples?|samples?|mocks?|__mocks__|demos?|e2e|cypress|testing)\/|[._-](?:tests?|spec|example|sample|mock)s?\.\w+$|\.(?:example|sample|template|dist)$|(?:^|\/)tests?_|(?:^|\/)(?:swagger|openapi)[\w.-]*\.(?:json|ya?ml)$|(?:^|[/._-])seed(?:s|er|ers)?(?:\/|\.\w+$)|\.snap$/,
  },
  // LoginTests.cs, UserServiceTest.java
  {
    place: 'a place for tests or examples',
    form: /[a-z\d](?:Tests?|Specs?|TestCase|IT|Stories)\.\w+$|\.stories\.\w+$/,
  },
]

/** No digits, and capitals only where words begin; or several words. */
const WORDS = /^(?!\S*[a-z][A-Z])\D*$|\S \S+ \S/

/** Such a place divides the odds of a secret by this much; estimated from findings in ordinary commits. */
const SHOWN = 20

export function assignedValue(given: Candidate): Opinion {
  const candidate = given.secret.includes('\\u') ? { ...given, secret: unescaped(given.secret) } : given
  const { rule, secret, path, context } = candidate
  const seen = features(candidate)
  const place = path.toLowerCase()
  const show = SHOWS.find(({ form }) => form.test(place) || form.test(path))
  const chosen = isPassword(candidate)
  const told = logOdds(seen) + (isCompared(candidate) ? Math.log(COMPARED) : 0)
  const odds = chosen ? Math.max(told, Math.log(CHOSEN)) : told
  const shown = show && !(chosen && show === DOCUMENT && isPersonal(secret))
  const likely = 1 / (1 + Math.exp(-(odds - Math.log(shown ? SHOWN : 1))))
  const why = () =>
    show === TRANSLATION && WORDS.test(secret)
      ? `in ${show.place}`
      : (harmless(secret, context) ?? filler(secret, context, rule.id === 'generic-password'))
  return {
    confidence: likely >= AUDIT && why() ? HARMLESS : likely, // most are unlikely, and need no second check
    reasons: () =>
      [
        why() ?? [chosen ? 'letters, a digit and a sign, as password policies require' : [], reasons(seen)],
        show ? `in ${show.place}` : [],
      ].flat(2),
  }
}

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
  if (syntax === 'prose') return rule.id === 'generic-password' && isPersonal(secret)
  const isBare = syntax === 'bare'
  if (isBare && operator === '' && !/identified by$/i.test(name)) return rule.id === 'generic-password' && isSpaced(candidate)
  if (isBare && operator !== '' && !isPlain(path)) return !isSourceCode(path) && rule.id === 'generic-password' && isPersonal(secret)
  if (rule.id !== 'generic-password' && (isBare || !/credentials?$/i.test(name))) return isChosen(secret) && STRICT.test(secret)
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
const COMPARED = 2 // times the odds

/** The minimum odds of such a password. */
const CHOSEN = 4
