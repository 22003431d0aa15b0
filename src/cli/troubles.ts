/** What can be wrong with the hooks of a clone, each with the command that fixes it. */
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { git, inside } from '../collect/git.ts'
import { unsetting } from '../collect/repository.ts'
import { hasBlock } from '../setup/block.ts'
import { changes, contentOf, isExecutable } from '../setup/edits.ts'
import { isOutside } from '../setup/owner/hooksdir.ts'
import { huskyIn, isHuskys } from '../setup/owner/husky.ts'
import { HOOKS, type HookName, type Plan } from '../setup/owner/owner.ts'
import { SHIM } from '../setup/program.ts'
import { typed } from '../setup/sync.ts'
import { word } from '../shell.ts'
import type { Repository } from '../types.ts'
import { isInSkip } from './skip.ts'

export interface Trouble {
  readonly problem: string
  readonly next: string
  /** The gate is off, or will be; otherwise it is only a hint. */
  readonly grave: boolean
}

const grave = (problem: string, next: string): Trouble => ({ problem, next, grave: true })
const minor = (problem: string, next: string): Trouble => ({ problem, next, grave: false })

const INIT = 'npx leakgate init'
const SAYS_HOW = `${INIT} (it says how)`

export async function hookTroubles(repo: Repository, found: Plan): Promise<Trouble[]> {
  if (!existsSync(join(repo.common, SHIM))) return [...directory(repo, found), grave('leakgate is not set up in this clone', INIT)]
  const open = changes(found.edits).map(({ path, before, after }) =>
    hasBlock(before ?? '') && !hasBlock(after ?? '')
      ? minor(`${path} calls leakgate, too, from before ${found.owner} was there`, INIT)
      : grave(`${path} does not call leakgate as it should`, INIT),
  )
  const closed = (found.closed ?? []).map((path) => grave(`${path} does not call leakgate as it should`, SAYS_HOW))
  const scripts = HOOKS.flatMap((hook) => script(join(repo.hooks, hook), hook))
  return [
    ...directory(repo, found),
    ...open,
    ...closed,
    ...scripts,
    ...stale(repo, found),
    ...(found.gaps ?? []).map((gap) => minor(gap, 'See the config of the hook manager.')),
    ...switches(),
    ...(await disabled()),
    ...(await linkedTrees(repo)),
    ...(await submodules(repo)),
  ]
}

/** git silently ignores a missing directory, and what is none: with a slash at its end, /dev/null does not exist. */
function directory(repo: Repository, { sync }: Plan): Trouble[] {
  const { hooks, hooksPath } = repo
  if (!hooksPath || existsSync(`${hooks}/`)) return []
  const unset = `${hooksPath.unset} && ${INIT}`
  const own = isOutside(repo) ? unset : `mkdir -p ${word(hooks)} && ${INIT}, or: ${unset}`
  return [grave(`core.hooksPath names ${hooksPath.value}, which is no folder: git runs no hook at all`, sync ? typed(sync) : own)]
}

/** git skips a hook that is not executable, with a hint; it cannot start one with CRLF. */
function script(path: string, hook: HookName): Trouble[] {
  const text = contentOf(path)
  if (text === undefined) return []
  return [
    ...(isExecutable(path) ? [] : [grave(`git ignores ${path}: it is not executable`, `chmod +x ${word(path)}`)]),
    ...(/^#![^\n]*\r\n/.test(text)
      ? [grave(`${path} has Windows line endings, so ${hook} cannot start`, `sed -i 's/\\r$//' ${word(path)}`)]
      : []),
  ]
}

