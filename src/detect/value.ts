/** Reads a value from its start to its end: quoted, bare, or the text of an element. */
import type { Context } from '../types.ts'
import type { Takes } from './connectors.ts'
import { delimitedAt } from './delimited.ts'
import { fitsAt, matchAt } from './sticky.ts'

export interface Value {
  readonly value: string
  /** Span of the value in the text, in characters. */
  readonly start: number
  readonly end: number
  readonly syntax: NonNullable<Context['syntax']>
}

/** A value that begins at `start`, as the text has it. */
export const valueFrom = (value: string, start: number, syntax: Value['syntax']): Value => ({
  value,
  start,
  end: start + value.length,
  syntax,
})

const LONGEST_VALUE = 4096
const LONGEST_BARE = 4096

/** What precedes a literal that is a default. */
const DEFAULT = [
  // process.env.X || "…", x ?? "…", x if y else "…"
  String.raw`[A-Za-z_$][\w.$[\]'"(){}?!-]{0,60}(?:[ \t]{1,2}|\r?\n[ \t]{1,40})(?:\|\||\?\?|\?:|\/\/|or|if [^"'\n]{1,40} else)[ \t]{1,4}`,
  // env::var("X").unwrap_or("…"), Optional.ofNullable(getenv("X")).orElse("…")
  String.raw`(?:[A-Za-z_][\w.:]{0,40}\()?[A-Za-z_][\w.:]{0,60}!?\(["'][\w.-]{1,60}["']\){1,2}\??\.(?:unwrap_or(?:_else)?|or_else|orElse|getOrElse)\((?:\|_?\|[ \t]?)?`,
  // test ? "…" : x, test ? x : "…"
  String.raw`[A-Za-z_$!(][\w.$()=!&|]{0,60}[ \t]\?[ \t]{1,2}(?:[\w.$]{1,60}[ \t]:[ \t]{1,2})?`,
  // (or (System/getenv "X") "…")
  String.raw`\(or \([\w./-]{1,40}[ ]["':]?[\w.:-]{1,60}"?\)[ \t]`,
  // field(default="…"), CharField("…", default="…"), z.string().default("…")
  String.raw`[A-Za-z_][\w.]{0,40}\((?:[^()"'\n]{0,40}|[^()"'\n]{0,40}["'][^"'\n]{0,60}["'][^()"'\n]{0,40})\bdefault[ ]?=[ ]?`,
  String.raw`[A-Za-z_][\w.]{0,40}(?:\(\))?\.default\(`,
  // T.pack "…"
  String.raw`(?:[A-Z]\w{0,10}\.){0,2}(?:pack|fromString|fromMaybe|of_string)[ ]`,
  // <%= ENV['X'] || '…' %>, ENV.fetch('X') { '…' }, <%= ENV.fetch('X', '…') %>
  `["']?<%=[ ]?`,
  String.raw`ENV\.fetch\(["']\w{1,60}["']\)[ ]\{[ ]`,
  // {{ password | default('…') }}, {{ '…' | password_hash }}, !Sub "…"
  String.raw`["']?\{\{-?[ ]?(?:[.$\w]{1,60}[ ]?\|[ ]?default[ (])?(?=\\?["'])`,
  String.raw`![A-Z][a-z]{1,12}[ \t](?=["'])`,
].join('|')

/** Functions that read, decode, convert or store their argument: endings of their names. */
const FUNCTIONS = [
  String.raw`[Dd]ecode\w{0,12}|[Ee]ncode\w{0,12}|unhexlify|fromhex|b64encode|atob|[Hh]ash\w{0,20}|make|b?crypt|md5|sha\d{1,3}`,
  String.raw`[Ee]nv|getenv|environ\.get|getOrDefault|getProperty|fetch|[Dd]efault|\bField|coalesce|try|sensitive`,
  String.raw`Buffer\.from|\bArray|\bData|[Bb]ytes|[Ss]tring(?:::from)?|valueOf|\bstr|[Tt]rim\w{0,8}|quote(?:_plus)?|QString(?:Literal)?|Optional\.of|Some|Just|\bPtr`,
  String.raw`Secret(?:Str(?:ing)?|Value)?(?:::new|::from)?|useState|\bref|signal|freeze|from_static|unsafe_?[pP]lain_?[tT]ext|Lazy::new|\b(?:new|from)|JSON\.stringify`,
].join('|')

