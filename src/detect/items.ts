/** The literals of a list: `'a', "b", `c``, with commas or without, and with their quotes escaped where all of it stands in a text. */
import type { Piece } from './decode.ts'

/** So much of a text is read from where something begins, in characters. */
export const AHEAD = 4096

const ITEM = /\s{0,40}\\?(["'`])([^"'`\\\r\n]{0,512})\\?\1\s{0,8},?/y

/** Those from `at` on, behind the bracket that opens the list, and where they end. */
export function items(text: string, at: number): { readonly pieces: readonly Piece[]; readonly end: number } {
  const pieces: Piece[] = []
  let end = at
  while (end - at < AHEAD) {
    ITEM.lastIndex = end
    const item = ITEM.exec(text)
    if (!item) break
    const [all, quote = '"', inner = ''] = item
    pieces.push({ text: inner, at: end + all.indexOf(quote) + 1, width: 1 })
    end += all.length
  }
  return { pieces, end }
}
