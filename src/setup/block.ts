/** Marked blocks of our lines in a user's file: inserted, replaced, and removed byte for byte. */

const OPEN = '# >>> leakgate >>>'
const CLOSE = '# <<< leakgate <<<'

interface Block {
  readonly lines: readonly string[]
  readonly indent?: string
  /** Text after the opening mark: what else to remove with the block. */
  readonly note?: string
}

/** That of the first line. */
export const eolOf = (text: string) => /\r?\n/.exec(text)?.[0] ?? '\n'

const found = (text: string) => /(?:^|(?<=\n))[ \t]*# >>> leakgate >>>([^\r\n]*)\r?\n[\s\S]*?# <<< leakgate <<<[ \t]*(?:\r?\n|$)/.exec(text)

export const hasBlock = (text: string) => found(text) !== null

/** Whole, or without its closing mark, which somebody has lost: then nobody knows where it ends. */
export const hasMark = (text: string) => text.includes(OPEN)

/** The text before the first block. */
export const beforeBlock = (text: string) => text.slice(0, found(text)?.index ?? 0)

/** The text after the opening mark of the first block. */
export const noteOf = (text: string) => found(text)?.[1]?.trim() ?? ''

/** Replaces the existing block, keeping its note; without one, inserts the block at `at`, the start of a line. */
export function withBlock(text: string, at: number, block: Block): string {
  const old = found(text)
  if (!old) return insertBlock(text, at, block)
  const now = drawn({ ...block, note: noteOf(text) }, eolOf(text))
  return text.slice(0, old.index) + (old[0].endsWith('\n') ? now : now.trimEnd()) + text.slice(old.index + old[0].length)
}

/** Inserts one more block, whatever blocks exist. */
export function insertBlock(text: string, at: number, block: Block): string {
  const eol = eolOf(text)
  const before = text.slice(0, at)
  // A last line without a line end gets one. The block then has none itself, which tells removal to take both.
  if (before !== '' && !before.endsWith('\n')) return `${before}${eol}${drawn(block, eol).slice(0, -eol.length)}`
  return before + drawn(block, eol) + text.slice(at)
}

/** The text without any of our blocks, byte for byte. */
export function withoutBlocks(text: string): string {
  const old = found(text)
  if (!old) return text
  const before = text.slice(0, old.index)
  const rest = withoutBlocks(text.slice(old.index + old[0].length))
  return old[0].endsWith('\n') ? before + rest : before.replace(/\r?\n$/, '')
}

/** Uses the file's own line ends. */
function drawn({ lines, indent = '', note = '' }: Block, eol: string): string {
  return [note === '' ? OPEN : `${OPEN} ${note}`, ...lines, CLOSE].map((line) => (line === '' ? eol : `${indent}${line}${eol}`)).join('')
}
