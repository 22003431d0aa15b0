/** Long patterns are put together from named parts, written as sources of regular expressions. */

/** The text as it stands: `\d` needs no second backslash. A backtick is `\x60`. */
export const raw = String.raw

/** One of these. */
export const oneOf = (sources: readonly string[]) => `(?:${sources.join('|')})`

/** One of these, separated by spaces. */
export const words = (sources: string) => oneOf(sources.split(' '))

/**
 * The token is not the middle of a longer text in Base64: no `+` stands before it, unless that is the sign of a diff's line, and no `/`,
 * unless that ends a short segment of a URL. Written behind the rule's own boundary: `(?<![\w-])${APART}`.
 */
export const APART = raw`(?<![^\n]\+|(?<!/[a-z]\w{0,9})/)`
