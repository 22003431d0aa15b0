/** What is assigned to a name, for the rule that claims it. */
import { type Assignment, assignment } from './assign.ts'
import { compared, defaultBeforeName, valueBeforeName } from './before.ts'
import type { Book } from './book.ts'
import { holdsCode, isCode, isSourceMap } from './code.ts'
import { assignmentsInInsert } from './inserts.ts'
import { goesOn } from './joints.ts'
import { hasForeign, withoutAccents } from './letters.ts'
import { assignmentsInList } from './lists.ts'
import { assignmentsInMap } from './maps.ts'
import { isMisnamed } from './misnamed.ts'
import { nameBelow } from './parents.ts'
import { extendedName, farthest } from './phrases.ts'
import type { Claim } from './rules.ts'
import type { Search, Source } from './source.ts'
import { isS } from './span.ts'
import { assignmentsInTable } from './tables.ts'

/** A name in the text, as rules know it. */
interface Named {
  readonly name: string
  readonly from: number
  readonly to: number
}

/**
 * Finds what is assigned to the name at `from`..`cut`, or as far as it goes on, for the first rule that accepts it; for a plural name, each
 * value of a list or map.
 */
export function claimed(search: Search, from: number, cut: number): void {
  const { source, book } = search
  const { text, path } = source
  const to = farthest(text, from, cut, book)
  if (!goesOn(text, to)) return
  const single = book.mayClaim(text, to)
  const plural = isS(text.charCodeAt(to - 1)) && book.mayClaim(text, to - 1)
  if ((!single && !plural) || isMisnamed(text, from, to)) return
  const name = withoutAccents(nameBelow(extendedName(text, from, to, book), text, from, book))
  const claims = (name: string, entries = false) => book.claims(name).filter((one) => one.entries === entries)
  if (single) {
    claim(search, { name, from, to }, claims(name), () => assigned(text, from, to, path))
    claim(search, { name, from, to }, claims(name, true), () => assignmentsInMap(text, from, to))
  }
  const one = name.slice(0, -1)
  if (plural)
    claim(search, { name: one, from, to }, claims(one), () => [...assignmentsInList(text, to), ...assignmentsInMap(text, from, to)])
}

/** `values`: read only if there are claims. */
function claim({ source, book, found }: Search, named: Named, claims: readonly Claim[], values: () => readonly Assignment[]): void {
  const { text, path, context } = source
  const { name, from } = named
  if (claims.length === 0) return
  for (const one of values()) {
    const { value: secret, start, end, syntax, operator } = one
    if (isNoValue(source, named, one)) continue
    const taken = claims.find(({ least, rule }) => secret.length >= least && takes(source, book, rule, secret))
    const rule = taken && book.rules[taken.rule]
    if (!rule) continue
    const [before, after] = [text.slice(Math.max(0, from - 160), from), text.slice(end, end + 40)]
    found.push({ rule, rank: taken.rule, path, start, end, secret, context: { ...context, name, operator, syntax, before, after } })
  }
}

/** What follows the name is code, a text, or what stands beside it. */
function isNoValue({ text, path }: Source, { name, from, to }: Named, { value, start, end, syntax, operator }: Assignment): boolean {
  if (hasForeign(name) && /[\x80-\xff]/.test(value)) return true // a translation, a sentence
  if (syntax === 'bare' && (TROFF.test(value) || (holdsCode(path) && isCode(text, end, value)))) return true
  if (operator === ',' && to - from === 2 && text[from - 1] === '.' && DOMAIN.test(value)) return true // "acme.pw", "acme.us"
  return isSourceMap(path) && PLAIN.test(text.slice(start - 2, start))
}

/** Signs and fonts of man pages: `won\[aq]t`, `\f[B]Secret Key\f[R]`. */
const TROFF = /\\f?\[\w{1,4}\]/

const DOMAIN = /^[a-z\d-]{1,30}(?:\.[a-z]{2,12}){1,2}$/

/** In a source map, code has its quotes escaped, or single ones; plain ones are around the names of what it maps. */
const PLAIN = /[^\\]"$/

function assigned(text: string, from: number, to: number, path: string): readonly Assignment[] {
  const column = assignmentsInTable(text, from, to, path)
  if (column.length > 0) return column
  const row = assignmentsInInsert(text, from, to)
  if (row.length > 0) return row
  const one = defaultBeforeName(text, from) ?? assignment(text, from, to) ?? compared(text, from, to) ?? valueBeforeName(text, from)
  if (one && !BRACKET.test(one.value)) return [one]
  const list = assignmentsInList(text, to)
  return list.length > 0 || !CONTAINER.test(text.slice(from, to)) ? ifFew(list) : assignmentsInMap(text, from, to)
}

/** The opening bracket of a list, read as a value; in R, it is a call. */
const BRACKET = /^(?:[[{(]|c\()$/

/** A map with this name may contain secrets, too. */
const CONTAINER = /secret$/i

/** Under a singular name, as in `secret: ['new', 'old']`: a long list holds other things. */
const ifFew = (values: readonly Assignment[]) => (values.length <= FEW ? values : [])
const FEW = 3

/** Does the rule accept the value assigned to a name that it claims? */
function takes({ quiet, clean }: Source, book: Book, number: number, value: string): boolean {
  const rule = book.rules[number]
  if (!rule || quiet?.[number] || !book.fits(rule, number, clean)) return false
  return !rule.pattern || book.whole(number).test(value)
}
