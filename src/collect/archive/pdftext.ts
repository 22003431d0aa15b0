/** The content stream of a PDF page → its text, in lines. ISO 32000-1, 9.4: operators follow their operands. */

/** Decodes the bytes of a string in the font of this name. */
export type Reading = (font: string, bytes: string) => string

/** A hex string, a dictionary bracket, a comment, a name, a word or number, or any other character. */
const TOKEN = /<<|>>|<[\s0-9A-Fa-f]{0,32000}>|%[^\r\n]{0,32000}|\/[^\s()<>[\]{}/%]{0,200}|[^\s()<>[\]{}/%]{1,200}|[\s\S]/y

/** A gap between letters that counts as a blank, in thousandths of the font size; a blank is about 250 wide. */
const GAP = -200

/** Joins pieces of a line that are positioned one by one; whether there is a blank between them depends on the font's letter widths. */
const JOINT = '\ue000'

/** Lines that consist of pieces are output twice: with a blank at each joint, and without. */
export function shownText(drawing: string, reading: Reading): string {
  const page = new Page(reading)
  for (let at = 0; at < drawing.length; ) {
    TOKEN.lastIndex = at
    const token = drawing[at] === '(' ? literal(drawing, at) : (TOKEN.exec(drawing)?.[0] ?? ' ')
    page.take(token)
    at += token.length
  }
  return page.text
    .split('\n')
    .flatMap((line) => (line.includes(JOINT) ? [line.replaceAll(JOINT, ' '), line.replaceAll(JOINT, '')] : [line]))
    .join('\n')
}

/** `(a \) (b) c)`: up to the matching bracket. */
function literal(drawing: string, start: number): string {
  let depth = 0
  let at = start
  for (; at < drawing.length; at++) {
    const symbol = drawing[at]
    if (symbol === '\\') at++
    else if (symbol === '(') depth++
    else if (symbol === ')' && --depth === 0) break
  }
  return drawing.slice(start, at + 1)
}

class Page {
  text = ''
  readonly #reading: Reading
  #strings = ''
  #number = 0
  #name = ''
  #font = ''
  #inList = false
  /** The vertical position of the next string, and of the last one. */
  #height = 0
  #shownAt = 0
  #moved = false
  /** Replacement text for the glyphs up to the end of the marked content, until it is output. */
  #meaning: string | undefined

  constructor(reading: Reading) {
    this.#reading = reading
  }

  take(token: string): void {
    const first = token.charAt(0)
    if (first === '(' || (first === '<' && token.length > 2)) this.#string(stringOf(token))
    else if (first === '[' || first === ']') this.#inList = first === '['
    else if (first === '/') this.#name = token.slice(1)
    else if (/[-+.\d]/.test(first)) {
      this.#number = Number(token)
      if (this.#inList && this.#number <= GAP) this.#strings += ' '
    } else if (/[A-Za-z'"]/.test(first)) this.#operator(token)
  }

  #string(bytes: string): void {
    if (this.#name === 'ActualText') this.#meaning = plain(bytes)
    else this.#strings += this.#reading(this.#font, bytes)
    this.#name = ''
  }

  #operator(name: string): void {
    const height = HEIGHTS[name]?.(this.#height, this.#number)
    if (height !== undefined) {
      this.#height = height
      this.#moved = true
    }
    if (name === 'Tf') this.#font = this.#name
    if (name === 'EMC') this.#meaning = undefined
    if (SHOWING.has(name)) {
      this.#show(this.#meaning ?? this.#strings)
      if (this.#meaning) this.#meaning = ''
    }
    this.#strings = ''
  }

  #show(text: string): void {
    if (this.#moved) this.text += Math.abs(this.#height - this.#shownAt) < 0.01 ? JOINT : '\n'
    this.#moved = false
    this.#shownAt = this.#height
    this.text += text
  }
}

const SHOWING: ReadonlySet<string> = new Set(['Tj', 'TJ', "'", '"'])

/** Operators that move, with the new vertical position, from the old one and the last number. A next line has no known position. */
const HEIGHTS: Readonly<Record<string, (before: number, number: number) => number>> = {
  BT: () => 0,
  Td: (before, number) => before + number,
  TD: (before, number) => before + number,
  Tm: (_, number) => number,
  'T*': () => Number.NaN,
  "'": () => Number.NaN,
  '"': () => Number.NaN,
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

/** The bytes of a string, as Latin-1. */
function stringOf(token: string): string {
  if (token.startsWith('<')) return Buffer.from(token.replace(/[<>\s]/g, ''), 'hex').toString('latin1')
  return token
    .slice(1, -1)
    .replace(/\\(?:([0-7]{1,3})|\r?\n|([\s\S]))/g, (_, octal?: string, symbol?: string) =>
      octal ? String.fromCharCode(Number.parseInt(octal, 8) & 255) : (ESCAPES[symbol ?? ''] ?? symbol ?? ''),
    )
}

/** A text string outside of fonts: UTF-16 with a byte order mark, else one byte per character. */
const plain = (bytes: string) =>
  bytes.startsWith('\xfe\xff')
    ? Buffer.from(bytes.slice(2, bytes.length & ~1), 'latin1')
        .swap16()
        .toString('utf16le')
    : bytes
