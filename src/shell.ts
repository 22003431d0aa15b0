/** Quotes texts as words of a POSIX shell, for commands to paste and for the hook script. */

export const quoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`

/** Quotes only if needed. Control characters are written as escapes: raw, they would act on the terminal that shows the command. */
export function word(text: string): string {
  if (/^[\w./:=@-]+$/.test(text)) return text
  if (!CONTROL.test(text)) return quoted(text)
  return `$'${[...text].map((symbol) => (CONTROL.test(symbol) || /['\\]/.test(symbol) ? `\\x${hex(symbol)}` : symbol)).join('')}'`
}

const CONTROL = /[\0-\x1f\x7f]/
const hex = (symbol: string) => symbol.charCodeAt(0).toString(16).padStart(2, '0')
