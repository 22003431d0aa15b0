/** Which part of a word or literal the automaton searches for. */
import { folded } from './literals.ts'

/** The automaton searches only for the beginning of a long word: it is rare enough, and keeps the table small. */
export const ENOUGH = 8
export const shortened = (text: string) => folded(text.slice(0, ENOUGH))

/**
 * Likewise, a part of a literal is enough: the one with the fewest letters, then lower-case letters, as `KEY-----`, or `idationK` of
 * `validationKey`.
 */
export function rarest(literal: string): string {
  let best = literal.slice(0, ENOUGH)
  for (let i = 1; i + ENOUGH <= literal.length; i++) {
    const part = literal.slice(i, i + ENOUGH)
    if (plain(part) < plain(best)) best = part
  }
  return folded(best)
}

const count = (text: string, letters: RegExp) => text.match(letters)?.length ?? 0
const plain = (text: string) => ENOUGH * count(text, /[a-z]/gi) + count(text, /[a-z]/g)
