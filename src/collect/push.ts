/** A push → what it would bring to the remote: each blob, commit and tag that is new there. pre-commit sees no rebase and no --no-verify. */
import { failed, git } from './git.ts'
import { type Entry, isSubmodule, isZero, unquoted } from './staged.ts'

/** One line of pre-push's standard input: `<local ref> <local id> <remote ref> <remote id>`. */
interface Ref {
  readonly localRef: string
  readonly localId: string
  readonly remoteId: string
}

export interface Pushed {
  /** Commits that the remote does not have, and annotated tags. */
  readonly messages: readonly string[]
  /** What these commits change, each with the commit that does. */
  readonly entries: readonly (Entry & { readonly commit: string })[]
  /** Names of the refs that are pushed. */
  readonly refs: readonly string[]
}

export async function pushed(remote: string, lines: string): Promise<Pushed> {
  const refs = lines
    .split('\n')
    .filter(Boolean)
    .map((line) => line.split(' '))
    .map(([localRef = '', localId = '', , remoteId = '']): Ref => ({ localRef, localId, remoteId }))
    .filter(({ localId }) => !isZero(localId)) // deletes a branch
  if (refs.length === 0) return { messages: [], entries: [], refs: [] }
  const range = [
    ...refs.map(({ localId }) => localId),
    '--not',
    ...(await known(refs)),
    ...((await isRemote(remote)) ? [`--remotes=${remote}`] : []),
  ]
  const commits = await listed(['rev-list', '--topo-order', '--reverse', ...range])
  const tags = (await Promise.all(refs.map(({ localId }) => tag(localId)))).flat()
  return { messages: [...commits, ...tags], entries: await changes(commits), refs: refs.map(({ localRef }) => localRef) }
}

/** What the remote has, as far as it is here: after a forced push by others it is not. */
async function known(refs: readonly Ref[]): Promise<string[]> {
  const ids = [...new Set(refs.map(({ remoteId }) => remoteId).filter((id) => !isZero(id)))]
  const there = await Promise.all(ids.map(async (id) => (await git(['cat-file', '-e', `${id}^{commit}`])).code === 0))
  return ids.filter((_, i) => there[i])
}

/** A push to a bare URL has no remote with refs of its own. */
const isRemote = async (remote: string) => /^[\w.-]+$/.test(remote) && (await git(['config', '--get', `remote.${remote}.url`])).code === 0

async function tag(id: string): Promise<string[]> {
  const { out } = await git(['cat-file', '-t', id])
  return out.toString().trim() === 'tag' ? [id] : []
}

async function listed(args: readonly string[]): Promise<string[]> {
  const answer = await git(args)
  if (answer.code !== 0) throw failed(args, answer)
  return answer.out.toString('latin1').split('\n').filter(Boolean)
}

/**
 * What each commit changes; a merge, what it has from no parent. From `diff-tree --stdin`:
 *
 *     3c5d7b1…                                                     the commit
 *     :100644 100644 7898192… 6178079… M\tsrc/app.js
 *     ::100644 100644 100644 7898192… 1f2e3d4… 6178079… MM\tmerged.js     one old mode and id a parent
 */
async function changes(commits: readonly string[]): Promise<Pushed['entries']> {
  if (commits.length === 0) return []
  const args = ['-c', 'core.quotePath=true', 'diff-tree', '--stdin', '-r', '-c', '--root', '--raw', '--no-abbrev', '--no-renames']
  const answer = await git(args, `${commits.join('\n')}\n`)
  if (answer.code !== 0) throw failed(['diff-tree'], answer)
  const entries: (Entry & { commit: string })[] = []
  let commit = ''
  for (const line of answer.out.toString('latin1').split('\n')) {
    if (/^[0-9a-f]{40,64}$/.test(line)) commit = line
    else if (line.startsWith(':')) entries.push(...changed(line, commit))
  }
  return entries.filter((entry) => !isSubmodule(entry))
}

/** One entry for each old version. */
function changed(line: string, commit: string): (Entry & { commit: string })[] {
  const parents = /^:+/.exec(line)?.[0].length ?? 1
  const [head = '', quoted = ''] = line.slice(parents).split('\t')
  const fields = head.split(' ')
  const path = unquoted(quoted)
  const [newMode = '', newId = ''] = [fields[parents], fields[2 * parents + 1]]
  return Array.from({ length: parents }, (_, i) => ({
    oldMode: fields[i] ?? '',
    newMode,
    oldId: fields[parents + 1 + i] ?? '',
    newId,
    status: fields.at(-1) ?? '',
    path,
    commit,
  }))
}
