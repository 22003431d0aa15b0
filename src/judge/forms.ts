/** Values that are, by their form alone, the name of something, or what a person writes in the place of a secret. */
import { oneOf, raw } from '../../patterns/sources.ts'
import type { Ground } from './ground.ts'

const IDENTIFIERS: readonly Ground[] = [
  [
    'a Windows user or group identifier',
    [
      /^S-1-\d{1,3}(?:-\d+){1,15}$/, // S-1-5-32-544
      /^AQUAAAAAAAUV/, // the same in Base64, escaped and in hex, of a domain
      /^\\x01\\x0[1-5](?:\\x00){5}\\x05/,
      /^010500000000000515/,
    ],
  ],
  [
    'the name of a thing',
    [
      /^urn:[a-z\d-]{2,31}:/i, // urn:oid:2.5.4.35
      /^cpe:(?:2\.3:|\/)/i, // cpe:2.3:a:jenkins:credentials:*:*
      /^(?:[\w.-]{1,40}:)*\*:\*/i,
      /^[a-z]{2,10}kms:/i, // awskms:key-id=…
    ],
  ],
  ['a security advisory', /^(?:GHSA(?:-[\da-z]{4}){3}|CVE-\d{4}-\d{4,7}|CWE-\d{1,4})\b/],
  // SIDs of accounts and resources. SK is a key.
  ['a Twilio identifier', /^(?!SK)[A-Z]{2}[0-9a-f]{32}$/],
  ['a Slack token without its secret part', /^xox[a-z]-[\d-]+$/],
  // Credential=<key id>/20260101/eu-west-1/s3/aws4_request
  ['the scope of an AWS signature', /\/aws4_request$/],
  // unset DB_USER DB_PASSWORD DB_HOST
  [
    'the name of a constant',
    [
      /^[A-Z]+(?:_[A-Z\d]+)*_(?:FILE|PATH|NAME|ID|URL|HOST|USER|ENV|VAR|DIR|WEBHOOK)$/,
      /^[A-Z]+(?:_[A-Z\d]+){2,}(?<=_(?:KEY|TOKEN|SECRET|PASSWORD))$/,
    ],
  ],
  ['the name of a disk', /^(?:PART)?UUID=[\dA-Fa-f-]{0,36}$/],
  [
    'the name of a file',
    [
      /^(?:[\w./~-]*\/)?id_(?:rsa|dsa|ecdsa|ed25519)(?:\.pub)?$/,
      /^RPM-GPG-KEY-/,
      /^\/(?:usr|etc|opt|var|lib|tmp|Library)\/[\w./@+-]+$/, // /usr/X11R6/bin/ssh-askpass
    ],
  ],
  // [RT#31969
  ['the number of a report', /^\[?(?:RT|GH|PR|LP|BZ|[Bb]ug|[Ii]ssue)-?#\d{1,7}\]?$/],
  // mysql://reader@mysql.acme.org:3306/db
  ['a URL without a password', /^[a-z][a-z\d+.-]{1,20}:\/\/[a-z]{2,16}@[\w.-]{1,100}(?::\d{1,5})?(?:\/[\w.-]*)?$/],
  // mdi:valve
  ['an icon', /^mdi:[a-z\d-]+$/],
  ['a colour', /^(?:\w{1,9}:)?#[\da-f]{3,8}(?:\s|$)/i],
  ['an encoding', /^(?:utf-?\d{1,2}|ascii|latin-?1|iso-8859-\d{1,2}|base64|hex|binary)$/i],
  ['a standard', /^(?:RFC|ISO|IEEE|FIPS|PKCS)[ #_-]?\d[\d.-]*$/i],
  // WPA-EAP, WPAPSK+WPA2PSK, IEEE8021X
  ['a mode of a wireless network', /^(?:(?:WPA\d?[-_]?(?:PSK|EAP|NONE)|IEEE8021X)\b[+,/ ]?)+$/],
  // TSM-SSH
  ['an abbreviation', /^[A-Z]{2,4}-[A-Z]{2,4}$/],
  // F10/Alt+F
  ['keys of a keyboard', /^(?:(?:F\d{1,2}|Ctrl|Alt|Shift|Cmd|Opt|Meta|Super|[A-Z])[/+]){1,3}(?:F\d{1,2}|Ctrl|Alt|Shift|Cmd|Opt|[A-Za-z])$/],
]

/** A word for a password in a language other than English. */
const PASSWORD = oneOf([
  'wachtwoord', // Dutch
  'passwort|kennwort', // German
  raw`contrase\xc3\xb1a|contrasenya|pasahitza?`, // Spanish, Catalan and Basque
  'senha', // Portuguese
  'mot de passe', // French
  raw`heslo|has\xc5\x82o`, // Czech and Slovak, Polish
  'geslo|lozink[ae]|zapork[ae]', // Slovenian, Croatian and Serbian
  'salasana|parool', // Finnish and Estonian
  raw`l\xc3\xb6senord|passord|adgangskode`, // Swedish, Norwegian and Danish
  'parol[ae]', // Italian, Romanian and others
  raw`jelsz\xc3\xb3`, // Hungarian
  raw`(?:\xc5\x9f|s)ifre`, // Turkish
  '[cg]yfrinair', // Welsh
  raw`slapta\xc5\xbeodis`, // Lithuanian
  'kata sandi', // Indonesian
])

/** A text for people that contains one: it has no digits, as a password of several words would. */
const LABEL = new RegExp(raw`^[^\d]{0,40}\b${PASSWORD}(?![\w\xc0-\xff])[^\d]{0,40}$`, 'i')

const WORDS: readonly Ground[] = [
  ['a password label', LABEL],
  ['a label', /^[^\d"]*[\x80-\xff][^\d"]*:$/],
  // forgotPassword, reset_token
  [
    'an action on one',
    /^(?:forgot|forgotten|reset|change|confirm|update|verify|check|validate|show|hide|get|set|has|is|enter|invalid|wrong|missing)(?:[A-Z][a-z]+|[_-][a-z]+)*[_-]?(?:[Pp]assword|[Pp]assphrase|[Tt]oken|[Ss]ecret|[Kk]ey)s?$/,
  ],
  // 334 UGFzc3dvcmQ6: "Password:" and "Username:" in Base64
  ['a server prompt', /UGFzc3dvcmQ6|VXNlcm5hbWU6/],
  ['an example from AWS documentation', /EXAMPLE|[A-Za-z\d]{12,}example$/],
  ['a repeated letter', /^([A-Za-z])\1{3,}$/],
  ['a sequence of letters and digits', [/a[01]b[12]-?c[23]-?d[34]/i, /^abc[-_]?123(?:[-_]?(?:xyz|def)\d{0,3})$/i]],
  [
    'the beginning of a value',
    [
      /^[a-z][a-z\d_]{1,14}=$/, // 'p256ecdsa=' + key
      /^(?:[a-z]{2,9}|[A-Z]{2,9})\d{0,2}:$/, // strncmp(key, "pkcs11:", 7)
      /^(?:[a-z]{1,14}\d?[_-]){1,4}$/, // PREFIX_API_KEY = 'acme_api_'
      /^\d{1,3}s=(?:b"{0,2})?$/, // ('UserKey', '20s=b""')
    ],
  ],
  ['truncated', /\.\.$/],
]

export const BY_FORM: readonly Ground[] = [...IDENTIFIERS, ...WORDS]
