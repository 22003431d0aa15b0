/** Files as units to scan: tracked and untracked ones, ignored ones, those of a commit, or any files and folders. */
import { lstatSync, readdirSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import type { Unit } from '../unit.ts'
import { blobsIn, EMPTY } from './blobs.ts'
import { failed, git, inside } from './git.ts'
import { allLines } from './lines.ts'
import { unborn } from './staged.ts'
import { latin1, nameOf } from './text.ts'
import { placeBytes } from './tree.ts'

export interface Listed {
  readonly units: readonly Unit[]
  /** Repositories of their own in untracked folders: git does not list their files. */
  readonly apart: readonly string[]
}

/** Tracked files, from the index, and untracked ones that are not ignored. Paths are relative to the top. */
export async function worktree(top: string): Promise<Listed> {
  const [blobs, { units, apart }] = await Promise.all([blobsIn('index', top), othersOnDisk(top)])
  return { units: [...(await blobUnits(top, blobs)), ...(await announced(top, blobs)), ...units], apart }
}

export const trackedUnits = async (top: string): Promise<Unit[]> => [...(await worktree(top)).units]

/** The files of HEAD, for a bare repository. Undefined if its branch has no commit yet. */
export async function headUnits(at: string): Promise<Unit[] | undefined> {
  return (await unborn(at)) ? undefined : blobUnits(at, await blobsIn('HEAD', at))
}

/** Files that git ignores: they are on disk, but no commit includes them. */
export const ignoredFiles = (top: string): Promise<Listed> => othersOnDisk(top, '-i')

/** git truncates messages that are too long. */
const CLOSED = /warning: could not open directory '(.*?)(?:\/': |(?=warning: )|$)/gm

/** Untracked files. git skips an unreadable folder with a warning; it becomes a unit itself, so that its reader reports why. */
async function othersOnDisk(top: string, ...which: readonly string[]): Promise<Listed> {
  const args = ['ls-files', '--full-name', '-o', ...which, '--exclude-standard', '-z']
  const answer = await git(inside(top, args))
  if (answer.code !== 0) throw failed(args, answer)
  const listed = answer.out.toString('latin1').split('\0').filter(Boolean)
  const closed = [...answer.error.matchAll(CLOSED)].map(([, path = '']) => latin1(Buffer.from(path)))
  const isApart = (path: string) => path.endsWith('/')
  return {
    units: [...listed.filter((path) => !isApart(path)), ...closed].map((path) => below(top, path)),
    apart: listed.filter(isApart).map((path) => nameOf(path.slice(0, -1))),
  }
}

/** Files that `git add -N` announced: the index has their names, with nothing in them. */
async function announced(top: string, blobs: ReadonlyMap<string, readonly string[]>): Promise<Unit[]> {
  if (![...EMPTY].some((id) => blobs.has(id))) return []
  const listed = await allLines(
    top,
    ['diff-files', '-z', '--no-relative', '--ignore-submodules', '--name-only', '--diff-filter=A'],
    '',
    '\0',
  )
  return listed.map((path) => below(top, path)).filter(({ bytes }) => bytes > 0)
}

const below = (top: string, path: string) => unit(join(latin1(Buffer.from(top)), path), path)

async function blobUnits(at: string, paths: ReadonlyMap<string, readonly string[]>): Promise<Unit[]> {
  const ids = [...paths.keys()]
  if (ids.length === 0) return []
  const sizes = await allLines(at, ['cat-file', '--buffer', '--batch-check=%(objectsize)'], `${ids.join('\n')}\n`)
  return ids.map((id, i) => ({ kind: 'blob', id, paths: [...new Set(paths.get(id))], bytes: Number(sizes[i]) || 0 }))
}

/**
 * All files at and below a path, sorted by name; each `.git` is skipped, and told to `skipped`. `name`: the path in git's form, '' for the
 * top. A symbolic link that is named itself is followed, those below are not.
 */
export function* belowUnits(path: string, name: string, skipped: (git: string) => void): Generator<Unit> {
  const isLink = quietly(() => lstatSync(path).isSymbolicLink())
  const real = (isLink && quietly(() => realpathSync(path))) || path
  const [place, own] = [latin1(Buffer.from(real)), latin1(Buffer.from(name))]
  if (!quietly(() => lstatSync(real).isDirectory())) yield unit(place, own)
  else yield* inFolder(prefixOf(place), prefixOf(own), skipped)
}

/** The prefix of the paths in a folder: `src/`; empty for the current folder. */
const prefixOf = (folder: string) => join(folder, '_').slice(0, -1)

/** An unreadable folder is a unit itself, so that its reader reports why. Both arguments are prefixes. */
function* inFolder(folder: string, name: string, skipped: (git: string) => void): Generator<Unit> {
  const listed = quietly(() => children(folder || '.'))
  if (!listed) yield unit(folder || '.', name.slice(0, -1) || '.')
  for (const [child, isFolder] of listed ?? []) {
    if (child === '.git') skipped(nameOf(name + child))
    else if (isFolder) yield* inFolder(`${folder}${child}/`, `${name}${child}/`, skipped)
    else yield unit(folder + child, name + child)
  }
}

const children = (folder: string) =>
  readdirSync(placeBytes(folder), { withFileTypes: true, encoding: 'buffer' })
    .map((entry): [string, boolean] => [latin1(entry.name), entry.isDirectory()])
    .sort(([a], [b]) => (a < b ? -1 : 1))

/** Both with one character per byte. */
const unit = (place: string, path: string): Unit => ({
  kind: 'file',
  id: place,
  paths: [nameOf(path)],
  bytes: quietly(() => lstatSync(placeBytes(place)).size) ?? 0,
})

/** Undefined on file system errors. */
function quietly<Answer>(ask: () => Answer): Answer | undefined {
  try {
    return ask()
  } catch {
    return undefined
  }
}
