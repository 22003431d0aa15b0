/** The last letters of names: a cheap check that rules out most names, without splitting them into words. */
import { hasForeign, inBytes, letterBefore, plainly } from './letters.ts'
import { IS, TRAILING } from './names.ts'

/** The tails of all names with one of these endings, whatever may follow it. */
export function tailsOf(ends: Iterable<string>): Set<number> {
  const all = [...ends, ...TRAILING, 'commit'] // secret_do_not_commit
  return new Set([
    ...all.map((end) => tailOf(end, end.length, Math.min(3, end.length))),
    ...[...all, ...IS].map(inBytes).map((end) => foreignTail(end, end.length)),
  ])
}

/** Can the name that ends at `end` have one of the tails? False only if it ends in three letters that rule it out. */
export function hasTail(tails: ReadonlySet<number>, text: string, end: number): boolean {
  const foreign = text.charCodeAt(end - 1) > 0x7f ? foreignTail(text, end) : 0
  if (foreign > 0) return tails.has(foreign)
  const tail = tailOf(text, end)
  return tail === 0 || tails.has(tail) || tails.has(tail & 1023) || tails.has(tail & 31) // three, two and one letters
}

/** The last three (or `count`) letters of a name that ends at `end`, packed into a number; 0 if one of them is not a letter. */
function tailOf(text: string, end: number, count = 3): number {
  let tail = 0
  for (let i = end - count; i < end; i++) {
    const letter = (text.charCodeAt(i) | 32) - 96
    if (!(letter >= 1 && letter <= 26)) return 0
    tail = (tail << 5) | letter
  }
  return tail
}

/** By the bytes of a letter: the number that stands for it, above all tails of letters; 0 if it is a Latin one. */
const tailsOfLetters = new Map<string, number>()

/** The last letter of a name, if it is of another script. */
function foreignTail(text: string, end: number): number {
  const letter = text.slice(end - letterBefore(text, end), end)
  const known = tailsOfLetters.get(letter)
  if (known !== undefined) return known
  const tail = hasForeign(letter) ? (1 << 16) | plainly(Buffer.from(letter, 'latin1').toString()).charCodeAt(0) : 0
  tailsOfLetters.set(letter, tail)
  return tail
}
