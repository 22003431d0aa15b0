/** Whether a clone omits objects on purpose: `git clone --filter=…`. */
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { git, inside } from './git.ts'

/** According to git. */
export async function isPartial(at: string | undefined): Promise<boolean> {
  return (await git(inside(at, ['config', '--get-regexp', '^(remote\\..*\\.promisor|extensions\\.partialclone)$']))).code === 0
}

const PARTIAL = /^\s*(?:promisor|partialclone|partialclonefilter)\b/im

/** According to its config file, which starts no process. If that is not found, it may be partial. */
export function mayBePartial(at = '.'): boolean {
  const folder = resolve(at, process.env.GIT_DIR ?? '.git')
  for (const place of [folder, join(folder, '../..')]) {
    try {
      return PARTIAL.test(readFileSync(join(place, 'config'), 'latin1'))
    } catch {
      // for a linked worktree, the config is two levels up
    }
  }
  return true
}
