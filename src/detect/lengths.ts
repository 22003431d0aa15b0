/** How short and how long a match of a pattern can be, from its source: it says how wide the window around a literal must be. */

/** Reads `source` from `at`; the two fields move on as it is read. */
interface Reader {
  readonly source: string
  at: number
}

/** In characters. */
export interface Lengths {
  readonly least: number
  /** Infinity if a quantifier has no upper bound. */
  readonly most: number
}

/** Lookarounds count for nothing. */
export function matchLengths(pattern: RegExp): Lengths {
  return alternatives({ source: pattern.source, at: 0 })
}

const NOTHING: Lengths = { least: 0, most: 0 }
const ONE: Lengths = { least: 1, most: 1 }

function alternatives(reader: Reader): Lengths {
  const all: Lengths[] = []
  let length = NOTHING
  while (reader.at < reader.source.length) {
    const symbol = reader.source[reader.at]
    if (symbol === ')') break
    if (symbol === '|') {
      reader.at++
      all.push(length)
      length = NOTHING
    } else {
      const one = atom(reader)
      const times = quantifier(reader)
      length = { least: length.least + one.least * times.least, most: length.most + (one.most === 0 ? 0 : one.most * times.most) }
    }
  }
  all.push(length)
  return { least: Math.min(...all.map(({ least }) => least)), most: Math.max(...all.map(({ most }) => most)) }
}

/** One character, class, escape, group or assertion. */
function atom(reader: Reader): Lengths {
  const { source, at } = reader
  const symbol = source[at]
  if (symbol === '(') return group(reader)
  if (symbol === '[') {
    reader.at = classEnd(source, at)
    return ONE
  }
  if (symbol === '\\') {
    const form = /\\(?:u\{[0-9a-f]+\}|u[0-9a-f]{4}|x[0-9a-f]{2}|c[a-z]|k<\w+>|p\{[^}]+\}|.)/iy
    form.lastIndex = at
    const text = form.exec(source)?.[0] ?? '\\'
    reader.at += text.length
    if (/^\\(?:[1-9]|k<)/.test(text)) return { least: 0, most: Number.POSITIVE_INFINITY }
    return /^\\b$/i.test(text) ? NOTHING : ONE
  }
  reader.at++
  return symbol === '^' || symbol === '$' ? NOTHING : ONE
}

function group(reader: Reader): Lengths {
  const opening = /\((?:\?(?:<?[=!]|:|<\w+>|[a-z-]+:))?/y
  opening.lastIndex = reader.at
  const head = opening.exec(reader.source)?.[0] ?? '('
  reader.at += head.length
  const length = alternatives(reader)
  reader.at++
  return /^\(\?<?[=!]/.test(head) ? NOTHING : length
}

function classEnd(source: string, at: number): number {
  let i = at + 1
  while (i < source.length && source[i] !== ']') i += source[i] === '\\' ? 2 : 1
  return i + 1
}

/** The bounds of the quantifier at the reader, once if there is none. */
function quantifier(reader: Reader): Lengths {
  const form = /(?:[*+?]|\{(\d+)(,(\d*))?\})\??/y
  form.lastIndex = reader.at
  const match = form.exec(reader.source)
  if (!match) return ONE
  reader.at += match[0].length
  if (match[0].startsWith('?')) return { least: 0, most: 1 }
  const least = Number(match[1] ?? (match[0].startsWith('+') ? 1 : 0))
  return { least, most: match[1] === undefined || match[3] === '' ? Number.POSITIVE_INFINITY : Number(match[3] ?? match[1]) }
}
