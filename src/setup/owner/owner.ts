/** Who runs a repository's hooks, and what must be written so that it runs ours. */
import { join } from 'node:path'
import type { Edit, Repository } from '../../types.ts'
import { hasBlock } from '../block.ts'
import { contentOf } from '../edits.ts'

export type HookName = 'pre-commit' | 'pre-merge-commit' | 'pre-applypatch' | 'commit-msg' | 'pre-push'

export const HOOKS: readonly HookName[] = ['pre-commit', 'pre-merge-commit', 'pre-applypatch', 'commit-msg', 'pre-push']

export interface Plan {
  /** "husky", "the hooks directory" */
  readonly owner: string
  readonly edits: readonly Edit[]
  /** What the person must know or do: one sentence each, or a text to paste. */
  readonly notes: readonly string[]
  /** The owner's own command that brings what we wrote into git's hooks. */
  readonly sync?: readonly string[]
  /** Environment that keeps the owner's other jobs out of a proof. */
  readonly alone?: Readonly<Record<string, string>>
  /** git runs us from its config and from a file: once is enough. */
  readonly twice?: true
}

export interface Removal {
  readonly edits: readonly Edit[]
  readonly sync?: readonly string[]
}

export interface Owner {
  /** What to write if this owner has the repository's hooks; undefined if it has not. `last`: after the hooks that are there. */
  install(repository: Repository, hooks: readonly HookName[], last: boolean): Plan | undefined
  /** What to write so that nothing of ours is left, wherever this owner keeps it. */
  remove(repository: Repository): Removal
}

/** Runs a hook of ours from any file of a team's: no path of one machine, no single quote, refused where init has not run. */
export function runLine(hook: HookName, args = '"$@"'): string {
  const find = 'leakgate=$(git rev-parse --git-common-dir)/leakgate/shim'
  const check = '[ -x "$leakgate" ] || { echo "leakgate is not set up in this clone: npx leakgate init" >&2; exit 1; }'
  return `${find}; ${check}; "$leakgate" ${hook} ${args}`.trimEnd()
}

/** Lines for the head of a shell script. What git tells a pre-push on its standard input is there again for the lines that follow. */
export function scriptLines(hook: HookName, call: string): string[] {
  if (hook !== 'pre-push') return [`${call} || exit $?`]
  return [
    'leakgate_refs=$(cat)',
    `printf "%s\\n" "$leakgate_refs" | (${call}) || exit $?`,
    '[ -z "$leakgate_refs" ] || exec <<LEAKGATE',
    '$leakgate_refs',
    'LEAKGATE',
  ]
}

/** The hook that git would run now. */
export const effective = ({ hooks }: Repository, hook: HookName) => contentOf(join(hooks, hook))

/** A manager has the hooks if git's pre-commit is of its making, or there is none yet and git looks in its own place. */
export function owns(repository: Repository, mark: RegExp): boolean {
  const hook = effective(repository, 'pre-commit')
  return hook === undefined ? repository.hooks === join(repository.common, 'hooks') : mark.test(hook)
}

/** Hooks that somebody else has put where the manager would put its own: it would push them aside. */
export function foreign(repository: Repository, hooks: readonly HookName[], mark: RegExp): HookName[] {
  return hooks.filter((hook) => {
    const text = effective(repository, hook)
    return text !== undefined && !mark.test(text) && !hasBlock(text)
  })
}
