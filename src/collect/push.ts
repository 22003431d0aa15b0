/** A push → what it would bring to the remote: each blob, commit and tag that is new there. pre-commit sees no rebase and no --no-verify. */
import { UserError } from '../errors.ts'
import { failed, git, objects } from './git.ts'
import type { Ref } from './refs.ts'
import { fetchedFrom } from './remote.ts'
import { type Entry, isSubmodule, isZero, unquoted } from './staged.ts'

export interface Pushed {
  /** Commits that the remote does not have, and annotated tags. */
  readonly messages: readonly string[]
  /** What these commits change, each with the commit that does; what a tag without a commit names, with none. */
  readonly entries: readonly (Entry & { readonly commit: string })[]
  /** Names of the refs that are pushed. */
  readonly refs: readonly string[]
}

/** What is known of the place that all refs of a push go to. */
export interface Remote {
  /** The commits that these refs have there. */
  readonly there: readonly string[]
  /** The name under which this clone has fetched from it. */
  readonly name: string | undefined
}

/** `remote`: its name, or its URL where it has none; `url`: where git pushes to. */
export async function remoteOf(remote: string, url: string, refs: readonly Ref[]): Promise<Remote> {
  return { there: await known(refs), name: await fetchedFrom(remote, url, refs) }
}

/** `before`: refs whose commits have been looked at. */
export async function pushed({ there, name }: Remote, refs: readonly Ref[], before: readonly Ref[]): Promise<Pushed> {
  const fetched = name === undefined ? [] : ['--not', `--remotes=${name}`, '--not']
  const old = [...there, ...before.map(({ localId }) => localId)]
  const ends = [...refs.map(({ localId }) => localId), ...old.map((id) => `^${id}`)]
  const commits = await listed(['rev-list', '--topo-order', '--reverse', ...fetched, '--stdin'], `${ends.join('\n')}\n`)
  const { tags, entries } = await named(refs)
  return {
    messages: [...commits, ...tags],
    entries: [...(await changes(commits)), ...entries],
    refs: refs.map(({ localRef }) => localRef),
  }
}

/** What the remote has at these paths, as old versions: after an amendment they are in no commit of the push. */
export async function heldAt(paths: readonly string[], there: readonly string[]): Promise<Entry[]> {
  const held: Entry[] = []
  for (const commit of there) for (const one of await filesOf(commit, paths)) held.push({ ...one, oldMode: one.newMode, oldId: one.newId })
  return held
}

/** What the remote has, as far as it is here: after a forced push by others it is not. */
async function known(refs: readonly Ref[]): Promise<string[]> {
  const ids = [...new Set(refs.map(({ remoteId }) => remoteId).filter((id) => !isZero(id)))]
  const types = await typesOf(ids.map((id) => `${id}^{commit}`))
  return ids.filter((_, i) => types[i] === 'commit')
}

/** The tags on the way from refs to what they name, and what that holds, if it is no commit: a tag can name a folder or a file, too. */
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
      else if (types[i] !== 'commit') throw new UserError(3, `git does not have ${id}, to which ${ref} leads.`, 'See what `git fsck` says.')
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

/** `commit`, `blob`, `tree` or `tag`; of what is not here, something else. */
async function typesOf(names: readonly string[]): Promise<string[]> {
  if (names.length === 0) return []
  const { code, out } = await git(['cat-file', '--batch-check=%(objecttype)'], `${names.join('\n')}\n`)
  const types = out.toString().split('\n').slice(0, -1)
  if (code === 0 && types.length === names.length) return types
  // A partial clone ends at one that it would have to fetch: that one is not here, and the rest is asked for again.
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
