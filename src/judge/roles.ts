/** Values that their name, and how they are joined to it, make the name of something: an identifier, an argument, another name. */
import { parted } from '../../patterns/casing.ts'
import type { Ground } from './ground.ts'
import { isDrawn, isOrdinary } from './randomness.ts'

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i

/** What tells one thing from another. */
const IDENTIFIERS: readonly Ground[] = [
  // An idempotency token. Vault writes client_token.
  [
    'an AWS request token',
    (value, { name = '' }) =>
      /(?:^|[^A-Za-z])ClientToken$/.test(name) || (name === 'clientToken' && (UUID.test(value) || /^\w{5}\d{13,16}$/.test(value))),
  ],
  // Of a session, in logs and APIs: 7645d523-60cb-…, sesn_011CZkZA…. Not in a cookie, a query or a variable of the environment: there it opens one.
  [
    'an identifier',
    (value, { name = '', before = '' }) =>
      !/^[A-Z_]+$/.test(name) &&
      /(?:^|[^a-z])(?:session[ _-]?ids?|sid)$/.test(parted(name)) &&
      /^(?:[\da-f]{6,9}(?:-[\da-f]{3,13}){3,4}|[a-z]{2,5}[_-][\dA-Za-z]{10,})$/.test(value) &&
      !/cookie|\s-b[ =]?['"]?[^'"]{0,80}$|[?&]$/i.test(before),
  ],
  // TOKEN = credentials('<uuid>') of Jenkins, new ClientSecretCredential("<uuid of the tenant>", …
  [
    'the id of credentials',
    (value, { name = '', operator = '' }) => /credentials?$/i.test(name) && operator.endsWith('(') && UUID.test(value),
  ],
  // credentials: ['deploy-ssh-key-2']
  [
    'the id of credentials',
    (value, { name = '' }) =>
      /credentials?$/i.test(name) && /^[a-z]{2,12}(?:-(?:[a-z]{2,12}|\d{1,3})){1,6}$/.test(value) && isOrdinary(value),
  ],
  // "Sid": "AllowReads"; not Sid=…, a session
  [
    'the name of an AWS policy statement',
    (value, { name, operator = '' }) => name === 'Sid' && (operator.startsWith(':') || !isDrawn(value)),
  ],
  // -Credential CORP\Admin01
  ['a user of Windows', (value, { name = '' }) => /(?:^| )-credential$/i.test(name) && /^\w+\\\w+$/.test(value)],
  // S3Key: 15d7c92b… of a template of CloudFormation, or a path, but no secret key of AWS
  [
    'the name of a file',
    (value, { name = '' }) => name === 'S3Key' && /^[\da-f]{64}(?:\.\w{2,4})?$|^(?![A-Za-z\d+/]{40}$).*\//.test(value),
  ],
]

/** What a function or a directive is given. */
const ARGUMENTS: readonly Ground[] = [
  // addFormatToken('YYYY'), createToken('PLUS', '\\+')
  [
    'an operation on language tokens',
    (value, { name = '', operator = '' }) =>
      operator.endsWith('(') &&
      !isDrawn(value) &&
      /(?:^|[^a-z])(?:add|create|make|define|register|match|expect|read|peek|accept|skip|emit)[a-z_]*token$/.test(parted(name)),
  ],
  // getCredentials('n8nApi')
  [
    'the name of what a getter returns',
    (value, { name = '', operator = '' }) =>
      operator.endsWith('(') && isOrdinary(value) && /(?:^|[^A-Za-z])(?:get|fetch|load|find|lookup|has|resolve)[A-Z_]\w*$/.test(name),
  ],
  // HolderKeyTypeRsa2 = HolderKey("typeRsa2") of Go
  [
    'the value of an enumeration',
    (value, { operator = '', before = '' }) =>
      operator.endsWith('(') && (/(\w+)[ \t]*=[ \t]*$/.exec(before)?.[1] ?? '').toLowerCase().endsWith(value.toLowerCase()),
  ],
  // Expect(resources).To(HaveKey("…")
  [
    'the name of a key that is looked for',
    (_, { name = '', operator = '' }) => operator.endsWith('(') && /(?:^|[^A-Za-z])(?:[Hh]a(?:ve|s)|[Cc]ontains?)_?[Kk]ey$/.test(name),
  ],
  // keyring.set_password("service", user, password)
  [
    'what a password is for',
    (_, { name = '', operator = '', before = '', after = '' }) =>
      operator.endsWith('(') && /keyring\.set_?password$/i.test(before + name) && /^["'],\s*[^,()]+,\s*[^,()]+\)/.test(after),
  ],
  // fastcgi_pass php:9000 of nginx
  [
    'where a server passes requests to',
    (_, { name = '', operator }) => operator === '' && /^(?:proxy|fastcgi|uwsgi|scgi|grpc|memcached)_pass$/.test(name),
  ],
]

/** Another name, or the same one. */
const NAMES: readonly Ground[] = [
  // exports.ApiKey2 = ApiKey2
  ['the name itself', (value, { name = '', syntax }) => syntax === 'bare' && name.endsWith(`.${value}`)],
  // EnvRootPassword = "APP_ROOT_PASSWORD", SecretTypeCreds = "scm-creds", KeyUsageTr31M7HmacKey = "TR31_M7_HMAC_KEY"
  [
    'a name for the same thing',
    (value, { name = '' }) =>
      (/^[A-Za-z]+(?:[_-][A-Za-z]+)+$|^[a-z]+(?:[A-Z][a-z]+)+$/.test(value) && lastWord(value).endsWith(lastWord(name) || '?')) ||
      isSaidIn(value, name),
  ],
  // PASSWORD_ENV: &str = "ATUIN_PASSWORD", api_key_env = ("ACME_TOKEN", …)
  [
    'the name of a variable',
    (value, { name = '' }) => /(?:^|_)env(?:_?(?:vars?|names?|keys?))?$/.test(parted(name)) && /^[A-Z][A-Z\d]*(?:_[A-Z\d]+)+$/.test(value),
  ],
  // user = OPENNEBULA_ADMIN
  ['the name of a constant', (value, { syntax }) => syntax === 'bare' && /^[A-Z]+(?:_[A-Z]+)+$/.test(value)],
  // ENABLE_TOKEN || ENABLE_PKCS11H_CERTIFICATE
  [
    'the name of a constant',
    (value, { syntax, operator }) => syntax === 'bare' && operator === '' && /^[A-Z]+(?:_[A-Z\d]+)*_[A-Z]{3,}$/.test(value),
  ],
  // currentToken = 'template-literal' of a parser, required_secret: "scm-login2"; a random value is more than a word
  ['a word, by its name', (value, { name = '' }) => isOrdinary(value) && NAMES_A_WORD.test(parted(name))],
  // tokens = ('CPP_ID', 'CPP_POUND'), "token": "BYRADIUS"
  [
    'the name of a language token',
    (value, { name = '' }) =>
      (/tokens?$/i.test(name) && /^[A-Z]+(?:_[A-Z]+)+\d{0,2}$/.test(value)) ||
      (/^tokens?$/i.test(name) && /^[A-Z]{2,10}(?:-[A-Z]{2,10})?$/.test(value)),
  ],
  // tenant_key = "acme-eu-2", host_key = "web-eu-01.acme.io"
  [
    'the name of a thing',
    (value, { name = '' }) =>
      value.length < 24 && /^[A-Za-z]{2,10}(?:[-_.](?:[A-Za-z]{1,10}|v?\d{1,4})){1,4}$/.test(value) && KEY_OF_A_THING.test(parted(name)),
  ],
  // storePassword 'android', of debug.keystore
  ['the password of the debug key', (value, { name = '' }) => value === 'android' && /(?:store|key|alias)_?pass(?:word)?$/i.test(name)],
  // h1:GBR0iDaNXj…1Pw=: the name is a piece of Base64
  ['a random word', (_, { name = '' }) => /^[A-Za-z\d+/]{30,}$/.test(name) && (name.match(/\d+/g)?.length ?? 0) > 2],
]

export const BY_ROLE: readonly Ground[] = [...IDENTIFIERS, ...ARGUMENTS, ...NAMES]

/** The token of a parser, or what is asked for by its name. */
const NAMES_A_WORD =
  /(?:^|[^a-z])(?:(?:left|right|open|close|current|eof|lexer?|parse\w*|delim\w*|consume|input|output|update)[ _-]?token|(?:required|needed|missing)[ _-](?:secret|credential|key|token)s?)$/

/** A key that opens nothing: its name does not say that it is one of a service, of an account or the like. */
const KEY_OF_A_THING =
  /(?<!(?:^|_)(?:api|app|secret|access|private|consumer|client|account|encryption|signing|auth|master|service|security)_?)key$/

/**
 * Does the name hold all of the value, or the value all of the name, but for how words are joined? Only a value of several words is a name:
 * `POSTGRES_PASSWORD: postgres` is a password.
 */
function isSaidIn(value: string, name: string): boolean {
  const [said, told] = [joined(value), joined(name)]
  const isOfWords = /[A-Za-z\d]{2}(?:[_-][A-Za-z\d]+)+$/.test(value)
  if (!isOfWords && said.length < 20) return false
  return (
    (said.length >= 10 && told.includes(said) && !/pass(?:word|wd)?$/.test(told)) ||
    (told.length >= 12 && said.length < told.length + 8 && said.includes(told) && !/\d/.test(said.replace(told, '')))
  )
}

/** Its letters and digits, in lower case. */
const joined = (name: string) => name.replace(/[^A-Za-z\d]/g, '').toLowerCase()

/** The last word of a name, whatever its case style. */
const lastWord = (name: string) => /[a-z\d]+$/.exec(parted(name.replace(/([A-Z])([A-Z][a-z])/g, '$1_$2')))?.[0] ?? ''
