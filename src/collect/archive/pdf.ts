/** PDF: the text of its pages, in lines, and its other streams. See ISO 32000-1, section 7. */
import { isBinary, latin1, PART } from '../text.ts'
import type { Read } from '../tree.ts'
import { Fonts } from './pdffonts.ts'
import { shownText } from './pdftext.ts'
import { entry, type UnpackLimits, Unreadable } from './unpacklimits.ts'

export const isPdf = (bytes: Uint8Array) => /^%PDF-\d/.test(latin1(bytes.subarray(0, 8)))

/** Each stream is an entry, named by its object number. Pages come last, when all fonts are known. */
export function* pdf(_path: string, bytes: Uint8Array, room: UnpackLimits): Generator<Read> {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (isEncrypted(all)) throw new Unreadable('it is encrypted')
  const fonts = new Fonts()
  const pages: Read[] = []
  for (const { number, dictionary, packed } of streams(all, fonts)) {
    if (/\/Subtype\s{0,8}\/Image\b/.test(dictionary)) continue // pixels are not text
    const read = entry(`object-${number}`, () => unpacked(filters(dictionary), packed, room))
    const text = read.bytes && read.bytes.length <= PART && !isBinary(read.bytes) ? latin1(read.bytes) : ''
    if (text.includes('beginbf')) fonts.learnMap(number, text)
    if (/\/ObjStm\b/.test(dictionary)) learnPacked(fonts, dictionary, text)
    if (/(?:^|\s)BT\s/.test(text) && /\sET(?:\s|$)/.test(text)) pages.push(read)
    else yield read
  }
  for (const { path, bytes: drawing } of pages) if (drawing) yield page(path, latin1(drawing), fonts)
}

function page(path: string, drawing: string, fonts: Fonts): Read {
  let numbers = false
  const text = shownText(drawing, (font, string) => {
    const said = fonts.read(font, string)
    numbers ||= said === undefined
    return said ?? ''
  })
  const unread = 'its text is glyph numbers, and its fonts do not map them to characters'
  return { path, bytes: Buffer.from(text), ...(numbers ? { unread } : {}) }
}

interface Stream {
  readonly number: number
  readonly dictionary: string
  readonly packed: Uint8Array
}

/** A stream follows its dictionary, in an object; the text between streams describes fonts. */
function* streams(all: Buffer, fonts: Fonts): Generator<Stream> {
  let last = 0
  for (let at = all.indexOf('stream'); at >= 0; at = all.indexOf('stream', last)) {
    const between = latin1(all.subarray(Math.max(last, at - PART), at))
    const lineEnd = /^\r?\n|^\r/.exec(latin1(all.subarray(at + 6, at + 8)))?.[0]
    last = at + 6
    fonts.learn(between, (place) => objectOf(between.slice(Math.max(0, place - LONGEST), place)).number)
    if (!lineEnd || !/>>\s{0,8}$/.test(between.slice(-12))) continue
    const end = all.indexOf('endstream', last)
    const packed = all.subarray(last + lineEnd.length, end < 0 ? all.length : end)
    last = end < 0 ? all.length : end + 9
    yield { ...objectOf(between), packed }
  }
  const rest = latin1(all.subarray(Math.max(last, all.length - PART)))
  fonts.learn(rest, (place) => objectOf(rest.slice(Math.max(0, place - LONGEST), place)).number)
}

/** Objects in a stream: pairs of number and offset, then the objects, at these offsets from `/First`. */
function learnPacked(fonts: Fonts, dictionary: string, text: string): void {
  const first = Number(/\/First\s{1,4}(\d{1,9})/.exec(dictionary)?.[1] ?? 0)
  const objects = [...text.slice(0, first).matchAll(/(\d{1,10})\s{1,4}(\d{1,10})/g)].map(([, number, start]) => ({
    number: Number(number),
    start: Number(start),
  }))
  let last = 0
  fonts.learn(text.slice(first), (place) => {
    while ((objects[last + 1]?.start ?? Number.POSITIVE_INFINITY) <= place) last++
    return objects[last]?.number ?? 0
  })
}

/** How far before a reference to its font an object may begin. */
const LONGEST = 4096

/** The trailer has an encryption dictionary or a reference to one: `/Encrypt 12 0 R`. */
function isEncrypted(all: Buffer): boolean {
  for (let at = all.indexOf('/Encrypt'); at >= 0; at = all.indexOf('/Encrypt', at + 8))
    if (/^\s{0,8}(?:\d{1,10}\s{1,8}\d{1,5}\s{1,8}R|<<)/.test(latin1(all.subarray(at + 8, at + 48)))) return true
  return false
}

/** `12 0 obj << /Length 20 /Filter /FlateDecode >>`: the last object that begins in the text. */
function objectOf(text: string): { number: number; dictionary: string } {
  const at = text.lastIndexOf(' obj')
  const number = Number(/(\d{1,10})\s{1,8}\d{1,5}$/.exec(text.slice(Math.max(0, at - 24), Math.max(0, at)))?.[1] ?? 0)
  return { number, dictionary: text.slice(at < 0 ? 0 : at + 4) }
}

/** One name, or a list of names. Anything else, such as a reference to a name in another object (`5 0 R`), is not resolved. */
function filters(dictionary: string): readonly string[] {
  const [, value] = /\/Filter(?!\w)(.{0,240})/s.exec(dictionary) ?? []
  if (value === undefined || /^\s{1,8}null\b/.test(value)) return []
  const [, names] = /^\s{0,8}(\/[\w#]{1,30}|\[(?:\s{0,8}\/[\w#]{1,30}){0,9}\s{0,8}\])/.exec(value) ?? []
  if (names === undefined) throw new Unreadable('it does not name its filter')
  return names.match(/[\w#]{1,30}/g) ?? []
}

function unpacked(names: readonly string[], bytes: Uint8Array, room: UnpackLimits): Uint8Array {
  return names.reduce((content, name) => {
    const decode = FILTERS[name]
    if (!decode) throw new Unreadable(`it is packed with ${name}, which is not supported`)
    return decode(content, room)
  }, bytes)
}

const FILTERS: Readonly<Record<string, (bytes: Uint8Array, room: UnpackLimits) => Uint8Array>> = {
  FlateDecode: (bytes, room) => room.inflated('zlib', bytes),
  Fl: (bytes, room) => room.inflated('zlib', bytes),
  ASCII85Decode: ascii85,
  A85: ascii85,
}

/** Five base-85 digits, from `!` on, are four bytes; `z` is four zeros; `~` ends the data. */
function ascii85(bytes: Uint8Array): Uint8Array {
  const out = Buffer.alloc(bytes.length * 4)
  let [length, value, digits] = [0, 0, 0]
  const put = (next: number) => {
    value = (value * 85 + next) % 2 ** 32
    if (++digits < 5) return
    length = out.writeUInt32BE(value, length)
    value = 0
    digits = 0
  }
  for (const byte of bytes) {
    if (byte === 126) break
    if (byte === 122) length += 4
    else if (byte > 32 && byte < 118) put(byte - 33)
  }
  const missing = digits > 0 ? 5 - digits : 0
  for (let i = 0; i < missing; i++) put(84)
  return out.subarray(0, length - missing)
}
