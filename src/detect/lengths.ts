/**
 * From the source of a pattern: the minimum and maximum length of a match, how far its lookarounds see, and the run of token characters that
 * every match contains. This tells how wide the window around a literal must be, and which texts cannot match.
 */
import { TOKEN } from './runs.ts'

/** A parser over `source`, at position `at`. */
interface Reader {
  readonly source: string
  readonly flags: string
  at: number
  /** The groups so far, in order: a back reference can match as much as its group did. */
  readonly groups: { readonly name: string | undefined; most: number }[]
}

/** In characters. */
export interface Lengths {
  readonly least: number
  /** Infinity if a quantifier has no upper bound. */
  readonly most: number
  /** Every match contains a run of at least this many token characters (./runs.ts). */
  readonly run: number
  /** How far lookarounds see beyond a match, on either side; Infinity as in `most`. */
  readonly beyond: number
}

/** A part of a pattern. `head`, `tail`: how many token characters its matches begin and end with, at least; `pure`: they have no others. */
interface Part extends Omit<Lengths, 'beyond'> {
  readonly head: number
  readonly tail: number
  readonly pure: boolean
  /** How far lookarounds see before its start, and behind its end. */
  readonly before: number
  readonly behind: number
}

export function matchLengths(pattern: RegExp): Lengths {
  const reader = { source: pattern.source, flags: pattern.flags.replace(/[^iuv]/g, ''), at: 0, groups: [] }
  const { least, most, run, before, behind } = alternatives(reader)
  return { least, most, run, beyond: Math.max(before, behind) }
}

const NOTHING: Part = { least: 0, most: 0, run: 0, head: 0, tail: 0, pure: true, before: 0, behind: 0 }
/** `\b`, `^` and `$` see one character. */
const EDGE: Part = { ...NOTHING, before: 1, behind: 1 }
const ONE: Part = { ...NOTHING, least: 1, most: 1, run: 1, head: 1, tail: 1 }
const OTHER: Part = { ...NOTHING, least: 1, most: 1, pure: false }

const joined = (a: Part, b: Part): Part => ({
  least: a.least + b.least,
  most: a.most + b.most,
  run: Math.max(a.run, b.run, a.tail + b.head),
  head: a.pure ? a.least + b.head : a.head,
  tail: b.pure ? a.tail + b.least : b.tail,
  pure: a.pure && b.pure,
  before: Math.max(a.before, b.before - a.least),
  behind: Math.max(b.behind, a.behind - b.least),
})

const either = (a: Part, b: Part): Part => ({
  least: Math.min(a.least, b.least),
  most: Math.max(a.most, b.most),
  run: Math.min(a.run, b.run),
  head: Math.min(a.head, b.head),
  tail: Math.min(a.tail, b.tail),
  pure: a.pure && b.pure,
  before: Math.max(a.before, b.before),
  behind: Math.max(a.behind, b.behind),
})

/** The part, `least` to `most` times. */
function repeated(part: Part, { least, most }: Times): Part {
  const all = { ...part, least: part.least * least, most: part.most === 0 ? 0 : part.most * most }
  if (part.pure) return { ...all, run: all.least, head: all.least, tail: all.least }
  if (least === 0) return { ...all, run: 0, head: 0, tail: 0 }
  return { ...all, run: Math.max(part.run, least > 1 ? part.tail + part.head : 0) }
}

/** One character: `OTHER` if the atom can match a character that tokens do not have, else `ONE`. */
function one(atom: string, { flags }: Reader): Part {
  const form = new RegExp(`^(?:${atom})$`, flags)
  for (let code = 0; code < 256; code++) if (TOKEN[code] !== 1 && form.test(String.fromCharCode(code))) return OTHER
  return ONE
}

function alternatives(reader: Reader): Part {
  const all: Part[] = []
  let part = NOTHING
  while (reader.at < reader.source.length) {
    const symbol = reader.source[reader.at]
    if (symbol === ')') break
    if (symbol === '|') {
      reader.at++
      all.push(part)
      part = NOTHING
    } else part = joined(part, repeated(atom(reader), quantifier(reader)))
  }
  return all.reduce(either, part)
}

/** One character, class, escape, group or assertion. */
function atom(reader: Reader): Part {
  const { source, at } = reader
  const symbol = source[at]
  if (symbol === '(') return group(reader)
  if (symbol === '[') {
    reader.at = classEnd(source, at)
    return one(source.slice(at, reader.at), reader)
  }
  if (symbol === '\\') {
    const form = /\\(?:u\{[0-9a-f]+\}|u[0-9a-f]{4}|x[0-9a-f]{2}|c[a-z]|k<\w+>|p\{[^}]+\}|.)/iy
    form.lastIndex = at
    const text = form.exec(source)?.[0] ?? '\\'
    reader.at += text.length
    const told = /^\\(?:(?=[1-9])|k<)(\w+)/.exec(text)?.[1]
    const group = reader.groups.find(({ name }, i) => told === name || told === `${i + 1}`)
    if (told) return { ...OTHER, least: 0, most: group?.most ?? 0 }
    return /^\\b$/i.test(text) ? EDGE : one(text, reader)
  }
  reader.at++
  return symbol === '^' || symbol === '$' ? EDGE : one(symbol ?? '', reader)
}

function group(reader: Reader): Part {
  const opening = /\((?:\?(?:<?[=!]|:|<(\w+)>|[a-z-]+:))?/y
  opening.lastIndex = reader.at
  const [head = '(', name] = opening.exec(reader.source) ?? []
  reader.at += head.length
  const group = { name, most: 0 }
  if (head === '(' || name) reader.groups.push(group)
  const part = alternatives(reader)
  group.most = part.most
  reader.at++
  if (head.endsWith('=') || head.endsWith('!'))
    return head.startsWith('(?<')
      ? { ...NOTHING, before: part.most + part.before, behind: part.behind }
      : { ...NOTHING, before: part.before, behind: part.most + part.behind }
  return part
}

function classEnd(source: string, at: number): number {
  let i = at + 1
  while (i < source.length && source[i] !== ']') i += source[i] === '\\' ? 2 : 1
  return i + 1
}

interface Times {
  readonly least: number
  readonly most: number
}

/** The quantifier at the reader's position; once if there is none. */
function quantifier(reader: Reader): Times {
  const form = /(?:[*+?]|\{(\d+)(,(\d*))?\})\??/y
  form.lastIndex = reader.at
  const match = form.exec(reader.source)
  if (!match) return { least: 1, most: 1 }
  reader.at += match[0].length
  if (match[0].startsWith('?')) return { least: 0, most: 1 }
  const least = Number(match[1] ?? (match[0].startsWith('+') ? 1 : 0))
  return { least, most: match[1] === undefined || match[3] === '' ? Number.POSITIVE_INFINITY : Number(match[3] ?? match[1]) }
}
