/** A value without a shape, assigned to a telling name: is it a secret? */
import type { Candidate } from '../types.ts'
import { placeholder } from './placeholder.ts'
import { randomness } from './randomness.ts'

export interface Opinion {
  readonly confidence: number
  readonly reasons: readonly string[]
}

/** Source code, in which a bare value is an expression and no text. */
const CODE =
  /\.(?:[cm]?[jt]sx?|py|pyi|go|rs|java|kts?|scala|groovy|cs|fs|vb|rb|php|swift|mm?|c|cc|cpp|cxx|h|hh|hpp|dart|lua|pl|pm|r|jl|ex|exs|erl|hs|clj|sol|vue|svelte|html?|jsp|cshtml|css|scss|less)$/i
/** Where values stand for show. */
const SHOW =
  /(?:^|\/)(?:tests?|__tests__|spec|specs|testdata|fixtures?|examples?|samples?|docs?|mocks?|__mocks__|demo|demos|e2e|cypress|testing)\/|[._-](?:test|spec|example|sample|mock)s?\.\w+$|(?:^|\/)(?:test_|README|CHANGELOG)|\.md$|\.rst$/i

export function assignedValue({ path, secret, context }: Candidate): Opinion {
  const kind = placeholder(secret) ?? notSecret(secret, context.syntax ?? 'bare', CODE.test(path), context.name ?? '')
  if (kind) return { confidence: 0.05, reasons: [`looks like ${kind}`] }
  const bits = randomness(secret)
  const show = SHOW.test(path)
  const wanted = context.syntax === 'prose' || context.syntax === 'argument' || context.syntax === 'bare' ? 20 : 14
  const reasons = [
    `randomness ${bits.toFixed(0)} bits, at least ${show ? wanted * 2 : wanted} wanted${show ? ' in a place for examples' : ''}`,
  ]
  return { confidence: bits >= (show ? wanted * 2 : wanted) ? 0.75 : 0.3, reasons }
}

/** What else stands to the right of a name like `password`: code, a label, another kind of text. In the order of asking. */
function notSecret(value: string, syntax: string, code: boolean, name: string): string | undefined {
  if (value.length < 5) return 'too short a text'
  if (PUBLIC.test(name)) return 'public by its name'
  const bare = syntax === 'bare'
  if (bare && code && (!/^(?=.*\d)(?=.*[a-zA-Z])[\w+/=-]{16,}$/.test(value) || randomness(value) < 2.5 * value.length)) return 'code'
  if (bare && /[()[\]{};]|=>|->|::|&&|\|\|/.test(value)) return 'code'
  return THINGS.find(([, form]) => form.test(value))?.[0] ?? wordlike(value, name)
}

/** Tokens of parsers and pages, keys that anyone may have. */
const PUBLIC =
  /public[_-]?key|pub[_-]?key|publishable|(?:next|page|paging|continuation|cursor|csrf|xsrf|forgery|json[_-]?web|cancel\w*|sync|start|end|left|right|open|close|current|last|first|prev\w*|eof|lexer?|parse\w*|device|push|consume|delim\w*)[_-]?token$|(?:example|sample|fake|dummy|mock)\w*[_-]?(?:pass|secret|token|key)/i

/** Kinds of text, by their form. */
const THINGS: readonly (readonly [string, RegExp])[] = [
  [
    'code',
    /[a-zA-Z_]{3,}\(|\)[.;,{)]|=>|->|\w::\w|&&|\|\||^\w+\[|[{}]\s*[;,)]|^[{(]\s|\\r$|\$\w+\b.*\\[rn]|["']\s*[+,)]|<\?|\?>|\bfunction\b/,
  ],
  [
    'a URL',
    /^(?:https?|ftp|file|wss?|git|ssh|jdbc|mongodb|redis|amqp|postgres\w*|mysql|urn|data|chrome|about):|^\/\/\w|^www\.|^[\w-]+\.(?:com|org|net|io|dev|cn|de|co\.uk)(?:\/|$)/i,
  ],
  [
    'a path',
    /^(?:[a-z]:)?(?:\.{0,2}[/\\~])[\w./\\ -]+$|^[\w.@-]+(?:\/[\w.-]+)+\.\w{1,6}$|^[\w-]+(?:\/[\w-]+){2,}$|^\w[\w.-]*\.(?:json|ya?ml|txt|pem|key|crt|xml|html?|js|ts|py|php|java|go|conf|cfg|ini|sh|md|png|svg)$/i,
  ],
  [
    'a name of the language',
    /^\\?[A-Za-z_]\w*(?:\\{1,2}[A-Za-z_]\w*)+$|^[@:]?[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)+$|^[a-z][\w-]*(?:\.[\w-]+)+:[\w.-]+(?::[\w.-]+)?$/,
  ],
  ['natural language', /[\x80-\xff]{2}/],
  ['prose', /^\S+(?:\s+\S+){2,}|[a-z]{2,}\s+[a-z]{2,}|^[A-Z]?[a-z]+[,.!?:]?\s/],
  ['a constant', /^[A-Z][A-Z\d]*(?:_[A-Z\d]+)+$/],
  ['an identifier', /^[a-z]+(?:[A-Z][a-z]+)+$|^(?:[A-Z][a-z]+)+$|^[a-z]+\d?(?:[A-Z][a-z]+)*[A-Z]{2,4}$|^_[a-z]+(?:[A-Z_][a-z]+)*$/],
  [
    'a number, date or version',
    /^[\^~<>=v]{0,2}\d+(?:\.[\dx*]+)+(?:[-+.][\w.-]{0,40})?$|^\d{1,4}(?:[.,:/-]\d{1,4}){1,5}$|^\d{1,9}(?:px|em|ms|s|m|h|d|%)?$|^\d{4}-\d\d-\d\d/,
  ],
  ['an e-mail address', /^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/],
  ['a media type', /^(?:text|image|audio|video|application|multipart)\/[\w.+-]+/],
  ['a colour', /^#[0-9a-f]{3,8}$/i],
  ['markup', /<\/?[a-z]|&(?:lt|gt|amp|nbsp|quot);/i],
  [
    'a password hash',
    /^\$(?:2[abxy]?|1|5|6|y|argon2\w*|pbkdf2[\w-]*|apr1)\$|^(?:pbkdf2|bcrypt|argon2|scrypt|sha1|md5)\w*\$|^\{(?:SSHA|SHA|bcrypt|noop)/i,
  ],
  ['a parameter', /^[?:@]\w+$|^\$\d$/],
  ['a pattern', /\\[wdsWDSbB]|\[\^|\(\?|\{\d*,|\.\*|\[a-z/i],
  ['a template', /%[sdvq@]\b|\{\}|\{\w+\}|^\$\w+|:\+|\{\{/],
  ['a list of rules', /^[a-z_]+(?::[\w,]+)?(?:\|[a-z_]+(?::[\w,.]+)?)+$/],
  ['a hash with its name', /^(?:sha\d{1,3}|md5)[-:]/i],
  ['a UUID', /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i],
]

/** Words joined by dots, dashes or underscores; a password of words would be lost in them, so a name that says `password` may keep one. */
function wordlike(value: string, name: string): string | undefined {
  if (!/^[A-Za-z]+(?:[._:-][A-Za-z]+)*\d?$/.test(value)) return undefined
  const bits = randomness(value) / value.length
  return bits < (/pass|pwd/i.test(name) ? 1.2 : 2) ? 'a word or identifier' : undefined
}
