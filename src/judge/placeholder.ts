/** What a value is if it is no secret: an example, a template, a reference to where the secret is kept, and so on. */

import { oneOf, raw } from '../../patterns/sources.ts'
import { countedBytes, countedNumbers, isAlongRows, isStepped, sequences } from './sequences.ts'
import { setOf } from './words.ts'

/** The kind, in words for `explain`; undefined if it may be a secret. For named values and for tokens alike. */
export function placeholder(value: string): string | undefined {
  const lower = value.toLowerCase()
  return PLACEHOLDERS.find(([, is]) => is(value, lower))?.[0]
}

const SECRET = '(?:secret|token|key|password)'

/** What means "put yours here", or says that it is no secret, anywhere in a value in lower case. */
const EXAMPLE = new RegExp(
  oneOf([
    'example|exampl_|sample|placeholder|dummy|redacted|lorem|todo|fixme',
    raw`change[\W_]?(?:me|this)|changeit|replace[\W_]?(?:me|this|with)|insert[\W_]?(?:your|here)|enter[\W_]?your`,
    raw`your[\W_]|[\W_]your|^your|your(?:api|secret|token|key|pass)`,
    // In Portuguese, French, Spanish and German
    raw`(?:^|[\W_])(?:sua|minha|votre|tu|su|dein|ihr|mein)[\W_](?:senha|chave|mot|cl|contrase|passwor|token|api|secret)`,
    raw`not[\W_]?(?:a[\W_]?)?(?:real|secret)|fake(?:[\W_]|key|token|secret|pass|value)|[\W_]fake|^fake`,
    raw`^my[\W_]?(?:secret|token|key|password|api)|^my[\W_](?:[a-z]{2,16}|\w{1,4})[\W_](?:api[\W_])?${SECRET}$|^some[\W_]|test[\W_]${SECRET}`,
    raw`${SECRET}[\W_]?(?:value|here|test|string|name|placeholder)$|goes[\W_]?here|[\W_]here$`,
    raw`foo[\W_]?bar|deadbeef|a0b1c2|a1b2-?c3`,
  ]),
)

/** In a longer text, short words occur by chance. */
const LONG = 60
const OBVIOUS = /example|placeholder|redacted|changeme/

/** Values that are such a word and nothing else. */
const WHOLE = setOf(
  'null nil none undefined true false yes no on off empty default required optional unknown anonymous hidden secret secrets token',
  'tokens key keys password passwords passwd passphrase pass pwd credential credentials auth authorization bearer basic api_key api-key',
  'apikey string str text value values varchar number int integer bool boolean object array any void byte bytes buffer date invalid',
  'valid test tests testing foo bar baz qux user username name email login root admin guest demo abc abcd abc123 blah some something',
  'secretvalue mysecret mypassword mytoken mykey correcthorsebatterystaple notset not-set not_set unset xyzzy shh shhh shhhh abc123xyz',
  'abcxxx tbd n/a na',
)

