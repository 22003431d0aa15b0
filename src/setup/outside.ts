/** Paths that lead out of the repository, to what others may use, too: nothing is written there. */
import { existsSync, realpathSync } from 'node:fs'
import { join, sep } from 'node:path'
import type { Repository } from '../types.ts'

/** Neither in the worktree nor in the git directory. */
export const isBeyond = (path: string, { top, common }: Pick<Repository, 'top' | 'common'>) => !within(path, top) && !within(path, common)

export const within = (path: string, folder: string) => (real(path) + sep).startsWith(real(folder) + sep)

/** Resolves symbolic links, as far as the path exists. */
export function real(path: string): string {
  if (existsSync(path)) return realpathSync(path)
  const parent = join(path, '..')
  return parent === path ? path : join(real(parent), path.slice(parent.length))
}

/** The beginning of a sentence about it. */
export const leading = (path: string) => `${path} is a link to ${real(path)}, outside of this repository`
