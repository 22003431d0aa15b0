/** The blobs of the index, or of HEAD, with the paths that have them. */
import { createHash } from 'node:crypto'
import { allLines, headAndPath } from './lines.ts'
import { SUBMODULE } from './staged.ts'
import { nameOf } from './text.ts'

/** By id. The index lists `<mode> <id> <stage>\t<path>`, a tree `<mode> blob <id>\t<path>`. */
export async function blobsIn(where: 'index' | 'HEAD', at: string | undefined): Promise<Map<string, string[]>> {
  const args = where === 'index' ? ['ls-files', '--full-name', '-s', '-z'] : ['ls-tree', '-r', '-z', '--full-tree', 'HEAD']
  const paths = new Map<string, string[]>()
  for (const line of await allLines(at, args, '', '\0')) {
    const [head, path] = headAndPath(line)
    const [mode, second, third] = head.split(' ')
    const id = where === 'index' ? second : third
    if (!id || mode === SUBMODULE) continue
    const name = nameOf(path)
    const known = paths.get(id)
    if (known) known.push(name)
    else paths.set(id, [name])
  }
  return paths
}

/** The ids of the empty blob, in SHA-1 and SHA-256. */
export const EMPTY = new Set(['sha1', 'sha256'].map((hash) => createHash(hash).update('blob 0\0').digest('hex')))
