/**
 * A world of its own for a test: a home, git's config, a repository with one commit, the packed leakgate on the PATH. Gone afterwards.
 * A command `fingerprint` is there too: it says the one of the first finding that is staged.
 */
import { execFile, execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'

interface Ran {
  readonly code: number
  readonly said: string
}

export interface World {
  /** The top of the repository. */
  readonly top: string
  readonly home: string
  write(path: string, content: string | Uint8Array): void
  /** By sh, at the top. */
  run(command: string): Ran
  /** The same, while others go on. */
  play(command: string): Promise<Ran>
  remove(): void
}

/** What `npm pack` gives, unpacked: the package as a user has it. Built beforehand by `npm run build`. */
export function packed(): string {
  const folder = mkdtempSync(join(tmpdir(), 'leakgate-packed-'))
  execFileSync('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder], {
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  })
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? ''
  execFileSync('tar', ['-xzf', tarball], { cwd: folder })
  return join(folder, 'package')
}

export function world(leakgate: string): World {
  const root = mkdtempSync(join(tmpdir(), 'leakgate-world-'))
  const [home, bin, top] = [join(root, 'home'), join(root, 'bin'), join(root, 'repo')]
  for (const folder of [home, bin, top, join(root, 'tmp')]) mkdirSync(folder)
  cpSync(leakgate, join(root, 'leakgate'), { recursive: true })
  script(join(bin, 'leakgate'), `exec "${process.execPath}" "${join(root, 'leakgate/bin/leakgate.cjs')}" "$@"`)
  script(join(bin, 'fingerprint'), `leakgate check --format jsonl | sed -n '1s/.*"fingerprint":"\\([0-9a-f]*\\)".*/\\1/p'`)
  script(join(bin, 'node'), `exec "${process.execPath}" "$@"`)
  writeFileSync(join(home, '.gitconfig'), GIT_CONFIG)
  const env = {
    PATH: [bin, ...SYSTEM].join(delimiter),
    HOME: home,
    TMPDIR: join(root, 'tmp'),
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_EDITOR: 'true',
    GIT_TERMINAL_PROMPT: '0',
    LC_ALL: 'C.UTF-8',
  }
  const options = { cwd: top, env, encoding: 'utf8', maxBuffer: 2 ** 28, timeout: 60_000 } as const
  const run = (command: string): Ran => {
    const { status, stdout, stderr } = spawnSync('sh', ['-c', command], { ...options, input: '' })
    return { code: status ?? 128, said: stdout + stderr }
  }
  const play = (command: string) =>
    new Promise<Ran>((resolve) => {
      const child = execFile('sh', ['-c', command], options, (_, stdout, stderr) =>
        resolve({ code: child.exitCode ?? 128, said: stdout + stderr }),
      )
      child.stdin?.end()
    })
  run('git init -q . && echo "# Demo" > README.md && git add . && git commit -q -m first')
  return {
    top,
    home,
    run,
    play,
    write: (path, content) => put(join(top, path), content),
    remove: () => rmSync(root, { recursive: true, force: true }),
  }
}

const SYSTEM = ['/usr/local/bin', '/usr/bin', '/bin'].filter(existsSync)

const GIT_CONFIG = `[user]
\tname = Ann Example
\temail = ann@example.com
[init]
\tdefaultBranch = main
[protocol "file"]
\tallow = always
[advice]
\tdetachedHead = false
[gc]
\tauto = 0
`

function script(path: string, line: string): void {
  writeFileSync(path, `#!/bin/sh\n${line}\n`)
  chmodSync(path, 0o755)
}

function put(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, content)
}