/** The hook manager's config runs leakgate, but git's hooks are not regenerated yet, or some are missing. */
function stale(repo: Repository, { owner, sync, edits }: Plan): Trouble[] {
  if (!existsSync(repo.hooks) || edits.length === 0 || changes(edits).length > 0 || owner === 'git’s config') return []
  const pushes = edits.some(({ after }) => /leakgate\\?" pre-push/.test(after ?? ''))
  const missing = [...SEEN, ...(pushes ? (['pre-push'] as const) : [])].filter((hook) => {
    const text = contentOf(join(repo.hooks, hook))
    return text === undefined || (/SKIP_SIMPLE_GIT_HOOKS/.test(text) && !text.includes('leakgate'))
  })
  if (missing.length === 0) return []
  const [problem, next] = [`${owner} has not installed leakgate in git's hooks: ${missing.join(', ')}`, sync ? typed(sync) : SAYS_HOW]
  return [sync || missing.includes('pre-commit') ? grave(problem, next) : minor(problem, next)]
}

/** Hooks that every hook manager supports, and that must not be missing. */
const SEEN = ['pre-commit', 'pre-merge-commit', 'commit-msg'] as const

/** Environment variables that make a hook manager, or leakgate, let everything pass. */
function switches(): Trouble[] {
  const off = Object.entries({ LEAKGATE_SKIP: '1', HUSKY: '0', LEFTHOOK: '0', SKIP_SIMPLE_GIT_HOOKS: '1' }).filter(
    ([name, value]) => process.env[name] === value,
  )
  const skips = isInSkip() ? [['SKIP', process.env.SKIP]] : []
  return [...off, ...skips].map(([name, value]) =>
    grave(`${name}=${value} is set: commits from this shell may pass unscanned`, `unset ${name}`),
  )
}

/** Hooks in git's config can be disabled one by one, or by event. */
async function disabled(): Promise<Trouble[]> {
  const { out } = await git([
    'config',
    '--show-scope',
    '--type=bool',
    '--get-regexp',
    `^hook\\.(leakgate-)?(${HOOKS.join('|')})\\.enabled$`,
  ])
  const off = [...out.toString().matchAll(/^(\w+)\t(\S+) false$/gm)]
  return off.map(([, scope = '', key = '']) => grave(`${key} is false in git's config`, unsetting(key, scope)))
}

/** A relative core.hooksPath points into each worktree, and a worktree can have a hooks directory of its own. */
async function linkedTrees({ top, hooks }: Repository): Promise<Trouble[]> {
  const { out } = await git(['worktree', 'list', '--porcelain', '-z'])
  const listed = out.length > 0 ? out.toString().split('\0') : (await git(['worktree', 'list', '--porcelain'])).out.toString().split('\n')
  const trees = listed.flatMap((line) => (line.startsWith('worktree ') ? [line.slice(9)] : []))
  const open: Trouble[] = []
  for (const tree of trees.filter((one) => one !== top && existsSync(join(one, '.git')))) {
    const answer = await git(inside(tree, ['rev-parse', '--path-format=absolute', '--git-path', 'hooks']))
    const place = answer.out.toString().trimEnd()
    const husky = isHuskys(tree, place)
    if (answer.code === 0 && (place === hooks || (husky ? existsSync(place) : contentOf(join(place, 'pre-commit'))?.includes('leakgate'))))
      continue
    open.push(
      minor(
        `git runs no hook of leakgate in the linked worktree ${tree}${answer.code === 0 ? `: its hooks are in ${place}` : ''}`,
        `cd ${word(tree)} && ${husky ? typed(huskyIn(tree, dirname(place))) : INIT}`,
      ),
    )
  }
  return open
}

/** A submodule is a repository of its own, with its own hooks. */
async function submodules({ top }: Repository): Promise<Trouble[]> {
  const file = join(top, '.gitmodules')
  if (!existsSync(file)) return []
  const { out } = await git(['config', '--null', '--file', file, '--get-regexp', '^submodule\\..*\\.path$'])
  const paths = out
    .toString()
    .split('\0')
    .flatMap((entry) => entry.split('\n').slice(1))
  const open: Trouble[] = []
  for (const path of paths.filter((one) => existsSync(join(top, one, '.git')))) {
    const common = await git(inside(join(top, path), ['rev-parse', '--path-format=absolute', '--git-common-dir']))
    if (existsSync(join(common.out.toString().trimEnd(), SHIM))) continue
    open.push(minor(`commits in the submodule ${path} are not scanned: leakgate is not set up there`, `cd ${word(path)} && ${INIT}`))
  }
  return open
}
