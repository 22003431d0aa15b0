/** Decodes literals that contain escapes. */
import { byteSet } from './bytes.ts'
import { type Piece, type Read, together } from './decode.ts'
import { fitsAt } from './sticky.ts'

const LONGEST = 4096

const code = (hex: string) => String.raw`\\x${hex}|\\u00${hex}|\\u\{0{0,4}${hex}\}|&#[xX]${hex};|&#(\d{2,3});|%${hex}`
/** Characters that need no escape but often have one: in JSON from PHP, in Java properties. */
const SIGN = String.raw`\\([/:=])`
const EACH = new RegExp(`${code('([0-9a-fA-F]{2})')}|${SIGN}`, 'g')
/** Bytes of a picture are no text. */
const PRINTABLE = '(?:[2-7][0-9a-fA-F]|0[9aAdD])'
/** Regular expressions are full of escaped signs: such an escape counts only within a token. */
const HERE = new RegExp(String.raw`${code(PRINTABLE)}|(?<=[A-Za-z0-9+])${SIGN}(?=[A-Za-z0-9+/=\\\s}]|$)`, 'y')

/** The literal around the escape at `at`, unescaped; undefined if there is no escape. */
export function unescaped(text: string, at: number): Read | undefined {
  if (!fitsAt(HERE, text, at)) return undefined
  const [start, end] = literalAround(text, at)
  const pieces: Piece[] = []
  const inner = text.slice(start, end)
  let last = 0
  for (const match of inner.matchAll(EACH)) {
    if (match.index > last) pieces.push({ text: inner.slice(last, match.index), at: start + last, width: 1 })
    const [all, x, u, braces, entity, decimal, percent, sign] = match
    const code = decimal ? Number(decimal) : Number.parseInt(x ?? u ?? braces ?? entity ?? percent ?? '', 16)
    pieces.push({ text: sign ?? String.fromCharCode(code & 255), at: start + match.index, width: all.length })
    last = match.index + all.length
  }
  if (last < inner.length) pieces.push({ text: inner.slice(last), at: start + last, width: 1 })
  return { ...together(pieces, 'escapes'), end }
}

/** The quoted literal, or else the unbroken run of characters, that contains `at`. */
function literalAround(text: string, at: number): [number, number] {
  let start = at
  while (start > 0 && at - start < LONGEST && !ends(text, start - 1)) start--
  let end = at
  while (end < text.length && end - at < LONGEST && !ends(text, end)) end++
  return [start, end]
}

const ENDS = byteSet('"\'`\n\r <>')
const ends = (text: string, at: number) => ENDS[text.charCodeAt(at)] === 1

/** Quoted-printable lines are not longer (RFC 2045, 6.7). Longer lines that end in `=` are lists of checksums. */
const WIDEST = 76

/** Lines of a mail that continue on the next one, with `=` at their ends and `=3D` for `=` (quoted-printable, RFC 2045). */
export function quotedPrintable(text: string, at: number): Read | undefined {
  if (!/^\S=\r?\n\S/.test(text.slice(at - 1, at + 4))) return undefined
  const back = Math.max(0, at - 200)
  let start = back + text.slice(back, at).lastIndexOf('\n') + 1
  if (/^[\w.-]*$/.test(text.slice(start, at))) return undefined // a setting without a value
  const pieces: Piece[] = []
  for (let end = at; pieces.length < 200; ) {
    const line = text.slice(start, end)
    if (line.length >= WIDEST) break
    let last = 0
    for (const match of line.matchAll(/=([0-9A-F]{2})/g)) {
      pieces.push({ text: line.slice(last, match.index), at: start + last, width: 1 })
      pieces.push({ text: String.fromCharCode(Number.parseInt(match[1] ?? '', 16)), at: start + match.index, width: 3 })
      last = match.index + 3
    }
    pieces.push({ text: line.slice(last), at: start + last, width: 1 })
    if (text[end] !== '=') return { ...together(pieces, 'escapes'), end }
    start = text.indexOf('\n', end) + 1
    const next = /^[^\r\n]{1,200}/.exec(text.slice(start, start + 200))?.[0]
    if (start === 0 || !next) break
    end = start + next.length - (next.endsWith('=') ? 1 : 0)
  }
  return undefined
}