/** In only one way, as it may be repeated: `Base64.decode("…")`, `env('X', '…')`, `[]byte("…")`, `() => "…"`. */
const FUNCTION = String.raw`(?=[\w.$:>-]{0,40}?(?:${FUNCTIONS})[ \t]{0,2}\()[\w.$:>-]{1,90}[ \t]{0,2}\([ \t]{0,4}(?:default=|(?:data|base64Encoded|hex):[ ]?)?(?:\\?["'][\w.-]{0,60}\\?["'][ \t]{0,4},[ \t]{0,4})?|\[\](?:byte|rune)\(|\([\w, ]{0,40}\)(?:: ?\w{1,20})? => `

/** What precedes a function: a word, or the call that makes what it belongs to: `await hash("…")`, `new TextEncoder().encode("…")`. */
const CALLED = String.raw`(?:await|new)[ ](?=[A-Za-z])|[A-Za-z_][\w.]{0,40}\([^()"'\n]{0,30}\)\??\.(?=\w{1,40}\()`

/** A type, also in a pair with a default, or brackets around the literal, maybe across lines. */
const AROUND = String.raw`<[\w.[\]]{1,30}>|\((?:str|bytes),[ ](?=["'])|\([ \t]{0,4}(?:\r?\n[ \t]{1,40})?(?=[bBrRuU]?["'][^"'\n]{1,200}["']\s{0,40}\))`

/**
 * What may precede the quote: any of these, the brace of JSX, a string prefix (b"", f"", @""), the outer quote of a nested string. Compiling
 * it takes milliseconds, and more than twice as long with fewer repeats, which V8 would unroll.
 */
const OPENING = new RegExp(
  String.raw`(?:${DEFAULT}|${FUNCTION}|${CALLED}|${AROUND}){0,4}(?:\{(?=["'\`][^"'\`\n]{1,200}["'\`][ \t]?\}))?(?:[bBfFrRuULcC]{1,2}|@|\$@?|N|<<)?(?:"(?=\\"))?("""|'''|\\{0,3}["'\`])`,
  'y',
)

