/**
 * Git LFS: a commit contains a pointer of three lines, and the content is in a separate local store, where it is scanned.
 * https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md
 */
import { join, resolve } from 'node:path'
import { ask, git, inside } from './git.ts'
import { MISSING, onDisk } from './tree.ts'

/** Longer texts are not pointers. */
export const LONGEST = 1024

const POINTER =
  /^version https:\/\/(?:git-lfs\.github\.com|hawser\.github\.com)\/spec\/v1\n(?:ext-\d-[a-z0-9.-]+ sha256:[0-9a-f]{64}\n)*oid sha256:([0-9a-f]{64})\nsize (\d+)\n$/

/** The SHA-256 and size of the content; undefined if it is not a pointer, or contains anything else. */
export function pointer(blob: Uint8Array): { readonly id: string; readonly size: number } | undefined {
  if (blob.length > LONGEST || blob[0] !== 118) return undefined // v
  const [, id, size] = POINTER.exec(Buffer.from(blob).toString('latin1')) ?? []
  return id ? { id, size: Number(size) } : undefined
}

/** What to scan for a file: the content it points to or, if that is not here, the pointer, and why. `at`: as in `inside`. */
export async function resolvePointer(blob: Uint8Array, at?: string): Promise<{ readonly bytes: Uint8Array; readonly unread?: string }> {
  const found = pointer(blob)
  if (!found) return { bytes: blob }
  const { id, size } = found
  const folder = await store(at).catch(() => undefined)
  if (!folder) return { bytes: blob, unread: 'its content is in Git LFS, and there is no repository here' }
  const { bytes, unread } = onDisk(join(folder, id.slice(0, 2), id.slice(2, 4), id), '')
  if (bytes?.length === size) return { bytes }
  return { bytes: blob, unread: bytes || unread === MISSING ? 'its Git LFS content is not here: git lfs fetch' : (unread ?? '') }
}

const stores = new Map<string, Promise<string>>()

/** The folder of a repository's LFS store. */
function store(at = '.'): Promise<string> {
  const known = stores.get(at) ?? located(at)
  stores.set(at, known)
  return known
}

async function located(at: string): Promise<string> {
  const common = await ask(...inside(at, ['rev-parse', '--path-format=absolute', '--git-common-dir']))
  const { code, out } = await git(inside(at, ['config', '--type=path', '--get', 'lfs.storage']))
  return join(code === 0 ? resolve(common, out.toString().trimEnd()) : join(common, 'lfs'), 'objects')
}
