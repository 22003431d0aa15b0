/** What a scan of a repository does not show: archives that stay closed, submodules, the names of files that are gone. */
import { PACKED } from '../../patterns/places.ts'
import type { AuditedRepository } from '../audit/repositories.ts'
import { allLines, headAndPath } from '../collect/lines.ts'
import { SUBMODULE, unborn } from '../collect/staged.ts'
import { nameOf } from '../collect/text.ts'
import { isEnvFile } from '../dotenv.ts'
import { firstOf } from '../wording.ts'

/** `paths`: those that were scanned. */
export async function unopened(paths: readonly string[], archives: boolean, { at, bare }: AuditedRepository): Promise<string[]> {
  const closed = archives ? [] : [...new Set(paths)].filter((path) => PACKED.test(path))
  const others = await submodules(at, bare)
  return [
    ...(closed.length > 0 ? [`not opened: ${firstOf(closed)}: npx leakgate audit --checklist --archives`] : []),
    ...(others.length > 0 ? [`submodules are audited on their own: ${firstOf(others)}`] : []),
  ]
}

async function submodules(at: string, bare: boolean): Promise<string[]> {
  if (bare && (await unborn(at))) return []
  const entries = await allLines(
    at,
    bare ? ['ls-tree', '-r', '-z', '--full-tree', 'HEAD'] : ['ls-files', '--full-name', '-s', '-z'],
    '',
    '\0',
  )
  return entries.filter((entry) => entry.startsWith(SUBMODULE)).map((entry) => nameOf(headAndPath(entry)[1]))
}

/** Env files of any commit, whatever is in them. Undefined: a clone without all trees, or a damaged one, does not tell. */
export async function pastEnvFiles(at: string): Promise<string[] | undefined> {
  const args = ['log', '--all', '--reflog', '--format=', '--name-only', '--no-renames', '-z', '--', '*.env*']
  const names = await allLines(at, args, '', '\0').catch(() => undefined)
  return names && [...new Set(names)].map(nameOf).filter(isEnvFile)
}
