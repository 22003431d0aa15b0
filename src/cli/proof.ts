/** The proof that the hook is armed: a made-up secret in an index of its own, and git's own way to the hook. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { execa } from 'execa'
import { ask, environment } from '../collect/git.ts'
import type { Repository } from '../types.ts'

export interface Proof {
  /** Why the canary got through; undefined if it was refused. */
  readonly problem?: string
  /** What the hook said. */
  readonly said: string
}

/** A key of the right shape, drawn for this run. */
const canary = () =>
  `canary = "sk_live_${Array.from({ length: 24 }, () => 'abcdefghijkmnpqrstuvwxyz23456789ABCDEFGHJKLMNPQRSTUVWXYZ'[Math.floor(Math.random() * 56)]).join('')}"\n`

export async function proof(repository: Repository): Promise<Proof> {
  const folder = mkdtempSync(join(existsSync(tmpdir()) ? tmpdir() : repository.common, 'leakgate-'))
  try {
    const index = join(folder, 'index')
    const env = {
      ...environment(),
      GIT_INDEX_FILE: index,
      LEAKGATE_SKIP: '',
      SKIP: '',
      GIT_OBJECT_DIRECTORY: folder,
      GIT_ALTERNATE_OBJECT_DIRECTORIES: await objectsOf(),
    }
    const run = (args: readonly string[], input?: string) =>
      execa('git', [...args], { cwd: repository.top, env, reject: false, ...(input === undefined ? {} : { input }) })
    await run(['read-tree', 'HEAD']) // fails while there is no commit: then the index is empty
    const { stdout: id } = await run(['hash-object', '-w', '--stdin'], canary())
    await run(['update-index', '--add', '--cacheinfo', `100644,${id},leakgate-canary.txt`])
    const hook = await ran(repository, env)
    const said = hook.stderr + hook.stdout
    if (hook.exitCode === 0) return { problem: 'git’s pre-commit hook let a made-up secret pass', said }
    if (!said.includes('leakgate-canary.txt'))
      return { problem: `git’s pre-commit hook refused, but not because of the made-up secret: ${said.trim().split('\n')[0]}`, said }
    return { said }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** By git's own lookup; before git 2.36, which has no `git hook run`, by the path that git would take. */
async function ran({ top, hooks, version: [major, minor] }: Repository, env: NodeJS.ProcessEnv) {
  const options = { cwd: top, env, reject: false, stdin: 'ignore' } as const
  if (major > 2 || minor >= 36) return execa('git', ['hook', 'run', '--ignore-missing', 'pre-commit'], options)
  return existsSync(join(hooks, 'pre-commit')) ? execa(join(hooks, 'pre-commit'), [], options) : execa('true', [], options)
}

const objectsOf = async () => (await ask('rev-parse', '--path-format=absolute', '--git-path', 'objects')).trim()
