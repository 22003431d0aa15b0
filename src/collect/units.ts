/** Files as units to look at: what git tracks and what it would, what it ignores, what a commit has, or any files and folders. */
import { lstatSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Unit } from '../unit.ts'
import { failed, git, inside } from './git.ts'
import { allLines, headAndPath } from './lines.ts'
import { SUBMODULE, unborn } from './staged.ts'
import { latin1, pathOf } from './text.ts'
import { placeBytes } from './tree.ts'

/** Tracked files as the index has them, and untracked ones that are not ignored. Paths are relative to the top. */
export async function trackedUnits(top: string): Promise<Unit[]> {
  const [index, others] = await Promise.all([allLines(top, ['ls-files', '--full-name', '-s', '-z'], '', '\0'), othersOnDisk(top)])
  const entries = index.map((line): [string, string, string] => {
    const [head, path] = headAndPath(line)
    const [mode = '', id = ''] = head.split(' ')
    return [mode, id, path]
  })
  return [...(await objectUnits(top, entries)), ...others]
}

/** What HEAD has: of a bare repository there is nothing else. Undefined where its branch has no commit yet. */
export async function headUnits(at: string): Promise<Unit[] | undefined> {
  if (await unborn(at)) return undefined
  const listed = await allLines(at, ['ls-tree', '-r', '-z', '--full-tree', 'HEAD'], '', '\0')
  const entries = listed.map((line): [string, string, string] => {
    const [head, path] = headAndPath(line)
    const [mode = '', , id = ''] = head.split(' ')
    return [mode, id, path]
  })
  return objectUnits(at, entries)
}

/** What git ignores: it lies on the disk, and no commit takes it. */
export const ignoredUnits = (top: string): Promise<Unit[]> => othersOnDisk(top, '-i')

/** git cuts off what is too long for it to say. */
const CLOSED = /warning: could not open directory '(.*?)(?:\/': |(?=warning: )|$)/gm

/** What is not tracked. A folder that cannot be listed git passes over with a warning: it is a unit itself, and who reads it says why. */
async function othersOnDisk(top: string, ...which: readonly string[]): Promise<Unit[]> {
  const args = ['ls-files', '--full-name', '-o', ...which, '--exclude-standard', '-z']
  const answer = await git(inside(top, args))
  if (answer.code !== 0) throw failed(args, answer)
  const listed = answer.out
    .toString('latin1')
    .split('\0')
    .filter((path) => path !== '' && !path.endsWith('/')) // an embedded repository has a slash
  const closed = [...answer.error.matchAll(CLOSED)].map(([, path = '']) => latin1(Buffer.from(path)))
  return [...listed, ...closed].map((path) => unit(join(latin1(Buffer.from(top)), path), path))
}

async function objectUnits(at: string, entries: readonly [string, string, string][]): Promise<Unit[]> {
  const paths = new Map<string, string[]>()
  for (const [mode, id, path] of entries) {
    if (mode === SUBMODULE || id === '') continue
    const list = paths.get(id)
    const name = pathOf(Buffer.from(path, 'latin1'))
    if (list) list.push(name)
    else paths.set(id, [name])
  }
  const ids = [...paths.keys()]
  if (ids.length === 0) return []
  const sizes = await allLines(at, ['cat-file', '--buffer', '--batch-check=%(objectsize)'], `${ids.join('\n')}\n`)
  return ids.map((id, i) => ({ kind: 'blob', id, paths: [...new Set(paths.get(id))], bytes: Number(sizes[i]) || 0 }))
}

/** All files at and below a path, in the order of their names; a `.git` is passed over. `name`: what the path goes by, '' for the top. */
export function* belowUnits(path: string, name: string): Generator<Unit> {
  const [place, own] = [latin1(Buffer.from(path)), latin1(Buffer.from(name))]
  if (!quietly(() => lstatSync(path).isDirectory())) yield unit(place, own)
  else yield* inFolder(prefixOf(place), prefixOf(own))
}

/** What stands before the names of what lies in a folder: `src/`; nothing for the current one. */
const prefixOf = (folder: string) => join(folder, '_').slice(0, -1)

/** A folder that cannot be listed is a unit itself: who reads it says why. Both as prefixes. */
function* inFolder(folder: string, name: string): Generator<Unit> {
  const listed = quietly(() => children(folder || '.'))
  if (!listed) yield unit(folder || '.', name.slice(0, -1) || '.')
  for (const [child, isFolder] of listed ?? []) {
    if (isFolder) yield* inFolder(`${folder}${child}/`, `${name}${child}/`)
    else yield unit(folder + child, name + child)
  }
}

const children = (folder: string) =>
  readdirSync(placeBytes(folder), { withFileTypes: true, encoding: 'buffer' })
    .map((entry): [string, boolean] => [latin1(entry.name), entry.isDirectory()])
    .filter(([name]) => name !== '.git')
    .sort(([a], [b]) => (a < b ? -1 : 1))

/** Both one character a byte. */
const unit = (place: string, path: string): Unit => ({
  kind: 'file',
  id: place,
  paths: [pathOf(placeBytes(path))],
  bytes: quietly(() => lstatSync(placeBytes(place)).size) ?? 0,
})

/** Undefined where the disk refuses. */
function quietly<Answer>(ask: () => Answer): Answer | undefined {
  try {
    return ask()
  } catch {
    return undefined
  }
}
