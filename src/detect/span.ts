/** Where a name begins and ends, around a word of it. */
import { endsBlank } from './decode.ts'
import { isForeign, isTrail, letterAt, letterBefore } from './letters.ts'

export const LONGEST_NAME = 80

/** Characters of a name's words; a name may have several parts joined by dots. */
export const isWord = (code: number) =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 95 || code === 45 || code === 36

/** The span of the name that contains these words: `api key` is one with a space. */
export function nameSpan(text: string, from: number, to: number): [number, number] {
  let start = from
  while (start > 0 && from - start < LONGEST_NAME) {
    const step = isWord(text.charCodeAt(start - 1)) ? 1 : letterBefore(text, start)
    if (step === 0 || isScriptEdge(text.charCodeAt(start - step), text.charCodeAt(start))) break
    start -= step
  }
  let end = to
  while (isTrail(text.charCodeAt(end))) end++ // the word may be cut within a letter
  while (end < text.length && end - from < LONGEST_NAME) {
    const step = isWord(text.charCodeAt(end)) ? 1 : letterAt(text, end)
    if (step === 0 || isScriptEnd(text, end)) break
    end += step
  }
  return [behindEscape(text, start, from), end]
}

/** Does a Latin letter follow one of another script, or the other way round? `root密码` is two words, without a sign between them. */
const isScriptEdge = (left: number, right: number) => (isForeign(left) && isLatin(right)) || (isLatin(left) && isForeign(right))

/** `密码abc`; but `api密钥` is one name, as the last word counts. */
const isScriptEnd = (text: string, at: number) =>
  text.charCodeAt(at - 1) > 0x7f && isLatin(text.charCodeAt(at)) && isForeign(text.charCodeAt(at - letterBefore(text, at)))

const isLatin = (code: number) => ((code | 32) >= 97 && (code | 32) <= 122) || (code >= 0x80 && !isForeign(code))

/** Skips the letter of an escaped line end or tab: `\nPASSWORD` in a string. */
const behindEscape = (text: string, start: number, most: number) => (start < most && endsBlank(text, start) ? start + 1 : start)

/** The name with its qualifiers: `spring.datasource.password`, `config["db"]["password"]`. */
export function fullName(text: string, start: number, end: number): string {
  let from = start
  while (from > 0 && start - from < 60 && isMember(text.charCodeAt(from - 1))) from--
  while (from < start && isBracket(text.charCodeAt(from))) from++
  return text.slice(behindEscape(text, from, start), end)
}

/** `'`, `"`, `[` and `]` */
const isBracket = (code: number) => code === 39 || code === 34 || code === 91 || code === 93
const isMember = (code: number) => isWord(code) || code === 46 || isBracket(code)

/** The letter of a plural: `s` or `S`. */
export const isS = (code: number) => (code | 32) === 115
