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

/** The long runs (./runs.ts) that are base64 or hex of readable text, with the lines that go on with them. */
export function* encodedRuns(text: string, bytes: Uint8Array, runs: readonly number[]): Generator<Decoded> {
  let read = 0
  for (let i = 0; i < runs.length; i += 2) {
    const [first = 0, end = 0] = [runs[i], runs[i + 1]]
    const start = first + (isAdded(text, first) || endsBlank(text, first) ? 1 : 0)
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
  let due = 0
  let at = 0
  for (let i = start; i < start + 12; i++) {
    held = (held << bits) | (values[bytes[i] ?? 0] ?? 0)
    count += bits
    if (count < 8) continue
    count -= 8
    due = stillDue((held >> count) & 255, due, at++)
    if (due < 0) return false
  }
  return true
}

const ONLY_HEX = /^[0-9a-fA-F]+$/

function decodedRun(text: string, start: number, end: number): Read | undefined {
  const run = text.slice(start, end)
  const how = ONLY_HEX.test(run.slice(0, 64)) ? 'hex' : 'base64'
  if ((how === 'hex' && run.length % 2 === 1) || !isReadable(Buffer.from(run.slice(0, 128), how))) return undefined
  const { digits, lines, end: last } = wrapped(text, start, end, how)
  const [group, bytes] = how === 'hex' ? [2, 1] : [4, 3]
  const place = (digit: number) => (lines[Math.floor(digit / run.length)] ?? start) + (digit % run.length)
  return {
    text: Buffer.from(digits, how).toString('latin1'),
    how,
    outer: (from, to) => [place(Math.floor(from / bytes) * group), place(Math.min(digits.length, Math.ceil(to / bytes) * group) - 1) + 1],
    end: last,
  }
}

/** Encoders break lines of 60 digits or more (base64, MIME, PEM, xxd); shorter ones are a list of texts. */
const SHORTEST_LINE = 60
/** A line that goes on: in a file, in a string, or one that a diff adds. */
const NEXT = {
  base64: /(?:\r?\n[ \t]{0,60}|(?:\\{1,2}r)?\\{1,2}n)((?![0-9a-fA-F]{24,200}(?![\w+/-]))[\w+/-]+={0,2})(?![^\s"'`<\\])/y,
  hex: /(?:\r?\n[ \t]{0,60}|(?:\\{1,2}r)?\\{1,2}n)([0-9a-fA-F]+)(?![^\s"'`<\\])/y,
}
const NEXT_ADDED = { base64: /\r?\n\+([\w+/-]+={0,2})(?!\S)/y, hex: /\r?\n\+([0-9a-fA-F]+)(?!\S)/y }

/** The digits from `start` on with those of the lines that go on where they end: lines of the same length, and a last one. */
function wrapped(text: string, start: number, end: number, how: 'base64' | 'hex') {
  const digits = [text.slice(start, end)]
  const lines = [start]
  const length = end - start
  const form = (start > 0 && isAdded(text, start - 1) ? NEXT_ADDED : NEXT)[how]
  let last = end
  for (let more = length >= SHORTEST_LINE && length % 4 === 0; more; ) {
    const [all, line] = matchAt(form, text, last) ?? []
    if (all === undefined || line === undefined || line.length > length) break
    last += all.length
    digits.push(line)
    lines.push(last - line.length)
    more = line.length === length && !line.endsWith('=')
  }
  return { digits: digits.join(''), lines, end: last }
}

/** Are the first 64 bytes text? */
function isReadable(bytes: Buffer): boolean {
  let due = 0
  for (const [at, byte] of bytes.subarray(0, 64).entries()) {
    due = stillDue(byte, due, at)
    if (due < 0) return false
  }
  return bytes.length >= 12
}

/**
 * Of a text in UTF-8: how many bytes of a character are due after this one, if `due` were before it. Negative if it is none. In UTF-16, as in
 * `powershell -EncodedCommand`, every other byte is a zero.
 */
function stillDue(byte: number, due: number, at: number): number {
  if (due > 0) return (byte & 0xc0) === 0x80 ? due - 1 : -1
  if ((byte === 0 && at % 2 === 1) || (byte >= 32 && byte <= 126) || byte === 10 || byte === 13 || byte === 9) return 0
  if (byte < 0xc2 || byte > 0xf4) return -1
  return byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : 3
}

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
