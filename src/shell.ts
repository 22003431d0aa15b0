/** Texts as words of a POSIX shell, for commands to paste and for the hooks' script. */

export const quoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`

/** In quotes only where they are needed. */
export const word = (text: string) => (/^[\w./:=@-]+$/.test(text) ? text : quoted(text))
