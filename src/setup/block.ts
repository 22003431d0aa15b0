/** Blocks of lines in a file of the user's that are ours, each between two marks: put in, replaced, taken out byte for byte. */

const OPEN = '# >>> leakgate >>>'
const CLOSE = '# <<< leakgate <<<'

export interface Block {
  readonly lines: readonly string[]
  readonly indent?: string
  /** Stands after the opening mark: what else goes when the block goes. */
  readonly note?: string
}

export const eolOf = (text: string) => (text.includes('\r\n') ? '\r\n' : '\n')

const found = (text: string) => /(?:^|(?<=\n))[ \t]*# >>> leakgate >>>([^\r\n]*)\r?\n[\s\S]*?# <<< leakgate <<<[ \t]*(?:\r?\n|$)/.exec(text)

export const hasBlock = (text: string) => found(text) !== null

/** What stands after the mark of the first block. */
export const noteOf = (text: string) => found(text)?.[1]?.trim() ?? ''

/** The block in the place of the one that is there, with its note; else put in at `at`, the offset of a line's beginning. */
export function withBlock(text: string, at: number, block: Block): string {
  const old = found(text)
  if (!old) return inserted(text, at, block)
  const now = drawn({ ...block, note: noteOf(text) }, eolOf(text))
  return text.slice(0, old.index) + (old[0].endsWith('\n') ? now : now.trimEnd()) + text.slice(old.index + old[0].length)
}

/** One more block, whatever blocks there are. */
export function inserted(text: string, at: number, block: Block): string {
  const eol = eolOf(text)
  const before = text.slice(0, at)
  // A last line without an end gets one. The block then has none, which says that the line's goes with it.
  if (before !== '' && !before.endsWith('\n')) return `${before}${eol}${drawn(block, eol).slice(0, -eol.length)}`
  return before + drawn(block, eol) + text.slice(at)
}

/** The text as it was before any block came. */
export function withoutBlocks(text: string): string {
  const old = found(text)
  if (!old) return text
  const before = text.slice(0, old.index)
  const rest = withoutBlocks(text.slice(old.index + old[0].length))
  return old[0].endsWith('\n') ? before + rest : before.replace(/\r?\n$/, '')
}

/** With the file's own line ends. */
function drawn({ lines, indent = '', note = '' }: Block, eol: string): string {
  return [note === '' ? OPEN : `${OPEN} ${note}`, ...lines, CLOSE].map((line) => (line === '' ? eol : `${indent}${line}${eol}`)).join('')
}
