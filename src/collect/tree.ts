/** The worktree: its top, and reading its files. */
import {
  closeSync,
  constants,
  existsSync,
  fstatSync,
  lstatSync,
  openSync,
  readFileSync,
  readlinkSync,
  readSync,
  realpathSync,
} from 'node:fs'
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { ask, TOO_LARGE } from './git.ts'
import { LARGEST } from './reader.ts'

/** The bytes of a file, or why they could not be read. */
export interface Read {
  readonly path: string
  readonly bytes: Uint8Array | undefined
  readonly unread?: string
}

export const MISSING = 'there is no such file'

/** The top of the worktree around the current folder; undefined outside of one, and without git. */
export async function topOf(): Promise<string | undefined> {
  return ask('rev-parse', '--show-toplevel').catch(() => undefined)
}

/** The path of a file unit, as bytes: it need not be UTF-8, so it is kept as one character per byte. */
export const placeBytes = (place: string) => Buffer.from(place, 'latin1')

/**
 * Converts a path relative to the current folder to git's form, relative to the top of the worktree: rules, allowances and fingerprints use
 * that. A path outside keeps the given form. Symbolic links in the path are resolved, except the last component.
 */
export function nameInTree(top: string | undefined, path: string): string {
  if (top === undefined) return path
  const full = resolve(path)
  const folder = dirname(full)
  const name = relative(top, existsSync(folder) ? join(realpathSync(folder), basename(full)) : full)
  return isAbsolute(name) || /^\.\.(?:[\\/]|$)/.test(name) ? path : name.replaceAll(sep, '/')
}

const FOLDER = 'it is a folder that cannot be listed'
const OTHER = 'neither a file nor a folder'
const REASONS: Readonly<Record<string, string>> = { ENOENT: MISSING, EACCES: 'it is not readable', EISDIR: FOLDER, ENXIO: OTHER }

/** A symbolic link is read as its target path, as in git, and not followed. */
export function onDisk(file: string | Buffer, path: string): Read {
  try {
    const read = opened(file)
    return typeof read === 'string' ? { path, bytes: undefined, unread: read } : { path, bytes: read }
  } catch (error) {
    const said = error instanceof Error ? error.message.replace(/, \w+ '.*/s, '') : String(error) // without the path
    return { path, bytes: undefined, unread: REASONS[codeOf(error)] ?? said }
  }
}

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : '')

/** Does not follow symbolic links, and does not block. Windows has neither flag. */
const FLAGS = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK

/** The bytes, or why there are none; throws file system errors. */
function opened(file: string | Buffer): Uint8Array | string {
  if (!constants.O_NOFOLLOW && lstatSync(file).isSymbolicLink()) return readlinkSync(file, 'buffer')
  let handle: number
  try {
    handle = openSync(file, FLAGS)
  } catch (error) {
    if (codeOf(error) === 'ELOOP') return readlinkSync(file, 'buffer')
    throw error
  }
  try {
    const stat = fstatSync(handle)
    if (!stat.isFile()) return stat.isDirectory() ? FOLDER : OTHER
    return stat.size > LARGEST ? TOO_LARGE : whole(handle, stat.size)
  } finally {
    closeSync(handle)
  }
}

/** Reads as many bytes as the file system says; kernel files claim a size of 0. */
function whole(handle: number, size: number): Uint8Array {
  if (size === 0) return readFileSync(handle)
  const bytes = Buffer.allocUnsafe(size)
  let length = 0
  for (let more = -1; more !== 0 && length < size; length += more) more = readSync(handle, bytes, length, size - length, null)
  return bytes.subarray(0, length)
}
