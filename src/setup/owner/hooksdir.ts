/** Hooks in a directory of scripts: git's own, or one in the work tree that core.hooksPath names and the team shares. */
import { existsSync, lstatSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { UserError } from '../../errors.ts'
import type { Edit, Repository } from '../../types.ts'
import { hasBlock, withBlock } from '../block.ts'
import { contentOf, isExecutable } from '../edits.ts'
import { HOOKS, type HookName, type Owner, runLine, scriptLines } from './owner.ts'
import { firstLine, MADE, putAside, withoutUs } from './script.ts'

/** A hook that is no shell script is kept under this name, and called by ours. */
const CHAINED = '.leakgate-chained'

export const hooksDirectory: Owner = {
  install(repository, hooks, last) {
    const place = placeOf(repository)
    const edits = hooks.flatMap((hook) => installed(join(repository.hooks, hook), hook, place, last && hook !== 'pre-push'))
    if (place !== 'shared') return { owner: 'git’s own hooks', edits, notes: [], alone: ALONE }
    return {
      alone: ALONE,
      owner: `the team's hooks in ${relative(repository.top, repository.hooks)}`,
      edits,
      notes: ['Commit these files: every clone runs them after its own `npx leakgate init`.'],
    }
  },
  remove(repository) {
    const folders = new Set([...(isOutside(repository) ? [] : [repository.hooks]), join(repository.common, 'hooks')])
    return { edits: [...folders].flatMap((folder) => HOOKS.flatMap((hook) => [...removed(join(folder, hook)), ...putAside(folder, hook)])) }
  },
}

/** Beside the shim; elsewhere in the git directory; in the work tree, where it belongs to the team. */
type Place = 'own' | 'inside' | 'shared'

function placeOf({ top, hooks, common }: Repository): Place {
  if (real(hooks) === join(real(common), 'hooks')) return 'own'
  return within(hooks, common) || !within(hooks, top) ? 'inside' : 'shared'
}

/** Neither in the work tree nor in the git directory: other repositories may use it too. */
export const isOutside = ({ top, hooks, common }: Repository) => !within(hooks, top) && !within(hooks, common)

const within = (path: string, folder: string) => real(path).startsWith(real(folder) + sep)

/** Links resolved, as far as the path exists. */
function real(path: string): string {
  if (existsSync(path)) return realpathSync(path)
  const parent = join(path, '..')
  return parent === path ? path : join(real(parent), path.slice(parent.length))
}

/** `last`: the hook that is there comes first; not for a push, which no hook changes any more. */
function installed(path: string, hook: HookName, place: Place, last: boolean): Edit[] {
  const lines = scriptLines(hook, place === 'own' ? `"\${0%/*}/../leakgate/shim" ${hook} "$@"` : runLine(hook))
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
  const text = contentOf(path) ?? ''
  const ours = !isLink(path) && hasBlock(text)
  if (last && ours && !isOrdered(path, text))
    throw new UserError(
      2,
      `leakgate stands before the others in ${path} already.`,
      'npx leakgate uninstall, then: npx leakgate init --last',
    )
  if (isLink(path) || (!ours && (last || !isShell(path) || !isExecutable(path)))) return chained(path, hook, lines, last)
  const after = withBlock(text, firstLine(text), { lines })
  return [{ path, before: text, after, why: `runs leakgate at ${hook}, before what is there`, executable: true }]
}

/** The old hook is renamed as it is, and run by ours. One that git passed over, as it is not executable, stays passed over. */
function chained(path: string, hook: HookName, lines: readonly string[], last: boolean): Edit[] {
  const script = last ? FIRST : `#!/bin/sh\n[ -x "$0${CHAINED}" ] || exit 0\nexec "$0${CHAINED}" "$@"\n`
  return [
    { path: `${path}${CHAINED}`, before: undefined, after: undefined, why: 'the hook that was there, unchanged', moved: path },
    {
      path,
      before: undefined,
      after: withBlock(script, last ? script.length : 10, { lines, note: MADE }),
      why: last ? `runs what was there, then leakgate at ${hook}` : `runs leakgate at ${hook}, then what was there`,
      executable: true,
    },
  ]
}

/** What stands before ours with `--last`. A proof that the hook is armed is not the others' business. */
const FIRST = `#!/bin/sh\n[ "$LEAKGATE_ALONE" = 1 ] || [ ! -x "$0${CHAINED}" ] || "$0${CHAINED}" "$@" || exit $?\n`
const ALONE = { LEAKGATE_ALONE: '1' }

/** There is nothing else in the file, or what there is comes first. */
const isOrdered = (path: string, text: string) => text.startsWith(FIRST) || withoutUs(path).some(({ after }) => after === undefined)

function removed(path: string): Edit[] {
  if (isLink(`${path}${CHAINED}`) || existsSync(`${path}${CHAINED}`)) {
    return [{ path, before: undefined, after: undefined, why: 'put back as it was', moved: `${path}${CHAINED}` }]
  }
  return isLink(path) ? [] : withoutUs(path)
}

const isLink = (path: string) => isFolder(dirname(path)) && (lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false)

const isFolder = (path: string) => existsSync(path) && statSync(path).isDirectory()

/** No shebang: git has sh run it. Text that is no UTF-8 would not come through an edit unchanged. */
function isShell(path: string): boolean {
  const bytes = readFileSync(path)
  const text = bytes.toString()
  if (hasBlock(text)) return true
  if (bytes.subarray(0, 8000).includes(0) || !Buffer.from(text).equals(bytes)) return false
  const line = text.split(/\r?\n/, 1)[0] ?? ''
  return !line.startsWith('#!') || /^#!\s*(?:\S*\/)?(?:env\s+(?:-S\s+)?)?(?:\S*\/)?(?:sh|bash|dash|zsh|ksh|ash)(?:\s|$)/.test(line)
}
