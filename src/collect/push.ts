/** A push → what it would send: each new blob, commit and tag. Needed as pre-commit sees neither rebases nor --no-verify. */
import { UserError } from '../errors.ts'
import { failed, git, objects } from './git.ts'
import type { Ref } from './refs.ts'
import { fetchedAt, fetchedFrom } from './remote.ts'
import { type Entry, entries, isSubmodule, isZero, unquoted } from './staged.ts'

export interface Pushed {
  /** Commits that the remote does not have, and annotated tags. */
  readonly messages: readonly string[]
  /** The changes of these commits, each with its commit; also what a tag of something other than a commit names, without one. */
  readonly entries: readonly (Entry & { readonly commit: string })[]
  /** What else is pushed by its name alone, with what it is: the refs, here and at the remote, and submodules. */
  readonly names: readonly (readonly ['ref' | 'submodule', string])[]
}

const DIFF_TREE = ['-c', 'core.quotePath=true', 'diff-tree', '-r', '--raw', '--no-abbrev', '--no-renames']

/** The destination of a push, common to all its refs. */
export interface Remote {
  /** The commits that these refs have there. */
  readonly there: readonly string[]
  /** Other commits that it has, as the last fetch said. Empty if its refs are believed, which say more. */
  readonly fetched: readonly string[]
  /** The name of the remote that this clone has fetched from. */
  readonly name: string | undefined
}

/** `remote`: its name, or its URL if it has none; `url`: where git pushes to. */
export async function remoteOf(remote: string, url: string, refs: readonly Ref[]): Promise<Remote> {
  const name = await fetchedFrom(remote, url, refs)
  // pre-commit does not know what the remote has: it guesses, from the remote's refs here.
  const told = name === undefined && process.env.PRE_COMMIT_REMOTE_NAME ? [] : refs.map(({ remoteId }) => remoteId)
  return { there: await known(told), fetched: name === undefined ? await known(await fetchedAt(url)) : [], name }
}

/** `before`: refs whose commits were already scanned. */
export async function pushed({ there, fetched, name }: Remote, refs: readonly Ref[], before: readonly Ref[]): Promise<Pushed> {
  const believed = name === undefined ? [] : ['--not', ...(await nestedIn(name)), `--remotes=${name}`, '--not']
  const old = [...there, ...fetched, ...before.map(({ localId }) => localId)]
  const ends = [...refs.map(({ localId }) => localId), ...old.map((id) => `^${id}`)]
  const commits = await listed(['rev-list', '--topo-order', '--reverse', ...believed, '--stdin'], `${ends.join('\n')}\n`)
  const { tags, entries } = await named(refs)
  const changed = await changes(commits)
  const refNames = new Set(refs.flatMap(({ localRef, remoteRef }) => [localRef, remoteRef]))
  const submodules = new Set(changed.filter(isSubmodule).map(({ path }) => path))
  return {
    messages: [...commits, ...tags],
    entries: [...changed.filter((entry) => !isSubmodule(entry)), ...entries],
    names: [...[...refNames].map((name) => ['ref', name] as const), ...[...submodules].map((name) => ['submodule', name] as const)],
  }
}

/** Excludes what was fetched from remotes whose names begin with this one: `origin/fork` is not `origin`. */
const nestedIn = async (name: string) =>
  (await listed(['remote'])).filter((other) => other.startsWith(`${name}/`)).map((other) => `--exclude=${other}/*`)

/** What the pushed refs change or delete of what they have at the remote: after an amend, no pushed commit says so. */
export async function replaced(refs: readonly Ref[], there: readonly string[]): Promise<Entry[]> {
  const old: Entry[] = []
  for (const { localId, remoteId } of refs) {
    if (!there.includes(remoteId) || isZero(localId)) continue
    const { code, out } = await git([...DIFF_TREE, remoteId, localId])
    if (code === 0) old.push(...entries(out.toString('latin1'))) // a tag may name no commit
  }
  return old
}

