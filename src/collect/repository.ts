/** Where things are in the user's repository: asked of git, never put together by hand. */
import { simpleGit } from 'simple-git'
import { UserError } from '../errors.ts'
import type { Repository } from '../types.ts'
import { git as run } from './git.ts'

/**
 * simple-git takes git's variables out of the environment unless they are named: but the repository is the one that the person's git
 * sees, GIT_DIR and config included. It waits 50 ms after a command's exit unless told that its exit is its end.
 */
export const gitIn = (folder: string) =>
  simpleGit({
    baseDir: folder,
    allowEnvironment: Object.keys(process.env).filter((name) => name.startsWith('GIT_')),
    completion: { onExit: false, onClose: true },
  })

export async function repository(folder: string): Promise<Repository> {
  const git = gitIn(folder)
  const [places, version, scoped, hooked] = await Promise.all([
    git.raw('rev-parse', '--path-format=absolute', '--show-toplevel', '--git-common-dir', '--git-path', 'hooks').catch(noRepository),
    git.version(),
    git.raw('config', '--show-scope', '--get', 'core.hooksPath').catch(() => ''),
    git.raw('config', '--local', '--name-only', '--get-regexp', '^hook\\..*\\.event$').catch(() => ''),
  ])
  const [top = '', common = '', hooks = ''] = places.replace(/\n$/, '').split('\n')
  const [, scope = '', value = ''] = /^(\w+)\t(.*)$/.exec(scoped.trim()) ?? []
  return {
    top,
    common,
    hooks,
    hooksPath: value === '' ? undefined : { value, scope },
    configured: hooked !== '',
    version: [version.major, version.minor],
  }
}

/** Refuses because there is none, or no git to tell of one. */
export async function noRepository(cause?: unknown): Promise<never> {
  await run(['--version'])
  const set = await run(['config', '--get', 'core.hooksPath'])
  if (set.code === 0 && set.out.toString().trim() === '')
    throw new UserError(2, 'core.hooksPath is set to nothing, so git runs no hook.', 'git config --unset core.hooksPath')
  refuseOthers((await run(['rev-parse', '--path-format=absolute', '--show-toplevel'])).error)
  throw new UserError(2, 'This is no git repository with a work tree.', 'Go to one, or make one with `git init`.', { cause })
}

/** `error`: what git says where it finds no repository that it may use. There is one, if it is another's. */
export function refuseOthers(error: string): void {
  const said = /^fatal: (.*)/m.exec(error)?.[1]
  if (said === undefined || /not a git repository|must be run in a work tree/.test(said)) return
  const place = /add safe\.directory (.*)$/m.exec(error)?.[1]
  throw new UserError(
    3,
    `git cannot use this repository: ${said}`,
    place ? `If you trust who owns it: git config --global --add safe.directory ${place}` : 'Mend what git says, and try again.',
  )
}