/** Most values need no `OPENING`: a plain quote, and texts that open no literal, as no quote is near or a name ends before it. */
const PLAIN = /(["'`])(?!\1\1|[{\\])/y
const CLOSED =
  /[^\w$!([<{"'`\\@.:>-]|\{(?!["'`{])|[\w.$:>-]{1,60}(?:[,;]|\r?\n(?![ \t]{1,40}(?:\|\||\?|\/\/|or|if)))|[^"'`\n]{0,200};|[^"'`]{400}/y

function openingAt(text: string, at: number): RegExpExecArray | null {
  return matchAt(PLAIN, text, at) ?? (fitsAt(CLOSED, text, at) ? null : matchAt(OPENING, text, at))
}

/** `getenv('PASSWORD')`: the argument is a name. */
const ASKED = /(?:[Ee]nv|environ\.get|getProperty|fetch)[ \t]{0,2}\([ \t]{0,4}["'`]$/

export function valueAt(text: string, at: number, takes: Takes): Value | undefined {
  if (takes === 'element') return elementAt(text, at)
  const delimited = takes === 'any' || takes === 'quoted' ? delimitedAt(text, at, takes === 'quoted' ? 'argument' : 'quoted') : undefined
  if (delimited) return delimited
  if (takes !== 'bare' || text[at] === '`') {
    const open = openingAt(text, at)
    if (open && ASKED.test(open[0])) return undefined
    const quoted = open && quotedAt(text, at + open[0].length, open[1] ?? '"', takes === 'quoted' ? 'argument' : 'quoted')
    if (quoted) return takes === 'quoted' && NAMES.test(text.slice(quoted.end, quoted.end + 12)) ? undefined : quoted
    if (takes === 'quoted' || open) return undefined
  }
  return bareAt(text, at, takes === 'prose' ? 'prose' : 'bare')
}

/** Follows a quoted text that is itself a name. */
const NAMES = /^["'`]\s{0,8}(?::(?!(?<=\s:)[a-z])|=>?(?!=))/

export function quotedAt(text: string, start: number, quote: string, syntax: 'quoted' | 'argument'): Value | undefined {
  const lines = quote.length === 3 || quote === '`'
  const limit = Math.min(text.length, start + LONGEST_VALUE)
  for (let i = start; i < limit; i++) {
    const code = text.charCodeAt(i)
    if ((code === 10 || code === 13) && !lines) return undefined
    const closes = text.startsWith(quote, i)
    if (closes && i > start && isDoubled(text, i)) i++
    else if (closes) return i > start ? inner(valueFrom(text.slice(start, i), start, syntax)) : undefined
    else if (code === 92) i++
  }
  return limit < text.length && !lines ? valueFrom(text.slice(start, limit), start, syntax) : undefined
}

/** In SQL and YAML, a quote within; in a shell, where two strings meet. */
const isDoubled = (text: string, at: number) => text.startsWith("''", at) && /\w/.test(text[at + 2] ?? '')

/** Browser tests append this key to the text they type. */
const ENTER = '{enter}'

/** What precedes the credentials, also where no header is named. */
const SCHEME = 'Bearer|Basic|Token|token|ApiKey'
const HEAD = new RegExp(String.raw`^(?:\$\{[\w.-]{1,60}:-?(?=[^}]+\}$)|\{(?:noop|plain|cleartext)\}|(?:${SCHEME})[ =]{1,2})`)
const BARE_HEAD = new RegExp(String.raw`^(?:(?:${SCHEME})[ \t]{1,4}|\{noop\})`)

/** `"${app.key:default}"`, `"Bearer …"` and `"{noop}…"` contain a value within the value. */
function inner(value: Value): Value | undefined {
  const head = HEAD.exec(value.value)?.[0] ?? ''
  const tail = head.startsWith('$') ? 1 : value.value.endsWith(ENTER) ? ENTER.length : 0
  const end = value.end - tail
  if (head === '' && tail === 0) return value
  const text = value.value.slice(head.length, value.value.length - tail)
  return text === '' ? undefined : { ...value, value: text, start: value.start + head.length, end }
}

function elementAt(text: string, at: number): Value | undefined {
  const value = /^(?:<!\[CDATA\[)?([^<>\r\n]{1,4096}?)\s{0,40}(?:\]\]>)?<\//.exec(text.slice(at, at + LONGEST_BARE + 20))
  if (!value?.[1]) return undefined
  return valueFrom(value[1], at + value[0].indexOf(value[1]), 'element')
}

const WIDE = /(?:\xef\xbc[\x81-\x8f\x9a-\x9f]|\xe3\x80[\x80-\x9f]|\xe2\x80[\x99\x9d]).*$/s

/**
 * A line of a name, a sign and a word: nothing needs quotes there, so the word may contain some, and signs that end one elsewhere; not where
 * a shell puts variables and texts together.
 */
const LINE = /[\r\n\0][ \t]*(?:-[ \t]+)?(?:(?:export|set|SET|ENV)[ \t]+)?[\w.-]{1,80}[ \t]*[:=][ \t]*$/
const WORD = /(?!\$)[^\0-\x20"'`<>|](?:[^\0-\x20"'$]|["'](?!\$)|\$(?!\w{1,40}["'])){0,4094}[\w!@#$%^&*+=?~-](?=[ \t]*(?:[\r\n]|$|[ \t]#))/y

function wholeAt(text: string, at: number): string | undefined {
  return LINE.test(at < 120 ? `\n${text.slice(0, at)}` : text.slice(at - 120, at)) ? matchAt(WORD, text, at)?.[0] : undefined
}

/**
 * Up to white space, or to the next pair of a list (`Password=…;Database=…`). A trailing closing bracket, comma or semicolon belongs to the
 * surrounding text; so does what follows a wide comma, full stop, bracket or quote.
 */
export function bareAt(text: string, at: number, syntax: 'bare' | 'prose'): Value | undefined {
  const start = at + (BARE_HEAD.exec(text.slice(at, at + 12))?.[0].length ?? 0)
  const run = wholeAt(text, start) ?? /^[^\0-\x20"'`<>|]{1,512}[\w.~+/%-]{0,3584}={0,2}/.exec(text.slice(start, start + LONGEST_BARE))?.[0]
  const value = run
    ?.replace(WIDE, '')
    .replace(/\\[nrt].*$/, '')
    .replace(/[,;][A-Za-z_$][\w$.-]{0,30}[:=].*$/, '')
    .replace(/(?:(?<![,;])[,;]+|(?<![)\]}])[)\]}]+[,;]*|\.)$/, '')
    .replace(/&(?<=^[\w%.~+/-]{1,400}=*&)(?:[\w-]{1,40}=.*)?$/, '')
  return value ? valueFrom(value, start, syntax) : undefined
}
