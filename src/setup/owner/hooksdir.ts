/** Hooks in a directory of scripts: git's own, or one in the worktree, set by core.hooksPath and shared by the team. */
import { existsSync, lstatSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { UserError } from '../../errors.ts'
import type { Repository } from '../../types.ts'
import { hasBlock, withBlock } from '../block.ts'
import { contentOf, type Edit, isExecutable } from '../edits.ts'
import { SHIM } from '../program.ts'
import { HOOKS, type HookName, type Owner, orRefuse, runLine, scriptLines } from './owner.ts'
import { firstLine, MADE, putAside, withoutUs } from './script.ts'

/** Suffix for a hook that is not a shell script: it is renamed, and called by ours. */
const CHAINED = '.leakgate-chained'

export const hooksDirectory: Owner = {
  install(repository, hooks, last) {
    const place = placeOf(repository)
    const edits = hooks.flatMap((hook) => installed(join(repository.hooks, hook), hook, place, last && hook !== 'pre-push'))
    const notes = edits.flatMap(({ moved }) => (moved !== undefined && looksAtItsName(moved) ? [renamed(moved)] : []))
    if (place !== 'shared') return { owner: 'git’s own hooks', edits, notes, isolation: ALONE }
    return {
      isolation: ALONE,
      owner: `the team's hooks in ${relative(repository.top, repository.hooks)}`,
      edits,
      notes: [
        ...notes,
        'Commit these files: every clone runs them after its own `npx leakgate init`. A branch without them has no hooks: merge them there.',
      ],
    }
  },
  remove(repository) {
    const folders = new Set([...(isOutside(repository) ? [] : [repository.hooks]), join(repository.common, 'hooks')])
    return { edits: [...folders].flatMap((folder) => HOOKS.flatMap((hook) => [...removed(join(folder, hook)), ...putAside(folder, hook)])) }
  },
}

/** One script for several hooks, linked under each name, tells by its name which of them it is. */
const looksAtItsName = (path: string) => /basename[^\n]{0,8}\$\{?0|\$\{0##|argv\[[01]\]|__file__|PROGRAM_NAME/.test(contentOf(path) ?? '')

const renamed = (path: string) =>
  `${path} seems to look at its own name, which ends in ${CHAINED} now: check that it still does its work, or call it from a hook of its own.`

/** own: beside the shim; inside: elsewhere in the git directory; shared: in the worktree, where it belongs to the team. */
type Place = 'own' | 'inside' | 'shared'

function placeOf({ top, hooks, common }: Repository): Place {
  if (real(hooks) === join(real(common), 'hooks')) return 'own'
  return within(hooks, common) || !within(hooks, top) ? 'inside' : 'shared'
}

/** Neither in the worktree nor in the git directory: other repositories may use it too. */
export const isOutside = ({ top, hooks, common }: Repository) => !within(hooks, top) && !within(hooks, common)

const within = (path: string, folder: string) => real(path).startsWith(real(folder) + sep)

/** Resolves symbolic links, as far as the path exists. */
function real(path: string): string {
  if (existsSync(path)) return realpathSync(path)
  const parent = join(path, '..')
  return parent === path ? path : join(real(parent), path.slice(parent.length))
}

/** Beside the shim. */
const OWN = (hook: HookName) => `leakgate=\${0%/*}/../${SHIM}; ${orRefuse(`"$leakgate" ${hook} "$@"`)}`

/** `last`: the existing hook runs first; not for pre-push, as no hook changes what is pushed. */
function installed(path: string, hook: HookName, place: Place, last: boolean): Edit[] {
  const lines = scriptLines(hook, place === 'own' ? OWN(hook) : runLine(hook))
  if (!existsSync(path) && !isLink(path)) {
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
  if (isFolder(path)) throw new UserError(2, `${path} is a folder, where git looks for a hook.`, 'Move it away, then: npx leakgate init')
  const text = contentOf(path) ?? ''
  const ours = !isLink(path) && hasBlock(text)
  if (last && ours && !isOrdered(path, text))
    throw new UserError(2, `leakgate already runs first in ${path}.`, 'npx leakgate uninstall, then: npx leakgate init --last')
  if (isLink(path) || (!ours && (last || !isShell(path) || !isExecutable(path)))) return chained(path, hook, lines, last)
  const after = withBlock(text, firstLine(text), { lines })
  return [{ path, before: text, after, why: `runs leakgate at ${hook}, before the existing hook`, executable: true }]
}

/** The old hook is renamed, unchanged, and run by ours. One that git ignored, as it is not executable, is still not run. */
function chained(path: string, hook: HookName, lines: readonly string[], last: boolean): Edit[] {
  const aside = `${path}${CHAINED}`
  if (existsSync(aside) && !isEqual(aside, path))
    throw new UserError(
      2,
      `${path} was replaced, and ${aside} holds the hook that stood there before leakgate: only one of them can be kept.`,
      'Move one of them away, then: npx leakgate init',
    )
  const script = last ? FIRST : `#!/bin/sh\n[ -x "$0${CHAINED}" ] || exit 0\nexec "$0${CHAINED}" "$@"\n`
  return [
    { path: aside, before: undefined, after: undefined, why: 'the existing hook, unchanged', moved: path },
    {
      path,
      before: undefined,
      after: withBlock(script, last ? script.length : 10, { lines, note: MADE }),
      why: last ? `runs the existing hook, then leakgate at ${hook}` : `runs leakgate at ${hook}, then the existing hook`,
      executable: true,
    },
  ]
}

const isEqual = (path: string, other: string) => existsSync(other) && readFileSync(path).equals(readFileSync(other))

/** Precedes our lines with `--last`. While proving that the hook is armed, the other hook is not run. */
const FIRST = `#!/bin/sh\n[ "$LEAKGATE_ALONE" = 1 ] || [ ! -x "$0${CHAINED}" ] || "$0${CHAINED}" "$@" || exit $?\n`
const ALONE = { LEAKGATE_ALONE: '1' }

/** There is nothing else in the file, or the rest comes first. */
const isOrdered = (path: string, text: string) => text.startsWith(FIRST) || withoutUs(path).some(({ after }) => after === undefined)

function removed(path: string): Edit[] {
  if (isLink(`${path}${CHAINED}`) || existsSync(`${path}${CHAINED}`)) {
    return [{ path, before: undefined, after: undefined, why: 'restored', moved: `${path}${CHAINED}` }]
  }
  return isLink(path) ? [] : withoutUs(path)
}

const isLink = (path: string) => isFolder(dirname(path)) && (lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false)

const isFolder = (path: string) => existsSync(path) && statSync(path).isDirectory()

/** Without a shebang, git runs it with sh. Text that is not UTF-8 would not survive an edit. */
function isShell(path: string): boolean {
  const bytes = readFileSync(path)
  const text = bytes.toString()
  if (hasBlock(text)) return true
  if (bytes.subarray(0, 8000).includes(0) || !Buffer.from(text).equals(bytes)) return false
  const line = text.split(/\r?\n/, 1)[0] ?? ''
  return !line.startsWith('#!') || /^#!\s*(?:\S*\/)?(?:env\s+(?:-S\s+)?)?(?:\S*\/)?(?:sh|bash|dash|zsh|ksh|ash)(?:\s|$)/.test(line)
}
