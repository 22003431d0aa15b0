/** Every object that a repository holds, or what a range of its commits brought: as units to look at, with the versions' map. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { UserError } from '../errors.ts'
import type { Unit } from '../unit.ts'
import { git, inside } from './git.ts'
import { allLines, lines } from './lines.ts'
import { pathOf } from './text.ts'
import { Versions } from './versions.ts'

export const MESSAGE = 'commit message'
export const HEADER = 'commit header'
export const TAG = 'tag message'
export const TAGGER = 'tag header'
export const REF = 'name of a ref'
export const REFLOG = 'reflog message'
/** Of blobs that no commit and no index names. */
export const UNNAMED = 'blob without a name'

export interface Units {
  readonly units: readonly Unit[]
  readonly versions: Versions
  readonly notes: readonly string[]
}

interface Listed {
  readonly id: string
  readonly type: string
  readonly bytes: number
}

const CHECK = '--batch-check=%(objectname) %(objecttype) %(objectsize)'

/** `common`: the git directory. */
export async function history(at: string | undefined, common: string): Promise<Units> {
  const [objects, indexed] = await Promise.all([everything(at), index(at)])
  const versions = new Versions()
  const commits = objects.filter(({ type }) => type === 'commit').map(({ id }) => id)
  await versions.walk(at, commits, false)
  const units = objects.map((one) => unit(one, [...new Set([...versions.paths(one.id), ...(indexed.get(one.id) ?? [])])]))
  return { units: [...byPath(units), ...(await refNames(at)), ...reflogs(common)], versions, notes: await gaps(at, versions) }
}

/** What commits brought. `words`: revisions as git's rev-list takes them; all there are, if there are none. */
export async function range(at: string | undefined, words: readonly string[], since: string | undefined): Promise<Units> {
  const limits = [...(since === undefined ? [] : [`--since=${since}`]), ...(words.length === 0 ? ['--all'] : [])]
  const commits = await allLines(at, ['rev-list', ...limits, '--end-of-options', ...words]).catch((cause: unknown) => {
    throw new UserError(2, `git knows no commits by ${[...limits, ...words].join(' ')}.`, 'As in: --range origin/main..HEAD', { cause })
  })
  const versions = new Versions()
  await versions.walk(at, commits, true)
  const objects = await sized(at, [...versions.ids(), ...commits])
  return { units: byPath(objects.map((one) => unit(one, versions.paths(one.id)))), versions, notes: await gaps(at, versions) }
}

/** The versions of a file after each other: they lie together in the packs, and what is the same in them is looked at once. */
const byPath = (units: readonly Unit[]) => [...units].sort(({ paths: [a = ''] }, { paths: [b = ''] }) => (a < b ? -1 : a > b ? 1 : 0))

/** In the order of the packs: what is stored as a difference lies near what it differs from. */
async function everything(at: string | undefined): Promise<Listed[]> {
  const objects: Listed[] = []
  for await (const some of lines(at, ['cat-file', '--batch-all-objects', '--unordered', '--buffer', CHECK]))
    for (const line of some) if (!line.endsWith('missing')) keep(line, objects)
  return objects
}

async function sized(at: string | undefined, ids: readonly string[]): Promise<Listed[]> {
  if (ids.length === 0) return []
  const objects: Listed[] = []
  for (const line of await allLines(at, ['cat-file', '--buffer', CHECK], `${ids.join('\n')}\n`))
    if (line.endsWith(' missing')) objects.push({ id: line.slice(0, -8), type: 'blob', bytes: 0 })
    else keep(line, objects)
  return objects
}

/** Trees hold names only, and those are known from the commits. */
function keep(line: string, objects: Listed[]): void {
  const [id = '', type = '', size = ''] = line.split(' ')
  if (type !== 'tree') objects.push({ id, type, bytes: Number(size) })
}

function unit({ id, type, bytes }: Listed, paths: readonly string[]): Unit {
  if (type === 'commit') return { kind: 'commit', id, paths: [MESSAGE, HEADER], bytes }
  if (type === 'tag') return { kind: 'tag', id, paths: [TAG, TAGGER], bytes }
  return { kind: 'blob', id, paths: paths.length > 0 ? paths : [UNNAMED], bytes }
}

/** What is staged has its name from the index: no commit may ever name it. */
async function index(at: string | undefined): Promise<Map<string, string[]>> {
  const paths = new Map<string, string[]>()
  const { out } = await git(inside(at, ['ls-files', '--full-name', '-s', '-z']))
  for (const line of out.toString('latin1').split('\0')) {
    const [head = '', path = ''] = line.split('\t')
    const id = head.split(' ')[1]
    if (id) paths.set(id, [...(paths.get(id) ?? []), pathOf(Buffer.from(path, 'latin1'))])
  }
  return paths
}

async function refNames(at: string | undefined): Promise<Unit[]> {
  const names = await allLines(at, ['for-each-ref', '--format=%(refname)'])
  return names.map((name) => text(name, REF))
}

/** `git pull` writes the address that it pulls from, token and all. Only what stands behind the tab: `<old> <new> <who> <when>\t<what>`. */
function reflogs(common: string): Unit[] {
  const folder = join(common, 'logs')
  if (!existsSync(folder)) return []
  const said = new Set<string>()
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }))
    if (entry.isFile())
      for (const line of readFileSync(join(entry.parentPath, entry.name), 'latin1').split('\n')) said.add(line.split('\t')[1] ?? '')
  return [...said].filter(Boolean).map((line) => text(line, REFLOG))
}

const text = (id: string, path: string): Unit => ({ kind: 'text', id, paths: [path], bytes: id.length })

/** A history that is not all here must not look clean. */
async function gaps(at: string | undefined, versions: Versions): Promise<string[]> {
  const [shallow, partial] = await Promise.all([
    git(inside(at, ['rev-parse', '--is-shallow-repository'])),
    git(inside(at, ['config', '--get', 'extensions.partialClone'])),
  ])
  return [
    ...(shallow.out.toString().trim() === 'true'
      ? ['This clone is shallow: older commits are not here, and were not looked at. Get them: git fetch --unshallow']
      : []),
    ...(partial.code === 0
      ? ['This clone is partial: what it does not have was not looked at. Get all: git fetch --refetch --no-filter']
      : []),
    ...(versions.unreadable > 0
      ? [`${versions.unreadable} commits are broken (git fsck): their files were looked at, but are not named.`]
      : []),
  ]
}
