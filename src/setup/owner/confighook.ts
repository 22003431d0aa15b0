/**
 * Hooks in git's own config (git 2.54 and newer), for a clone whose core.hooksPath leads out of it: what lies there is somebody
 * else's. They run beside the hooks directory, wherever it is, and in every linked work tree.
 */
import { join } from 'node:path'
import type { Repository } from '../../types.ts'
import { withBlock, withoutBlocks } from '../block.ts'
import { contentOf } from '../edits.ts'
import { isOutside } from './hooksdir.ts'
import { HOOKS, type HookName, type Owner } from './owner.ts'

export const configHook: Owner = {
  install(repository, hooks) {
    const { hooksPath, version, configured } = repository
    const able = version[0] > 2 || version[1] >= 54
    if (!isOutside(repository) && !(able && configured)) return undefined
    const whose = hooksPath && `core.hooksPath (${hooksPath.scope}) is ${hooksPath.value}, outside of this repository`
    if (!able)
      return {
        owner: `${repository.hooks}, outside of this repository`,
        edits: [],
        notes: [`${whose}: leakgate writes nothing there. ${chaining(repository, hooks)}`],
      }
    const path = join(repository.common, 'config')
    const before = contentOf(path) ?? ''
    const wanted = HOOKS.filter((hook) => hooks.includes(hook) || before.includes(section(hook)))
    const after = withBlock(before, before.length, { lines: wanted.flatMap(lines) })
    const notes = isOutside(repository)
      ? [`${whose}. What lies there runs as before; leakgate’s hooks stand in this clone's own config.`]
      : []
    return { owner: 'git’s config', edits: [{ path, before, after, why: 'runs leakgate by hooks of the config' }], notes }
  },
  remove({ common }) {
    const path = join(common, 'config')
    const before = contentOf(path) ?? ''
    return { edits: [{ path, before, after: withoutBlocks(before), why: 'without leakgate' }] }
  },
}

const section = (hook: HookName) => `[hook "leakgate-${hook}"]`

/** One section for each: the command is not told which event it is for. git adds the arguments itself. */
function lines(hook: HookName): string[] {
  return [section(hook), `\tcommand = "\\"$(git rev-parse --git-common-dir)/leakgate/shim\\" ${hook}"`, `\tevent = ${hook}`]
}

/** For a script that other repositories run too: these may be without leakgate. */
function chaining({ hooks }: Repository, names: readonly HookName[]): string {
  const line = 'leakgate=$(git rev-parse --git-common-dir)/leakgate/shim; [ ! -x "$leakgate" ] || "$leakgate" HOOK "$@" || exit $?'
  return `Have the hooks in ${hooks} (${names.join(', ')}) run this line, each with its own name for HOOK, then run init again:\n\n${line}`
}
