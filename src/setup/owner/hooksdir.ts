/** Hooks in a directory of scripts: git's own, or one in the work tree that core.hooksPath names and the team shares. */
import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import type { Edit, Repository } from '../../types.ts'
import { hasBlock, withBlock, withoutBlock } from '../block.ts'
import { contentOf } from '../edits.ts'
import { type HookName, type Owner, runLine } from './owner.ts'

/** A hook that is no shell script is kept under this name, and called by ours. */
const CHAINED = '.leakgate-chained'

export const hooksDirectory: Owner = {
  install(repository, hooks) {
    const shared = isShared(repository)
    const edits = hooks.flatMap((hook) => installed(join(repository.hooks, hook), hook, shared))
    return {
      owner: shared ? `the team's hooks in ${relative(repository.top, repository.hooks)}` : 'git’s own hooks',
      edits,
      notes: shared ? ['Commit these files: every clone runs them after its own `npx leakgate init`.'] : [],
    }
  },
  remove(repository) {
    if (!existsSync(repository.hooks)) return []
    return readdirSync(repository.hooks).flatMap((name) => removed(join(repository.hooks, name)))
  },
}

/** A directory in the work tree belongs to the team. */
function isShared({ top, hooks, common }: Repository): boolean {
  return hooks.startsWith(top + sep) && !hooks.startsWith(common + sep)
}

function installed(path: string, hook: HookName, shared: boolean): Edit[] {
  const lines = call(hook, shared)
  if (!existsSync(path) && !isLink(path)) return [{ path, before: undefined, after: withBlock('#!/bin/sh\n', 10, lines), why: `runs leakgate at ${hook}`, executable: true }]
  const text = contentOf(path) ?? ''
  if (!isLink(path) && (hasBlock(text) || isShell(path))) {
    return [{ path, before: text, after: withBlock(text, firstLine(text), lines), why: `runs leakgate at ${hook}, before what is there`, executable: true }]
  }
  return chained(path, hook, lines)
}

/** How the hook calls the shim. Git's own directory lies beside it; a shared one may be anywhere. */
function call(hook: HookName, shared: boolean): string[] {
  return shared ? [`(${runLine(hook)}) || exit $?`] : [`"\${0%/*}/../leakgate/shim" ${hook} "$@" || exit $?`]
}

/** The old hook is renamed as it is, and run after ours with the same arguments; its exit code is the last word. */
function chained(path: string, hook: HookName, lines: readonly string[]): Edit[] {
  const script = withBlock(`#!/bin/sh\nexec "$0${CHAINED}" "$@"\n`, 10, lines)
  return [
    { path: `${path}${CHAINED}`, before: undefined, after: undefined, why: 'the hook that was there, unchanged', moved: path },
    { path, before: undefined, after: script, why: `runs leakgate at ${hook}, then what was there`, executable: true },
  ]
}

function removed(path: string): Edit[] {
  if (path.endsWith(CHAINED)) return [{ path: path.slice(0, -CHAINED.length), before: undefined, after: undefined, why: 'put back as it was', moved: path }]
  if (isLink(path) || existsSync(`${path}${CHAINED}`)) return []
  const text = contentOf(path) ?? ''
  if (!hasBlock(text)) return []
  const rest = withoutBlock(text)
  return [{ path, before: text, after: /^#![^\n]*\n?$/.test(rest) && rest.startsWith('#!/bin/sh') ? undefined : rest, why: 'without leakgate' }]
}

const isLink = (path: string) => lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false

/** No shebang: git has sh run it. */
function isShell(path: string): boolean {
  const head = readFileSync(path).subarray(0, 200)
  if (head.includes(0)) return false
  const line = head.toString('latin1').split(/\r?\n/, 1)[0] ?? ''
  return !line.startsWith('#!') || /^#!\s*(?:\S*\/)?(?:env\s+(?:-S\s+)?)?(?:\S*\/)?(?:sh|bash|dash|zsh|ksh|ash)(?:\s|$)/.test(line)
}

const firstLine = (text: string) => (text.startsWith('#!') ? (/\r?\n/.exec(text)?.index ?? text.length) + (/\r?\n/.exec(text)?.[0].length ?? 0) : 0)
