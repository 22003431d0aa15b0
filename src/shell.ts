/** Texts as words of a POSIX shell, for commands to paste and for the hooks' script. */

export const quoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`

/** In quotes only where they are needed. Control characters would act at the terminal that shows the command: they are written as escapes. */
export function word(text: string): string {
  if (/^[\w./:=@-]+$/.test(text)) return text
  if (!CONTROL.test(text)) return quoted(text)
  return `$'${[...text].map((symbol) => (CONTROL.test(symbol) || /['\\]/.test(symbol) ? `\\x${hex(symbol)}` : symbol)).join('')}'`
}

const CONTROL = /[\0-\x1f\x7f]/
const hex = (symbol: string) => symbol.charCodeAt(0).toString(16).padStart(2, '0')
