/** Literals and lines that are joined to one text. Each reader reads a bounded part of the text around its mark. */
import { byteSet } from './bytes.ts'
import { type Piece, type Read, together } from './decode.ts'
import { AHEAD, items } from './items.ts'
import { TOKEN } from './runs.ts'
import { fitsAt, matchAt } from './sticky.ts'

/** How far before a mark is read, in characters. */
const BACK = 512

export const read = (pieces: readonly Piece[], end: number): Read | undefined =>
  pieces.length > 1 ? { ...together(pieces, 'joined'), end } : undefined

export const piece = (text: string, start: number, end: number): Piece => ({ text: text.slice(start, end), at: start, width: 1 })

const SIGN = String.raw`(?:\+{1,2}|[&~]|\.{1,2}|\|\|)`
/** Prefixes that tell the kind of a literal: `b"…"` for bytes, `@"…"` in Objective-C and C#. */
const KIND = '[@$bBfFLrRsSuU]{0,2}'
const BLANKS = '[ \\t]{0,80}'
const JOIN = new RegExp(
  String.raw`${BLANKS}(?:${SIGN}${BLANKS}_?|\\?${BLANKS}\r?\n${BLANKS}${SIGN}?|${SIGN}${BLANKS}\\?\r?\n)?${BLANKS}(?:\\?\r?\n${BLANKS})?${KIND}(["'\`])`,
  'y',
)
/** The maximum length of a joint between two literals. */
const LONGEST_JOINT = 400

/**
 * `"a" + "b"`, `'a'.'b'`, `"a" .. "b"`, `'a' || 'b'`, `"a" "b"`, `"a""b"`: the quote at `at` ends the first literal, or is doubled in it.
 */
