/**
 * How random a text is, in bits of evidence.
 *
 * People write names and words; machines draw characters at random. Both leave a trace in which character follows which. A table, counted
 * over the words of source code and prose (src/build/train.ts), says how surprising each character is after the one before it, in bits: in
 * `password` an `s` after an `s` costs some 3 bits, in `x7Qz` the `Q` after the `7` some 9. Ordinary words and identifiers cost about 3.5
 * bits per character; a random text costs about 7 in base62, and 6 in hex. What a text costs beyond 3.5 bits per character is therefore
 * evidence that it is random: each bit doubles the odds. So
 *
 *     randomness(text) = sum of surprises − 3.5 × length, and never below 0,
 *
 * which grows with the length of a random text (about 3.5 bits per character in base62, 2.6 in hex), and stays near 0 for a phrase of any
 * length. Shannon's entropy of the text's own letters is different: by that measure, `the quick brown fox` is as random as a key of the
 * same length, as it does not consider whether anybody would write such a text.
 */
import { COSTS, SYMBOLS } from '../../patterns/language.ts'

/** What a character of ordinary names and words costs, in bits. */
const ORDINARY = 3.5

const STEP = 1 / 4
const WIDTH = SYMBOLS.length + 1

const symbolOf = Uint8Array.from({ length: 256 }, (_, code) => SYMBOLS.indexOf(String.fromCharCode(code)) + 1)

/** In bits, at least 0. */
export function randomness(text: string): number {
  return Math.max(0, surprise(text) - ORDINARY * text.length)
}

/** Is it a name, as people write them? One of chance has more bits. */
export const isOrdinary = (value: string) => value.length < 32 && randomness(value) < ENOUGH

/** Is it of letters and digits, as machines draw them? Neither EC2VpcReadAccess nor macros/KRB5_TC_MATCH_2ND_TKT is. */
export const isDrawn = (value: string) =>
  /^(?=\D*\d+\D+\d)(?!(?:.*\/)?[A-Z\d]+(?:_[A-Z\d]+)+$)[\w+/=.-]{16,}$/.test(value) && randomness(value) >= ENOUGH

/** Bits that no name has. */
const ENOUGH = 45

/** The cost of the text under the model of words and identifiers, in bits. */
function surprise(text: string): number {
  let bits = 0
  let before = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    const symbol = code < 256 ? (symbolOf[code] ?? 0) : 0
    bits += (COSTS.charCodeAt(before * WIDTH + symbol) - 35) * STEP
    before = symbol
  }
  return bits
}
