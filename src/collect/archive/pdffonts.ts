/** The fonts of a PDF: many files show glyphs by number, and include a map from glyphs to characters. ISO 32000-1, 9.10.3. */

/** Limits: all mapped glyphs together, and fonts with the same name. */
const MOST = 1 << 17
const MOST_NAMESAKES = 16

interface Glyphs {
  /** Size of a glyph number, in bytes. */
  readonly width: number
  readonly characters: ReadonlyMap<number, string>
}

export class Fonts {
  /** Object numbers by the name used on pages. Pages may use one name for different fonts. */
  readonly #named = new Map<string, Set<number>>()
  /** From the object number of a font to that of its map. */
  readonly #mapOf = new Map<number, number>()
  readonly #maps = new Map<number, Glyphs>()
  #room = MOST

  /** `text`: objects; `owner`: returns the number of the object at an offset; offsets are ascending. */
  learn(text: string, owner: (at: number) => number): void {
    for (const { 1: name = '', 2: number, index } of text.matchAll(
      /\/([^\s/<>()[\]{}%]{1,60})\s{1,4}(\d{1,10})\s{1,4}\d{1,5}\s{1,4}R\b/g,
    )) {
      if (name === 'ToUnicode') this.#mapOf.set(owner(index), Number(number))
      else this.#name(name, Number(number))
    }
  }

  #name(name: string, number: number): void {
    const known = this.#named.get(name) ?? new Set()
    if (known.size < MOST_NAMESAKES) this.#named.set(name, known.add(number))
  }

  /** `<0003> <0020>` and, for a range of glyphs, `<004E> <004F> <006B>` or `<004E> <004F> [<006B> <006C>]`. */
  learnMap(number: number, text: string): void {
    const characters = new Map<number, string>()
    let width = 2
    for (const list of text.split('beginbf').slice(1)) {
      const form = list.startsWith('char') ? CHARACTER : RANGE
      for (const [, first = '', last, to, several] of list.split('endbf', 1)[0]?.matchAll(form) ?? []) {
        width = first.length / 2
        const from = Number.parseInt(first, 16)
        const count = Math.min(Number.parseInt(last || first, 16) - from + 1, this.#room)
        const targets = several?.match(/[0-9A-Fa-f]{4,}/g)
        for (let i = 0; i < count; i++) characters.set(from + i, targets ? unicode(targets[i], 0) : unicode(to, i))
        this.#room -= Math.max(count, 0)
      }
    }
    this.#maps.set(number, { width, characters })
  }

  /** Decodes a string with the font that maps most of it. Without one, returns it as Latin-1; undefined if it looks like glyph numbers. */
  read(font: string, bytes: string): string | undefined {
    let best: { missing: number; text: string } | undefined
    for (const number of this.#named.get(font) ?? []) {
      const map = this.#maps.get(this.#mapOf.get(number) ?? -1)
      const read = map && through(map, bytes)
      if (read && read.missing < (best?.missing ?? Number.POSITIVE_INFINITY)) best = read
    }
    return best?.text ?? (NUMBERS.test(bytes) ? undefined : bytes)
  }
}

/** Two-byte glyph numbers; a font has hardly more than 4,096 glyphs. One-byte fonts usually have letters where ASCII has them. */
const NUMBERS = /^(?!\s+$)(?:[\0-\x0f][\s\S])+$/

const CHARACTER = /<([0-9A-Fa-f]{2,4})>\s{0,4}()<([0-9A-Fa-f]{4,64})>/g
const RANGE = /<([0-9A-Fa-f]{2,4})>\s{0,4}<([0-9A-Fa-f]{2,4})>\s{0,4}(?:<([0-9A-Fa-f]{4,64})>|\[([^\]]{0,9999})\])/g

/** UTF-16 from hex digits, `more` added to the last code unit. */
function unicode(hex: string | undefined, more: number): string {
  if (!hex) return ''
  const codes = hex.match(/.{4}/g)?.map((one) => Number.parseInt(one, 16)) ?? []
  return String.fromCharCode(...codes.slice(0, -1), (codes.at(-1) ?? 0) + more)
}

function through({ width, characters }: Glyphs, bytes: string): { missing: number; text: string } {
  let missing = 0
  let text = ''
  for (let i = 0; i < bytes.length; i += width) {
    const code = width === 1 ? bytes.charCodeAt(i) : (bytes.charCodeAt(i) << 8) | bytes.charCodeAt(i + 1)
    const symbol = characters.get(code)
    if (symbol === undefined) missing++
    text += symbol ?? ''
  }
  return { missing, text }
}
