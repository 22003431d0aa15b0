/** How numbers, refs, lines, and what others wrote are written for people. */

/** `1 file`, `1,234 files` */
export const count = (number: number, what: string) => `${thousands(number)} ${what}${number === 1 ? '' : 's'}`

/** `1,234,567`. Without locale data: loading it costs a refused commit 20 ms. */
export const thousands = (number: number) => String(number).replace(/\B(?=(?:\d{3})+$)/g, ',')

/** `main` of `refs/heads/main` */
export const shortRef = (name: string) => name.replace(/^refs\/(?:heads\/|tags\/|remotes\/)?/, '')

/** For a terminal, in lines: characters that move the cursor or hide others, as escapes in C style. */
export const inert = (lines: string) => lines.replace(/[^\P{Cc}\n\t]|[\p{Cf}\u2028\u2029]/gu, escaped)

export const escaped = (symbol: string) => `\\u{${symbol.codePointAt(0)?.toString(16)}}`

/** What looks like a key or a token: letters and digits, mixed, in a long run. */
export const keysIn = (text: string) => (text.match(/[A-Za-z\d]{16,}/g) ?? []).filter((run) => /\d/.test(run) && /[A-Za-z]/.test(run))

/** May a message repeat this word, which nobody knows? It may be a secret in the wrong place. */
export const isQuotable = (word: string) => /^[\w$.-]{1,40}$/.test(word) && keysIn(word).length === 0

/** At most three names, and the number of the others. */
export const firstOf = (names: readonly string[]) =>
  `${names.slice(0, 3).join(', ')}${names.length > 3 ? ` and ${names.length - 3} more` : ''}`

/** A text to which a line can be added: its last line is ended. */
export const ended = (text = '') => (text === '' || text.endsWith('\n') ? text : `${text}\n`)
