/** Every object of a repository, or what a range of its commits brought: as units to scan, with the map of versions. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { UserError } from '../errors.ts'
import type { Coverage } from '../types.ts'
import type { Unit } from '../unit.ts'
import { blobsIn, EMPTY } from './blobs.ts'
import { git, inside } from './git.ts'
import { allLines, headAndPath, lines } from './lines.ts'
import { isPartial } from './partial.ts'
import { Versions } from './versions.ts'

export const MESSAGE = 'commit message'
export const HEADER = 'commit header'
export const TAG = 'tag message'
export const TAGGER = 'tag header'
export const REF = 'name of a ref'
export const REFLOG = 'reflog message'
/** For blobs that neither a commit nor the index names. */
export const UNNAMED = 'blob without a name'

export interface Units {
  readonly units: readonly Unit[]
  readonly versions: Versions
  /** What is missing locally, and so was not scanned. */
  readonly gaps: readonly Coverage[]
}

interface Listed {
  readonly id: string
  readonly type: string
  readonly bytes: number
}

const CHECK = '--batch-check=%(objectname) %(objecttype) %(objectsize)'

/** `common`: the git directory. */
export async function history(at: string | undefined, common: string): Promise<Units> {
  const [objects, indexed] = await Promise.all([everything(at), blobsIn('index', at)])
  const versions = new Versions()
  const commits = objects.filter(({ type }) => type === 'commit').map(({ id }) => id)
  await versions.walk(at, commits, false)
  const partial = await isPartial(at)
  const lacking = missing(objects, [...versions.ids(), ...indexed.keys()])
  // In a partial clone, missing objects are only counted: asking for them would fetch each one.
  const units = [...objects, ...(partial ? [] : lacking)].map((one) =>
    unit(one, [...new Set([...versions.paths(one.id), ...(indexed.get(one.id) ?? [])])]),
  )
  const left =
    partial && lacking.length > 0
      ? [{ path: counted(lacking.length, 'version of a file', 'versions of files'), bytes: 0, unread: PARTIAL }]
      : []
  return {
    units: [...byPath(units), ...(await refNames(at)), ...reflogs(common)],
    versions,
    gaps: [
      ...older(cut(common)),
      ...left,
      ...unreadable(versions, partial, 'only those of its files that are here were scanned, without names'),
    ],
  }
}

/** What commits brought. `words`: revisions, as for git rev-list; if empty, all commits. */
export async function range(at: string | undefined, common: string, words: readonly string[], since: string | undefined): Promise<Units> {
  if (since !== undefined && (await isNow(at, since)))
    throw new UserError(2, `git cannot parse the date ${since}: it would use now.`, 'Example: --since 2030-01-31, or --since "2 weeks ago"')
  const limits = [...(since === undefined ? [] : [`--since=${since}`]), ...(words.length === 0 ? ['--all'] : [])]
  const { code, out } = await git(inside(at, ['rev-parse', '--quiet', '--end-of-options', ...words, '--']))
  const ends = out.toString().match(/^\^?[0-9a-f]{40,64}$/gm) ?? []
  const peeled = ends.map((id) => `${id.replace('^', '')}^{commit}`)
  if (code !== 0 || (await sized(at, peeled)).some(({ type }) => type !== 'commit'))
    throw new UserError(2, `git finds no commits for "${words.join(' ')}".`, await remedyFor(at, words))
  const commits = await allLines(at, ['rev-list', ...limits, '--end-of-options', ...words, '--'])
  const versions = new Versions()
  await versions.walk(at, commits, true)
  const tags = (await sized(at, ends)).filter(({ type }) => type === 'tag') // git calls what is excluded, `^<id>`, missing
  const objects = [...(await sized(at, [...versions.ids(), ...commits])), ...tags]
  const inRange = new Set(commits)
  return {
    units: byPath(objects.map((one) => unit(one, versions.paths(one.id)))),
    versions,
    gaps: [
      ...older(cut(common).filter((id) => inRange.has(id))),
      ...unreadable(versions, await isPartial(at), 'what it brought was not scanned'),
    ],
  }
}

/** A branch of a remote is not here before it was fetched. */
async function remedyFor(at: string | undefined, words: readonly string[]): Promise<string> {
  const remotes = (await git(inside(at, ['remote']))).out.toString().split('\n').filter(Boolean)
  for (const ref of words.flatMap((word) => word.split(/\.{2,3}|[\^~@:]/)).filter((one) => /^\w[\w./-]*$/.test(one))) {
    const remote = remotes.find((one) => ref.startsWith(`${one}/`))
    if (remote && (await git(inside(at, ['rev-parse', '--quiet', '--verify', ref]))).code !== 0)
      return `Fetch it: git fetch ${remote} ${ref.slice(remote.length + 1)}`
  }
  return 'See which branches are here: git branch --all'
}

