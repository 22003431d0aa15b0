/**
 * Hooks in git's own config (git 2.54 and newer). They run before those of a hooks directory, wherever that is, and in every linked
 * worktree. For a clone whose core.hooksPath is outside of it, they are the only place: the directory belongs to somebody else. For other
 * clones they are a second place, as an older git, which some clients bundle, silently ignores them.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { UserError } from '../../errors.ts'
import type { Repository } from '../../types.ts'
import { withBlock, withoutBlocks } from '../block.ts'
import { contentOf, type Edit } from '../edits.ts'
import { SHIM } from '../program.ts'
import { isAtLeast } from '../version.ts'
import { isOutside } from './hooksdir.ts'
import { HOOKS, type HookName, type Owner, type Plan, scriptLines } from './owner.ts'

export const configHook: Owner = {
  install(repository, hooks) {
    const { hooksPath } = repository
    if (!isOutside(repository)) return undefined
    const whose = hooksPath
      ? `core.hooksPath (${hooksPath.scope}) is ${hooksPath.value}, outside of this repository`
      : `the hooks directory is a link to ${repository.hooks}, outside of this repository`
    if (!able(repository))
      return {
        owner: `${repository.hooks}, outside of this repository`,
        edits: [],
        notes: [`${whose}: leakgate writes nothing there. ${chaining(repository, hooks)}`],
      }
    return {
      owner: CONFIG,
      edits: [inConfig(repository, hooks)],
      notes: [`${whose}. The hooks there run as before; leakgate’s are in this clone's own config.`],
    }
  },
  remove({ common }) {
    const path = join(common, 'config')
    const before = contentOf(path) ?? ''
    return { edits: [{ path, before, after: withoutBlocks(before), why: 'without leakgate' }] }
  },
}

/** The plan, plus hooks in git's config: if requested, or if the clone already has hooks there, ours or others. */
export function besides(found: Plan, repository: Repository, hooks: readonly HookName[], asked: boolean): Plan {
  if (asked && !able(repository))
    throw new UserError(
      2,
      `git ${repository.version.join('.')} does not run hooks from its config: 2.54 and newer do.`,
      'Leave out --config-hook.',
    )
  if (isOutside(repository) || !able(repository) || !(asked || repository.configured)) return found
  return { ...found, owner: `${found.owner}, and ${CONFIG}`, edits: [...found.edits, inConfig(repository, hooks)], twice: true }
}

const CONFIG = 'git’s config'

const able = (repository: Repository) => isAtLeast(repository, 2, 54)

function inConfig({ common }: Repository, hooks: readonly HookName[]): Edit {
  const path = join(common, 'config')
  const before = contentOf(path) ?? ''
  const wanted = HOOKS.filter((hook) => hooks.includes(hook) || before.includes(section(hook)))
  const after = withBlock(before, before.length, { lines: wanted.flatMap(lines) })
  return { path, before, after, why: 'runs leakgate through hooks in the config' }
}

const section = (hook: HookName) => `[hook "leakgate-${hook}"]`

/** One section per hook: the command is not told the event. git appends the arguments itself. */
function lines(hook: HookName): string[] {
  return [section(hook), `\tcommand = "\\"$(git rev-parse --git-common-dir)/${SHIM}\\" config ${hook}"`, `\tevent = ${hook}`]
}

/** For a script shared with other repositories, which may be without leakgate. With a slash at its end, /dev/null does not exist. */
function chaining({ hooks, hooksPath }: Repository, names: readonly HookName[]): string {
  if (hooksPath && !existsSync(`${hooks}/`)) return `It is no folder, so git runs no hook: ${hooksPath.unset} && npx leakgate init`
  const call = (name: string) => `leakgate=$(git rev-parse --git-common-dir)/${SHIM}; [ ! -x "$leakgate" ] || "$leakgate" ${name} "$@"`
  const others = names.filter((name) => name !== 'pre-push')
  const push = names.includes('pre-push')
    ? `\n\nand pre-push these, which preserve git's standard input:\n\n${scriptLines('pre-push', call('pre-push')).join('\n')}`
    : ''
  return `Have the hooks in ${hooks} run leakgate, then run init again. ${others.join(', ')} need this line, each with its own name for HOOK:\n\n${call('HOOK')} || exit $?${push}`
}
