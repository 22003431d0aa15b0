/** The index → what a commit would change, from git's plumbing: no setting, attribute or worktree file can distort it. */
import { failed, git, inside } from './git.ts'
import { nameOf } from './text.ts'

/** One line of `diff-index --raw`. The id of an absent file is all zeros. */
export interface Entry {
  readonly oldMode: string
  readonly newMode: string
  readonly oldId: string
  readonly newId: string
  readonly status: string
  readonly path: string
}

const LIST = [
  '-c',
  'core.fsmonitor=false',
  '-c',
  'core.quotePath=true',
  'diff-index',
  '--cached',
  '--raw',
  '--no-renames',
  '--no-abbrev',
  '--ita-invisible-in-index',
]

/** What is staged, compared with a commit, HEAD by default; with the empty tree if there is no commit yet. */
export async function staged(against = 'HEAD'): Promise<Entry[]> {
  const answer = await git([...LIST, against, '--'])
  if (answer.code === 0) return entries(answer.out.toString('latin1'))
  if (against !== 'HEAD' || !(await unborn())) throw failed(['diff-index'], answer)
  return staged(await emptyTree())
}

/** No commit yet: HEAD names a branch that does not exist. A broken branch does not count: git warns of it. */
export async function unborn(at?: string): Promise<boolean> {
  const branch = (await git(inside(at, ['symbolic-ref', '-q', 'HEAD']))).out.toString().trim()
  if (branch === '') return false
  const { code, out, error } = await git(inside(at, ['for-each-ref', '--format=%(refname)', branch]))
  const warned = error.split('\n').some((line) => /^(?:warning|error|fatal):/.test(line) && line.includes(branch))
  return code === 0 && !warned && !out.toString().split('\n').includes(branch)
}

/** Its id depends on the repository's hash function. */
async function emptyTree(): Promise<string> {
  const answer = await git(['hash-object', '-t', 'tree', '--stdin'])
  if (answer.code !== 0) throw failed(['hash-object'], answer)
  return answer.out.toString().trim()
}

/**
 * Parses the output of diff-index without -z, which a shell can handle:
 *
 *     :100644 100644 7898192… 6178079… M\tsrc/app.js
 *     :000000 100644 0000000… 0f4bd31… A\t"with \"quotes\" and \303\251"
 */
export function entries(raw: string): Entry[] {
  return raw
    .split('\n')
    .filter((line) => line.startsWith(':'))
    .map((line) => {
      const [head = '', path = ''] = line.split('\t')
      const [oldMode = '', newMode = '', oldId = '', newId = '', status = ''] = head.slice(1).split(' ')
      return { oldMode, newMode, oldId, newId, status, path: unquoted(path) }
    })
}

const ESCAPES: Readonly<Record<string, string>> = { a: '\x07', b: '\b', t: '\t', n: '\n', v: '\v', f: '\f', r: '\r' }

/** Undoes git's C-style quoting of a path. */
export function unquoted(path: string): string {
  if (!path.startsWith('"')) return path
  const bytes = path
    .slice(1, -1)
    .replace(/\\([0-7]{3}|.)/g, (_, code: string) =>
      code.length === 3 ? String.fromCharCode(Number.parseInt(code, 8)) : (ESCAPES[code] ?? code),
    )
  return nameOf(bytes)
}

export const isZero = (id: string) => /^0+$/.test(id)

/** The mode of a submodule: its id is a commit of another repository, not a blob. */
export const SUBMODULE = '160000'
export const isSubmodule = (entry: Entry) => entry.newMode === SUBMODULE

/** Deleted files have no blob either. */
export const hasBlob = (entry: Entry) => !isZero(entry.newId) && !isSubmodule(entry)
