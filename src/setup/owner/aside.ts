/** A hook that cannot have our lines in it, or runs before them, is put aside under another name, and called by a wrapper of ours. */
import { UserError } from '../../errors.ts'
import { noteOf, withBlock, withoutBlocks } from '../block.ts'
import { contentOf, type Edit, isEqual, isLink, isThere } from '../edits.ts'
import type { HookName } from './owner.ts'
import { MADE, withoutUs } from './script.ts'

/** Suffix of a hook that was put aside. Without a dot: for node, a name with an unknown ending is no module. */
const CHAINED = '_leakgate-chained'

const SHEBANG = '#!/bin/sh\n'

/** Precedes our lines with `--last`. While proving that the hook is armed, the other hook is not run. */
export const FIRST = `${SHEBANG}[ "$LEAKGATE_ALONE" = 1 ] || [ ! -x "$0${CHAINED}" ] || "$0${CHAINED}" "$@" || exit $?\n`

/** Has our lines below its first one. */
const THEN = `${SHEBANG}[ -x "$0${CHAINED}" ] || exit 0\nexec "$0${CHAINED}" "$@"\n`

/** The old hook is renamed, unchanged, and run by ours. One that git ignored, as it is not executable, is still not run. */
export function chained(path: string, hook: HookName, lines: readonly string[], last: boolean): Edit[] {
  const aside = `${path}${CHAINED}`
  if (isThere(aside) && !isEqual(aside, path))
    throw new UserError(
      2,
      `${path} was replaced, and ${aside} holds the hook that stood there before leakgate: only one of them can be kept.`,
      'Move one of them away, then: npx leakgate init',
    )
  const script = last ? FIRST : THEN
  return [
    { path: aside, before: undefined, after: undefined, why: 'the existing hook, unchanged', moved: path },
    {
      path,
      before: undefined,
      after: withBlock(script, last ? script.length : SHEBANG.length, { lines, note: MADE }),
      why: last ? `runs the existing hook, then leakgate at ${hook}` : `runs leakgate at ${hook}, then the existing hook`,
      executable: true,
    },
  ]
}

/** Our lines are taken out, and a hook that was put aside goes back, unless a hook that somebody wrote since stands in its place. */
export function removed(path: string): Edit[] {
  const aside = `${path}${CHAINED}`
  if (!isThere(aside) || !isFree(path)) return isLink(path) ? [] : withoutUs(path)
  return [{ path, before: contentOf(path) ?? '', after: undefined, why: 'restored', moved: aside }]
}

/** The hook that was put aside, if another one stands in its place. */
export const replaced = (path: string) => (isThere(`${path}${CHAINED}`) && !isFree(path) ? [`${path}${CHAINED}`] : [])

/** The same, if no hook calls it any more. */
export const unused = (path: string) => (contentOf(path)?.includes(CHAINED) ? [] : replaced(path))

/** Nothing stands there but what init has written, or the very hook that was put aside. */
function isFree(path: string): boolean {
  if (isEqual(`${path}${CHAINED}`, path)) return true
  const text = isLink(path) ? undefined : contentOf(path)
  if (text === undefined) return !isThere(path)
  const rest = withoutBlocks(text)
  return rest === FIRST || rest === THEN || (rest === SHEBANG && noteOf(text) === MADE)
}

/** One script for several hooks, linked under each name, tells by its name which of them it is. */
export const looksAtItsName = (path: string) =>
  /basename[^\n]{0,8}\$\{?0|\$\{0##|argv\[[01]\]|__file__|PROGRAM_NAME/.test(contentOf(path) ?? '')

export const renamed = (path: string) =>
  `${path} seems to look at its own name, which ends in ${CHAINED} now: check that it still does its work, or call it from a hook of its own.`
