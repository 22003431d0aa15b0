/** A candidate in numbers: what the model sees of a value, its name and its place. Never the text itself. */
import { isSourceCode } from '../../patterns/languages.ts'
import type { Candidate, Context } from '../types.ts'
import { KINDS, kindOf } from './kinds.ts'
import { placeholder, sequential } from './placeholder.ts'
import { randomness } from './randomness.ts'
import { wordShare } from './words.ts'

const share = (value: string, form: RegExp) => (value.match(form)?.length ?? 0) / value.length
const count = (value: string, form: RegExp) => value.match(form)?.length ?? 0
const flag = (is: boolean) => (is ? 1 : 0)

interface Facts {
  readonly value: string
  readonly name: string
  readonly syntax: Context['syntax']
  readonly operator: string
  /** Of what stands before, what is in the same line. */
  readonly line: string
  /** In lower case: patterns without regard to case are far dearer to make. */
  readonly small: { readonly value: string; readonly name: string; readonly before: string; readonly line: string }
  readonly path: string
  readonly extension: string
  readonly rule: string
  readonly kind: string | undefined
  readonly placeholder: string | undefined
  readonly bits: number
  readonly words: { readonly share: number; readonly longest: number }
}

/** Shannon's entropy of the value's own characters, in bits a character. */
function entropy(value: string): number {
  const counts = new Map<string, number>()
  for (const symbol of value) counts.set(symbol, (counts.get(symbol) ?? 0) + 1)
  let bits = 0
  for (const one of counts.values()) bits -= (one / value.length) * Math.log2(one / value.length)
  return bits
}

/** 0 lower case, 1 upper case, 2 digit, 3 else. */
const classOf = (symbol: string) => (/[a-z]/.test(symbol) ? 0 : /[A-Z]/.test(symbol) ? 1 : /\d/.test(symbol) ? 2 : 3)

function transitions(value: string): number {
  let changes = 0
  for (let i = 1; i < value.length; i++) if (classOf(value[i - 1] ?? '') !== classOf(value[i] ?? '')) changes++
  return changes / value.length
}

const longestRun = (value: string, form: RegExp) => Math.max(0, ...(value.match(form) ?? []).map((run) => run.length))

const CONFIG = /^(?:json|ya?ml|toml|ini|cfg|conf|config|properties|env|xml|plist|tf|tfvars|hcl|example|template|dist|pp|j2)$/
const PROSE = /^(?:md|markdown|rst|txt|adoc|html?|tex)$/
const SHELL = /^(?:sh|bash|zsh|fish|ps1|bat|cmd|mk|dockerfile)$/

/**
 * Each feature by name, so that `explain` can name what decided. Their order is the model's: since setters and `=>` count as any other sign
 * (`plainly`), `name of a setter` and `after =>` are 0, and go when the model is learnt again.
 */