/** The remote's files at these paths, as old versions: after an amend, no pushed commit contains them. */
export async function heldAt(paths: readonly string[], there: readonly string[]): Promise<Entry[]> {
  const held: Entry[] = []
  for (const commit of there) for (const one of await filesOf(commit, paths)) held.push({ ...one, oldMode: one.newMode, oldId: one.newId })
  return held
}

/** The remote's commits that exist locally: after somebody else's forced push they do not. */
async function known(all: readonly string[]): Promise<string[]> {
  const ids = [...new Set(all.filter((id) => !isZero(id)))]
  const types = await typesOf(ids.map((id) => `${id}^{commit}`))
  return ids.filter((_, i) => types[i] === 'commit')
}

/** The tags between refs and their targets, and the content of a target that is not a commit: a tag can also name a tree or blob. */
async function named(refs: readonly Ref[]): Promise<Pick<Pushed, 'entries'> & { readonly tags: readonly string[] }> {
  const tags: string[] = []
  const entries: Pushed['entries'][number][] = []
  for (let open = refs.map(({ localRef, localId }) => ({ ref: localRef, id: localId })); open.length > 0; ) {
    const types = await typesOf(open.map(({ id }) => id))
    const refsOf = new Map<string, string>()
    for (const [i, { ref, id }] of open.entries()) {
      if (types[i] === 'tag') refsOf.set(id, ref)
      else if (types[i] === 'blob') entries.push(added('100644', id, ref))
      else if (types[i] === 'tree') entries.push(...(await filesOf(id)))
      else if (types[i] !== 'commit') throw new UserError(3, `git does not have ${id}, the target of ${ref}.`, 'Find out more: git fsck')
    }
    open = []
    for await (const { asked, bytes } of objects([...refsOf.keys()])) {
      const id = /^object (\S+)$/m.exec(Buffer.from(bytes ?? []).toString('latin1'))?.[1]
      tags.push(asked)
      if (id) open.push({ ref: refsOf.get(asked) ?? '', id })
    }
  }
  return { tags, entries }
}

/** `commit`, `blob`, `tree` or `tag`; something else for a missing object. */
async function typesOf(names: readonly string[]): Promise<string[]> {
  if (names.length === 0) return []
  const { code, out } = await git(['cat-file', '--batch-check=%(objecttype)'], `${names.join('\n')}\n`)
  const types = out.toString().split('\n').slice(0, -1)
  if (code === 0 && types.length === names.length) return types
  // A partial clone exits at an object that it would have to fetch: that one is missing, and the rest is requested again.
  return [...types, 'missing', ...(await typesOf(names.slice(types.length + 1)))]
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

async function listed(args: readonly string[], input = ''): Promise<string[]> {
  const answer = await git(args, input)
  if (answer.code !== 0) throw failed(args, answer)
  return answer.out.toString('latin1').split('\n').filter(Boolean)
}

/**
 * The changes of each commit; for a merge, those that differ from every parent. From `diff-tree --stdin`:
 *
 *     3c5d7b1…                                                     the commit
 *     :100644 100644 7898192… 6178079… M\tsrc/app.js
 *     ::100644 100644 100644 7898192… 1f2e3d4… 6178079… MM\tmerged.js     one old mode and id per parent
 */
async function changes(commits: readonly string[]): Promise<Pushed['entries']> {
  if (commits.length === 0) return []
  const args = [...DIFF_TREE, '--stdin', '-c', '--root']
  const answer = await git(args, `${commits.join('\n')}\n`)
  if (answer.code !== 0) throw failed(['diff-tree'], answer)
  const entries: (Entry & { commit: string })[] = []
  let commit = ''
  for (const line of answer.out.toString('latin1').split('\n')) {
    if (/^[0-9a-f]{40,64}$/.test(line)) commit = line
    else if (line.startsWith(':')) entries.push(...changed(line, commit))
  }
  return entries
}

/** One entry per old version. */
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
