/** Layout for terminals: colours, widths, the marks of findings. */
import pc from 'picocolors'
import { escaped } from '../wording.ts'

export interface Style {
  readonly stop: (text: string) => string
  readonly strong: (text: string) => string
  readonly faint: (text: string) => string
  /** Columns of the terminal. */
  readonly width: number
}

export function style(colour: boolean, width: number): Style {
  const { red, bold, dim } = pc.createColors(colour)
  return { stop: (text) => red(bold(text)), strong: bold, faint: dim, width: Math.min(Math.max(width, 40), 200) }
}

/** East Asian characters and emoji of two columns. Those beyond 16 bits, as most emoji, are two characters of a string already. */
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6]|(?=[^\u{10000}-\u{10ffff}])\p{Emoji_Presentation}/gu

/** One character per column: a wide one gets a filler behind it. */
const spread = (text: string) => text.replace(WIDE, '$&\0')

/** Without fillers; half of a character that was cut through is a blank. */
function tight(columns: string): string {
  const text = columns.replace(/^[\0\udc00-\udfff]|[\ud800-\udbff]$/gu, ' ').replaceAll('\0', '')
  return spread(text).length > columns.length ? `${text.slice(0, -1)} ` : text
}

export const padded = (text: string, width: number) => tight(spread(text).padEnd(width))

/** At most `width` columns, with an ellipsis in the middle: the ends of a path are the most informative. */
export function middle(text: string, width: number): string {
  const columns = spread(text)
  if (columns.length <= width) return text
  const left = Math.floor((width - 1) / 3)
  return `${tight(columns.slice(0, left))}…${tight(columns.slice(columns.length - (width - 1 - left)))}`
}

/** Wraps words into lines of at most `width` columns; a longer word gets a line of its own. */
export function wrapped(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of spread(text).split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line].map(tight)
}

/** The part of a line around its mark that fits into `width` columns; the mark of the result is in columns. */
export function around(text: string, mark: readonly [number, number], width: number): { text: string; mark: [number, number] } {
  const columns = spread(text)
  const [start = 0, end = 0] = mark.map((at) => spread(text.slice(0, at)).length)
  if (columns.length <= width) return { text, mark: [start, end] }
  const room = Math.max(0, width - (end - start) - 2)
  const from = Math.max(0, Math.min(start - Math.floor(room / 2), columns.length - width + 1))
  const left = from > 0 ? '…' : ''
  const shown = left + tight(columns.slice(from + left.length, from + width - 1))
  const isCut = from + width - 1 < columns.length
  return { text: isCut ? `${shown}…` : shown, mark: [Math.max(left.length, start - from), Math.min(end - from, spread(shown).length)] }
}

/** Escapes characters that move the cursor, in C style. */
export function printable(text: string): string {
  return /[\p{Cc}\p{Cf}\u2028\u2029]/u.test(text)
    ? `"${text.replace(/[\p{Cc}\p{Cf}\u2028\u2029"\\]/gu, (symbol) => ({ '\n': '\\n', '\t': '\\t', '\r': '\\r', '"': '\\"', '\\': '\\\\' })[symbol] ?? escaped(symbol))}"`
    : text
}
