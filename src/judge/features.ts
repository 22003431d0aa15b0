/** A candidate as numbers: what the model sees of a value, its name and its place. Never the text itself. */
import { isSourceCode } from '../../patterns/languages.ts'
import type { Candidate, Context } from '../types.ts'
import { userBefore } from './user.ts'
import { type Feature, flag, OF_VALUE, ofValue } from './value.ts'

/** The context of the value. */
interface Place {
  readonly value: string
  readonly name: string
  readonly syntax: Context['syntax']
  readonly operator: string
  /** The part of its line before the value. */
  readonly line: string
  /** The text after the value. */
  readonly after: string
  /** In lower case. */
  readonly small: { readonly value: string; readonly name: string; readonly before: string; readonly line: string }
  readonly path: string
  readonly extension: string
  readonly rule: string
}

const CONFIG = /^(?:json|ya?ml|toml|ini|cfg|conf|config|properties|env|xml|plist|tf|tfvars|hcl|example|template|dist|pp|j2)$/
const PROSE = /^(?:md|markdown|rst|txt|adoc|html?|tex)$/
const SHELL = /^(?:sh|bash|zsh|fish|ps1|bat|cmd|mk|dockerfile)$/

const OF_PLACE: readonly Feature<Place>[] = [
  ['named a password', ({ rule }) => flag(rule === 'generic-password')],
  ['named a key', ({ rule }) => flag(rule === 'generic-api-key')],
  ['named a secret', ({ rule }) => flag(rule === 'generic-secret')],
  ['named a token', ({ rule }) => flag(rule === 'generic-token')],
  ['length of the name', ({ name }) => Math.min(name.length, 60)],
  ['words of the name', ({ name }) => name.split(/[_.\s-]+|(?<=[a-z])(?=[A-Z])/).filter(Boolean).length],
  ['name in capitals', ({ name }) => flag(/[A-Z]/.test(name) && !/[a-z]/.test(name))],
  ['name is a member', ({ name }) => flag(/[.[\]]/.test(name))],
  ['name mentions tests', ({ small }) => flag(/test|example|dummy|fake|mock|sample|demo|invalid|wrong|bad|expected/.test(small.name))],
  ['name mentions a default', ({ small }) => flag(small.name.includes('default'))],
  [
    'name mentions an action',
    ({ small }) =>
      flag(/(?:^|[._-])(?:get|is|has|reset|forgot|confirm|change|verify|check|validate|show|hide|update|set)/.test(small.name)),
  ],
  ['name of an encrypted value', ({ small }) => flag(/encrypt|enc$|hash|digest|cipher/.test(small.name))],
  ['name says pass, not password', ({ small }) => flag(/(?:pass|pwd|pw)$/.test(small.name))],
  [
    'value repeats the name',
    ({ small: { name, value } }) => flag(value.length >= 4 && (value.includes(/[a-z]+$/.exec(name)?.[0] ?? '~') || name.includes(value))),
  ],
  ['name ends a phrase', ({ line, operator }) => flag(/^(?:=>|:)$/.test(operator) && /["'](?:[\w:.,-]+ )+$/.test(line))],
  ['quoted', ({ syntax }) => flag(syntax === 'quoted')],
  ['bare', ({ syntax }) => flag(syntax === 'bare')],
  ['an argument', ({ syntax }) => flag(syntax === 'argument')],
  ['an element', ({ syntax }) => flag(syntax === 'element')],
  ['in prose', ({ syntax }) => flag(syntax === 'prose')],
  ['after =', ({ operator }) => flag(/^[:?|+]?=$/.test(operator))],
  ['after :', ({ operator }) => flag(operator.endsWith(':'))],
  ['compared', ({ operator }) => flag(/==|!=/.test(operator))],
  ['after (', ({ operator }) => flag(operator.endsWith('('))],
  ['after ,', ({ operator }) => flag(operator.endsWith(','))],
  ['after a blank', ({ operator }) => flag(operator === '')],
  ['in a comment', ({ small }) => flag(/^\s*(?:#|\/\/|\/?\*|<!--|--|;|rem\b)/.test(small.line))],
  ['a user name nearby', ({ small }) => flag(/user|login|e-?mail|account|host/.test(small.before))],
  ['right after a user name', ({ small }) => flag(userBefore(small.before) !== undefined)],
  ['the line mentions tests', ({ small }) => flag(/expect|assert|should|\btest|mock|fake|example|e\.g\./.test(small.line))],
  ['words follow', ({ after }) => flag(/^[ \t]+[A-Za-z\x80-\xff]{2}/.test(after))],
  ['last in its line', ({ after }) => flag(/^["'`]?[,;)\]}]{0,3}[ \t]*(?:$|[\r\n#]|\/\/)/.test(after))],
  ['place in the line', ({ line }) => Math.min(line.length, 160)],
  ['first in its line', ({ line }) => flag(/^[ \t]*["']?[\w.-]*$/.test(line))],
  ['in source code', ({ path }) => flag(isSourceCode(path))],
  ['in config', ({ extension }) => flag(CONFIG.test(extension))],
  ['in a document', ({ extension }) => flag(PROSE.test(extension))],
  ['in a script', ({ extension }) => flag(SHELL.test(extension))],
]

/** The names, for `explain`; in the order of the model. */
export const FEATURES: readonly string[] = [...OF_VALUE, ...OF_PLACE].map(([name]) => name)

/** The part of the file name after the last dot, in lower case. */
const extensionOf = (path: string) => (/\.?([\w-]+)$/.exec(path)?.[1] ?? '').toLowerCase()

/** `setPassword(` and `with_secret(` */
const SETTER = /(?<=^|[._-])(?:set|with|using|add)_?(?=[A-Z_])/

/**
 * Normalizes the syntax: a setter call, an argument after a quoted name, and `=>` count as ordinary assignments, so that the habits of a
 * single repository do not tell the model anything.
 */
function plainly({ name = '', syntax, operator = '' }: Context): Pick<Place, 'name' | 'syntax' | 'operator'> {
  const own = name.replace(SETTER, '')
  if (own !== name && operator === '(') return { name: own, syntax: 'quoted', operator: '=' }
  return { name, syntax: syntax === 'argument' && operator !== '(' ? 'quoted' : syntax, operator: operator.replace('=>', ':') }
}

/** The features of a candidate, in the order of `FEATURES`. */
export function features({ rule, secret, path, context }: Candidate): Float64Array {
  const before = context.before ?? ''
  const line = before.slice(before.lastIndexOf('\n') + 1)
  const plain = plainly(context)
  const place: Place = {
    value: secret,
    ...plain,
    line,
    after: context.after ?? '',
    small: { value: secret.toLowerCase(), name: plain.name.toLowerCase(), before: before.toLowerCase(), line: line.toLowerCase() },
    path,
    extension: extensionOf(path),
    rule: rule.id,
  }
  const numbers = new Float64Array(FEATURES.length)
  numbers.set(ofValue(secret))
  OF_PLACE.forEach(([, of], i) => {
    numbers[OF_VALUE.length + i] = of(place)
  })
  return numbers
}
