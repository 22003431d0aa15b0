/** A real repository in a temporary folder, which knows no config of the machine's and is gone after the test. */
import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { onTestFinished, vi } from 'vitest'

interface Ran {
  readonly code: number
  readonly out: string
  readonly error: string
}

export interface Repo {
  /** The folder around it, for what must lie outside. */
  readonly around: string
  readonly top: string
  write(path: string, content: string | Uint8Array, mode?: number): void
  read(path: string): string
  /** Fails the test if git fails. */
  git(...args: readonly string[]): string
  run(program: string, ...args: readonly string[]): Ran
  /** The same, in another folder. */
  within(folder: string): Repo
}

/** What a machine may say to git and to leakgate, and none of it is meant for a test. */
const MACHINE = /^(?:GIT_|LEAKGATE_|(?:CI|SKIP|TERM|NO_COLOR|FORCE_COLOR)$)/

/** `name`: of its folder; `init`: arguments for `git init`. */
export function repo(name = 'repo', init: readonly string[] = []): Repo {
  const around = realpathSync(mkdtempSync(join(tmpdir(), 'leakgate-test-')))
  onTestFinished(() => rmSync(around, { recursive: true, force: true }))
  const home = join(around, 'home')
  for (const key of Object.keys(process.env)) if (MACHINE.test(key)) vi.stubEnv(key, undefined)
  for (const [key, value] of Object.entries({
    HOME: home,
    XDG_CONFIG_HOME: home,
    GIT_CONFIG_GLOBAL: join(home, 'gitconfig'),
    GIT_CONFIG_NOSYSTEM: '1',
  }))
    vi.stubEnv(key, value)
  onTestFinished(() => void vi.unstubAllEnvs())
  mkdirSync(home)
  writeFileSync(
    join(home, 'gitconfig'),
    '[user]\n\tname = A\n\temail = a@example.com\n[init]\n\tdefaultBranch = main\n[protocol "file"]\n\tallow = always\n',
  )
  const top = join(around, name)
  mkdirSync(top)
  const made = repoIn(around, top)
  made.git('init', '-q', ...init)
  return made
}

function repoIn(around: string, top: string): Repo {
  const run = (program: string, ...args: readonly string[]): Ran => {
    const { status, stdout, stderr } = spawnSync(program, [...args], { cwd: top, encoding: 'utf8' })
    return { code: status ?? 128, out: stdout, error: stderr }
  }
  return {
    around,
    top,
    run,
    read: (path) => readFileSync(join(top, path), 'utf8'),
    within: (folder) => repoIn(around, folder),
    write(path, content, mode = 0o644) {
      mkdirSync(dirname(join(top, path)), { recursive: true })
      writeFileSync(join(top, path), content)
      chmodSync(join(top, path), mode)
    },
    git(...args) {
      const { code, out, error } = run('git', ...args)
      if (code !== 0) throw new Error(`git ${args.join(' ')}: ${error}`)
      return out.trimEnd()
    },
  }
}

/** Each file below a folder with its mode and its bytes; objects, index and logs of git left out. */
export function bytesIn(folder: string): Record<string, string> {
  const files: Record<string, string> = {}
  const walk = (at: string) => {
    for (const name of readdirSync(at)) {
      const path = join(at, name)
      if (/^(?:objects|index|logs|refs)$|\.sample$/.test(name)) continue
      const stat = lstatSync(path)
      if (stat.isDirectory()) walk(path)
      else
        files[relative(folder, path)] = stat.isSymbolicLink()
          ? `→ ${readlinkSync(path)}`
          : `${(stat.mode & 0o777).toString(8)} ${readFileSync(path, 'latin1')}`
    }
  }
  walk(folder)
  return files
}
