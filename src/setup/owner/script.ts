/** Our block in a hook's shell script, and the script without it. */
import { beforeBlock, hasMark, insertBlock, noteOf, withBlock, withoutBlocks } from '../block.ts'
import { contentOf, type Edit } from '../edits.ts'

/** A note in the opening mark: the file is ours, and is removed with the block. */
export const MADE = 'made this file'

/** The offset after the shebang, if there is one. */
const firstLine = (text: string) => (text.startsWith('#!') ? (/\n/.exec(text)?.index ?? text.length - 1) + 1 : 0)

/** Our lines come first: where lines that may end the script have come before them, they go there again. */
export function withUs(text: string, lines: readonly string[], note = ''): string {
  const at = firstLine(text)
  if (!ENDS.test(beforeBlock(text))) return withBlock(text, at, { lines, note })
  return insertBlock(withoutBlocks(text), at, { lines, note: noteOf(text) })
}

/** In a line that is no comment, nor a shebang; `exec` with nothing but redirections goes on. */
const ENDS = /^(?!\s*#).*(?<![\w/.-])(?:exit|return|exec(?! *\d?[<>]))(?![\w/.-])/m

/** Removes our block; also the file if we created it and nothing was added to it. */
export function withoutUs(path: string): Edit[] {
  const text = contentOf(path) ?? ''
  if (!hasMark(text)) return []
  const rest = withoutBlocks(text)
  const gone = noteOf(text) === MADE && /^(?:#![^\n]*\n?)?$/.test(rest)
  return [
    {
      path,
      before: text,
      after: gone ? undefined : rest,
      why: 'without leakgate',
    },
  ]
}

/** Our hooks, renamed by a hook manager that was installed later: pre-commit still runs them, lefthook does not. */
export const putAside = (path: string) => ['.legacy', '.old'].flatMap((end) => withoutUs(path + end))
