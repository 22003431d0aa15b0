/**
 * Proves that the hook is armed: stages a made-up secret in a temporary index, and has git run its hook. The worktree is a folder of links
 * to the real one, as hook managers stash and restore what is not staged.
 */
import {
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { execa } from 'execa'
import { ask, environment } from '../collect/git.ts'
import { UserError } from '../errors.ts'
import { settingsOf } from '../settings.ts'
import { isExecutable, mayAccess } from '../setup/edits.ts'
import { isAtLeast } from '../setup/version.ts'
import type { Repository } from '../types.ts'
import { quote } from './quote.ts'

interface Arming {
  /** Why the made-up secret got through; undefined if it was refused. */
  readonly problem?: string
  /** The output of the hook, without secrets. */
  readonly said: string
}

/** Without an ending, as a config may allow one. */
const CANARY = 'leakgate-canary'

/** Keys of several kinds in the right format, random for this run: the config may let one kind pass. */
const canary = () =>
  `canary = "sk_live_${drawn(24, LETTERS)}"\naws_access_key_id = AKIA${drawn(16, CAPITALS)}\naws_secret_access_key = ${drawn(40, LETTERS)}\n`

const drawn = (length: number, letters: string) =>
  Array.from({ length }, () => letters.charAt(Math.floor(Math.random() * letters.length))).join('')

const CAPITALS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
const LETTERS = 'abcdefghijkmnpqrstuvwxyz23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

/** `isolation`: environment variables that keep a hook manager's other jobs from running. */
export async function proof(repository: Repository, isolation: Readonly<Record<string, string>> = {}): Promise<Arming> {
  const folder = temporaryFolder(repository)
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }) // a git that was interrupted, too, may still write
  const interrupted = () => {
    remove()
    process.stderr.write('Interrupted.\n')
    process.exit(130)
  }
  process.once('SIGINT', interrupted)
  try {
    const tree = linked(repository.top, join(folder, 'tree'))
    const env = await surroundings(folder, tree, isolation)
    const git = (args: readonly string[], input: Uint8Array = Buffer.alloc(0)) =>
      execa('git', ['-c', 'core.splitIndex=false', ...args], { cwd: tree, env, reject: false, encoding: 'buffer', input })
    await git(['read-tree', 'HEAD']) // fails while there is no commit: then the index is empty
    const { stdout: tracked } = await git(['ls-files', '-z'])
    await git(['update-index', '-z', '--skip-worktree', '--stdin'], tracked)
    const secret = Buffer.from(canary())
    writeFileSync(join(tree, CANARY), secret)
    const { stdout: id } = await git(['hash-object', '-w', '--stdin'], secret)
    await git(['update-index', '--add', '--cacheinfo', `100644,${Buffer.from(id).toString().trim()},${CANARY}`])
    const hook = await ran(repository, tree, env)
    if (hook.signal === 'SIGINT' || hook.exitCode === 130) interrupted() // its end may be told before the signal that reached both
    const output = hook.stderr + hook.stdout
    const said = quote(output, settingsOf()) // other hooks run, too, and may print anything
    if (hook.exitCode === 0) return { problem: whyItPassed(repository), said }
    if (!output.includes(CANARY))
      return {
        problem: `git’s pre-commit hook refused, but not because of the made-up secret: ${said.trim().split('\n')[0] || 'it said nothing'}`,
        said,
      }
    return { said }
  } finally {
    process.off('SIGINT', interrupted)
    remove()
  }
}

function whyItPassed({ hooks }: Repository): string {
  const hook = join(hooks, 'pre-commit')
  return existsSync(hook) && isExecutable(hook) && !mayAccess(hook, constants.X_OK)
    ? `${hooks} is on a file system that runs no programs: mount it without noexec, or set core.hooksPath to another folder`
    : 'git’s pre-commit hook let a made-up secret pass'
}

/** Where it can be written: TMPDIR may be set to a place where it cannot. */
function temporaryFolder({ common }: Repository): string {
  for (const place of [tmpdir(), common]) {
    try {
      return realpathSync(mkdtempSync(join(place, 'leakgate-')))
    } catch {
      // the next one
    }
  }
  throw new UserError(3, `Neither ${tmpdir()} nor ${common} can be written.`, 'Free some space, or get permission to write there.')
}

/** A folder with links to everything at the top of another one; Windows allows only links to folders without extra rights. */
function linked(top: string, tree: string): string {
  mkdirSync(tree)
  for (const name of readdirSync(top)) {
    const [from, to] = [join(top, name), join(tree, name)]
    if (name === '.git' || name === CANARY || !existsSync(from)) continue
    if (process.platform === 'win32' && !statSync(from).isDirectory()) copyFileSync(from, to)
    else symlinkSync(from, to, 'junction')
  }
  return tree
}

async function surroundings(folder: string, tree: string, isolation: Readonly<Record<string, string>>): Promise<NodeJS.ProcessEnv> {
  const [directory, objects] = (await ask('rev-parse', '--path-format=absolute', '--absolute-git-dir', '--git-path', 'objects')).split('\n')
  const own = join(folder, 'objects')
  mkdirSync(own)
  return {
    ...environment(),
    LEAKGATE_SKIP: '',
    SKIP: '',
    ...isolation,
    GIT_DIR: directory,
    GIT_WORK_TREE: tree,
    GIT_INDEX_FILE: join(folder, 'index'),
    GIT_OBJECT_DIRECTORY: own,
    GIT_ALTERNATE_OBJECT_DIRECTORIES: process.platform === 'win32' ? objects : JSON.stringify(objects), // a path may hold colons
  }
}

/** Through git's own lookup, in the hooks directory that it reported; before git 2.36, which lacks `git hook run`, by path. */
async function ran(repository: Repository, tree: string, env: NodeJS.ProcessEnv) {
  const { hooks, hooksPath } = repository
  const options = { cwd: tree, env, reject: false, stdin: 'ignore' } as const
  const place = hooksPath ? ['-c', `core.hooksPath=${hooks}`] : []
  if (isAtLeast(repository, 2, 36)) return execa('git', [...place, 'hook', 'run', '--ignore-missing', 'pre-commit'], options)
  return existsSync(join(hooks, 'pre-commit')) ? execa(join(hooks, 'pre-commit'), [], options) : execa('true', [], options)
}
