/** Encoded texts within a text, decoded, with a map back to the original offsets; and the encodings that have no mark: base64, hex. */

import { byteSet } from './bytes.ts'
import { matchAt } from './sticky.ts'

export interface Decoded {
  readonly text: string
  readonly how: 'base64' | 'hex' | 'utf-16' | 'escapes' | 'joined'
  /** Maps the decoded span `start`..`end` to the outer text. */
  outer(start: number, end: number): [number, number]
}

/** A decoded text that was read from a mark on. */
export interface Read extends Decoded {
  /** The offset up to which it was read. */
  readonly end: number
}

/** Escaped line ends and tabs in a string, also in nested strings, become white space of the same length: words end there. */
const withoutEnds = (text: string) =>
  text.includes('\\') && ENDS.some((end) => text.includes(end))
    ? text.replace(/\\{1,8}[nrt]/g, (mark) => ' '.repeat(mark.length - 1) + (mark.endsWith('t') ? '\t' : '\n'))
    : text
const ENDS = ['\\n', '\\r', '\\t']

/** `${KEY:-…}`: the `-` before a default in a shell or compose file is not part of it. */
const withoutSigns = (text: string) => (text.includes(':-') ? text.replace(/(?<=\$\{\w{1,64}:)-/g, ' ') : text)

/** The text with blanks in place of characters that precede words without being part of them. */
export const blanked = (text: string) => withoutSigns(withoutEnds(text))

/** Is this the letter of such an escape? */
export const endsBlank = (text: string, at: number) => text.charCodeAt(at - 1) === 92 && LETTER[text.charCodeAt(at)] === 1
const LETTER = byteSet('nrt')

/** The sign of a line that a diff adds: it is no part of the run after it. */
export const isAdded = (text: string, at: number) => text.charCodeAt(at) === 43 && (at === 0 || text.charCodeAt(at - 1) === 10)

/** The long runs (./runs.ts) that are base64 or hex of readable text. */
export function* encodedRuns(text: string, bytes: Uint8Array, runs: readonly number[]): Generator<Decoded> {
  let read = 0
  for (let i = 0; i < runs.length; i += 2) {
    const [first = 0, end = 0] = [runs[i], runs[i + 1]]
    const start = first + (isAdded(text, first) ? 1 : 0)
    if (start < read || !(opensText(bytes, start, BASE64, 6) || opensText(bytes, start, HEX, 4))) continue
    const decoded = decodedRun(text, start, end)
    if (!decoded) continue
    read = decoded.end
    yield decoded
  }
}

/** UTF-16 texts within another encoding: the strings of a Windows program, lines appended by another shell. */
export function* wideRuns(text: string): Generator<Decoded> {
  for (const { 0: run, index } of text.matchAll(/(?:[\t\n\r\x20-\x7e]\0){16,}/g))
    yield { text: run.replaceAll('\0', ''), how: 'utf-16', outer: (start, end) => [index + 2 * start, index + 2 * end] }
}

/** Per byte: its value as a digit; each spelling lists all digits in order. */
function digits(...spellings: readonly string[]): Uint8Array {
  const values = new Uint8Array(256)
  for (const all of spellings) for (let i = 0; i < all.length; i++) values[all.charCodeAt(i)] = i
  return values
}
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'
const BASE64 = digits(`${LETTERS}+/`, `${LETTERS}-_`)
const HEX = digits('0123456789abcdef', '0123456789ABCDEF')

/** Do the first twelve digits decode to text? Most runs are names or random; this tells without decoding them. */
function opensText(bytes: Uint8Array, start: number, values: Uint8Array, bits: 4 | 6): boolean {
  let held = 0
  let count = 0
  for (let i = start; i < start + 12; i++) {
    held = (held << bits) | (values[bytes[i] ?? 0] ?? 0)
    count += bits
    if (count >= 8) {
      count -= 8
      if (!isText((held >> count) & 255)) return false
    }
  }
  return true
}

function decodedRun(text: string, start: number, end: number): Read | undefined {
  const run = text.slice(start, end)
  const how = /^[0-9a-fA-F]+$/.test(run.slice(0, 64)) ? 'hex' : 'base64'
  if ((how === 'hex' && run.length % 2 === 1) || !isReadable(Buffer.from(run.slice(0, 96), how))) return undefined
  const { digits, lines, end: last } = wrapped(text, start, end)
  const [group, bytes] = how === 'hex' ? [2, 1] : [4, 3]
  const place = (digit: number) => (lines[Math.floor(digit / run.length)] ?? start) + (digit % run.length)
  return {
    text: Buffer.from(digits, how).toString('latin1'),
    how,
    outer: (from, to) => [place(Math.floor(from / bytes) * group), place(Math.min(digits.length, Math.ceil(to / bytes) * group) - 1) + 1],
    end: last,
  }
}

/** Are the first 64 bytes text? */
const isReadable = (bytes: Buffer) => bytes.length >= 12 && bytes.subarray(0, 64).every(isText)

/** Encoders break lines of 60 digits or more (base64, MIME, PEM, xxd); shorter ones are a list of texts. */
const SHORTEST_LINE = 60
const NEXT_LINE = /\r?\n[ \t]{0,60}([\w+/-]+={0,2})(?![^\s"'`<])/y

/** The digits from `start` on with those of the lines that go on where they end: lines of the same length, and a last one. */
function wrapped(text: string, start: number, end: number): { digits: string; lines: readonly number[]; end: number } {
  const digits = [text.slice(start, end)]
  const lines = [start]
  const length = end - start
  let last = end
  for (let more = length >= SHORTEST_LINE && length % 4 === 0; more; ) {
    const [all, line] = matchAt(NEXT_LINE, text, last) ?? []
    if (all === undefined || line === undefined || line.length > length) break
    last += all.length
    digits.push(line)
    lines.push(last - line.length)
    more = line.length === length && !line.endsWith('=')
  }
  return { digits: digits.join(''), lines, end: last }
}

/** Printable ASCII, tab or line end. */
const isText = (code: number) => (code >= 32 && code <= 126) || code === 10 || code === 13 || code === 9

/** A piece of decoded text. `width`: how many outer characters each of its characters takes. */
export interface Piece {
  readonly text: string
  readonly at: number
  readonly width: number
}

export function together(pieces: readonly Piece[], how: Decoded['how']): Decoded {
  const starts: number[] = []
  let length = 0
  for (const piece of pieces) {
    starts.push(length)
    length += piece.text.length
  }
  const place = (offset: number) => {
    let i = starts.length - 1
    while (i > 0 && (starts[i] ?? 0) > offset) i--
    const piece = pieces[i]
    return piece ? { at: piece.at + (offset - (starts[i] ?? 0)) * piece.width, width: piece.width } : { at: 0, width: 1 }
  }
  return {
    text: pieces.map((piece) => piece.text).join(''),
    how,
    outer: (start, end) => {
      const last = place(Math.max(start, end - 1))
      return [place(start).at, last.at + last.width]
    },
  }
}
