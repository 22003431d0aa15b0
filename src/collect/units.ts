/** Files as units to look at: what git tracks and what it would, what it ignores, what a commit has, or any files and folders. */
import { existsSync, lstatSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Unit } from '../unit.ts'
import { allLines } from './lines.ts'
import { pathOf } from './text.ts'

const SUBMODULE = '160000'

/** Tracked files as the index has them, and untracked ones that are not ignored. Paths are relative to the top. */
export async function trackedUnits(top: string): Promise<Unit[]> {
  const [index, others] = await Promise.all([
    allLines(top, ['ls-files', '--full-name', '-s', '-z'], '', '\0'),
    allLines(top, ['ls-files', '--full-name', '-o', '--exclude-standard', '-z'], '', '\0'),
  ])
  const entries = index.map((line): [string, string, string] => {
    const [head = '', path = ''] = line.split('\t')
    const [mode = '', id = ''] = head.split(' ')
    return [mode, id, path]
  })
  return [...(await objectUnits(top, entries)), ...onDiskUnits(top, others)]
}

/** What HEAD has: of a bare repository there is nothing else. */
export async function headUnits(at: string): Promise<Unit[]> {
  const listed = await allLines(at, ['ls-tree', '-r', '-z', '--full-tree', 'HEAD'], '', '\0').catch(() => [])
  const entries = listed.map((line): [string, string, string] => {
    const [head = '', path = ''] = line.split('\t')
    const [mode = '', , id = ''] = head.split(' ')
    return [mode, id, path]
  })
  return objectUnits(at, entries)
}

/** What git ignores: it lies on the disk, and no commit takes it. */
export async function ignoredUnits(top: string): Promise<Unit[]> {
  return onDiskUnits(top, await allLines(top, ['ls-files', '--full-name', '-o', '-i', '--exclude-standard', '-z'], '', '\0'))
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

/** An embedded repository is listed with a slash at its end. */
const onDiskUnits = (top: string, listed: readonly string[]) =>
  listed
    .filter((path) => !path.endsWith('/'))
    .map((path) => pathOf(Buffer.from(path, 'latin1')))
    .map((path) => unit(join(top, path), path))

/** All files at and below a path, in the order of their names; a `.git` is passed over. `name`: what the path goes by, '' for the top. */
export function* belowUnits(path: string, name: string): Generator<Unit> {
  const stat = existsSync(path) ? lstatSync(path) : undefined
  if (!stat?.isDirectory()) yield unit(path, name)
  else yield* inFolder(path, name)
}

function* inFolder(folder: string, name: string): Generator<Unit> {
  for (const [child, isFolder] of children(folder)) {
    const [path, own] = [join(folder, child), join(name, child)]
    if (isFolder) yield* inFolder(path, own)
    else yield unit(path, own)
  }
}

const children = (path: string) =>
  readdirSync(path, { withFileTypes: true })
    .filter(({ name }) => name !== '.git')
    .map((entry): [string, boolean] => [entry.name, entry.isDirectory()])
    .sort(([a], [b]) => (a < b ? -1 : 1))

const unit = (file: string, path: string): Unit => ({
  kind: 'file',
  id: file,
  paths: [path],
  bytes: lstatSync(file, { throwIfNoEntry: false })?.size ?? 0,
})
