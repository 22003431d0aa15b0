/** The hook managers, in the order in which they are tried. */
import { UserError } from '../errors.ts'
import type { Repository } from '../types.ts'
import { hasMark } from './block.ts'
import { changes, type Edit, isWritable } from './edits.ts'
import { isBeyond, leading } from './outside.ts'
import { besides, configHook } from './owner/confighook.ts'
import { hooksDirectory } from './owner/hooksdir.ts'
import { husky } from './owner/husky.ts'
import { lefthook } from './owner/lefthook.ts'
import type { HookName, Owner, Plan } from './owner/owner.ts'
import { preCommit } from './owner/precommit.ts'
import { simpleGitHooks } from './owner/simple.ts'
import { unknown } from './owner/unknown.ts'
import { shown } from './shown.ts'

const OWNERS: readonly Owner[] = [husky, lefthook, preCommit, simpleGitHooks, unknown, configHook, hooksDirectory]

interface InstallOptions {
  /** Run after the existing hooks, not before them. */
  readonly last?: boolean
  /** In git's config, too. */
  readonly config?: boolean
}

/** What to write so that the repository's hooks run ours: the first hook manager that is in charge decides. */
export function plan(repository: Repository, hooks: readonly HookName[], { last = false, config = false }: InstallOptions = {}): Plan {
  for (const owner of OWNERS) {
    const found = owner.install(repository, hooks, last)
    if (!found) continue
    if (last && owner !== hooksDirectory)
      throw new UserError(
        2,
        `--last works only for a directory of hooks: here, ${found.owner} manages them.`,
        'Set the order in its own config.',
      )
    return possible(repository, besides(found, repository, hooks, config))
  }
  return { owner: 'nobody', edits: [], notes: [] }
}

/** If one hook cannot be written, none is; the shim is another matter. */
function possible(repository: Repository, found: Plan): Plan {
  const leaving = new Set(found.edits.map(({ moved }) => moved)) // a hook that is a link is moved away, not followed
  const writes = found.edits.filter(({ before, after }) => before !== after)
  const beyond = writes.find(({ path }) => !leaving.has(path) && isBeyond(path, repository))
  const unwritable = writes.find(({ path }) => !isWritable(path))
  if (!beyond && !unwritable) return found
  const note = beyond
    ? `${leading(beyond.path)}: leakgate writes nothing there. Put a file of this repository in its place, or these lines into it, then run init again:\n\n${shown(beyond)}`
    : `${unwritable?.path} cannot be written, so no hook was. Make it writable, then run init again.`
  return { owner: found.owner, edits: [], notes: [note], closed: changes(found.edits).map(({ path }) => path) }
}

interface Removals {
  readonly edits: readonly Edit[]
  readonly syncs: readonly (readonly string[])[]
  readonly notes: readonly string[]
}

/** What to write to remove everything of ours, the hook managers' commands that regenerate git's hooks, and what stays. */
export function removal(repository: Repository): Removals {
  const removals = OWNERS.map((owner) => owner.remove(repository))
  const edits = removals.flatMap((one) => one.edits)
  const torn = edits.find(({ after }) => hasMark(after ?? ''))
  if (torn)
    throw new UserError(
      2,
      `${torn.path} has lost the mark below leakgate’s lines, so nothing was removed.`,
      'Take them out by hand, then: npx leakgate uninstall',
    )
  const once = edits.filter(({ path }, i) => edits.findIndex((one) => one.path === path) === i) // .husky may be git's hooks directory, too
  const beyond = changes(once).filter(({ path }) => isBeyond(path, repository))
  return {
    edits: once.filter((edit) => !beyond.includes(edit)),
    syncs: removals.flatMap(({ sync }) => (sync ? [sync] : [])),
    notes: [...removals.flatMap(({ notes = [] }) => notes), ...beyond.map(({ path }) => `${leading(path)}: leakgate’s lines stay there.`)],
  }
}