const DIGITS: Readonly<Record<string, string>> = { '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '@': 'a', $: 's' }
/** `s3cr3t` counts as `secret`. */
export const spelt = (lower: string) => lower.replace(/[01345@$]/g, (sign) => DIGITS[sign] ?? sign)

/** `SHOP_DBPASS`, as manuals write it. */
const CAPITALS = /^[A-Z]+_(?:[A-Z]+_)*[A-Z]*(?:PASS(?:WD|WORD|PHRASE)?|PWD|SECRET|TOKEN)$/

const FILLED = /^(?:-+|_+|\?+|0+|1+)$/

/** Begins a part that is filled in: `${`, `{{`, `{name}`. */
const FIELD = oneOf([
  raw`\$[{([]|\{\{|\{%|<%|%\(|#\{|\[\[`,
  raw`\{\d?\}|\{[a-z][a-z_\d]{2,30}(?::[\w.<>^-]{0,12})?\}`, // {0}, {name:>8}
  raw`<\w{1,10}\{[a-z]\w{0,30}:[\w.<>^-]{1,12}\}>$`,
])
const TEMPLATE = new RegExp(
  oneOf([
    raw`^[\w:/.@-]{0,40}${FIELD}`,
    raw`^@@.*@@|^@[A-Z]+\d?(?:_[A-Z\d]+)*@$|^<[^<>]{1,80}>$|^\{[\w.]{1,60}\}$|^%[\w.]{1,40}%$|^\$(?:[a-z]\w*_[a-z_]+|[A-Za-z]+(?:\.[A-Za-z_]+)*)\$$|^__\w+__$|^\[[A-Za-z_ -]{2,60}\]$`, // <token>, %TOKEN%, [your token]
  ]),
)

/** Where the secret is kept; in lower case. */
const REFERENCE = new RegExp(
  raw`^${oneOf([
    raw`\$(?:env:|env\{)?[a-z_]\w{0,60}(?:\[[^\]]{1,40}\]|->\w{1,40}){0,4}$|os\.environ/`, // a variable, a member of one
    raw`(?:process\.env|os\.environ|env|secrets?|vars?|config|self|this|settings|params|args)[.[]`,
    '(?:op|vault|ssm|ref|arn|keyvault|gcp-sm|aws-sm|env|file|pkcs11):',
    raw`@\w+\(`,
    raw`!(?:vault|secret|ref|sub|getatt|importvalue|join|findinmap|env_var|reference)\b`, // a tag of YAML
    raw`enc\[|\{cipher\}|enc\(|encrypted:`, // in the value itself, encrypted
    raw`projects/[^/]+/(?:secrets|locations)/`,
  ])}`,
)

const fits = (pattern: RegExp) => (value: string) => pattern.test(value)
/** Ignores case: matching the lower-case value is far cheaper than a case-insensitive pattern. */
const small = (pattern: RegExp) => (_: string, lower: string) => pattern.test(lower)

const PLACEHOLDERS: readonly (readonly [string, (value: string, lower: string) => boolean])[] = [
  ['empty', fits(/^\s*$/)],
  ['a template', fits(TEMPLATE)],
  ['a reference', small(REFERENCE)],
  [
    'masked',
    fits(
      /\*{3}|(?:\xe2(?:\x80\xa2|\x97\x8f|\x9c\xb1)){3}|^[x.]{3,}$|[_-]x{3,}$|x{4,}|X{4,}|\.\.\.|\xe2\x80\xa6|#{4,}|[Rr]edacted|REDACTED|_(?:MASKED|BLANK)(?:_|$)/,
    ),
  ],
  ['an example', (_, lower) => (lower.length > LONG ? OBVIOUS : EXAMPLE).test(lower)],
  [
    'a placeholder word',
    (value, lower) =>
      CAPITALS.test(value) ||
      WHOLE.has(lower) ||
      WHOLE.has(spelt(lower)) ||
      WHOLE.has(lower.replace(/[_-]\d$/, '')) ||
      FILLED.test(lower) ||
      isNamed(value),
  ],
  ['repeated', (value) => value.length >= 5 && isRepeated(value)],
  [
    'a sequence',
    (value) =>
      counts(value) || counts(longestPart(value)) || countedBytes(value) || countedNumbers(value) || isAlongRows(value) || isStepped(value),
  ],
]

/** Words in names: `auth_key`, `secretKey`, `SAS_KEY`. */
const NAMING = setOf(
  'access account admin api app auth aws azure client consumer cred credential credentials db email ftp http id imap jwt key ldap login',
  'mail master mongo mysql oauth pass passphrase passwd password postgres private proxy pwd redis sas secret server service session',
  'shared smtp ssh string token user username value wifi',
)

/** The value is a name: it says what to put in its place. */
function isNamed(value: string): boolean {
  if (value.length > 40) return false
  if (/^(?:[A-Z]{6,24}|(?:[A-Z]+|[A-Z][a-z]+)[A-Z][a-z]+)$/.test(value) && isJoined(value.toLowerCase())) return true
  if (!/^[A-Za-z]+(?:[_ -][A-Za-z]+|(?<=[a-z])[A-Z][a-z]+)+$/.test(value)) return false
  return value.split(/[_ -]|(?<=[a-z])(?=[A-Z])/).every((word) => NAMING.has(word.toLowerCase()))
}

/** `apipass`, `masterkey`: at least two such words, run together. */
function isJoined(lower: string): boolean {
  for (let at = 2; at < lower.length - 1; at++) {
    const rest = lower.slice(at)
    if (NAMING.has(lower.slice(0, at)) && (NAMING.has(rest) || isJoined(rest))) return true
  }
  return false
}

/** Is most of the value a sequence, or a good part of a long one? */
const counts = (value: string) => sequences(value) >= Math.max(6, Math.min(20, value.length * 0.45))

/** The part after a vendor's prefix, as in `sk-proj-abcDEF1234567890`; empty if it is less than half of the value. */
function longestPart(value: string): string {
  const longest = value.split(/[-_]/).reduce((a, b) => (b.length > a.length ? b : a))
  return longest.length * 2 > value.length ? longest : ''
}

/**
 * One to four characters over and over, or more three times, or one for a quarter of it: `aaaaaaaa`, `abababab`, `0000-0000`,
 * `aaaaa11111bbbbb`.
 */
function isRepeated(value: string): boolean {
  const letters = value.replace(/^0x|[\W_]/g, '')
  if (
    letters.length === 0 ||
    new Set(letters.toLowerCase()).size <= 2 ||
    /^(.{1,4}?)\1{3,}.{0,3}$|^(.{5,40})\2{2,}$|(?:([a-z])\3\3){3}/.test(letters)
  )
    return true
  const run = Math.max(...(letters.match(/(.)\1*/g) ?? []).map((one) => one.length))
  return run >= 5 && run >= letters.length / 4
}
