/** Long patterns are put together from named parts, written as sources of regular expressions. */

/** The text as it stands: `\d` needs no second backslash. A backtick is `\x60`. */
export const raw = String.raw

/** One of these. */
export const oneOf = (sources: readonly string[]) => `(?:${sources.join('|')})`

/** One of these, separated by spaces. */
export const words = (sources: string) => oneOf(sources.split(' '))

/** The words in small letters or capitals, where the rest of a pattern tells them apart. They contain no escapes. */
export const anyCase = (sources: string) => words(sources.replace(/[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`))
