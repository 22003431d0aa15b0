/** Our block in a shell script of hooks, and the script without it. */
import { join } from 'node:path'
import type { Edit } from '../../types.ts'
import { hasBlock, noteOf, withoutBlocks } from '../block.ts'
import { contentOf } from '../edits.ts'
import type { HookName } from './owner.ts'

/** A note in the mark: the file is ours, and goes with the block. */
export const MADE = 'made this file'

/** Behind the shebang, if there is one. */
export const firstLine = (text: string) => (text.startsWith('#!') ? (/\n/.exec(text)?.index ?? text.length - 1) + 1 : 0)

/** A file that was made by us goes, unless somebody has added to it. */
export function withoutUs(path: string): Edit[] {
  const text = contentOf(path) ?? ''
  if (!hasBlock(text)) return []
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

/** Hooks of ours that a manager has renamed when it came later: pre-commit runs them still, lefthook does not. */
export const putAside = (folder: string, hook: HookName) => ['.legacy', '.old'].flatMap((end) => withoutUs(join(folder, hook + end)))
