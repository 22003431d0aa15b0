/** The length of the longest match of a pattern, from its source: it says how wide the window around a literal must be. */

/** Reads `source` from `at`; the two fields move on as it is read. */
interface Reader {
  readonly source: string
  at: number
}

/** In characters; Infinity if a quantifier has no upper bound. Lookarounds count for nothing. */
export function longestMatch(pattern: RegExp): number {
  return alternatives({ source: pattern.source, at: 0 })
}

function alternatives(reader: Reader): number {
  let longest = 0
  let length = 0
  while (reader.at < reader.source.length) {
    const symbol = reader.source[reader.at]
    if (symbol === ')') break
    if (symbol === '|') {
      reader.at++
      longest = Math.max(longest, length)
      length = 0
    } else {
      const one = atom(reader)
      const times = most(reader)
      length += one === 0 ? 0 : one * times
    }
  }
  return Math.max(longest, length)
}

/** One character, class, escape, group or assertion. */
function atom(reader: Reader): number {
  const { source, at } = reader
  const symbol = source[at]
  if (symbol === '(') return group(reader)
  if (symbol === '[') {
    reader.at = classEnd(source, at)
    return 1
  }
  if (symbol === '\\') {
    const form = /\\(?:u\{[0-9a-f]+\}|u[0-9a-f]{4}|x[0-9a-f]{2}|c[a-z]|k<\w+>|p\{[^}]+\}|.)/iy
    form.lastIndex = at
    const text = form.exec(source)?.[0] ?? '\\'
    reader.at += text.length
    if (/^\\(?:[1-9]|k<)/.test(text)) return Number.POSITIVE_INFINITY
    return /^\\b$/i.test(text) ? 0 : 1
  }
  reader.at++
  return symbol === '^' || symbol === '$' ? 0 : 1
}

function group(reader: Reader): number {
  const opening = /\((?:\?(?:<?[=!]|:|<\w+>|[a-z-]+:))?/y
  opening.lastIndex = reader.at
  const head = opening.exec(reader.source)?.[0] ?? '('
  reader.at += head.length
  const length = alternatives(reader)
  reader.at++
  return /^\(\?<?[=!]/.test(head) ? 0 : length
}

function classEnd(source: string, at: number): number {
  let i = at + 1
  while (i < source.length && source[i] !== ']') i += source[i] === '\\' ? 2 : 1
  return i + 1
}

/** The upper bound of the quantifier at the reader, 1 if there is none. */
function most(reader: Reader): number {
  const quantifier = /(?:[*+?]|\{(\d+)(,(\d*))?\})\??/y
  quantifier.lastIndex = reader.at
  const match = quantifier.exec(reader.source)
  if (!match) return 1
  reader.at += match[0].length
  if (match[0].startsWith('?')) return 1
  if (match[1] === undefined || match[3] === '') return Number.POSITIVE_INFINITY
  return Number(match[3] ?? match[1])
}
