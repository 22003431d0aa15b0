/** Secrets that people tell each other: in documents, notes, comments and messages. Text is read byte by byte, as in all patterns. */

import { NO_TESTS } from './places.ts'
import type { Rule } from './rule.ts'
import { oneOf, raw, words } from './sources.ts'

const PASSWORD = words(
  raw`[pP]asswor[dt] PASSWOR[DT] [pP]ass(?:wd|phrase|code) [kK]ennwort [mM]ot\x20de\x20passe [cC]ontrase(?:\xc3\xb1|n)a [sS]enha [pP]alavra.passe [pP]arola(?:\x20d'ordine)? [wW]achtwoord [pP]assord [aA]dgangskode [hH]eslo [sS]alasana`,
)

/** Keys and tokens, by two words: one alone is said too often. */
const KEY = oneOf([
  '(?:API|[aA]pi|[sS]ecret|[eE]ncryption|[sS]igning|HMAC|hmac|[sS]hared|[wW]ebhook|[mM]aster)[ -](?:[kK]ey|[tT]oken|[sS]ecret)',
  raw`(?:API|[aA]pi)[ -][sS]chl(?:\xc3\xbc|ue)ssel`,
  raw`[cC](?:have|lave) (?:de (?:API|api)|secreta)`,
])

/** Words that say that something else follows. */
const OTHER = words(
  '(?:hash|HASH|Hash)(?:es|ed)? digest checksum sha md5 salt public strength policy length format field column file path url link id public fingerprint prompt',
)

/** `for the db`, `(root)`, `des Administrators`. */
const WORD = raw`[ ](?!${OTHER}\b)[\x60'"*(]{0,2}[\w\x80-\xff.@'-]{1,30}[\x60'"*),]{0,2}`

const SIGN = raw`[ ]{0,2}(?::{1,2}|={1,2}|->|=>|\xe2\x86\x92|\xe2\x80[\x93\x94])[ \t]{0,3}`

/** A verb; before a quote, a blank suffices. */
const VERB = oneOf([
  raw`[ ](?:is|was|now|be|becomes|ist|war|lautet|est|es|era|\xc3[\xa8\xa9]|er|jest|je|to)(?:[ ](?:now|still|currently|jetzt))?:?[ ]{1,2}`,
  raw`[ ](?=[\x60"'*<]|\xe2\x80|\xc2\xab)`,
])

/** What is between the name and the value. A sign right after a name is an assignment: src/detect/connectors.ts. */
const TELLS = raw`(?!${SIGN})(?:${WORD}){0,6}?(?:${VERB}|${SIGN})`

/** Quotes, and what else emphasizes. */
const OPEN = raw`(?:[\x60"'*_(]{1,3}|<(?:b|code|strong|nowiki|kbd|tt)>|\xe2\x80[\x98\x9c\x9e]|\xc2\xab[ ]?|\xe3\x80\x8c)?`
const CLOSE = raw`(?=[\x60"'*_),;:.\]]{0,3}(?:\s|$|<)|[ ]?(?:\xe2\x80|\xc2\xbb|\xe3\x80\x8d))`

/** Code, or emphasized. */
const MARK = raw`(?:[\x60*]{1,3}|<(?:b|code|strong|kbd|tt)>)`

/** After a user. */
const SHUT = raw`(?:[\x60"'*_)]{1,3}|<\/(?:b|code|strong|kbd|tt)>)?`

