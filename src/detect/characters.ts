/** Characters one by one, and codes of characters, that make a text. */
import type { Piece, Read } from './decode.ts'
import { AHEAD } from './items.ts'
import { piece, read } from './joins.ts'
import { matchAt } from './sticky.ts'

/** Fewer of them cannot be a secret. */
const FEWEST = 8

const CHARACTER = /\s{0,40}(["'])([^"'\\\n])\1\s{0,8},?/y

/** `'a', 'b', 'c'`: `at` is the closing quote of a character. */
export function characters(text: string, at: number): Read | undefined {
  if (text[at - 2] !== text[at]) return undefined
  const pieces: Piece[] = []
  let end = at - 2
  while (end - at < AHEAD) {
    const one = matchAt(CHARACTER, text, end)
    if (!one) break
    const start = end + one[0].indexOf(one[1] ?? '"') + 1
    pieces.push(piece(text, start, start + 1))
    end += one[0].length
  }
  return pieces.length < FEWEST ? undefined : read(pieces, end)
}

const CODE = /\s{0,40}(0x[0-9a-f]{1,2}|\d{2,3})\s{0,8}(,?)/iy

/** `{0x61, 0x62}`, `[97, 98]`, `fromCharCode(97, 98)`: codes of printable characters, inside the bracket that follows `at`. */
export function codes(text: string, at: number): Read | undefined {
  const pieces: Piece[] = []
  let end = at + (/^[^[{(]{0,12}[[{(]{1,2}/.exec(text.slice(at, at + 14))?.[0].length ?? 0)
  while (end - at < AHEAD) {
    const one = matchAt(CODE, text, end)
    const code = Number(one?.[1])
    if (!one || code < 32 || code > 126) break
    pieces.push({ text: String.fromCharCode(code), at: end, width: one[0].length })
    end += one[0].length
    if (!one[2]) break
  }
  return pieces.length < FEWEST ? undefined : read(pieces, end)
}
