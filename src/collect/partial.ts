/** Whether a clone left out objects on purpose: `git clone --filter=…`. */
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { git, inside } from './git.ts'

/** As git says. */
export async function isPartial(at: string | undefined): Promise<boolean> {
  return (await git(inside(at, ['config', '--get-regexp', '^(remote\\..*\\.promisor|extensions\\.partialclone)$']))).code === 0
}

const PARTIAL = /^\s*(?:promisor|partialclone|partialclonefilter)\b/im

/** As its config file says, which costs no process. Where that is not found, it may be. */
export function mayBePartial(at = '.'): boolean {
  const folder = resolve(at, process.env.GIT_DIR ?? '.git')
  for (const place of [folder, join(folder, '../..')]) {
    try {
      return PARTIAL.test(readFileSync(join(place, 'config'), 'latin1'))
    } catch {
      // a linked work tree has it above
    }
  }
  return true
}
