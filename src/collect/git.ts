/** Runs git: environment, exit codes, streams. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { isInterruption, UserError } from '../errors.ts'
import { catFileSync } from './catfilesync.ts'
import { LARGEST, Reader } from './reader.ts'

export const TOO_LARGE = 'larger than 512 MB'

/**
 * GIT_* variables are kept (the index may be a temporary one), except those that change what a path means. Replaced objects, grafts, locks,
 * translations and network access are disabled.
 */
export function environment(): NodeJS.ProcessEnv {
  return {
    ...process.env,
    ...Object.fromEntries(PATHSPECS.map((name) => [name, undefined])),
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_NO_LAZY_FETCH: '1',
    GIT_GRAFT_FILE: '/dev/null/none',
    LC_ALL: 'C',
  }
}

const PATHSPECS = ['LITERAL', 'GLOB', 'NOGLOB', 'ICASE'].map((how) => `GIT_${how}_PATHSPECS`)

/** The arguments for the repository of a folder, or of the current folder if undefined. */
export const inside = (at: string | undefined, args: readonly string[]) => (at === undefined ? [...args] : ['-C', at, ...args])

export interface Answer {
  readonly code: number
  readonly out: Buffer
  readonly error: string
}

/** Runs git to its end. The caller checks the exit code. */
export async function git(args: readonly string[], input?: string): Promise<Answer> {
  const child = start(args)
  child.stdin.end(input ?? '')
  const out: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk))
  const { code, error } = await ending(child)
  return { code, out: Buffer.concat(out), error }
}

/** Runs git, and throws if it fails. Returns its output as text, without the last line end. */
export async function ask(...args: readonly string[]): Promise<string> {
  const answer = await git(args)
  if (answer.code !== 0) throw failed(args, answer)
  return answer.out.toString().replace(/\n$/, '')
}

export function failed(args: readonly string[], { code, error }: Pick<Answer, 'code' | 'error'>): UserError {
  const lines = withoutLogin(error).trim().split('\n')
  const said = lines.find((line) => /^(?:fatal|error):/.test(line)) ?? lines[0]
  return new UserError(
    3,
    `git ${commandIn(args)} failed${said ? `: ${said}` : ` with code ${code}`}`,
    /promisor/.test(error) ? PARTIAL : 'Find out more: git fsck; git status',
  )
}

/** git quotes URLs with the user and the password in them. It also joins one to a folder, which leaves a single slash. */
export const withoutLogin = (said: string) => said.replace(/(\b[a-z][\w+.-]+:\/\/?)\S*@/gi, '$1')

const PARTIAL =
  'This clone is partial: fetch what is missing (git show ID, or git fetch --refetch --no-filter), or push to a remote that has it.'

/** The git subcommand: the first word that is neither a global option nor its value: `cat-file` in `-C folder cat-file -t`. */
const commandIn = (args: readonly string[]) => args.find((one, i) => !one.startsWith('-') && !/^-[cC]$/.test(args[i - 1] ?? ''))

export function start(args: readonly string[]): ChildProcessWithoutNullStreams {
  const child = spawn('git', [...args], { env: environment(), windowsHide: true })
  if (!child.stdin)
    throw new UserError(3, 'git cannot be started: too many files or processes are open.', 'Try again when less is running.')
  child.stdin.on('error', () => {}) // it ended before it read all: its exit code says why
  return child
}

/** Ctrl-C ends git, too, and its end may be told before the signal is: then it is an interruption, not an answer of git's. */
export function ending(child: ChildProcessWithoutNullStreams): Promise<{ code: number; error: string }> {
  const error: Buffer[] = []
  child.stderr.on('data', (chunk: Buffer) => error.push(chunk))
  return new Promise((resolve, reject) => {
    child.on('error', (cause) =>
      reject(new UserError(3, `git cannot be started: ${cause.message}`, 'Install git, or put it on the PATH.', { cause })),
    )
    child.on('close', (code, signal) => {
      if (signal === 'SIGINT') reject(new UserError(130, 'Interrupted.', 'Run it again.'))
      else resolve({ code: code ?? 128, error: signal ? `killed by ${signal}` : Buffer.concat(error).toString() })
    })
  })
}

