/** Bytes → text, in any encoding: nothing is skipped because of its encoding. */
import type { Change } from '../types.ts'

/** Larger files are scanned in overlapping parts of this size, so that memory stays bounded. */
export const PART = 16 << 20
/** A finding that ends this close to the end of a part belongs to the next part, which sees what follows. */
const MARGIN = 4 << 10
/** The overlap with the previous part: more than the longest match that may end in the margin, with what its pattern sees before it. */
const OVERLAP = (40 << 10) + MARGIN

/** How many bytes at the beginning decide what a file is. */
const SNIFF = 8000

/** The change or, for a large file, its parts. */
export function* changeOf(path: string, raw: Uint8Array, commit?: string): Generator<Change> {
  const mixed = isMixed(raw)
  const bytes = mixed ? raw : plain(raw)
  const binary = !mixed && isBinary(bytes)
  let line = 1
  let head: Uint8Array = new Uint8Array()
  for (let start = 0; start === 0 || start < bytes.length; ) {
    const end = Math.min(bytes.length, start + PART)
    const from = Math.max(0, start - OVERLAP)
    const cut = binary ? bytes.subarray(from, end) : withPlainBlanks(bytes.subarray(from, end))
    const part = head.length > 0 ? Buffer.concat([head, cut]) : cut
    const own = head.length - from - MARGIN
    yield {
      path,
      text: latin1(part),
      bytes: part,
      binary,
      line: line - newlines(bytes, from, start) - (head.length > 0 ? 1 : 0),
      named: start === 0,
      own: [start > 0 ? start + own : 0, end < bytes.length ? end + own : Number.POSITIVE_INFINITY],
      ...(commit ? { commit } : {}),
    }
    if (end === bytes.length) return
    line += newlines(bytes, start, end)
    const copy = Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).lastIndexOf('\nCOPY ')
    if (start === 0 || copy >= 0) head = headAt(bytes, copy < 0 ? 0 : start + copy + 1)
    start = end
  }
}

/** One character per byte. */
export const latin1 = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')

/** Decodes a name: as UTF-8 if valid, else one character per byte. */
export function pathOf(bytes: Buffer): string {
  const text = bytes.toString()
  return text.includes('\ufffd') ? bytes.toString('latin1') : text
}

/** The same of a name that was read as one character per byte. */
export const nameOf = (text: string) => pathOf(Buffer.from(text, 'latin1'))

/** Converts UTF-16 and UTF-32 to UTF-8; everything else, also UTF-8 with a byte order mark, stays as it is. */
function plain(bytes: Uint8Array): Uint8Array {
  const encoding = wide(bytes)
  return encoding
    ? Buffer.from(encoding.startsWith('utf-32') ? utf32(bytes, encoding === 'utf-32be') : new TextDecoder(encoding).decode(bytes))
    : bytes
}

/** The line at an offset, which may name the columns of what follows: the first one of a separated file, or the last COPY of a dump. */
function headAt(bytes: Uint8Array, at: number): Uint8Array {
  const line = bytes.subarray(at, at + LONGEST_HEAD)
  return line.subarray(0, line.indexOf(10) + 1)
}
const LONGEST_HEAD = 2000

/** The colour codes of terminals, `\x1b[1;31m`, and blanks at which lines do not break. */
const BLANK = /\x1b\[[\d;]{0,20}m|\xc2\xa0|\xe2\x80\xaf/g

/** Replaces by plain blanks what separates words as they do: in a log, and before the colon of a French text. */
function withPlainBlanks(bytes: Uint8Array): Uint8Array {
  if (!has(bytes, 0x1b) && !has(bytes, 0xa0) && !has(bytes, 0xaf)) return bytes
  return Buffer.from(
    latin1(bytes).replace(BLANK, (code) => ' '.repeat(code.length)),
    'latin1',
  )
}

/** A run of ASCII too long to be UTF-16 by chance: in Chinese text, both bytes of a character can be ASCII. */
const NARROW = /[\t\r\n\x20-\x7e]{40}|^[\t\r\n\x20-\x7e]{12}|[\t\r\n\x20-\x7e]{12}$/

/** Partly wide, partly ASCII, as appended by `>>` of another shell: read as bytes, its UTF-16 decoded by ../detect/decode.ts. */
const isMixed = (bytes: Uint8Array) => wide(bytes) !== undefined && NARROW.test(latin1(bytes))

type Wide = 'utf-16le' | 'utf-16be' | 'utf-32le' | 'utf-32be'

/** By the byte order mark, or by the places of the zeros: ASCII text in UTF-16 or UTF-32. */
function wide(bytes: Uint8Array): Wide | undefined {
  const [a, b, c, d] = bytes
  if (a === 0xff && b === 0xfe) return c === 0 && d === 0 ? 'utf-32le' : 'utf-16le'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return 'utf-32be'
  if (!has(head(bytes), 0)) return undefined
  const zeros = [0, 0, 0, 0]
  const length = Math.min(bytes.length, SNIFF) & ~3
  for (let i = 0; i < length; i++) if (bytes[i] === 0) zeros[i & 3] = (zeros[i & 3] ?? 0) + 1
  const [first = 0, second = 0, third = 0, fourth = 0] = zeros
  const nearly = length * 0.24
  if (fourth > nearly && third > nearly && second > length * 0.17 && isPlain(bytes, 0, length)) return 'utf-32le'
  if (first > nearly && second > nearly && third > length * 0.17 && isPlain(bytes, 3, length)) return 'utf-32be'
  const [even, odd] = [first + third, second + fourth]
  const most = length * 0.35
  if (odd > most && even < odd / 8) return 'utf-16le'
  if (even > most && odd < even / 8) return 'utf-16be'
  return undefined
}

/** Is each fourth byte, from `at` on, one that text has? Numbers are stored in four bytes, too. */
function isPlain(bytes: Uint8Array, at: number, length: number): boolean {
  let controls = 0
  for (let i = at; i < length; i += 4) if ((bytes[i] ?? 0) < 32 && !BLANKS.has(bytes[i] ?? 0)) controls++
  return controls < length / 400
}

const BLANKS: ReadonlySet<number> = new Set([9, 10, 13])

function utf32(bytes: Uint8Array, big: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const symbols: string[] = []
  for (let i = 0; i + 4 <= bytes.length; i += 4) {
    const code = view.getUint32(i, !big)
    if (i === 0 && code === 0xfeff) continue // the byte order mark
    symbols.push(code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd')
  }
  return symbols.join('')
}

const head = (bytes: Uint8Array) => bytes.subarray(0, SNIFF)

/** Buffer's search is much faster, but has a higher startup cost. */
const has = (bytes: Uint8Array, byte: number) => (bytes.length < SHORT ? Uint8Array : Buffer).prototype.indexOf.call(bytes, byte) >= 0

const SHORT = 128

/**
 * Text may contain a stray zero; many control bytes at the beginning mean binary. Without zeros, sampling is enough. A zip file that does
 * not compress consists mostly of text.
 */
export function isBinary(bytes: Uint8Array): boolean {
  if (latin1(bytes.subarray(0, 4)) === 'PK\x03\x04') return true
  const start = head(bytes)
  const step = has(start, 0) ? 1 : 16
  let controls = 0
  for (let i = 0; i < start.length; i += step) {
    const byte = start[i] ?? 0
    if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) controls++
  }
  return controls * step * (step === 1 ? 20 : 10) > start.length
}

function newlines(bytes: Uint8Array, from: number, to: number): number {
  let count = 0
  for (let i = bytes.indexOf(10, from); i >= 0 && i < to; i = bytes.indexOf(10, i + 1)) count++
  return count
}