export const FEATURES: readonly (readonly [string, (facts: Facts) => number])[] = [
  ['length', ({ value }) => Math.min(value.length, 200)],
  ['randomness', ({ bits }) => Math.min(bits, 400)],
  ['randomness a character', ({ bits, value }) => bits / value.length],
  ['entropy a character', ({ value }) => entropy(value)],
  ['distinct characters', ({ value }) => new Set(value).size / value.length],
  ['digits', ({ value }) => share(value, /\d/g)],
  ['lower-case letters', ({ value }) => share(value, /[a-z]/g)],
  ['upper-case letters', ({ value }) => share(value, /[A-Z]/g)],
  ['other characters', ({ value }) => share(value, /[^A-Za-z0-9]/g)],
  ['changes of class', ({ value }) => transitions(value)],
  ['longest run of letters', ({ value }) => longestRun(value, /[A-Za-z]+/g)],
  ['longest run of digits', ({ value }) => longestRun(value, /\d+/g)],
  ['vowels among letters', ({ small: { value } }) => count(value, /[aeiou]/g) / Math.max(1, count(value, /[a-z]/g))],
  ['only hex', ({ small }) => flag(/^[0-9a-f]+$/.test(small.value))],
  ['only base64', ({ value }) => flag(/^[A-Za-z0-9+/_-]+={0,2}$/.test(value))],
  ['only letters', ({ value }) => flag(/^[A-Za-z]+$/.test(value))],
  ['length of a hash', ({ small }) => flag(/^(?:[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64}|[0-9a-f]{128})$/.test(small.value))],
  ['spaces', ({ value }) => count(value, /\s/g)],
  ['dots', ({ value }) => count(value, /\./g)],
  ['slashes', ({ value }) => count(value, /[/\\]/g)],
  ['dashes', ({ value }) => count(value, /-/g)],
  ['underscores', ({ value }) => count(value, /_/g)],
  ['colons', ({ value }) => count(value, /:/g)],
  ['brackets', ({ value }) => count(value, /[()[\]{}<>]/g)],
  ['punctuation of passwords', ({ value }) => count(value, /[!@#$%^&*?~]/g)],
  ['ends with =', ({ value }) => flag(value.endsWith('='))],
  ['begins with a capital', ({ value }) => flag(/^[A-Z][a-z]/.test(value))],
  ['begins with a symbol', ({ value }) => flag(/^[^A-Za-z0-9]/.test(value))],
  ['known words', ({ words }) => words.share],
  ['longest known word', ({ words }) => words.longest],
  ['counts on', ({ value }) => sequential(value)],
  ['a placeholder', ({ placeholder: one }) => flag(one !== undefined)],
  ['an example', ({ placeholder: one }) => flag(one === 'an example' || one === 'a placeholder word')],
  ...KINDS.map((kind): readonly [string, (facts: Facts) => number] => [`looks like ${kind}`, (facts) => flag(facts.kind === kind)]),
  ['named a password', ({ rule }) => flag(rule === 'generic-password')],
  ['named a key', ({ rule }) => flag(rule === 'generic-api-key')],
  ['named a secret', ({ rule }) => flag(rule === 'generic-secret')],
  ['named a token', ({ rule }) => flag(rule === 'generic-token')],
  ['length of the name', ({ name }) => Math.min(name.length, 60)],
  ['words of the name', ({ name }) => name.split(/[_.\s-]+|(?<=[a-z])(?=[A-Z])/).filter(Boolean).length],
  ['name in capitals', ({ name }) => flag(/[A-Z]/.test(name) && !/[a-z]/.test(name))],
  ['name is a member', ({ name }) => flag(/[.[\]]/.test(name))],
  ['name speaks of tests', ({ small }) => flag(/test|example|dummy|fake|mock|sample|demo|invalid|wrong|bad|expected/.test(small.name))],
  ['name speaks of a default', ({ small }) => flag(small.name.includes('default'))],
  [
    'name speaks of an action',
    ({ small }) =>
      flag(/(?:^|[._-])(?:get|is|has|reset|forgot|confirm|change|verify|check|validate|show|hide|update|set)/.test(small.name)),
  ],
  ['name of a setter', ({ name, operator }) => flag(/(?:^|[._-])(?:set|with|using|add)_?[A-Z_]/.test(name) && operator.endsWith('('))],
  ['name of an encrypted value', ({ small }) => flag(/encrypt|enc$|hash|digest|cipher/.test(small.name))],
  ['name says pass, not password', ({ small }) => flag(/(?:pass|pwd|pw)$/.test(small.name))],
  [
    'value repeats the name',
    ({ small: { name, value } }) => flag(value.length >= 4 && (value.includes(/[a-z]+$/.exec(name)?.[0] ?? '~') || name.includes(value))),
  ],
  ['quoted', ({ syntax }) => flag(syntax === 'quoted')],
  ['bare', ({ syntax }) => flag(syntax === 'bare')],
  ['an argument', ({ syntax }) => flag(syntax === 'argument')],
  ['an element', ({ syntax }) => flag(syntax === 'element')],
  ['in prose', ({ syntax }) => flag(syntax === 'prose')],
  ['after =', ({ operator }) => flag(/^[:?|+]?=$/.test(operator))],
  ['after :', ({ operator }) => flag(operator.endsWith(':'))],
  ['after =>', ({ operator }) => flag(operator.endsWith('=>'))],
  ['compared', ({ operator }) => flag(/==|!=/.test(operator))],
  ['after (', ({ operator }) => flag(operator.endsWith('('))],
  ['after ,', ({ operator }) => flag(operator.endsWith(','))],
  ['after a blank', ({ operator }) => flag(operator === '')],
  ['in a comment', ({ small }) => flag(/^\s*(?:#|\/\/|\/?\*|<!--|--|;|rem\b)/.test(small.line))],
  ['a user stands near', ({ small }) => flag(/user|login|e-?mail|account|host/.test(small.before))],
  ['the line speaks of tests', ({ small }) => flag(/expect|assert|should|\btest|mock|fake|example|e\.g\./.test(small.line))],
  ['place in the line', ({ line }) => Math.min(line.length, 160)],
  ['in source code', ({ path }) => flag(isSourceCode(path))],
  ['in config', ({ extension }) => flag(CONFIG.test(extension))],
  ['in a document', ({ extension }) => flag(PROSE.test(extension))],
  ['in a script', ({ extension }) => flag(SHELL.test(extension))],
]

/** The last part of the name, in lower case. */
const extensionOf = (path: string) => (/\.?([\w-]+)$/.exec(path)?.[1] ?? '').toLowerCase()

/** `setPassword(` and `with_secret(` */
const SETTER = /(?<=^|[._-])(?:set|with|using|add)_?(?=[A-Z_])/

/** What a setter is called with, and what `=>` points to, is assigned as by any other sign: one repository's habits must not tell. */
function plainly({ name = '', syntax, operator = '' }: Context): Pick<Facts, 'name' | 'syntax' | 'operator'> {
  const own = name.replace(SETTER, '')
  return own !== name && operator === '('
    ? { name: own, syntax: 'quoted', operator: '=' }
    : { name, syntax, operator: operator.replace('=>', ':') }
}

export function features({ rule, secret, path, context }: Candidate): Float64Array {
  const before = context.before ?? ''
  const line = before.slice(before.lastIndexOf('\n') + 1)
  const plain = plainly(context)
  const facts: Facts = {
    value: secret,
    ...plain,
    line,
    small: { value: secret.toLowerCase(), name: plain.name.toLowerCase(), before: before.toLowerCase(), line: line.toLowerCase() },
    path,
    extension: extensionOf(path),
    rule: rule.id,
    kind: kindOf(secret),
    placeholder: placeholder(secret),
    bits: randomness(secret),
    words: wordShare(secret),
  }
  return Float64Array.from(FEATURES, ([, of]) => of(facts))
}
