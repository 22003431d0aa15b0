/** Hooks in a directory of scripts: git's own, or one in the worktree, set by core.hooksPath and shared by the team. */
import { readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { UserError } from '../../errors.ts'
import type { Repository } from '../../types.ts'
import { hasBlock, withBlock } from '../block.ts'
import { contentOf, type Edit, isExecutable, isLink, isThere } from '../edits.ts'
import { isBeyond, real, within } from '../outside.ts'
import { SHIM } from '../program.ts'
import { chained, FIRST, looksAtItsName, removed, renamed, replaced, unused } from './aside.ts'
import { HOOKS, type HookName, type Owner, orRefuse, runLine, scriptLines } from './owner.ts'
import { MADE, putAside, withoutUs, withUs } from './script.ts'

export const hooksDirectory: Owner = {
  install(repository, hooks, last) {
    const place = placeOf(repository)
    const edits = hooks.flatMap((hook) => installed(join(repository.hooks, hook), hook, place, last && hook !== 'pre-push'))
    const notes = [
      ...edits.flatMap(({ moved }) => (moved !== undefined && looksAtItsName(moved) ? [renamed(moved)] : [])),
      ...hooks.flatMap((hook) =>
        unused(join(repository.hooks, hook)).map(
          (aside) => `${aside} no longer runs: another hook was written in its place. Keep one of them.`,
        ),
      ),
    ]
    if (place !== 'shared') return { owner: 'git’s own hooks', edits, notes, isolation: ALONE }
    return {
      isolation: ALONE,
      owner: `the team's hooks in ${relative(repository.top, repository.hooks) || '.'}`,
      edits,
      notes: [
        ...notes,
        'Commit these files: every clone runs them after its own `npx leakgate init`. A branch without them has no hooks: merge them there.',
      ],
    }
  },
  remove(repository) {
    const folders = new Set([...(isOutside(repository) ? [] : [repository.hooks]), join(repository.common, 'hooks')])
    const paths = [...folders].flatMap((folder) => HOOKS.map((hook) => join(folder, hook)))
    return {
      edits: paths.flatMap((path) => [...removed(path), ...putAside(path)]),
      notes: paths.flatMap(replaced).map((aside) => `${aside} stays: the hook in its place was changed after init.`),
    }
  },
}

/** own: beside the shim; inside: elsewhere in the git directory; shared: in the worktree, where it belongs to the team. */
type Place = 'own' | 'inside' | 'shared'

function placeOf({ top, hooks, common }: Repository): Place {
  if (real(hooks) === join(real(common), 'hooks')) return 'own'
  return within(hooks, common) || !within(hooks, top) ? 'inside' : 'shared'
}

/** Other repositories may use it, too. */
export const isOutside = (repository: Repository) => isBeyond(repository.hooks, repository)

/** Beside the shim. */
const OWN = (hook: HookName) => `leakgate=\${0%/*}/../${SHIM}; ${orRefuse(`"$leakgate" ${hook} "$@"`)}`

/** `last`: the existing hook runs first; not for pre-push, as no hook changes what is pushed. */
function installed(path: string, hook: HookName, place: Place, last: boolean): Edit[] {
  const lines = scriptLines(hook, place === 'own' ? OWN(hook) : runLine(hook))
  if (!isThere(path)) {
    return [
      {
        path,
        before: undefined,
        after: withBlock('#!/bin/sh\n', 10, { lines, note: MADE }),
        why: `runs leakgate at ${hook}`,
        executable: true,
      },
    ]
  }
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory())
    throw new UserError(2, `${path} is a folder, where git looks for a hook.`, 'Move it away, then: npx leakgate init')
  const text = contentOf(path) ?? ''
  const ours = !isLink(path) && hasBlock(text)
  if (last && ours && !isOrdered(path, text))
    throw new UserError(2, `leakgate already runs first in ${path}.`, 'npx leakgate uninstall, then: npx leakgate init --last')
  if (isLink(path) || (!ours && (last || !isShell(path) || !isExecutable(path)))) return chained(path, hook, lines, last)
  const after = text.startsWith(FIRST) ? withBlock(text, FIRST.length, { lines }) : withUs(text, lines)
  return [{ path, before: text, after, why: `runs leakgate at ${hook}, before the existing hook`, executable: true }]
}

/** While proving that the hook is armed. */
const ALONE = { LEAKGATE_ALONE: '1' }

/** There is nothing else in the file, or the rest comes first. */
const isOrdered = (path: string, text: string) => text.startsWith(FIRST) || withoutUs(path).some(({ after }) => after === undefined)

/**
 * Without a shebang, git runs it with sh. Text that is not UTF-8 would not survive an edit, nor would a script in another language that has
 * that language run it, in a line which is one of both: `exec python3 "$0" "$@"`.
 */
function isShell(path: string): boolean {
  const bytes = readFileSync(path)
  const text = bytes.toString()
  if (hasBlock(text)) return true
  if (bytes.subarray(0, 8000).includes(0) || !Buffer.from(text).equals(bytes) || /\bexec\b.*\s["']?\$\{?0\}?["']?(?:\s|$)/m.test(text))
    return false
  const line = text.split(/\r?\n/, 1)[0] ?? ''
  return !line.startsWith('#!') || /^#!\s*(?:\S*\/)?(?:env\s+(?:-S\s+)?)?(?:\S*\/)?(?:sh|bash|dash|zsh|ksh|ash)(?:\s|$)/.test(line)
}
