/** Values that are no secrets by their form alone, whatever name they are assigned to. */
import type { Ground } from './ground.ts'

/** Labels of password fields in languages other than English. */
const LABEL =
  /^[^\d]{0,40}\b(?:wachtwoord|passwort|kennwort|contrase\xc3\xb1a|senha|mot de passe|heslo|has\xc5\x82o|geslo|lozink[ae]|zapork[ae]|salasana|l\xc3\xb6senord|parol[ae]|parool|passord|adgangskode|jelsz\xc3\xb3|(?:\xc5\x9f|s)ifre|[cg]yfrinair|slapta\xc5\xbeodis|kata sandi|pasahitza?|contrasenya)(?![\w\xc0-\xff])[^\d]{0,40}$/i

export const BY_FORM: readonly Ground[] = [
  // !0})}r(i,o) of minified code
  [
    'empty, or a boolean',
    /^(?:null|nil|none|undefined|true|false|x(?:yes|no))[)\]}:,;]*$|^![01](?:[)\]}]{1,4}[a-z]{1,2}\(|[)\]}:,;]{0,4}$)/i,
  ],
  // S-1-5-32-544
  ['a Windows user or group identifier', /^S-1-\d{1,3}(?:-\d+){1,15}$|^AQUAAAAAAAUV|^\\x01\\x0[1-5](?:\\x00){5}\\x05|^010500000000000515/],
  // urn:oid:2.5.4.35, cpe:2.3:a:jenkins:credentials:*:*, awskms:key-id=…
  ['the name of a thing', /^urn:[a-z\d-]{2,31}:|^cpe:(?:2\.3:|\/)|^(?:[\w.-]{1,40}:)*\*:\*|^[a-z]{2,10}kms:/i],
  // \f21b, f21b, \u3299\ufe0f
  [
    'a character by its code',
    /^\\{1,2}[\da-f]{4,5}(?:;|$)|^[ef][\da-f]{3}$|^(?:\\u[\dA-Fa-f]{4}){1,4}$|^(?:\\U000[\da-fA-F]{5}){1,4}$|^(?:U\+)?1F[\dA-F]{3}(?:-[\dA-F]{4,5})*$/,
  ],
  // GHSA-xwwr-4h3p-r22c
  ['a security advisory', /^(?:GHSA(?:-[\da-z]{4}){3}|CVE-\d{4}-\d{4,7}|CWE-\d{1,4})\b/],
  // mdi:valve
  ['an icon', /^mdi:[a-z\d-]+$/],
  // motor_*, telegraf.*, hmac-sha256:*
  ['a glob', /^[a-z]+(?:[_.:-][a-z][a-z\d]*)*[_.:-]\*$/],
  ['the name of a file', /^(?:[\w./~-]*\/)?id_(?:rsa|dsa|ecdsa|ed25519)(?:\.pub)?$/],
  // F10/Alt+F
  ['keys of a keyboard', /^(?:(?:F\d{1,2}|Ctrl|Alt|Shift|Cmd|Opt|Meta|Super|[A-Z])[/+]){1,3}(?:F\d{1,2}|Ctrl|Alt|Shift|Cmd|Opt|[A-Za-z])$/],
  ['an option', /^--[a-z]+(?:-[a-z]+)*(?:=|$)/],
  ['a variable of autoconf', /^ac_cv_/],
  ['the name of a constraint', /^(?:FK|PK|UQ|IDX|REL|CHK|DF)_[\da-f]{16,27}$/],
  ['a feature of Cargo', /^dep:[\w-]+$/],
  // \fILoadCredential=\fR, \f[V]--netrc\f[R]
  ['a text of troff', /^\\f(?:[BIRP]|\[[A-Z]{1,2}\])|\\f(?:[RP]|\[R\])(?:\W|$)/],
  // crwdns392855:0crwdne392855:0
  ['a text of Crowdin', /^crwdns\d+:\d+crwdne\d+:\d+$/],
  // require$$8, BIGNUM **, [0x42u8; 32]
  ['a name or an expression', /^[a-z]+\$\$\d+$|^[A-Z]\w+ \*{1,2}$|^\[(?:0x)?[\da-f]{1,2}u8(?:; ?\d+\]?)?$/],
  ['the key of a query of Grafana', /^Q-[\da-f-]{36}-\d+$/],
  // mysql://reader@mysql.acme.org:3306/db
  ['a URL without a password', /^[a-z][a-z\d+.-]{1,20}:\/\/[a-z]{2,16}@[\w.-]{1,100}(?::\d{1,5})?(?:\/[\w.-]*)?$/],
  // 'p256ecdsa=' + key, PREFIX_API_KEY = 'acme_api_', ('UserKey', '20s=b""')
  ['the beginning of a value', /^[a-z][a-z\d_]{1,14}=$|^(?:[a-z]{1,14}\d?[_-]){1,4}$|^\d{1,3}s=(?:b"{0,2})?$/],
  ['a structure of ASN.1', /^\\x(?:60|a[0-3])\\x[\da-f]{2}\\x(?:02|06|30|a\d)/i],
  // TSM-SSH
  ['an abbreviation', /^[A-Z]{2,4}-[A-Z]{2,4}$/],
  ['the name of a disk', /^(?:PART)?UUID=[\dA-Fa-f-]{0,36}$/],
  // crypt($2, password)
  ['the beginning of a call', /^[a-z]\w*\(\$\d$/],
  ['a colour', /^(?:\w{1,9}:)?#[\da-f]{3,8}(?:\s|$)/i],
  ['an encoding', /^(?:utf-?\d{1,2}|ascii|latin-?1|iso-8859-\d{1,2}|base64|hex|binary)$/i],
  ['a standard', /^(?:RFC|ISO|IEEE|FIPS|PKCS)[ #_-]?\d[\d.-]*$/i],
  ['a repeated letter', /^([A-Za-z])\1{3,}$/],
  ['a password label', LABEL],
  // "password": "string //…", as in API descriptions
  ['a type with a description', /^(?:string|integer|number|boolean|text)(?:\[\])?\s?(?:\\?\/\\?\/|[#(,;|])/i],
  // envy.Get(
  ['the beginning of a call', /^[A-Za-z_]\w*(?:\.\w+|\[\w{1,20}\])+\($/],
  // forgotPassword, reset_token
  [
    'an action on one',
    /^(?:forgot|forgotten|reset|change|confirm|update|verify|check|validate|show|hide|get|set|has|is|enter|invalid|wrong|missing)(?:[A-Z][a-z]+|[_-][a-z]+)*[_-]?(?:[Pp]assword|[Pp]assphrase|[Tt]oken|[Ss]ecret|[Kk]ey)s?$/,
  ],
  ['a label', /^[^\d"]*[\x80-\xff][^\d"]*:$/],
  ['a sequence of letters and digits', /a[01]b[12]-?c[23]-?d[34]|^abc[-_]?123(?:[-_]?(?:xyz|def)\d{0,3})$/i],
  // %c3%89t%C3%A9, of tests of URLs
  ['encoded signs', /^(?:[A-Za-z]?%[\dA-Fa-f]{2}){2,8}[A-Za-z]?$/],
  ['truncated', /\.\.$/],
  // ALTER USER app PASSWORD EXPIRE INTERVAL 90 DAY
  ['a word of SQL', /^(?:EXPIRE|HISTORY|REUSE|REQUIRE|LOCK|UNLOCK|NEVER|OPTIONAL|EXTERNAL)$/i],
  // PASSWORD VARCHAR2(64 BYTE) NOT NULL: a bare value ends before the bracket, or the blank in it
  [
    'a type of SQL',
    /^(?:(?:n|long)?(?:var)?(?:char2?|character|binary|graphic|bit)|character varying|varchar_ignorecase|raw|numeric|number|decimal|datetime2?|time(?:stamp)?|(?:n?c|b)lob|bytes|(?:fixed)?string)\((?:\d{1,5}|max)(?:[ ,)]|$)|^(?:(?:n?c|b)lob|sysname|uniqueidentifier|bytea|citext)$/i,
  ],
  // "\$KEYGRIP", {key} with its brackets as entities, token: 'keyword.$0'
  [
    'a reference',
    /^credentialsJSON:[\da-f-]{36}$|^(?:\$\{?[A-Z][A-Z\d_]{2,}\}?){2,}(?:\/|$)|^[a-z.-]+\.\$[A-Z]?\d|^@ENV\.[A-Z_\d]+$|^\\\$[A-Z_]+$|^&#123;\w+&#125;/,
  ],
  ['a placeholder', /^(?:YOUR|MY|INSERT|ENTER|PUT)(?:_[A-Z]+){1,6}$/],
  // printf("Bearer %s"), \u003ckey\u003e
  [
    'a template',
    /^\\u003[cC]|^0x\{|^\{[a-z_]{1,30}\}.{0,80}\{[A-Za-z_]\w{0,30}(?::[^{}]{0,10})?\}$|^(?:0x)?(?:%[sdqv])+(?:[^A-Za-z\d]|$)|^(?:0x)?%(?:[-+#]?\.?\*|0[*\d]|\.\d|l{1,2}[dux]|z[du])/,
  ],
  // \x55\x04\x23
  ['a few bytes', /^(?:\\x[\da-fA-F]{2}){1,7}$/],
  // 334 UGFzc3dvcmQ6
  ['a server prompt', /UGFzc3dvcmQ6|VXNlcm5hbWU6/],
  [
    'a pattern',
    /\[[^\]\s]{0,30}(?:a-z|A-Z|0-9|\\[wd])|\(\[\^|^\[\^[^\]]{1,10}\][{+*]|^\\[bdswDSW](?:[{+*]|\\[bdsw])|\[\\{1,2}x|^\*-\*|^\(\?[imsx]{1,3}\)|^\^(?:\d+|.*(?:\\[dwsb]|\[|\(|[.\])][*+]).*)\$$/,
  ],
  // "&password=" + hash(a) + "&…"
  ['code between two strings', /^\s?\+\s?[A-Za-z_$][\w$.]*(?:[([]|\s?\+\s?$)/],
  // Credential=<key id>/20260101/eu-west-1/s3/aws4_request
  ['the scope of an AWS signature', /\/aws4_request$/],
  ['an example from AWS documentation', /EXAMPLE|[A-Za-z\d]{12,}example$/],
  ['a Slack token without its secret part', /^xox[a-z]-[\d-]+$/],
  // SIDs of accounts and resources. SK is a key.
  ['a Twilio identifier', /^(?!SK)[A-Z]{2}[0-9a-f]{32}$/],
]
