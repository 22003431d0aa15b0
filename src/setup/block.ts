/** The block of lines in a file of the user's that is ours, between two marks: put in, replaced, taken out byte for byte. */

const OPEN = '# >>> leakgate >>>'
const CLOSE = '# <<< leakgate <<<'

/** The lines of the block, with the file's own line ends. */
function block(lines: readonly string[], indent: string, eol: string): string {
  return [OPEN, ...lines, CLOSE].map((line) => `${indent}${line}${eol}`).join('')
}

const found = (text: string) => /(?:^|(?<=\n))[ \t]*# >>> leakgate >>>[\s\S]*?# <<< leakgate <<<[ \t]*(?:\r?\n|$)/.exec(text)

export const hasBlock = (text: string) => found(text) !== null

/** Puts the block at `at` (the offset of a line's beginning), or in the place of the one that is there. */
export function withBlock(text: string, at: number, lines: readonly string[], indent = ''): string {
  const eol = text.includes('\r\n') ? '\r\n' : '\n'
  const old = found(text)
  if (old) return text.slice(0, old.index) + block(lines, indent, eol) + text.slice(old.index + old[0].length)
  const before = text.slice(0, at)
  // A last line without an end gets one: the mark says that it goes with the block.
  if (before !== '' && !before.endsWith('\n')) return `${before}${eol}${block(lines, indent, eol).slice(0, -eol.length)}`
  return before + block(lines, indent, eol) + text.slice(at)
}

/** The text as it was before the block came. */
export function withoutBlock(text: string): string {
  const old = found(text)
  if (!old) return text
  const rest = text.slice(old.index + old[0].length)
  const before = text.slice(0, old.index)
  return old[0].endsWith('\n') ? before + rest : before.replace(/\r?\n$/, '')
}
