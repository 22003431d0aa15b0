/** Names of several words in prose, with spaces between them. */
import type { Book } from './book.ts'
import { fullName } from './span.ts'
import { matchAt } from './sticky.ts'

/** The whole name of the one at `from`..`to`, with the word before it, if that says more: `secret key: …` is more than a key. */
export function extendedName(text: string, from: number, to: number, book: Book): string {
  const name = fullName(text, from, to)
  if (text.charCodeAt(from - 1) !== 32 || !TOLD.test(text.slice(to, to + 5))) return name
  const word = /[A-Za-z]{2,16} $/.exec(text.slice(Math.max(0, from - 17), from))?.[0]
  return word && book.claims(word + name).length > book.claims(name).length ? word + name : name
}

/** How prose continues after a name. */
const TOLD = /^(?::|[ \t](?:is|was|[:=-])[ \t]|[ \t]{2})/

/** One more word of a name in prose. */
const FURTHER = / (?:[A-Za-z]|[\xc3-\xed][\x80-\xbf]{1,2}){2,20}(?![\w\x80-\xff])/y

/** How many of them. */
const MOST = 2

/**
 * The end of the name that begins with this one, as far as it has claims: `секретный ключ`, `chave de api`. Only the beginning of a long
 * name was searched for.
 */
export function farthest(text: string, start: number, end: number, book: Book): number {
  if (text[end] !== ' ') return end
  const isForeign = text.charCodeAt(end - 1) > 0x7f
  if (isForeign ? !book.opensName(text, start, end) : !isBegun(text.slice(start, end), book)) return end
  let far = end
  let at = end
  for (let words = 0; words < MOST; words++) {
    const further = matchAt(FURTHER, text, at)
    if (!further) break
    at += further[0].length
    if (book.mayClaim(text, at) && book.claims(text.slice(start, at)).length > 0) far = at
  }
  return far
}

/** `api key` is a name already, and what follows is another word. */
const isBegun = (name: string, book: Book) => name.includes(' ') && book.claims(name).length === 0
