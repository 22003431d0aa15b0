/** Office and OpenDocument files as the text that a reader sees: their markup splits a word into runs wherever it was edited. */
import { latin1, PART } from '../text.ts'

/** WordprocessingML, PresentationML, SpreadsheetML (ECMA-376); OpenDocument (ISO 26300). */
const PARTS = /(?:^|\/)(?:(?:word|ppt|xl)\/(?:[\w-]{1,40}\/){0,3}[\w-]{1,60}|content)\.xml$/

/** Tags that end a line: paragraphs, shared strings, rows, line breaks. */
const BREAK = /^(?:\/(?:[a-z]{1,8}:)?(?:p|h|si|row|comment)$|(?:[a-z]{1,8}:)?(?:br|cr|line-break)\b)/

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

/** The text, one line per paragraph; then the content of the tags, one per line. Other files are returned as they are. */
export function officeText(path: string, bytes: Uint8Array): Uint8Array {
  if (!PARTS.test(path) || bytes.length > PART) return bytes
  const [text, tags] = [new Output(bytes.length), new Output(bytes.length)]
  for (let at = 0; at < bytes.length; ) {
    const open = indexOrEnd(bytes, OPEN, at)
    text.add(bytes.subarray(at, open))
    const close = indexOrEnd(bytes, CLOSE, open)
    const tag = bytes.subarray(open + 1, close)
    at = close + 1
    if (open === bytes.length) break
    tags.add(tag)
    tags.end()
    if (BREAK.test(latin1(tag.subarray(0, 24)))) text.end()
  }
  return Buffer.from(`${plain(text.text())}\n${tags.text()}`, 'latin1')
}

const [OPEN, CLOSE] = ['<'.charCodeAt(0), '>'.charCodeAt(0)]

function indexOrEnd(bytes: Uint8Array, byte: number, from: number): number {
  const at = bytes.indexOf(byte, from)
  return at < 0 ? bytes.length : at
}

/** A byte buffer for appending. */
class Output {
  readonly #bytes: Uint8Array
  #length = 0

  constructor(most: number) {
    this.#bytes = new Uint8Array(most)
  }

  add(bytes: Uint8Array): void {
    this.#bytes.set(bytes, this.#length)
    this.#length += bytes.length
  }

  end(): void {
    this.#bytes[this.#length++] = 10
  }

  text = () => latin1(this.#bytes.subarray(0, this.#length))
}

const plain = (text: string) =>
  text.replace(/&(?:(lt|gt|amp|quot|apos)|#(\d{1,3})|#x([0-9a-fA-F]{1,2}));/g, (all, name?: string, code?: string, hex?: string) =>
    name ? (ENTITIES[name] ?? all) : String.fromCharCode((code ? Number(code) : Number.parseInt(hex ?? '', 16)) & 255),
  )