/** The answer of `cat-file` for one object; answers come in the order of the requests. */
export interface GitObject {
  readonly asked: string
  readonly type: 'blob' | 'commit' | 'tag' | 'tree' | 'missing'
  readonly size: number
  /** Undefined if it is missing or larger than `LARGEST`. */
  readonly bytes: Uint8Array | undefined
}

const BATCH = ['cat-file', '--batch', '--buffer']

/** Reads objects with a single `cat-file --batch`. */
export async function* objects(asked: readonly string[], at?: string): AsyncGenerator<GitObject> {
  if (asked.length === 0) return
  const all = catFileSync(inside(at, BATCH), asked, environment())
  if (all) for (const { asked: one, header, bytes } of all) yield objectIn(one, header, bytes)
  else yield* streamed(asked, at)
}

/** An answer of `cat-file --batch`: `<id> blob <size>`, or `<asked> missing`. */
export function objectIn(asked: string, header: string, bytes: Uint8Array | undefined): GitObject {
  const [, type, length = '0'] = HEADER.exec(header) ?? []
  return type ? { asked, type: typeOf(type), size: Number(length), bytes } : { asked, type: 'missing', size: 0, bytes: undefined }
}

const HEADER = /^\S+ (blob|commit|tag|tree) (\d+)$/

/** The number of bytes that follow; undefined if none do. */
export function sizeIn(header: string): number | undefined {
  const size = HEADER.exec(header)?.[2]
  return size === undefined ? undefined : Number(size)
}

async function* streamed(asked: readonly string[], at: string | undefined): AsyncGenerator<GitObject> {
  const child = start(inside(at, BATCH))
  const end = ending(child)
  end.catch(() => {}) // awaited below; the stream may fail first
  child.stdin.end(`${asked.join('\n')}\n`)
  const reader = new Reader(child.stdout)
  try {
    let count = 0
    for (const one of asked) {
      const answer = await nextObject(reader, one)
      if (!answer) break
      count++
      yield answer
    }
    const { code, error } = await end
    if (code !== 0 || count < asked.length) throw failed(['cat-file'], { code, error })
  } finally {
    child.kill() // whoever stops early leaves it waiting for a reader
  }
}

/** Reads a raw answer: `<id> blob <size>\n<bytes>\n`, or `<asked> missing\n`. Undefined if git ended in the middle of it. */
export async function nextObject(reader: Reader, asked: string): Promise<GitObject | undefined> {
  const header = await reader.line()
  if (header === undefined) return undefined
  const size = sizeIn(header)
  if (size === undefined) return objectIn(asked, header, undefined)
  const bytes = await reader.take(size)
  await reader.take(1)
  return bytes && objectIn(asked, header, size > LARGEST ? undefined : bytes)
}

/** Why an object has no bytes; empty if it has. */
export const whyUnread = ({ bytes, type }: Pick<GitObject, 'bytes' | 'type'>) =>
  bytes ? {} : { unread: type === 'missing' ? 'git does not have its content' : TOO_LARGE }

/**
 * Only the objects that exist locally. In a partial clone, git exits at one that it would have to fetch; it is then restarted after that.
 */
export async function* objectsHere(asked: readonly string[]): AsyncGenerator<GitObject> {
  for (let from = 0; from < asked.length; from++) {
    try {
      for await (const object of objects(asked.slice(from))) {
        from++
        yield object
      }
    } catch (error) {
      if (!(error instanceof UserError) || isInterruption(error)) throw error
    }
  }
}

const typeOf = (type: string): 'blob' | 'commit' | 'tag' | 'tree' =>
  type === 'commit' || type === 'tag' || type === 'tree' ? type : 'blob'
