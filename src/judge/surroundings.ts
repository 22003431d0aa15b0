/** Values that are no secrets where they stand: by the text around them, and by the name that they are assigned to. */
import type { Context } from '../types.ts'
import { parted } from './names.ts'
import { randomness } from './randomness.ts'
import { userBefore } from './user.ts'

/** As names are written: in bits, chance has more. */
const isOrdinary = (value: string) => value.length < 32 && randomness(value) < 45

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i
const CONSTANT = /^[A-Z]+(?:_[A-Z\d]+)*$/

export const BY_PLACE: readonly (readonly [string, (value: string, context: Context) => boolean])[] = [
  // An idempotency token. Vault writes client_token.
  ['an AWS request token', (value, { name = '' }) => name.endsWith('ClientToken') || (name === 'clientToken' && UUID.test(value))],
  // "Sid": "AllowReads"
  ['the name of an AWS policy statement', (_, { name }) => name === 'Sid'],
  // arn:aws:secretsmanager:…:secret:prod/db
  ['the name of an AWS resource', (_, { before = '' }) => /\barn:[\w:*${}-]{1,160}$/.test(before)],
  // "AWS::ApiGateway::ApiKey", 'Event::Pass'
  ['the name of a type', (_, { name = '', before = '' }) => /["'](?:\w{1,60}::){1,6}$/.test(before) && /^[A-Z]\w*[a-z]/.test(name)],
  // addFormatToken('YYYY'), createToken('PLUS', '\\+')
  [
    'an operation on language tokens',
    (_, { name = '', operator = '' }) =>
      operator.endsWith('(') &&
      /(?:^|[^a-z])(?:add|create|make|define|register|match|expect|read|peek|accept|skip|emit)[a-z_]*token$/.test(parted(name)),
  ],
  // "USER_PASS", "USER_NAME"
  [
    'one of a list of names',
    (value, { name = '', operator }) =>
      operator === ',' &&
      ((CONSTANT.test(name) && CONSTANT.test(value)) || /[a-z](?:[Kk]ey|[Tt]oken|[Ss]ecret|[Pp]assword|[Pp]assphrase)$/.test(value)),
  ],
  // "keywords": ["password", "zxcvbn-ts"]
  [
    'one of a list of words',
    (value, { name = '', operator, before = '' }) =>
      operator === ',' &&
      !name.startsWith('-') &&
      value.length < 24 &&
      /(?:\[|["'`],|\b(?:of|and|or|either))\s*["'`]$/.test(before) &&
      /^(?:[a-z]{2,10}|[a-z\d]{1,12}(?:[._:-][a-z\d]{1,12})+)$/.test(value) &&
      isOrdinary(value),
  ],
  // connect("localhost", "root", "yourpassword", "mydb_2023")
  ['what stands behind a placeholder', (_, { name = '', operator }) => operator === ',' && /^your[ _-]?[a-z]/i.test(name)],
  // exports.ApiKey2 = ApiKey2
  ['the name itself', (value, { name = '', syntax }) => syntax === 'bare' && name.endsWith(`.${value}`)],
  // ApiKey: &apiKeyV2
  [
    'the address of a variable',
    (value, { syntax, operator = '', after = '' }) =>
      syntax === 'bare' &&
      (/^[:(,]/.test(operator)
        ? /^[&*][A-Za-z_][\w.]*$/.test(value)
        : operator.includes('=') && after.startsWith(';') && /^&[A-Za-z_]\w*$/.test(value)),
  ],
  // TOKEN = credentials('<uuid>') of Jenkins, new ClientSecretCredential("<uuid of the tenant>", …; credentials: ['deploy-ssh-key-2']
  [
    'the id of credentials',
    (value, { name = '', operator = '' }) =>
      (/credentials?$/i.test(name) && operator.endsWith('(') && UUID.test(value)) ||
      (/credentials?$/i.test(name) && /^[a-z]{2,12}(?:-(?:[a-z]{2,12}|\d{1,3})){1,6}$/.test(value) && isOrdinary(value)),
  ],
  // getCredentials('n8nApi')
  [
    'the name of what a getter returns',
    (value, { name = '', operator = '' }) =>
      operator.endsWith('(') && isOrdinary(value) && /(?:^|[^A-Za-z])(?:get|fetch|load|find|lookup|has|resolve)[A-Z_]\w*$/.test(name),
  ],
  // kubectl delete secret regcred2, gcloud secrets delete db2-creds
  [
    'the name of a thing that a command manages',
    (_, { operator, before = '' }) =>
      operator === '' &&
      /\b(?:kubectl|oc|docker|gcloud|nomad)\b[^|;&\n]{0,80}\b(?:get|delete|describe|rm|edit|patch|annotate|label|inspect)[ \t]+$/.test(
        before,
      ),
  ],
  // fastcgi_pass php:9000 of nginx
  [
    'where a server passes requests to',
    (_, { name = '', operator }) => operator === '' && /^(?:proxy|fastcgi|uwsgi|scgi|grpc|memcached)_pass$/.test(name),
  ],
  // what a test suite prints: the result, and the test
  [
    'the name of a test that passed',
    (value, { name, operator = '', before = '' }) =>
      name === 'PASS' &&
      operator.startsWith(':') &&
      (/^[a-z\d_.+-]+(?:\/[a-z\d_.+-]+)+$/.test(value) || /(?:^|\n)[\d.]+[ \t]+$/.test(before)),
  ],
  // -Credential CORP\Admin01
  ['a user of Windows', (value, { name = '' }) => /^-credential$/i.test(name) && /^\w+\\\w+$/.test(value)],
  // <input type="hidden" name="_token" value="…">
  ['a token of a form', (_, { name, before = '' }) => name === '_token' && /\bname=["']$/.test(before)],
  // data-cf-beacon='{"token": "…"}'
  ['a token that every page shows', (_, { before = '' }) => /data-cf-beacon=["']\{["']$/.test(before)],
  // user = OPENNEBULA_ADMIN, unset DB_USER DB_PASSWORD DB_HOST
  [
    'the name of a constant',
    (value, { syntax }) =>
      (syntax === 'bare' && /^[A-Z]+(?:_[A-Z]+)+$/.test(value)) ||
      /^[A-Z]+(?:_[A-Z\d]+)*_(?:FILE|PATH|NAME|ID|URL|HOST|USER|ENV|VAR|DIR)$|^[A-Z]+(?:_[A-Z\d]+){2,}(?<=_(?:KEY|TOKEN|SECRET|PASSWORD))$/.test(
        value,
      ),
  ],
  // Of a ratchet the sender's key, of SCRAM the stored one
  ['a public key, by its name', (value, { name = '' }) => /^(?:sender_?key|stored_?key)$/i.test(name) && /^[\w+/-]{43}=?$/.test(value)],
  // of a visit, in what analytics record
  [
    'an identifier',
    (value, { name = '', operator = '' }) => /^(?:session_id|sessionId)$/.test(name) && operator.endsWith(':') && UUID.test(value),
  ],
  // from_secret: slack_webhook of a pipeline
  ['the name of a secret', (value, { name }) => name === 'from_secret' && isOrdinary(value)],
  // S3Key: 15d7c92b… of a template of CloudFormation
  ['the name of a file', (value, { name = '' }) => name === 'S3Key' && /^[\da-f]{64}(?:\.\w{2,4})?$/.test(value)],
  // druid, druid123
  [
    'the name of the user',
    (value, { before = '' }) => {
      const user = /^([A-Za-z_.-]+)(?:@?123)?$/.exec(value)?.[1]
      return user !== undefined && userBefore(before.toLowerCase()) === user.toLowerCase()
    },
  ],
  // tokens = ('CPP_ID', 'CPP_POUND')
  ['the name of a language token', (value, { name = '' }) => /tokens?$/i.test(name) && /^[A-Z]+(?:_[A-Z]+)+\d{0,2}$/.test(value)],
  // EnvRootPassword = "APP_ROOT_PASSWORD", SecretTypeCreds = "scm-creds"
  [
    'a name for the same thing',
    (value, { name = '' }) => /^[A-Za-z]+(?:[_-][A-Za-z]+)+$/.test(value) && lastWord(value).endsWith(lastWord(name) || '?'),
  ],
  // h1:GBR0iDaNXj…1Pw=
  ['a random word', (_, { name = '' }) => /^[A-Za-z\d+/]{30,}$/.test(name) && (name.match(/\d+/g)?.length ?? 0) > 2],
  // bytes32 constant MINTER_ROLE_KEY = 0x…
  ['a smart contract constant', (_, { before = '' }) => /\bbytes32 (?:[a-z]{5,9} ){0,2}constant \w{1,60} ?= ?$/.test(before)],
  // tenant_key = "acme-eu-2", host_key = "web-eu-01.acme.io"
  [
    'the name of a thing',
    (value, { name = '' }) =>
      value.length < 24 &&
      /^[A-Za-z]{2,10}(?:[-_.](?:[A-Za-z]{1,10}|v?\d{1,4})){1,4}$/.test(value) &&
      /(?<!(?:^|_)(?:api|app|secret|access|private|consumer|client|account|encryption|signing|auth|master|service|security)_?)key$/.test(
        parted(name),
      ),
  ],
  // checksum/secret: … of a chart of Helm
  ['a checksum', (_, { before = '' }) => /\bchecksum\/[\w.-]{1,40}["']?: ?["']?$/.test(before)],
  // docsearch({ apiKey: '…', indexName: 'docs' }): Algolia's key for searches, which every page has
  ['a key for searches', (_, { after = '' }) => /^["'`]?,\s{0,30}["']?indexName\b/.test(after)],
  // https://codecov.io/gh/a/b/badge.svg?token=…
  ['a badge token', (_, { before = '' }) => /:\/\/[^\s"'`<>()]*(?:badge|\.svg\b)[^\s"'`<>()]*$/.test(before)],
  // using RSA key 4AEE18F83AFDEB23
  ['the number of a key', (value, { before = '' }) => /^(?:0x)?[\dA-F]{8,40}$/.test(value) && /(?:DSA|RSA|GPG|PGP|using) $/.test(before)],
  // new upstream signing key 19882D92DDA4C400C22C0D56CC2AF4472167BE03, The signing key is 0x8F3DA5B21C7E4690.
  [
    'the fingerprint of a key',
    (value, { name = '', operator, syntax, before = '' }) =>
      (operator === '' || syntax === 'prose') &&
      /^(?:0x[\dA-F]{8,40}|[\dA-F]{16}|[\dA-F]{40})[.,]?$/.test(value) &&
      /sign(?:ing)?[ _-]?key$/i.test(before.slice(-12) + name),
  ],
  // ENV GPG_KEY E3FF2839C048B25C084DEBE9B26995E310250568
  [
    'the fingerprint of a key',
    (value, { name = '' }) =>
      /^(?:0x)?(?:[\dA-Fa-f]{8}|[\dA-Fa-f]{16}|[\dA-Fa-f]{40})$/.test(value) &&
      /(?:gpg|pgp)\w{0,12}(?:key|id|fpr|fingerprint)s?$/i.test(name),
  ],
  // {{ .Password | base64 }}
  ['a pipe of a template', (value, { syntax, before = '' }) => syntax === 'bare' && /^\w+$/.test(value) && /\{\{-? ?[\w.$]*$/.test(before)],
  // VALUES (1, 'password', '…')
  ['one of a row', (_, { operator, before = '' }) => operator === ',' && /\bvalues\s{0,4}\([^()]*,\s{0,4}'$/i.test(before)],
  // ('2.16.840', 'Universal Password', 'NOVELL')
  [
    'text after a title',
    (value, { operator, before = '' }) => operator === ',' && /^[A-Za-z .-]+$/.test(value) && /["'][^"'\n]*[A-Za-z] $/.test(before),
  ],
  // { "go/token", "…" }, "tests/keys/ca.key": "<checksum>"
  ['the name of a package or a file', (_, { before = '' }) => /["'][\w.@-]{1,60}(?:\/[\w.@-]{1,60}){0,8}\/$/.test(before)],
  // KEY: u32 = 2148034072
  ['a number, by its type', (value, { operator = '' }) => /^\d+$/.test(value) && /[A-Za-z\d]=$/.test(operator)],
  // -e SLACK_TOKEN=TOKEN_HERE image
  [
    'text after a value',
    (_, { name = '', operator, syntax, before = '' }) =>
      operator === '' && syntax === 'bare' && before.endsWith('=') && !/^bearer$/i.test(name),
  ],
  // getent passwd rabbitmq, /etc/passwd:root
  [
    'a look-up in the user database',
    (_, { name = '', before = '' }) => /^(?:ch|g)?passwd$/.test(name) && /(?:getent[ \t]+|\/etc\/(?:[\w.-]{1,40}\/)?|mk)$/.test(before),
  ],
]

/** The last word of a name, whatever its case style. */
const lastWord = (name: string) => /[a-z\d]+$/.exec(parted(name.replace(/([A-Z])([A-Z][a-z])/g, '$1_$2')))?.[0] ?? ''
