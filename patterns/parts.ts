/** Parts of patterns that several families need. */
import { raw } from './sources.ts'

/**
 * The token is not the middle of a longer text in Base64: no `+` stands before it, unless that is the sign of a diff's line, and no `/`,
 * unless that ends a short segment of a URL. Written behind the rule's own boundary: `(?<![\w-])${APART}`.
 */
export const APART = raw`(?<![^\n]\+|(?<!/[a-z]\w{0,9})/)`

/** A dollar that opens no variable. */
const DOLLAR = raw`\$(?![{([A-Za-z_])`

/** A character of a quoted password that is written out: no escape, no variable, no template. `no`: which others it cannot be. */
export const written = (no = '') => raw`(?:[^\s"'\x60$\\{}<>${no}]|${DOLLAR})`

/** The quote that opens a text, and a character of the text behind it: the other quotes may be in it, and signs that are of no template. */
export const QUOTE = raw`(?<quote>["'\x60])`
export const INNER = raw`(?:(?!\k<quote>|["'][+.]|<[\w.-]{0,40}>|\{[\w.:{-]{0,40}\}|#\{)[^\s$\\]|${DOLLAR})`

/** What is in quotes, of at least this length, from behind the quote up to the same. */
export const quoted = (least: number) =>
  raw`(?<secret>(?<=")(?:(?!\{\w{1,40}\})[^"\n$]|${DOLLAR}){${least},120}(?=")|(?<=')(?:(?!\{\w{1,40}\})[^'\n$]|\$(?![{([])){${least},120}(?='))`

/** Between the arguments of a call: they may be aligned under its bracket. */
export const GAP = raw`\s{0,80}`

/** Arguments of a command, up to this number of them. */
export const upTo = (most: number) => raw`(?:[^\s|;&]{1,120}[ \t]{1,4}){0,${most}}?`

/** The first character of a value in a command: that of no option, path or reference. */
export const FIRST = raw`[^\s"'\x60$<{%|;&()\\*/-]`