export function literals(text: string, at: number): Read | undefined {
  if (text[at + 1] === text[at] && !(TOKEN[text.charCodeAt(at - 1)] && TOKEN[text.charCodeAt(at + 2)])) return undefined // an empty literal
  const first = mayJoin(text, at + 1) && fitsAt(JOIN, text, at + 1) ? literalBefore(text, at) : undefined
  if (!first) return undefined
  const pieces = [first]
  let end = at + 1
  while (end - at < AHEAD) {
    const joint = matchAt(JOIN, text, end)
    const next = joint?.[1]
    if (!joint || !next) break
    const from = end + joint[0].length
    const close = text.slice(from, from + BACK).search(next === '"' ? /["\n]/ : next === "'" ? /['\n]/ : /`/)
    if (close < 0 || text[from + close] !== next) break
    pieces.push(piece(text, from, from + close))
    end = from + close + 1
  }
  return read(pieces, end)
}

const BETWEEN = byteSet(' \t\r\n\\+&~.|_@$bBfFLrRsSuU')
const QUOTES = byteSet('"\'`')

/** Can there be only a joint before the next quote? A cheap check that is seldom true. */
function mayJoin(text: string, at: number): boolean {
  let end = at
  while (BETWEEN[text.charCodeAt(end)] && end - at < LONGEST_JOINT) end++
  return QUOTES[text.charCodeAt(end)] === 1
}

/** The literal that ends with the quote at `at`, on one line. */
function literalBefore(text: string, at: number): Piece | undefined {
  const line = text.slice(Math.max(0, at - BACK), at)
  const open = line.lastIndexOf(text[at] ?? '"')
  return open < 0 || line.includes('\n', open) ? undefined : piece(text, at - line.length + open + 1, at)
}

/** `concat('a', 'b')`, `'a'.concat('b')`, `"a".plus("b").plus("c")`, `.append("a").append("b")`: the name of the call begins at `at`. */
export function concatenation(text: string, at: number): Read | undefined {
  const before = text[at - 1] === '.' && /["']/.test(text[at - 2] ?? '') ? literalBefore(text, at - 2) : undefined
  const pieces = before ? [before] : []
  let end = text.indexOf('(', at) + 1
  for (;;) {
    const more = items(text, end)
    pieces.push(...more.pieces)
    end = more.end
    const next = /^\s{0,8}\)\s{0,40}\.(?:concat|plus|append)\(/.exec(text.slice(end, end + 64))
    if (!next || more.pieces.length === 0 || end - at > AHEAD) break
    end += next[0].length
  }
  return read(pieces, end)
}

/**
 * `['a', 'b'].join('')`, `''.join(['a', 'b'])`, `join("", ["a", "b"])`, `join('', 'a', 'b')`, `Join("", new[] { "a", "b" })`,
 * `Join([]string{"a", "b"}, "")`: `join` begins at `at`.
 */
export function join(text: string, at: number): Read | undefined {
  const open = at + 'join('.length
  const nothing = /^\s{0,8}(?:(?:''|"")\s{0,8},\s{0,8}(?:new ?(?:string)?\[\]\s?\{|List\.of\(|[[(])?|\[\]string\{)/i.exec(
    text.slice(open, open + 48),
  )?.[0].length
  if (nothing) {
    const { pieces, end } = items(text, open + nothing)
    return read(pieces, end)
  }
  const before = text.slice(Math.max(0, at - BACK), at)
  if (/(?:''|"")\.$/.test(before)) {
    const bracket = /^\s{0,8}[[(]/.exec(text.slice(open, open + 9))?.[0].length ?? 0
    const { pieces, end } = items(text, open + bracket)
    return read(pieces, end)
  }
  if (!/\]\s{0,40}\.$/.test(before) || !/^(?:''|""|``)\)/.test(text.slice(open, open + 3))) return undefined
  const start = before.lastIndexOf('[')
  return start < 0 ? undefined : read(items(text, at - before.length + start + 1).pieces, open)
}

/** `format("%s%s", "a", "b")`, `"%s%s" % ("a", "b")`, `printf "%s%s" "a" "b"`: a literal of placeholders only, which begin at `at`. */
export function formatted(text: string, at: number): Read | undefined {
  const open = /["'](?:%s)*$/.exec(text.slice(Math.max(0, at - 64), at))
  const close = open && /^(?:%s)+["'][ \t]{0,8}(?:%[ \t]{0,8}\(?|,|)/.exec(text.slice(at, at + 128))
  if (!close) return undefined
  const { pieces, end } = items(text, at + close[0].length)
  return read(pieces, end)
}

/** A template literal whose placeholders are all literals: `a${'b'}c` in backticks, around `at`. */
export function template(text: string, at: number): Read | undefined {
  const back = Math.max(0, at - BACK)
  const open = back + text.slice(back, at).lastIndexOf('`') + 1
  const close = text.slice(at, at + BACK).indexOf('`') + at
  if (open === back || close < at) return undefined
  const pieces: Piece[] = []
  let last = open
  for (const match of text.slice(open, close).matchAll(/\$\{\s{0,8}(["'])([^"'`]{0,512})\1\s{0,8}\}/g)) {
    const start = open + match.index
    const inner = start + match[0].indexOf(match[1] ?? '"') + 1
    pieces.push(piece(text, last, start), piece(text, inner, inner + (match[2] ?? '').length))
    last = start + match[0].length
  }
  pieces.push(piece(text, last, close))
  return read(pieces, close)
}

const PARTED = byteSet(' \t\r\n\v\f\xa0\\"\'`')
const CONTINUED = /\\\r?\n[ \t]{0,40}([^\s\\"'`]{1,512})/y

/** `abc\` and `def` on the next line, as in shells, makefiles, C and YAML: the backslash at `at` is within a word. */
export function continued(text: string, at: number): Read | undefined {
  let start = at
  while (start > 0 && at - start < BACK && !PARTED[text.charCodeAt(start - 1)]) start--
  if (start === at) return undefined
  const pieces = [piece(text, start, at)]
  let end = at
  while (end - at < AHEAD) {
    const next = matchAt(CONTINUED, text, end)
    if (!next) break
    end += next[0].length
    pieces.push(piece(text, end - (next[1] ?? '').length, end))
  }
  return read(pieces, end)
}

/** A folded YAML scalar (`>-`): its lines, without their indentation. The mark at `at` ends the line of its key. */
export function folded(text: string, at: number): Read | undefined {
  const indent = /[^\n]{0,200}$/.exec(text.slice(Math.max(0, at - 200), at))?.[0].search(/\S|$/) ?? 0
  const pieces: Piece[] = []
  let end = text.indexOf('\n', at) + 1
  for (; end > 0 && end - at < AHEAD && pieces.length < 200; ) {
    const line = /^([ \t]*)([^\r\n]{1,512})\r?(?:\n|$)/.exec(text.slice(end, end + BACK + 100))
    if (!line || (line[1] ?? '').length <= indent) break
    const start = end + (line[1] ?? '').length
    pieces.push(piece(text, start, start + (line[2] ?? '').trimEnd().length))
    end += line[0].length
  }
  return read(pieces, end)
}
