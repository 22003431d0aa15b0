/** A push → what it would bring to the remote: each blob, commit and tag that is new there. pre-commit sees no rebase and no --no-verify. */
import { ask, failed, git } from './git.ts'
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
  /** What these commits change, each with the commit that does; what a tag without a commit names, with none. */
  readonly entries: readonly (Entry & { readonly commit: string })[]
  /** Names of the refs that are pushed. */
  readonly refs: readonly string[]
  /** The commits that these refs have there. */
  readonly there: readonly string[]
}

export async function pushed(remote: string, lines: string): Promise<Pushed> {
  const refs = lines
    .split('\n')
    .filter(Boolean)
    .map((line) => line.split(' '))
    .map(([localRef = '', localId = '', , remoteId = '']): Ref => ({ localRef, localId, remoteId }))
    .filter(({ localId }) => !isZero(localId)) // deletes a branch
  if (refs.length === 0) return { messages: [], entries: [], refs: [], there: [] }
  const there = await known(refs)
  const range = [...refs.map(({ localId }) => localId), '--not', ...there, ...((await isRemote(remote)) ? [`--remotes=${remote}`] : [])]
  const commits = await listed(['rev-list', '--topo-order', '--reverse', ...range])
  const others = await Promise.all(refs.map(({ localRef, localId }) => named(localId, localRef)))
  return {
    messages: [...commits, ...others.flatMap(({ tags }) => tags)],
    entries: [...(await changes(commits)), ...others.flatMap(({ entries }) => entries)],
    refs: refs.map(({ localRef }) => localRef),
    there,
  }
}

/** What the remote has at these paths, as old versions: after an amendment they are in no commit of the push. */
export async function heldAt(paths: readonly string[], there: readonly string[]): Promise<Entry[]> {
  const all = await Promise.all(there.map((commit) => filesOf(commit, paths)))
  return all.flat().map((one) => ({ ...one, oldMode: one.newMode, oldId: one.newId }))
}

/** What the remote has, as far as it is here: after a forced push by others it is not. */
async function known(refs: readonly Ref[]): Promise<string[]> {
  const ids = [...new Set(refs.map(({ remoteId }) => remoteId).filter((id) => !isZero(id)))]
  const there = await Promise.all(ids.map(async (id) => (await git(['cat-file', '-e', `${id}^{commit}`])).code === 0))
  return ids.filter((_, i) => there[i])
}

/** A push to a bare URL has no remote with refs of its own. */
const isRemote = async (remote: string) => /^[\w.-]+$/.test(remote) && (await git(['config', '--get', `remote.${remote}.url`])).code === 0

interface Named {
  readonly tags: readonly string[]
  readonly entries: Pushed['entries']
}

/** The tags on the way from a ref to what it names, and what that holds, if it is no commit: a tag can name a folder or a file, too. */
async function named(id: string, ref: string): Promise<Named> {
  const type = await ask('cat-file', '-t', id)
  if (type === 'blob') return { tags: [], entries: [added('100644', id, ref)] }
  if (type === 'tree') return { tags: [], entries: await filesOf(id) }
  if (type !== 'tag') return { tags: [], entries: [] }
  const { tags, entries } = await named(/^object (\S+)$/m.exec(await ask('cat-file', 'tag', id))?.[1] ?? '', ref)
  return { tags: [id, ...tags], entries }
}

/** All files of a tree, or those at some paths. From `ls-tree`: `100644 blob 7898192…\tsrc/app.js` */
async function filesOf(tree: string, paths: readonly string[] = []): Promise<Pushed['entries']> {
  const lines = await listed(['--literal-pathspecs', '-c', 'core.quotePath=true', 'ls-tree', '-r', '--full-tree', tree, '--', ...paths])
  return lines.flatMap((line) => {
    const [, mode = '', id = '', path = ''] = /^(\d+) blob (\S+)\t(.*)$/.exec(line) ?? []
    return id === '' ? [] : [added(mode, id, unquoted(path))]
  })
}

const added = (newMode: string, newId: string, path: string) => ({
  oldMode: '000000',
  newMode,
  oldId: newId.replace(/./g, '0'),
  newId,
  status: 'A',
  path,
  commit: '',
})

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
export function changed(line: string, commit: string): (Entry & { commit: string })[] {
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
