/** Values that are no secrets where they stand, by the text before and after them. */
import { BADGE } from '../../patterns/badge.ts'
import type { Ground } from './ground.ts'
import { isDrawn } from './randomness.ts'
import { userBefore } from './user.ts'

/** Of a program, a template or a manifest. */
const CODE: readonly Ground[] = [
  // "AWS::ApiGateway::ApiKey", 'Event::Pass'
  ['the name of a type', (_, { name = '', before = '' }) => /["'](?:\w{1,60}::){1,6}$/.test(before) && /^[A-Z]\w*[a-z]/.test(name)],
  // ApiKey: &apiKeyV2
  [
    'the address of a variable',
    (value, { syntax, operator = '', after = '' }) =>
      syntax === 'bare' &&
      (/^[:(,]/.test(operator)
        ? /^[&*][A-Za-z_][\w.]*$/.test(value)
        : operator.includes('=') && after.startsWith(';') && /^&[A-Za-z_]\w*$/.test(value)),
  ],
  // strcmp(token, "mqttv50") of a parser, %token UDP4_RAW_TTL of a grammar
  [
    'the name of a language token',
    (value, { name, before = '' }) =>
      name === 'token' && ((value.length <= 10 && /str(?:n?case|n|i)?cmp[ ]?\($/.test(before)) || before.endsWith('%')),
  ],
  // <filter token="SHOP_JAR" …> of Ant
  ['what is replaced', (_, { name, before = '' }) => name === 'token' && /<(?:filter|replace)\b[^<>]*$/.test(before)],
  // pkcs11:token=Root%20CA;serial=1
  ['the name of a device', (_, { before = '' }) => /\bpkcs11:[^\s"']*$/.test(before)],
  // fi # $pass = dlpreopen
  ['the condition that ends here', (_, { before = '' }) => /\b(?:fi|esac|done|endif|endforeach)[ \t]*#[ \t]*$/.test(before)],
  // * @cred: TLSv1 credentials from tlsv1_cred_alloc()
  [
    'what a comment says of a parameter',
    (_, { syntax, before = '', after = '' }) => syntax === 'bare' && /(?:^|\n)[ \t/#*]*@$/.test(before) && /^ [a-z]+ [a-z]/.test(after),
  ],
  // log("token x5t#s256 = %s", hash)
  ['what is printed', (_, { syntax, after = '' }) => syntax === 'bare' && /^ ?[=:] ?(?:%[sdv]|\{\})/.test(after)],
  // passwd mac2ip {
  ['the name of a block', (_, { operator, syntax, after = '' }) => operator === '' && syntax === 'bare' && /^ \{\s/.test(after)],
  // zoneIDs[token] = "…"
  ['what a map has', (_, { syntax, before = '' }) => syntax === 'quoted' && /\b(?:\w*(?:IDs?|Ids)|ids|\w*[nN]ames)\[$/.test(before)],
  // bytes32 constant MINTER_ROLE_KEY = 0x…
  [
    'a smart contract constant',
    (_, { name = '', before = '' }) => /\bbytes32 (?:[a-z]{5,9} ){0,2}constant \w{0,60}$/.test(before) && !/priv/i.test(name),
  ],
  // { "go/token", "…" }; not "carriers/ups/password": "…", a place of settings
  ['the name of a package', (value, { before = '' }) => /["'][\w.@-]{1,60}(?:\/[\w.@-]{1,60}){0,8}\/$/.test(before) && !isDrawn(value)],
  // "tests/keys/ca.key": "<checksum>"
  [
    'the checksum of a file',
    (value, { name = '', operator = '', before = '' }) =>
      /^[:=]/.test(operator) &&
      /(?<!\b(?:api|app|secret|master))\.key$/.test(name) &&
      /^(?:[\da-f]{32}|[\da-f]{40}|[\da-f]{64}|[\da-f]{128})$/.test(value) &&
      /["'](?:[\w.@-]{1,60}\/){1,9}[\w.-]{0,40}$/.test(before),
  ],
  // {{ .Password | base64 }}
  ['a pipe of a template', (value, { syntax, before = '' }) => syntax === 'bare' && /^\w+$/.test(value) && /\{\{-? ?[\w.$]*$/.test(before)],
  // resource "azuread_application_password" "deploy_pwd2" of Terraform
  ['the name of a resource', (_, { operator, before = '' }) => operator === '' && /\b(?:resource|data)[ ]["']$/.test(before)],
  // checksum/secret: … of a chart of Helm
  ['a checksum', (_, { before = '' }) => /\b(?:checksum|config-hash)\/(?:[\w.-]{1,40}["']?: ?["']?)?$/.test(before)],
  // arn:aws:secretsmanager:…:secret:prod/db
  ['the name of an AWS resource', (_, { before = '' }) => /\barn:[\w:*${}-]{1,160}$/.test(before)],
]

/** The option of a login: the name is its argument. */
const OPTION = /[ \t]-(?:[upUP]|-(?:user(?:name)?|pass(?:word)?|login))[ \t]+$/

/** Of a command, or of what it prints. */
const COMMANDS: readonly Ground[] = [
  // kubectl delete secret regcred2, gcloud secrets delete db2-creds
  [
    'the name of a thing that a command manages',
    (_, { operator, before = '' }) =>
      operator === '' &&
      /\b(?:kubectl|oc|docker|gcloud|nomad)\b[^|;&\n]{0,80}\b(?:get|delete|describe|rm|edit|patch|annotate|label|inspect)[ \t]+$/.test(
        before,
      ),
  ],
  // getent passwd rabbitmq, /etc/passwd:root
  [
    'a look-up in the user database',
    (_, { name = '', before = '' }) => /^(?:ch|g)?passwd$/.test(name) && /(?:getent[ \t]+|\/etc\/(?:[\w.-]{1,40}\/)?)$/.test(before),
  ],
  // salt '*' gpg.get_secret_key keyid=3FAD9F1E
  [
    'the next argument',
    (value, { name = '', operator, syntax }) =>
      operator === '' && syntax === 'bare' && !name.startsWith('-') && /^(?:key_?id|fingerprint)=(?:0x)?[\dA-Fa-f]+$/.test(value),
  ],
  // /usr/bin/mkpasswd cygwin
  ['the argument of a command', (value, { operator, before = '' }) => operator === '' && /\/s?bin\/$/.test(before) && !isDrawn(value)],
  // -e SLACK_TOKEN=TOKEN_HERE image, upload -u USER -p PASS shop-1.2.tgz; not --force password …
  [
    'text after a value',
    (value, { name = '', operator, syntax, before = '' }) =>
      operator === '' &&
      syntax === 'bare' &&
      !isDrawn(value) &&
      (before.endsWith('=') || (OPTION.test(before) && /^[A-Z_]+$/.test(name))) &&
      !/^(?:bearer$|-)/i.test(name),
  ],
  // what a test suite prints: the result, and the test
  [
    'the name of a test that passed',
    (value, { name, operator = '', before = '' }) =>
      name === 'PASS' &&
      operator.startsWith(':') &&
      (/^[a-z\d_.+-]+(?:\/[a-z\d_.+-]+)+$/.test(value) || /(?:^|\n)[\d.]+[ \t]+$/.test(before)),
  ],
]

/** Of a page, which shows it. */
const PAGES: readonly Ground[] = [
  // <input type="hidden" name="_token" value="…">
  ['a token of a form', (_, { name, before = '' }) => name === '_token' && /\bname=["']$/.test(before)],
  // data-cf-beacon='{"token": "…"}'
  ['a token that every page shows', (_, { before = '' }) => /data-cf-beacon=["']\{["']$/.test(before)],
  // docsearch({ apiKey: '…', indexName: 'docs' }): Algolia's key for searches, which every page has
  ['a key for searches', (_, { after = '' }) => /^["'`]?,\s{0,30}["']?indexName\b/.test(after)],
  // https://codecov.io/gh/a/b/badge.svg?token=…
  ['a badge token', (_, { before = '' }) => BADGE.test(before)],
]

export const BY_PLACE: readonly Ground[] = [
  ...CODE,
  ...COMMANDS,
  ...PAGES,
  // druid, druid123
  [
    'the name of the user',
    (value, { before = '' }) => {
      const user = /^([A-Za-z_.-]+)(?:@?123)?$/.exec(value)?.[1]
      return user !== undefined && userBefore(before.toLowerCase()) === user.toLowerCase()
    },
  ],
]
