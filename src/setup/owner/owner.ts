/** Hook managers: who runs a repository's hooks, and what to write so that ours run too. */
import { join } from 'node:path'
import type { Repository } from '../../types.ts'
import { hasBlock } from '../block.ts'
import { contentOf, type Edit } from '../edits.ts'
import { SHIM } from '../program.ts'

export type HookName = 'pre-commit' | 'pre-merge-commit' | 'pre-applypatch' | 'commit-msg' | 'pre-push'

export const HOOKS: readonly HookName[] = ['pre-commit', 'pre-merge-commit', 'pre-applypatch', 'commit-msg', 'pre-push']

export interface Plan {
  /** "husky", "the hooks directory" */
  readonly owner: string
  readonly edits: readonly Edit[]
  /** What the user must know or do: one sentence each, or a text to paste. */
  readonly notes: readonly string[]
  /** What settings of the hook manager let pass unscanned. */
  readonly gaps?: readonly string[]
  /** Files that should run leakgate, but cannot be written; the notes say how to go on. */
  readonly closed?: readonly string[]
  /** The hook manager's own command that regenerates git's hooks from its config. */
  readonly sync?: readonly string[]
  /** Environment variables that keep the hook manager's other jobs out of a proof. */
  readonly isolation?: Readonly<Record<string, string>>
  /** git runs leakgate both from its config and from a file: once is enough. */
  readonly twice?: true
}

interface Removal {
  readonly edits: readonly Edit[]
  readonly sync?: readonly string[]
  /** What stays, and why: one sentence each. */
  readonly notes?: readonly string[]
}

export interface Owner {
  /** What to write if this hook manager is in charge of the repository's hooks; else undefined. `last`: run after the existing hooks. */
  install(repository: Repository, hooks: readonly HookName[], last: boolean): Plan | undefined
  /** What to write to remove everything of ours, wherever this hook manager keeps it. */
  remove(repository: Repository): Removal
}

/** A command that runs one of our hooks from a team's file: no machine-specific path, no single quote; it refuses if init has not run. */
export function runLine(hook: HookName, args = '"$@"'): string {
  const find = `leakgate=$(git rev-parse --git-common-dir)/${SHIM}`
  const call = `"$leakgate" ${hook} ${args}`.trimEnd()
  return `${find}; ${orRefuse(call)}`
}

/** Runs the shim that `$leakgate` names; an empty one would let everything pass. */
export const orRefuse = (call: string) =>
  `if [ -s "$leakgate" ]; then ${call}; else case "$LEAKGATE_SKIP,$SKIP," in ${SKIPPED} *) ${MISSING} ;; esac; fi`

const SKIPPED = '1,* | *,leakgate,*) echo "leakgate: skipped because of LEAKGATE_SKIP or SKIP. Nothing was scanned." >&2 ;;'
const MISSING = 'echo "leakgate is not set up in this clone: npx leakgate init" >&2; false'

/** Lines for the start of a shell script. For pre-push, standard input is restored for the lines that follow. */
export function scriptLines(hook: HookName, call: string): string[] {
  if (hook !== 'pre-push') return [`${call} || exit $?`]
  return [
    'leakgate_refs=$(cat) || exit 3',
    `printf "%s\\n" "$leakgate_refs" | (${call}) || exit $?`,
    '[ -z "$leakgate_refs" ] || exec <<LEAKGATE',
    '$leakgate_refs',
    'LEAKGATE',
  ]
}

/** The hook that git would run now. */
export const effective = ({ hooks }: Repository, hook: HookName) => contentOf(join(hooks, hook))

/** A config that is not found, though the hook manager has written git's hook: what is written there instead, it would take out. */
export const ELSEWHERE = 'its config, which is at another place'

/** A hook manager is in charge if it made git's pre-commit hook, or if there is none yet and git uses its default directory. */
export function owns(repository: Repository, mark: RegExp): boolean {
  const hook = effective(repository, 'pre-commit')
  return hook === undefined ? repository.hooks === join(repository.common, 'hooks') : mark.test(hook)
}

/** Hooks by others, in the place where the hook manager would put its own: it would rename them. */
export function foreign(repository: Repository, hooks: readonly HookName[], mark: RegExp): HookName[] {
  return hooks.filter((hook) => {
    const text = effective(repository, hook)
    return text !== undefined && !mark.test(text) && !hasBlock(text)
  })
}
