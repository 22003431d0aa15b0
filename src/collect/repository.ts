/** Locations in the user's repository: always from git, never constructed. */
import { existsSync } from 'node:fs'
import { isAbsolute } from 'node:path'
import { simpleGit } from 'simple-git'
import { UserError } from '../errors.ts'
import type { Repository } from '../types.ts'
import { failed, git as run, withoutLogin } from './git.ts'

/**
 * simple-git drops git's variables from the environment unless they are listed; but we want the repository that the user's git sees, with
 * GIT_DIR and config. It also waits for 50 ms after a command's exit unless told to wait for its streams only.
 */
function gitIn(folder: string) {
  if (!existsSync(folder)) throw new UserError(3, `${folder} cannot be opened: its name may not be UTF-8.`, 'Rename that folder.')
  return simpleGit({
    baseDir: folder,
    allowEnvironment: Object.keys(process.env).filter((name) => /^GIT_(?!.*PATHSPECS$)/.test(name)),
    completion: { onExit: false, onClose: true },
  })
}

/** Runs git in a folder, and throws if it fails. Returns its output. */
export const gitAt = (folder: string, ...words: readonly string[]): Promise<string> =>
  gitIn(folder)
    .raw(...words)
    .catch((cause: unknown) => {
      throw failed(words, { code: 1, error: cause instanceof Error ? cause.message : String(cause) })
    })

export async function repository(folder: string): Promise<Repository> {
  const git = gitIn(folder)
  const [places, version, scoped, hooked] = await Promise.all([
    git.raw('rev-parse', '--path-format=absolute', '--show-toplevel', '--git-common-dir', '--git-path', 'hooks').catch(noRepository),
    git.version(),
    git.raw('config', '--show-scope', '--get', 'core.hooksPath').catch(() => ''),
    git.raw('config', '--local', '--name-only', '--get-regexp', '^hook\\..*\\.event$').catch(() => ''),
  ])
  const [top = '', common = '', hooks = '', more] = places.replace(/\n$/, '').split('\n')
  if (more !== undefined)
    throw new UserError(3, 'A folder above this repository has a line break in its name.', 'Move it to another place.')
  const [, scope = '', value = ''] = /^(\w+)\t(.*)$/.exec(scoped.trim()) ?? []
  return {
    top,
    common,
    hooks: asLookedUp(hooks, top, value),
    hooksPath: value === '' ? undefined : { value, scope, unset: unsetting('core.hooksPath', scope) },
    configured: hooked !== '',
    version: [version.major, version.minor],
  }
}

/** git prints core.hooksPath without `folder/..`, but looks hooks up by the path as it is: if that folder is missing, there are none. */
function asLookedUp(hooks: string, top: string, value: string): string {
  const path = isAbsolute(value) ? value : `${top}/${value}`
  return /(?:^|\/)\.\.(?:\/|$)/.test(value) && !value.startsWith('~') && !existsSync(path) ? path : hooks
}

/** The command that takes a setting out of git's config. That of a `git -c` and of variables of the environment is in no file. */
export const unsetting = (key: string, scope: string) =>
  scope === 'command' ? 'unset GIT_CONFIG_COUNT GIT_CONFIG_PARAMETERS' : `git config --${scope} --unset-all ${key}`

/** Throws: there is no repository, or no git. */
export async function noRepository(cause?: unknown): Promise<never> {
  await run(['--version'])
  const set = await run(['config', '--show-scope', '--get', 'core.hooksPath'])
  const [scope, value] = set.out.toString().trimEnd().split('\t')
  if (scope && !value) throw new UserError(2, 'core.hooksPath is empty, so git runs no hook.', unsetting('core.hooksPath', scope))
  refuseOthers((await run(['rev-parse', '--path-format=absolute', '--show-toplevel', '--git-path', 'hooks'])).error)
  throw new UserError(2, 'This is not a git repository with a worktree.', 'Change to one, or create one with `git init`.', { cause })
}

/** `error`: git's message if it finds no repository it may use. Throws if there is one, but it belongs to another user. */
export function refuseOthers(error: string): void {
  const said = /^fatal: (.*)/m.exec(withoutLogin(error))?.[1]
  if (said === undefined || /not a git repository|must be run in a work tree/.test(said)) return
  const place = /add safe\.directory (.*)$/m.exec(error)?.[1]
  throw new UserError(
    3,
    `git cannot use this repository: ${said}`,
    place ? `If you trust who owns it: git config --global --add safe.directory ${place}` : 'Fix that, and try again.',
  )
}