/** git treats what it cannot parse as a date as now. */
async function isNow(at: string | undefined, words: string): Promise<boolean> {
  if (/\b(?:now|today)\b|^0/i.test(words)) return false
  const ages = await Promise.all(
    [words, 'now'].map(async (one) => Number(/\d+/.exec((await git(inside(at, ['rev-parse', `--since=${one}`]))).out.toString())?.[0])),
  )
  return Math.abs((ages[0] ?? 0) - (ages[1] ?? 0)) < 5
}

/** Sorts the versions of a file next to each other: they are adjacent in the packs, and what they share is scanned only once. */
const byPath = (units: readonly Unit[]) => [...units].sort(({ paths: [a = ''] }, { paths: [b = ''] }) => (a < b ? -1 : a > b ? 1 : 0))

/** In pack order: deltas are near their bases. */
async function everything(at: string | undefined): Promise<Listed[]> {
  const objects: Listed[] = []
  for await (const some of lines(at, ['cat-file', '--batch-all-objects', '--unordered', '--buffer', CHECK]))
    for (const line of some) keep(line, objects)
  return objects
}

async function sized(at: string | undefined, ids: readonly string[]): Promise<Listed[]> {
  if (ids.length === 0) return []
  const objects: Listed[] = []
  for (const line of await allLines(at, ['cat-file', '--buffer', CHECK], `${ids.join('\n')}\n`)) keep(line, objects)
  return objects
}

/** Trees contain only names, which are known from the commits. An object that is `missing` or broken is kept: its reader reports it. */
function keep(line: string, objects: Listed[]): void {
  const [id = '', type = '', size = '0'] = line.split(' ')
  if (type !== 'tree') objects.push({ id, type, bytes: Number(size) })
}

/** Objects named by commits or the index that do not exist locally. git knows the empty blob without storing it. */
function missing(objects: readonly Listed[], named: readonly string[]): Listed[] {
  const here = new Set(objects.map(({ id }) => id))
  return [...new Set(named)].filter((id) => !here.has(id) && !EMPTY.has(id)).map((id) => ({ id, type: 'missing', bytes: 0 }))
}

function unit({ id, type, bytes }: Listed, paths: readonly string[]): Unit {
  if (type === 'commit') return { kind: 'commit', id, paths: [MESSAGE, HEADER], bytes }
  if (type === 'tag') return { kind: 'tag', id, paths: [TAG, TAGGER], bytes }
  return { kind: 'blob', id, paths: paths.length > 0 ? paths : [UNNAMED], bytes }
}

async function refNames(at: string | undefined): Promise<Unit[]> {
  const names = await allLines(at, ['for-each-ref', '--format=%(refname)'])
  return names.map((name) => text(name, REF))
}

/**
 * Reflogs: `git pull` writes the URL it pulls from, with any token in it. Only the text after the tab: `<old> <new> <who> <when>\t<what>`.
 */
function reflogs(common: string): Unit[] {
  const trees = join(common, 'worktrees')
  const linked = existsSync(trees) ? readdirSync(trees).map((name) => join(trees, name, 'logs')) : []
  const said = new Set<string>()
  for (const folder of [join(common, 'logs'), ...linked].filter((one) => existsSync(one)))
    for (const file of filesBelow(Buffer.from(folder)))
      for (const line of readFileSync(file, 'latin1').split('\n')) said.add(headAndPath(line)[1])
  return [...said].filter(Boolean).map((line) => text(line, REFLOG))
}

/** Names in bytes: those of branches need not be UTF-8. */
const filesBelow = (folder: Buffer): Buffer[] =>
  readdirSync(folder, { withFileTypes: true, encoding: 'buffer' }).flatMap((entry) => {
    const path = Buffer.concat([folder, Buffer.from('/'), entry.name])
    return entry.isDirectory() ? filesBelow(path) : entry.isFile() ? [path] : []
  })

const text = (id: string, path: string): Unit => ({ kind: 'text', id, paths: [path], bytes: id.length })

/** The commits of a shallow clone whose parents are missing. */
function cut(common: string): string[] {
  const file = join(common, 'shallow')
  return existsSync(file) ? readFileSync(file, 'latin1').split('\n').filter(Boolean) : []
}

const PARTIAL = 'this clone is partial. Fetch the rest: git fetch --refetch --no-filter'

const older = (cut: readonly string[]): Coverage[] =>
  cut.length > 0 ? [{ path: 'older commits', bytes: 0, unread: 'this clone is shallow. Fetch them: git fetch --unshallow' }] : []

/** `so`: the consequence for one of them. */
function unreadable(versions: Versions, partial: boolean, so: string): Coverage[] {
  const [first, ...others] = [...versions.unreadable].sort()
  if (!first) return []
  const path = `commit ${first.slice(0, 10)}${others.length > 0 ? ` and ${others.length} more` : ''}`
  return [{ path, bytes: 0, unread: `not all of its tree is here, so ${so}: ${partial ? PARTIAL : 'see git fsck'}` }]
}

const counted = (count: number, one: string, more: string) => `${count} ${count === 1 ? one : more}`
