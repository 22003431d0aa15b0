/** How long patterns are put together: from named parts, written as sources of regular expressions. */

/** The text as it stands: `\d` needs no second backslash. A backtick is `\x60`. */
export const raw = String.raw

/** One of these. */
export const oneOf = (sources: readonly string[]) => `(?:${sources.join('|')})`

/** One of these, separated by spaces. */
export const words = (sources: string) => oneOf(sources.split(' '))
