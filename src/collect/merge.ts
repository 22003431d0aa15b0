/** The parents of a merge that is being committed: only what none of them has is new. */
import { existsSync, readFileSync, statSync } from 'node:fs'
import { ask, git } from './git.ts'
import { type Entry, staged } from './staged.ts'

/**
 * The other parents: in pre-merge-commit they are in the environment, later in MERGE_HEAD. All hooks of a merge have that environment, and
 * one may commit in another repository, which does not know them.
 */
export async function otherParents(): Promise<string[]> {
  const named: string[] = []
  for (const name of Object.keys(process.env)) {
    const id = /^GITHEAD_([0-9a-f]{40,64})$/.exec(name)?.[1]
    if (id && (await git(['cat-file', '-e', `${id}^{commit}`])).code === 0) named.push(id)
  }
  const file = await mergeHead()
  const written = file && existsSync(file) ? readFileSync(file, 'latin1').split('\n').filter(Boolean) : []
  return [...new Set([...named, ...written])]
}

/** Starts no process if the git directory is known, as it is in a hook. */
async function mergeHead(): Promise<string> {
  const folder = process.env.GIT_DIR ?? '.git'
  if (existsSync(folder) && statSync(folder).isDirectory()) return `${folder}/MERGE_HEAD`
  return ask('rev-parse', '--git-path', 'MERGE_HEAD')
}

/** The staged entries that differ from every parent, and the old versions that any parent has. */
export async function mergeEntries(
  entries: readonly Entry[],
  parents: readonly string[],
): Promise<{ readonly entries: Entry[]; readonly old: Entry[] }> {
  const others = await Promise.all(parents.map((parent) => staged(parent)))
  const byPath = others.map((list) => new Set(list.map((entry) => entry.path)))
  return { entries: entries.filter((entry) => byPath.every((paths) => paths.has(entry.path))), old: [...entries, ...others.flat()] }
}
