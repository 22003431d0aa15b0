/** Values that are a piece of code: of a program, a template, a query, a pattern or a markup. */
import { oneOf, raw } from '../../patterns/sources.ts'
import type { Ground } from './ground.ts'

const EXPRESSIONS: readonly Ground[] = [
  [
    'empty, or a boolean',
    [
      /^(?:null|nil|none|undefined|true|false|x(?:yes|no))[)\]}:,;]*$/i,
      /^![01](?:[)\]}]{1,4}[a-z]{1,2}\(|[)\]}:,;]{0,4}$)/i, // !0})}r(i,o) of minified code
    ],
  ],
  [
    'a name or an expression',
    [
      /^[A-Z]\w+ \*{1,2}$/, // BIGNUM **
      /^\[(?:0x)?[\da-f]{1,2}u8(?:; ?\d+\]?)?$/, // [0x42u8; 32]
    ],
  ],
  [
    'the beginning of a call',
    [
      /^[A-Za-z_]\w*(?:\.\w+|\[\w{1,20}\])+\($/, // envy.Get(
      /^[a-z]\w*\(\$\w+$/, // crypt($2, password), passwordOf($server
    ],
  ],
  // "&password=" + hash(a) + "&…"
  ['code between two strings', /^\s?\+\s?[A-Za-z_$][\w$.]*(?:[([]|\s?\+\s?$)/],
  ['an option', /^--[a-z]+(?:-[a-z]+)*(?:=|$)/],
  ['a variable of autoconf', /^ac_cv_/],
  ['a feature of Cargo', /^dep:[\w-]+$/],
]

const TEMPLATES: readonly Ground[] = [
  [
    'a template',
    [
      /^\\u003[cC]/, // \u003ckey\u003e
      /^0x\{/,
      /^\{[a-z_]{1,30}\}.{0,80}\{[A-Za-z_]\w{0,30}(?::[^{}]{0,10})?\}$/, // {ts}mng_{day:>02}
      /^(?:0x)?(?:%[sdqv])+(?:\d?[^A-Za-z\d]|$)/, // printf("Bearer %s"), %s4-HMAC-SHA256
      /^[A-Za-z]+=(?:0x)?%\d?[duxs]$/, // "EAP-PSK: Flags=0x%x"
      /^(?:0x)?%(?:[-+#]?\.?\*|0[*\d]|\.\d|l{1,2}[dux]|z[du])/,
    ],
  ],
  [
    'a reference',
    [
      /^credentialsJSON:[\da-f-]{36}$/, // of a pipeline
      /^(?:\$\{?[A-Z][A-Z\d_]{2,}\}?){2,}(?:\/|$)/, // $HOST$PORT/
      /^[a-z.-]+\.\$[A-Z]?\d/, // token: 'keyword.$0'
      /^\\\$[A-Z_]+$/, // "\$KEYGRIP"
      /^&#123;\w+&#125;/, // {key}, with its brackets as entities
    ],
  ],
]

/** A type with a length, or the beginning of one: a bare value ends before the bracket, or the blank in it. */
const SIZED = raw`^${oneOf([
  '(?:n|long)?(?:var)?(?:char2?|character|binary|graphic|bit)|character varying|varchar_ignorecase',
  'raw|numeric|number|decimal|datetime2?|time(?:stamp)?',
  '(?:n?c|b)lob|bytes|(?:fixed)?string',
])}\((?:\d{1,5}|max)(?:[ ,)]|$)`

const QUERIES: readonly Ground[] = [
  // ALTER USER app PASSWORD EXPIRE INTERVAL 90 DAY
  ['a word of SQL', /^(?:EXPIRE|HISTORY|REUSE|REQUIRE|LOCK|UNLOCK|NEVER|OPTIONAL|EXTERNAL)$/i],
  // PASSWORD VARCHAR2(64 BYTE) NOT NULL
  ['a type of SQL', [new RegExp(SIZED, 'i'), /^(?:(?:n?c|b)lob|sysname|uniqueidentifier|bytea|citext)$/i]],
  ['the name of a constraint', /^(?:FK|PK|UQ|IDX|REL|CHK|DF)_[\da-f]{16,27}$/],
  ['the key of a query of Grafana', /^Q-[\da-f-]{36}-\d+$/],
]

const PATTERNS: readonly Ground[] = [
  [
    'a pattern',
    [
      /\[[^\]\s]{0,30}(?:a-z|A-Z|0-9|\\[wd])/, // [a-z0-9]{32}
      /\(\[\^/, // ([^&]+)
      /^\[\^(?:\\.|[^\]\\]){1,80}\][{+*]/, // [^()<>@,;:"/]+
      /^\\\(/, // s/password=\(.*\)/
      /^\\[bdswDSW](?:[{+*]|\\[bdsw])/, // \w+
      /\[\\{1,2}x/, // [\x20-\x7e]
      /^\(\?[imsx]{1,3}\)/, // (?i)
      /^\^(?:\d+|.*(?:\\[dwsb]|\[|\(|[.\])][*+]).*)\$$/, // ^96940$
    ],
  ],
  // motor_*, telegraf.*, hmac-sha256:*
  ['a glob', /^[a-z]+(?:[_.:-][a-z][a-z\d]*)*[_.:-]\*$/],
]

const ESCAPES: readonly Ground[] = [
  [
    'a character by its code',
    [
      /^\\{1,2}[\da-f]{4,5}(?:;|$)/, // \f21b
      /^[ef][\da-f]{3}$/, // f21b
      /^(?:\\u[\dA-Fa-f]{4}){1,4}$/, // \u3299\ufe0f
      /^(?:\\U000[\da-fA-F]{5}){1,4}$/,
      /^(?:U\+)?1F[\dA-F]{3}(?:-[\dA-F]{4,5})*$/, // U+1F511
    ],
  ],
  // %c3%89t%C3%A9, of tests of URLs
  ['encoded signs', /^(?:[A-Za-z]?%[\dA-Fa-f]{2}){2,8}[A-Za-z]?$/],
  // \x2B\x06\x01\x05\x05\x07\x04\x0C
  ['an object identifier', /^\\x2[AB]\\x(?:06|86)\\x/i],
  // \x55\x04\x23
  ['a few bytes', /^(?:\\x[\da-fA-F]{2}){1,7}$/],
  ['a structure of ASN.1', /^\\x(?:60|a[0-3])\\x[\da-f]{2}\\x(?:02|06|30|a\d)/i],
  // \fILoadCredential=\fR, \f[V]--netrc\f[R]
  ['a text of troff', [/^\\f(?:[BIRP]|\[[A-Z]{1,2}\])/, /\\f(?:[RP]|\[R\])(?:\W|$)/]],
  // crwdns392855:0crwdne392855:0
  ['a text of Crowdin', /^crwdns\d+:\d+crwdne\d+:\d+$/],
]

export const BY_CODE: readonly Ground[] = [...EXPRESSIONS, ...TEMPLATES, ...QUERIES, ...PATTERNS, ...ESCAPES]
