/** Text that stands in a text in another form, decoded, with a map back to where it stood; and the form that has no mark: base64, hex. */

import { byteSet } from './bytes.ts'

export interface Decoded {
  readonly text: string
  readonly how: 'base64' | 'hex' | 'utf-16' | 'escapes' | 'joined'
  /** Where the decoded span `start`..`end` stands in the outer text. */
  outer(start: number, end: number): [number, number]
}

/** A text that was read from a mark on. */
export interface Read extends Decoded {
  /** What begins before is read already. */
  readonly end: number
}

/** Line ends and tabs that stand escaped in a string, or in a string of a string, as white space of as many characters: words end there. */
const withoutEnds = (text: string) =>
  text.includes('\\') && ENDS.some((end) => text.includes(end))
    ? text.replace(/\\{1,8}[nrt]/g, (mark) => ' '.repeat(mark.length - 1) + (mark.endsWith('t') ? '\t' : '\n'))
    : text
const ENDS = ['\\n', '\\r', '\\t']

/** `${KEY:-…}`: the sign before a default, of a shell or a compose file, is no part of it. */
const withoutSigns = (text: string) => (text.includes(':-') ? text.replace(/(?<=\$\{\w{1,64}:)-/g, ' ') : text)

/** The text with blanks for what stands before words without being a part of them. */
export const blanked = (text: string) => withoutSigns(withoutEnds(text))

/** The letter of such a mark stands here. */
export const endsBlank = (text: string, at: number) => text.charCodeAt(at - 1) === 92 && LETTER[text.charCodeAt(at)] === 1
const LETTER = byteSet('nrt')

/** Each of the long runs (./runs.ts) that is base64 or hex of readable text. */
export function* encodedRuns(text: string, bytes: Uint8Array, runs: readonly number[]): Generator<Decoded> {
  for (let i = 0; i < runs.length; i += 2) {
    const [start = 0, end = 0] = [runs[i], runs[i + 1]]
    if (opensText(bytes, start, BASE64, 6) || opensText(bytes, start, HEX, 4)) yield* decodedRun(text, start, end)
  }
}

/** Texts in UTF-16 that lie in what is none: the strings of a Windows program, lines that another shell has added. */
export function* wideRuns(text: string): Generator<Decoded> {
  for (const { 0: run, index } of text.matchAll(/(?:[\t\n\r\x20-\x7e]\0){16,}/g))
    yield { text: run.replaceAll('\0', ''), how: 'utf-16', outer: (start, end) => [index + 2 * start, index + 2 * end] }
}

/** Of each byte: the number that it stands for as a digit; each spelling holds as many digits as there are. */
function digits(...spellings: readonly string[]): Uint8Array {
  const values = new Uint8Array(256)
  for (const all of spellings) for (let i = 0; i < all.length; i++) values[all.charCodeAt(i)] = i
  return values
}
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'
const BASE64 = digits(`${LETTERS}+/`, `${LETTERS}-_`)
const HEX = digits('0123456789abcdef', '0123456789ABCDEF')

/** Do twelve digits of so many bits give text? Most runs are names, or chance: that is seen without decoding them. */
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

function* decodedRun(text: string, start: number, end: number): Generator<Decoded> {
  const run = text.slice(start, end)
  if (/^[0-9a-fA-F]+$/.test(run.slice(0, 64))) {
    const decoded = run.length % 2 === 0 ? readable(Buffer.from(run, 'hex')) : undefined
    if (decoded) yield { text: decoded, how: 'hex', outer: (from, to) => [start + from * 2, start + to * 2] }
    return
  }
  const decoded = readable(Buffer.from(run, 'base64'))
  if (decoded)
    yield {
      text: decoded,
      how: 'base64',
      outer: (from, to) => [start + Math.floor(from / 3) * 4, Math.min(end, start + Math.ceil(to / 3) * 4)],
    }
}

/** The bytes as text, if they are text: the first 64 tell. */
function readable(bytes: Buffer): string | undefined {
  return bytes.length >= 12 && bytes.subarray(0, 64).every(isText) ? bytes.toString('latin1') : undefined
}

/** Printable ASCII, a tab or a line end. */
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
