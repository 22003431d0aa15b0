/** The values of a map with a secret-like name: `"passwords": {"alice": "…", "bob": "…"}`, and YAML's `api_keys:` or INI's `[api_keys]` with lines below it. */
import type { Assignment } from './assign.ts'
import { AHEAD } from './items.ts'
import { matchAt } from './sticky.ts'
import { valueAt } from './value.ts'

/** Larger maps are tables: of words, of test data. */
const MOST = 40

/** `name: {`, `name = map[string]string{`, `Name{`, `name(app, {`, and `name=([` of a shell. */
const OPENING =
  /\\?["'`]?\]?[ \t]{0,8}(?:(?::[ \t]{0,4}[\w<>[\], ]{1,40}[ \t])?(?::|=>|:?=)[ \t]{0,4}(?:map\[string\]string)?[{[]|\{|=\([ \t]{0,8}(?=\[)|\([ \t]{0,4}(?:[\w.]{1,40},[ \t]{0,4}){0,2}\{)/y
const BELOW = /["']?:[ \t]{0,8}(?=\r?\n)/y
/** `[secrets]` of an INI file. */
const SECTION = /\][ \t]{0,8}(?=\r?\n)/y

/** How a map writes its pairs, and what their values may be. */
interface Form {
  /** Up to the value; its first group is what stands before the key, the second one the key. */
  readonly key: RegExp
  readonly takes: 'quoted' | 'any'
}
const PAIR: Form = {
  key: /\s{0,40}\[?\\?(["'`]?)([\w.@-]{1,60})\\?\1\]?\s{0,40}(?::|=>|=)\s{0,4}/y,
  takes: 'quoted',
}
const LINE: Form = {
  key: /(?:\r?\n[ \t]{0,40}(?:[#;][^\n]{0,200})?){0,4}\r?\n([ \t]{0,40})["']?([\w.@-]{1,60})["']?(?::[ \t]{1,8}|[ \t]{0,8}=[ \t]{0,8})(?=[^\s#])/y,
  takes: 'any',
}
/** What is no literal: null, a number, a variable; the empty one. */
const OTHER = /(?:[\w.$!-]{1,80}(?:\[[^\]\n]{0,40}\]|\([^()\n]{0,80}\))?|(?:""|'')(?!["']))[ \t]{0,8}(?:,|(?=\r?\n))/y
const CLOSED = /\\?["'`]?[ \t]{0,8},?(?:[ \t]{0,8}(?:(?:#|\/\/|;)[^\n]{0,200}|[\w, ]{1,60}(?=\r?\n)))?/y

/** A map with such a key describes a thing, like the package `js-tokens` or a table's column. */
const DESCRIBING =
  /(?:names?|path|file|type|kind|shape|digest|checksum|version|description|label|title|field|format|prefix|header)$|(?:^|[_.-]|user|client|group|app|base)(?:id|url|uri|ref|hash|sha\d{0,3})$/i
/** In camel case; not of Natasha and David. */
const SHORT = /[a-z](?:I[dD]|U[rR][lLiI]|Ref|Hash|S[hH][aA]\d{0,3})$/

/** In YAML, below `secrets:`, may be names of secrets that are kept elsewhere, and in any `secret` settings of one: only what is drawn counts. */
const REFERRING = /secrets?$/i
const OF_ONE = /secret$/i
export const DRAWN =
  /^(?:[\da-f]{32,256}|(?=[^a-z]{0,256}[a-z])(?=[^A-Z]{0,256}[A-Z])(?=\D{0,256}\d)(?![\w+/-]{0,256}[a-z]{3}[-_/]?[A-Z][a-z]{3})(?![\w+/-]{0,256}[a-z]{3}[-_/][a-z]{3})[\w+/-]{24,256}={0,2})$/
/** Sizes, shadows and curves of a design system, which has tokens too; names of variables. */
const NO_SECRET = /[\s(]|^[A-Z][A-Z\d]*(?:_[A-Z\d]+)+$|^[\d.]{1,8}[a-z%]{0,4}$/

/** The values of the map after the name at `start`..`end`; none if no map of strings follows. */
export function assignmentsInMap(text: string, start: number, end: number): Assignment[] {
  const open = matchAt(OPENING, text, end)
  const name = text.slice(start, end)
  if (open) return drawn(pairs(text, end + open[0].length, PAIR), OF_ONE.test(name))
  const section = text[start - 1] === '[' && '\n'.includes(text[start - 2] ?? '') && matchAt(SECTION, text, end)
  if (section) return pairs(text, end + section[0].length, LINE)
  const below = matchAt(BELOW, text, end)
  const before = below && /(?:^|\n)([ \t"'-]{0,40})$/.exec(text.slice(Math.max(0, start - 41), start))?.[1]
  return below && before != null ? drawn(pairs(text, end + below[0].length, LINE, before.length), REFERRING.test(name)) : []
}

const drawn = (found: Assignment[], only: boolean) => (only ? found.filter(({ value }) => DRAWN.test(value)) : found)

/** The pairs from `at` on; of lines, only those that are indented further than `margin`. */
function pairs(text: string, at: number, { key: form, takes }: Form, margin = -1): Assignment[] {
  const found: Assignment[] = []
  let now = at
  while (now - at < AHEAD && found.length < MOST) {
    const key = matchAt(form, text, now)
    if (!key || (key[1] ?? '').length <= margin) break
    const start = now + key[0].length
    const value = valueAt(text, start, takes)
    const other = value ? undefined : matchAt(OTHER, text, start)
    if (!value && !other) break
    if (value && (DESCRIBING.test(key[2] ?? '') || SHORT.test(key[2] ?? ''))) return []
    if (value && !NO_SECRET.test(value.value)) found.push({ ...value, syntax: takes === 'quoted' ? takes : value.syntax, operator: '=' })
    now = value ? value.end + (matchAt(CLOSED, text, value.end)?.[0].length ?? 0) : start + (other?.[0].length ?? 0)
  }
  return found
}
