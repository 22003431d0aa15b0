/** What is assigned to what, in the syntaxes of code and config, around a word that may name a secret. */

export interface Assignment {
  /** As it stands there: `spring.datasource.password`. */
  readonly name: string
  readonly value: string
  /** Where the value stands, in characters of the text. */
  readonly start: number
  readonly end: number
  readonly syntax: 'quoted' | 'bare' | 'element' | 'argument' | 'prose'
}

const LONGEST_NAME = 80
const LONGEST_VALUE = 4096
const LONGEST_BARE = 512

/** How a value can follow its name. The first that fits counts; `then` says which values it can take. */
const CONNECTORS: readonly { readonly form: RegExp; readonly then: 'any' | 'quoted' | 'element' | 'bare' | 'prose' }[] = [
  // { name: "DB_PASSWORD", value: "…" } and <add key="password" value="…"/>, in one line or two
  { form: /\\?["']?[ \t]{0,8},?\s{0,40}(?:[-{][ \t])?\\?["']?(?:value|Value|default)\\?["']?\s{0,4}[=:]\s{0,4}/y, then: 'any' },
  // name: Type = …
  { form: /\??[ \t]{0,8}:[ \t]{0,4}[A-Za-z&'][\w.<>[\]?&' |]{0,40}=[ \t]{0,8}/y, then: 'any' },
  // name = … "name": … 'name' => … name := … ["name"] = … name || … name == …
  {
    form: /(?:\\?["'`]|\*\*)?[\])]{0,2}[?!]?[ \t]{0,40}(?:\|\|=?|\?\?=?|\?=|:=|=>|->|<-|={1,3}|!={1,2}|\+=|::?|\?:)[ \t]{0,40}(?:\*\*[ \t]{0,4})?(?:[>|][+-]?)?(?:\\?\r?\n[ \t]{0,40})?/y,
    then: 'any',
  },
  // <name>…</name> and <property name="password">…</property>
  { form: /\\?["']?[^<>\n]{0,60}>\s{0,40}/y, then: 'element' },
  // setName("…"), get("name", "…"), ("name", "…")
  { form: /\\?["'`]?[ \t]{0,4}[,(][ \t]{0,8}(?:\r?\n[ \t]{0,40})?/y, then: 'quoted' },
  // #define NAME "…" and IDENTIFIED BY '…'
  { form: /[ \t]{1,8}(?:BY[ \t]{1,4}|by[ \t]{1,4})?(?=["'])/y, then: 'quoted' },
  // | name | … |
  { form: /\\?[`*]{0,2}[ \t]{0,40}\|[ \t]{0,40}/y, then: 'bare' },
  // the password is …
  { form: /[ \t]{1,4}(?:is|was)[ \t]{0,2}:?[ \t]{1,4}/y, then: 'prose' },
  // --name … and ENV NAME …
  { form: /[ \t]{1,8}/y, then: 'bare' },
]

/** Word characters of names; a name may have several parts joined by dots. */
const isWord = (code: number) => (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 95 || code === 45 || code === 36

/** Where the name around `at` begins and ends. */
export function nameSpan(text: string, at: number): [number, number] {
  let start = at
  while (start > 0 && at - start < LONGEST_NAME && isWord(text.charCodeAt(start - 1))) start--
  let end = at
  while (end < text.length && end - at < LONGEST_NAME && isWord(text.charCodeAt(end))) end++
  return [start, end]
}

/** The assignment of the name at `start`..`end`, if one follows. */
export function assignment(text: string, start: number, end: number): Assignment | undefined {
  const option = text[start] === '-'
  for (const { form, then } of CONNECTORS) {
    form.lastIndex = end
    const connector = form.exec(text)
    if (!connector) continue
    const at = end + connector[0].length
    const value = valueAt(text, at, then)
    if (!value) continue
    if (then === 'bare' && connector[0].trim() === '' && !option && !/(?:^|\n)[ \t]*(?:ENV|ARG|setenv|export|set|machine|login)?[^\n]{0,80}$/i.test(text.slice(Math.max(0, start - 100), start))) return undefined
    return { name: fullName(text, start, end), ...value }
  }
  return undefined
}

function fullName(text: string, start: number, end: number): string {
  const before = /[\w$.\-[\]'"]{0,60}$/.exec(text.slice(Math.max(0, start - 60), start))?.[0] ?? ''
  return before.replace(/^['"[\]]+/, '') + text.slice(start, end)
}

/** string prefixes (b"", f"", @"", $""), a quote that may itself be escaped, and the text up to the same quote. */
const QUOTED = /(?:[bBfFrRuULcC]{1,2}|@|\$|\$@|N)?(?:String\(|"\s{0,2}\+\s{0,2})?("""|'''|\\?["'`])/y

function valueAt(text: string, at: number, then: 'any' | 'quoted' | 'element' | 'bare' | 'prose'): Omit<Assignment, 'name'> | undefined {
  if (then === 'element') return elementAt(text, at)
  if (then !== 'bare' || text[at] === '`') {
    QUOTED.lastIndex = at
    const open = QUOTED.exec(text)
    if (open) return quotedAt(text, at + open[0].length, open[1] ?? '"', then === 'quoted' ? 'argument' : 'quoted')
    if (then === 'quoted') return undefined
  }
  return bareAt(text, at, then === 'prose' ? 'prose' : 'bare')
}

function quotedAt(text: string, start: number, quote: string, syntax: 'quoted' | 'argument'): Omit<Assignment, 'name'> | undefined {
  const lines = quote.length === 3 || quote === '`'
  const limit = Math.min(text.length, start + LONGEST_VALUE)
  for (let i = start; i < limit; i++) {
    const code = text.charCodeAt(i)
    if ((code === 10 || code === 13) && !lines) return undefined
    if (text.startsWith(quote, i)) return i > start ? { value: text.slice(start, i), start, end: i, syntax } : undefined
    if (code === 92) i++
  }
  return undefined
}

function elementAt(text: string, at: number): Omit<Assignment, 'name'> | undefined {
  const value = /^(?:<!\[CDATA\[)?([^<>\r\n]{1,512}?)\s{0,40}(?:\]\]>)?<\//.exec(text.slice(at, at + LONGEST_BARE + 20))
  if (!value?.[1]) return undefined
  const start = at + value[0].indexOf(value[1])
  return { value: value[1], start, end: start + value[1].length, syntax: 'element' }
}

/** Up to white space; a closing bracket, comma or semicolon at the end belongs to what stands around. */
function bareAt(text: string, start: number, syntax: 'bare' | 'prose'): Omit<Assignment, 'name'> | undefined {
  const run = /^[^\s"'`<>|]{1,512}/.exec(text.slice(start, start + LONGEST_BARE))?.[0]
  const value = run?.replace(/(?:\\[nrt].*|[,;]+|[)\]}]+[,;]*|\.)$/, '')
  return value ? { value, start, end: start + value.length, syntax } : undefined
}
