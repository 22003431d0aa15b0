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

/** At most `width` columns, with an ellipsis in the middle: the ends of a path are the most informative. */
export function middle(text: string, width: number): string {
  const symbols = [...text]
  if (symbols.length <= width) return text
  const left = Math.floor((width - 1) / 3)
  return `${symbols.slice(0, left).join('')}…${symbols.slice(symbols.length - (width - 1 - left)).join('')}`
}

/** Wraps words into lines of at most `width` columns; a longer word gets a line of its own. */
export function wrapped(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line]
}

/** The part of a line around its mark that fits into `width` columns. */
export function around(text: string, [start, end]: readonly [number, number], width: number): { text: string; mark: [number, number] } {
  if (text.length <= width) return { text, mark: [start, end] }
  const room = Math.max(0, width - (end - start) - 2)
  const from = Math.max(0, Math.min(start - Math.floor(room / 2), text.length - width + 1))
  const left = from > 0 ? '…' : ''
  const shown = left + text.slice(from + left.length, from + width - 1)
  const cut = from + width - 1 < text.length ? `${shown}…` : shown
  return { text: cut, mark: [Math.max(left.length, start - from), Math.min(end - from, shown.length)] }
}

/** Escapes characters that move the cursor, in C style. */
export function printable(text: string): string {
  return /[\p{Cc}\p{Cf}\u2028\u2029]/u.test(text)
    ? `"${text.replace(/[\p{Cc}\p{Cf}\u2028\u2029"\\]/gu, (symbol) => ({ '\n': '\\n', '\t': '\\t', '\r': '\\r', '"': '\\"', '\\': '\\\\' })[symbol] ?? escaped(symbol))}"`
    : text
}
