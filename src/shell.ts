/** Quotes texts as words of a POSIX shell, for commands to paste and for the hook script. */

export const quoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`

/** Quotes only if needed. Control characters are written as escapes: raw, they would act on the terminal that shows the command. */
export function word(text: string): string {
  if (/^[\w./:=@-]+$/.test(text)) return text
  if (!CONTROL.test(text)) return quoted(text)
  return `$'${[...text].map((symbol) => (CONTROL.test(symbol) || /['\\]/.test(symbol) ? bytes(symbol) : symbol)).join('')}'`
}

const CONTROL = /[\p{Cc}\p{Cf}\u2028\u2029]/u
const bytes = (symbol: string) => Buffer.from(symbol).toString('hex').replace(/../g, '\\x$&')
