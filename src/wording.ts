/** How numbers, refs and lines are written for people. */

/** `1 file`, `1,234 files` */
export const count = (number: number, what: string) => `${thousands(number)} ${what}${number === 1 ? '' : 's'}`

/** `1,234,567`. Without locale data: loading it costs a refused commit 20 ms. */
export const thousands = (number: number) => String(number).replace(/\B(?=(?:\d{3})+$)/g, ',')

/** `main` of `refs/heads/main` */
export const shortRef = (name: string) => name.replace(/^refs\/(?:heads\/|tags\/|remotes\/)?/, '')

/** A text to which a line can be added: its last line is ended. */
export const ended = (text = '') => (text === '' || text.endsWith('\n') ? text : `${text}\n`)
