/**
 * How likely is a value without a format, assigned to a secret-like name, to be a secret? A model of gradient-boosted trees over the
 * features of src/judge/features.ts decides; it is trained on labelled lines of public code (src/build/learn.ts), and stored in
 * patterns/model.ts.
 */

import { isSourceCode } from '../../patterns/languages.ts'
import { BIAS, FEATURES_OF_NODES, STEPS, VALUES } from '../../patterns/model.ts'
import type { Candidate } from '../types.ts'
import { isChosen, isOfGoogle, isPersonal, isPhrase } from './chosen.ts'
import { FEATURES, features } from './features.ts'
import { harmless } from './harmless.ts'
import { AUDIT } from './thresholds.ts'

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

/** No digits, and capitals only where words begin. */
const WORDS = /^(?!\S*[a-z][A-Z])\D*$/

/** Such a place divides the odds of a secret by this much; estimated from findings in ordinary commits. */
const SHOWN = 20

export function assignedValue(given: Candidate): Opinion {
  const candidate = given.secret.includes('\\u') ? { ...given, secret: unescaped(given.secret) } : given
  const { secret, path, context } = candidate
  const seen = features(candidate)
  const place = path.toLowerCase()
  const show = SHOWS.find(({ form }) => form.test(place) || form.test(path))
  const chosen = isPassword(candidate)
  const told = logOdds(seen) + (isCompared(candidate) ? Math.log(COMPARED) : 0)
  const odds = chosen ? Math.max(told, Math.log(CHOSEN)) : told
  const shown = show && !(chosen && show === DOCUMENT && isPersonal(secret))
  const likely = 1 / (1 + Math.exp(-(odds - Math.log(shown ? SHOWN : 1))))
  const why = () => (show === TRANSLATION && WORDS.test(secret) ? `in ${show.place}` : harmless(secret, context))
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

interface Model {
  readonly features: Int8Array
  readonly roots: readonly number[]
  /** Of leaves, what they add; of inner nodes, their thresholds. Stored without the lower half of their bits. */
  readonly values: Float32Array
  /** Per inner node: the offset of its right child. */
  readonly steps: Uint8Array
}

let model: Model | undefined

function opened(): Model {
  if (model) return model
  const features = new Int8Array(numbers(FEATURES_OF_NODES))
  model = {
    features,
    roots: rootsOf(features),
    values: new Float32Array(Uint32Array.from(new Uint16Array(numbers(VALUES)), (upper) => upper << 16).buffer),
    steps: new Uint8Array(numbers(STEPS)),
  }
  return model
}

/** The root of each tree: a tree ends when all its inner nodes have their leaves. */
function rootsOf(features: Int8Array): number[] {
  const roots = [0]
  let open = 1
  for (const [node, feature] of features.entries()) {
    open += feature < 0 ? -1 : 1
    if (open > 0) continue
    roots.push(node + 1)
    open = 1
  }
  return roots.slice(0, -1)
}

const numbers = (text: string) => Uint8Array.from(Buffer.from(text, 'base64')).buffer

/**
 * The leaf of a tree for these features; `asked` collects the features tested on the way. Nodes are in pre-order: the left child is the
 * next node. A leaf has feature -1, and its value is what it adds; the value of an inner node is the threshold up to which one goes left.
 */
function leafOf({ features, values, steps }: Model, root: number, seen: Float64Array, asked?: number[]): number {
  let node = root
  for (let feature = features[node] ?? -1; feature >= 0; feature = features[node] ?? -1) {
    asked?.push(feature)
    node = (seen[feature] ?? 0) <= (values[node] ?? 0) ? node + 1 : node + (steps[node] ?? 0)
  }
  return node
}

function logOdds(seen: Float64Array): number {
  const model = opened()
  let odds = BIAS
  for (const root of model.roots) odds += model.values[leafOf(model, root, seen)] ?? 0
  return odds
}

/** How much each feature moved the odds. */
function decidedBy(seen: Float64Array): Float64Array {
  const model = opened()
  const decided = new Float64Array(seen.length)
  for (const root of model.roots) {
    const asked: number[] = []
    const added = model.values[leafOf(model, root, seen, asked)] ?? 0
    for (const feature of asked) decided[feature] = (decided[feature] ?? 0) + added / asked.length
  }
  return decided
}

/** The features that moved the odds the most, for `explain`. */
function reasons(seen: Float64Array): string[] {
  const decided = decidedBy(seen)
  return FEATURES.map((name, i) => ({ name, value: seen[i] ?? 0, by: decided[i] ?? 0 }))
    .sort((a, b) => Math.abs(b.by) - Math.abs(a.by))
    .slice(0, 5)
    .map(
      ({ name, value, by }) =>
        `${name}: ${Number.isInteger(value) ? value : value.toFixed(2)} (speaks ${by > 0 ? 'for' : 'against'} a secret)`,
    )
}
