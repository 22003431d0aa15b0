/** Who runs a repository's hooks, and what must be written so that it runs ours. */
import type { Edit, Repository } from '../../types.ts'

export type HookName = 'pre-commit' | 'pre-merge-commit' | 'pre-applypatch' | 'commit-msg' | 'pre-push'

export interface Plan {
  /** "husky", "the hooks directory" */
  readonly owner: string
  readonly edits: readonly Edit[]
  /** What the person must know or do: one sentence each. */
  readonly notes: readonly string[]
}

export interface Owner {
  /** What to write if this owner has the repository's hooks; undefined if it has not. */
  install(repository: Repository, hooks: readonly HookName[]): Plan | undefined
  /** What to write so that nothing of ours is left, wherever this owner keeps it. */
  remove(repository: Repository): readonly Edit[]
}

/** A shell command that runs a hook of ours from any file of a team's: no path of one machine, and refused where init has not run. */
export function runLine(hook: HookName): string {
  return `s=$(git rev-parse --git-common-dir)/leakgate/shim; [ -x "$s" ] || { echo "leakgate is not set up in this clone: npx leakgate init" >&2; exit 1; }; "$s" ${hook} "$@"`
}
