/** How much of a value is made of known words. */
import { WORDS } from '../../patterns/words.ts'

const LONGEST = 14
const SHORTEST = 4
let known: Set<string> | undefined

/** As a share of the letters, from 0 to 1; and the length of the longest word. Greedy, from the left. */
export function wordShare(value: string): { share: number; longest: number } {
  known ??= new Set(WORDS.split(' '))
  const text = value.slice(0, 200).toLowerCase()
  const letters = text.match(/[a-z]/g)?.length ?? 0
  let covered = 0
  let longest = 0
  for (let i = 0; i < text.length; ) {
    let length = Math.min(LONGEST, text.length - i)
    while (length >= SHORTEST && !known.has(text.slice(i, i + length))) length--
    if (length >= SHORTEST) {
      covered += length
      longest = Math.max(longest, length)
      i += length
    } else i++
  }
  return { share: letters === 0 ? 0 : covered / letters, longest }
}

/** Is it made of them, for the most part? */
export const isOfWords = (value: string) => wordShare(value).share > 0.7

/** Words in lines, as a set. */
export const setOf = (...lines: readonly string[]): ReadonlySet<string> => new Set(lines.flatMap((line) => line.split(' ')))
