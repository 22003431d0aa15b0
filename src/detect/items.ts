/** The literals of a list: `'a', "b", `c``, with or without commas, and with escaped quotes if the list itself is in a string. */
import type { Piece } from './decode.ts'
import { matchAt } from './sticky.ts'

/** How far a construct is read from its start, in characters. */
export const AHEAD = 4096

/** How many values of a column are judged, at each of its ends: where one begins, and where rows are added. */
const MOST = 500

/** What is judged of the values of a column or list. */
export const ends = <T>(values: readonly T[], most = MOST): readonly T[] =>
  values.length > 2 * most ? [...values.slice(0, most), ...values.slice(-most)] : values

const ITEM = /(\s{0,40}(?:(?:\/\/|#)[^\n]{0,200}\n\s{0,40}){0,4}[bBrRuUfF]{0,2}\\?)(["'`])([^"'`\\\r\n]{0,512})\\?\2\s{0,8},?/y

/** The items from `at` on, which is after the opening bracket, and where they end. */
export function items(text: string, at: number): { readonly pieces: readonly Piece[]; readonly end: number } {
  const pieces: Piece[] = []
  let end = at
  while (end - at < AHEAD) {
    const item = matchAt(ITEM, text, end)
    if (!item) break
    const [all, lead = '', , inner = ''] = item
    pieces.push({ text: inner, at: end + lead.length + 1, width: 1 })
    end += all.length
  }
  return { pieces, end }
}