/** As password policies require: a small letter, a digit, and a capital or a sign. No e-mail address, version, member, name or algorithm. */
const CHOSEN = raw`(?!${oneOf([
  raw`[\w.+-]{1,40}@[\w-]{1,40}\.`,
  raw`v?\d{1,4}\.\d`,
  raw`[A-Za-z_]\w{0,60}(?:\.[A-Za-z_]\w{0,60}){1,8}\b`,
  raw`\w{1,40}_\w{1,40}_`,
  '(?:pbkdf2|scrypt|argon2|sha|aes|hmac|md5)[+-]?',
  '(?:[cC]trl|[cC]md|[aA]lt|[sS]hift|[oO]pt|Meta|Super|Win)[+-]', // keys of a keyboard
  raw`\w{1,8}#\d`, // a number of an issue
  raw`(?<=@[\w.-]{1,60} / )@[\w-]{1,40}[\x60"'*_),;:.\]]{0,3}(?:\s|$)`, // a user
])})(?=\S{0,40}\d)(?=\S{0,40}[a-z])(?=\S{0,40}[A-Z!@#$%^&*?+~])(?<secret>[0-9A-Za-z!@%^&?+~][\w.!@#$%^&*?+~-]{5,40}[\w!@#$%^&?+~-])`

/** Texts for people. */
const TEXTS = [
  '*.md',
  '*.markdown',
  '*.mdx',
  '*.rst',
  '*.adoc',
  '*.txt',
  '*.org',
  '*wiki',
  '*.html',
  '*.eml',
  '*.log',
  'README',
  'NOTES',
  'TODO',
  'TODO.*',
]

export default [
  {
    id: 'password-in-words',
    title: 'Password in a text',
    severity: 'high',
    literals: [
      'password',
      'passwort',
      'passwd',
      'passphrase',
      'passcode',
      'kennwort',
      'mot de passe',
      'contrase',
      'senha',
      'palavra',
      'parola',
      'wachtwoord',
      'passord',
      'adgangskode',
      'heslo',
      'salasana',
    ],
    pattern: new RegExp(raw`\b${PASSWORD}\b${TELLS}${OPEN}${CHOSEN}${CLOSE}`),
    path: ['*', ...NO_TESTS],
    general: true,
    checksum: 'told-password',
    randomness: 24,
    remedy: 'Change the password, and tell it in a place for secrets.',
    catches: [
      { path: 'README.md', text: 'The password of the replica there is now `Kt7{base62:10}`.' },
      { path: 'notes', text: 'Password for svc_backup: Kt7{base62:10}' },
      { path: 'docs/betrieb.md', text: 'Das Passwort der Kasse lautet Kt7{base62:10}.' },
      { path: 'index.html', text: '<p>user <b>shop</b>, password <b>Kt7{base62:10}</b></p>' },
      { path: 'CHANGELOG.md', text: '- password of the relay changed to Kt7{base62:10}' },
    ],
    spares: [
      { path: 'README.md', text: 'The password of the admin is `changeme`.' },
      { path: 'README.md', text: 'The password hash of the admin is now Kt7{base62:10}.' },
      { path: 'README.md', text: 'Password for svc_backup: see Vault' },
      { path: 'a.ts', text: '// the password is sent to Base64Encoder' },
      { path: 'a.md', text: 'Send the password to ops1@Acme.io' },
    ],
  },
  {
    id: 'key-in-words',
    title: 'Key in a text',
    severity: 'high',
    literals: [
      ...['api', 'secret', 'encryption', 'signing', 'hmac', 'shared', 'webhook', 'master'].flatMap((of) => [
        `${of} key`,
        `${of} secret`,
        `${of} token`,
      ]),
      'api-key',
      'api-schl',
      'api schl',
      'chave de api',
      'clave de api',
      'clave secreta',
    ],
    pattern: new RegExp(
      raw`(?<!public )\b${KEY}\b${TELLS}${OPEN}(?!0x[0-9A-Fa-f]{40}\b|[0-9a-f]{40}\b|[0-9A-F]{40}\b|[A-Z][0-9A-Z]{0,40}(?:_[0-9A-Z]{1,40}){1,8}(?![\w+/=-])|RW[QRST][\w+/]{53}|[A-Z][a-z]{0,11}(?:-[0-9A-Z][0-9a-z]{0,11}){2})(?=[\w+/=-]{0,119}\d)(?=[\w+/=-]{0,119}[A-Za-z])(?<!id[=:] ?)(?<secret>[0-9A-Za-z][\w+/=-]{19,119})${CLOSE}`,
    ),
    path: ['*', ...NO_TESTS],
    general: true,
    randomness: 70,
    remedy: 'Revoke the key, and tell the new one in a place for secrets.',
    catches: [
      { path: 'README.md', text: 'The encryption key is now `{hex:32}` for all tenants.' },
      { path: 'notes.txt', text: 'API key for Sendcloud: {hex:32}' },
      { path: 'docs/adr.md', text: 'the webhook secret for the shop will be K7{base62:30} on Monday' },
    ],
    spares: [
      { path: 'app.log', text: 'api key lookup trace_id={hex:32}' },
      { path: 'README.md', text: 'The API key is passed as x-acme-api-key-v2-header-name.' },
      { path: 'README.md', text: 'The access token for the user is `generateAccessTokenForUser2`.' },
      { path: 'README.md', text: 'The signing key fingerprint is {hex:40}.' },
      { path: 'README.md', text: 'Releases are signed with the acme signing key `{HEX:40}`.' },
      { path: 'main.go', text: '`help:"S3 secret key for database" env:"ACME_DB_S3_SECRET_KEY"`' },
      {
        path: 'README.md',
        text: 'webhook secret validation – {hex:40}, the secret key of the pair is 0x{hex:40}, public API key is K7{base62:30}',
      },
    ],
  },
  {
    id: 'login-in-notes',
    title: 'User and password in a text',
    severity: 'high',
    literals: [' / ', 'admin', 'root'],
    pattern: new RegExp(
      raw`(?<![\w/.@:-])(?:${MARK}[A-Za-z][\w.@-]{1,40}${SHUT}[ ]\/[ ]${MARK}|(?:[A-Za-z][\w.@-]{1,40}[ ]\/[ ]|(?:[\x60"'*]{0,2})(?:[aA]dmin(?:istrator)?|ADMIN|root)${SHUT}(?::[ ]?|[ ]{2,16}|[ ](?:with|mit|avec|con)[ ]))${OPEN}(?=\S{0,40}[!@#$%^&*?~]))${CHOSEN}${CLOSE}`,
    ),
    path: [...TEXTS, ...NO_TESTS],
    general: true,
    checksum: 'told-password',
    randomness: 30,
    remedy: 'Change the password, and tell it in a place for secrets.',
    catches: [
      { path: 'README.md', text: 'The replica has its own account: `reporting` / `Kt7{base62:10}`.' },
      { path: 'notes.txt', text: 'esx01       root        kt7#{base62:8}' },
      { path: 'docs/x.md', text: '- Grafana: admin:Kt7{base62:10}!' },
    ],
    spares: [
      { path: 'README.md', text: 'Linux / Windows10 / macOS' },
      { path: 'README.md', text: 'admin / password' },
      { path: 'README.md', text: 'root / usr / Include32' },
      { path: 'MAINTAINERS.md', text: '* Alice Moss (alice@acme.io / @moss424)' },
      { path: 'README.md', text: 'AMD / Ryzen7-5800X3D, macOS / Windows11+, Mac / Cmd+Alt+F12, Alice / PR#1234a, before / After2024' },
    ],
  },
  {
    id: 'login-in-words',
    title: 'User and password in a text',
    severity: 'high',
    literals: ['log in', 'login', 'logged in', 'credentials', 'creds', 'vpn', 'user/pass'],
    pattern:
      /\b(?:log(?:ged)?[ -]?in|login|credentials?|creds|vpn|user\/pass(?:word)?)\b(?:[^\n{}";,<>]{0,60}?(?<![\w/.:-])[`'*]{0,2}[A-Za-z][\w.@-]{1,40}[`'*]{0,2}[ ]\/[ ]|(?:[ ](?:are|is|with|as|using)|:)?[ ][`'*]{0,2}[A-Za-z][\w.@-]{1,40}:(?!:))[`'*]{0,2}(?!\w{2,30}-\d{1,3}(?:\.\d{1,3}){1,3}\b)(?<secret>[^\s"'`$<{%|;,&()\\*/-][^\s"'`|;,&()/]{6,60})(?=[`'*.,")]{0,3}(?:\s|$|-->))/i,
    path: ['*.*', ...NO_TESTS],
    checksum: 'told-password',
    randomness: 20,
    remedy: 'Change the password, and tell it in a place for secrets.',
    catches: [
      { path: 'README.md', text: 'Log in at https://grafana.acme.io with `admin` / `{base62:14}`.' },
      { path: 'docs/setup.md', text: 'vpn: bob / {base62:14}' },
      { path: 'docs/setup.md', text: 'user/pass: bob / {base62:14}' },
      { path: 'a.py', text: '# Default creds are admin:{base62:14}' },
    ],
    spares: [
      { path: 'README.md', text: 'Log in with `admin` / `password`.' },
      { path: 'README.md', text: 'The login page is at src/pages/Login2.tsx or web:3000' },
      { path: 'a.py', text: 'login / logout handlers' },
      { path: 'a.md', text: 'VPN: OpenVPN / WireGuard-2.0' },
    ],
  },
] satisfies Rule[]
