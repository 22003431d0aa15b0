/** What is assigned to a name, for the rule that claims it. */
import { type Assignment, assignment } from './assign.ts'
import { compared, defaultBeforeName, valueBeforeName } from './before.ts'
import type { Book } from './book.ts'
import { holdsCode, isCode, isSourceMap } from './code.ts'
import { goesOn } from './connectors.ts'
import { assignmentsInInsert } from './inserts.ts'
import { hasForeign, withoutAccents } from './letters.ts'
import { assignmentsInList } from './lists.ts'
import { assignmentsInMap } from './maps.ts'
import { nameBelow } from './parents.ts'
import { extendedName, farthest } from './phrases.ts'
import type { Search, Source } from './source.ts'
import { fullName, isS } from './span.ts'
import { assignmentsInTable } from './tables.ts'

/**
 * Finds what is assigned to the name at `from`..`cut`, or as far as it goes on, for the first rule that accepts it; for a plural name, each
 * value of a list or map.
 */
export function claimed({ source, book, found }: Search, from: number, cut: number): void {
  const { text, path, context } = source
  const to = farthest(text, from, cut, book)
  if (!goesOn(text, to)) return
  const single = book.mayClaim(text, to)
  const plural = isS(text.charCodeAt(to - 1)) && book.mayClaim(text, to - 1)
  if (!single && !plural) return
  if (ADDRESS.test(text.slice(Math.max(0, from - 80), from)) || isNone(text, from, to) || isImage(text, from, to)) return
  const told = extendedName(fullName(text, from, to), text, from, to, book)
  const name = withoutAccents(nameBelow(told, text, from, book))
  const claim = (name: string, values: () => readonly Assignment[], entries = false) => {
    const claims = book.claims(name).filter((one) => one.entries === entries)
    if (claims.length === 0) return
    for (const { value, start, end, syntax, operator } of values()) {
      if (hasForeign(name) && /[\x80-\xff]/.test(value)) continue // a translation, a sentence
      if (syntax === 'bare' && (TROFF.test(value) || (holdsCode(path) && isCode(text, end, value)))) continue
      if (operator === ',' && to - from === 2 && text[from - 1] === '.' && DOMAIN.test(value)) continue // "acme.pw", "acme.us"
      if (isSourceMap(path) && PLAIN.test(text.slice(start - 2, start))) continue
      const taken = claims.find(({ least, rule }) => value.length >= least && takes(source, book, rule, value))
      const rule = taken && book.rules[taken.rule]
      if (!rule) continue
      const [before, after] = [text.slice(Math.max(0, from - 160), from), text.slice(end, end + 40)]
      found.push({
        rule,
        rank: taken.rule,
        path,
        start,
        end,
        secret: value,
        context: { ...context, name, operator, syntax, before, after },
      })
    }
  }
  if (single) claim(name, () => assigned(text, from, to, path))
  if (single) claim(name, () => assignmentsInMap(text, from, to), true)
  if (plural) claim(name.slice(0, -1), () => [...assignmentsInList(text, to), ...assignmentsInMap(text, from, to)])
}

const DOMAIN = /^[a-z\d-]{1,30}(?:\.[a-z]{2,12}){1,2}$/

/** In a source map, code has its quotes escaped, or single ones; plain ones are around the names of what it maps. */
const PLAIN = /[^\\]"$/

/** The name is the last part of an address: `alice@acme.pw`; in Kotlin, `this@Shop.password` is none. */
const ADDRESS = /(?<!\b(?:this|super))(?<=[\w+-])@(?:[\w-]{1,30}\.){1,3}$/

/** `no password`, `without a passphrase`, but `become=no password=…`; NOPASSWD: of sudoers. */
const isNone = (text: string, from: number, to: number) =>
  /(?<![\w=:"'])(?:no|without(?: an?)?) $/i.test(text.slice(Math.max(0, from - 12), from)) || text.slice(from, to + 1) === 'NOPASSWD:'

/** The name is of an image, with a hash as its tag: `registry.acme.io/acme-api:…`. */
const isImage = (text: string, from: number, to: number) =>
  text[from - 1] === '/' &&
  /^:(?:[\da-f]{40}|[\da-f]{64})(?!\w)/.test(text.slice(to, to + 66)) &&
  /\.[a-z]{2,10}(?::\d{1,5})?\/(?:[\w.-]{1,60}\/){0,4}$/.test(text.slice(Math.max(0, from - 200), from))

/** Signs and fonts of man pages: `won\[aq]t`, `\f[B]Secret Key\f[R]`. */
const TROFF = /\\f?\[\w{1,4}\]/

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
