/** The work tree: where it is, and the bytes of a file of it. */
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

/** A file's bytes, or why there are none. */
export interface Read {
  readonly path: string
  readonly bytes: Uint8Array | undefined
  readonly unread?: string
}

export const MISSING = 'there is no such file'

/** The top of the work tree around the current folder; undefined outside of one, and where there is no git. */
export async function topOf(): Promise<string | undefined> {
  return ask('rev-parse', '--show-toplevel').catch(() => undefined)
}

/** The place of a file that is a unit: its name need not be UTF-8, so its bytes stand one a character. */
export const placeBytes = (place: string) => Buffer.from(place, 'latin1')

/**
 * A path from the current folder as git has it, from the top of the work tree: rules, allowances and fingerprints go by that name. What
 * lies elsewhere keeps the name that it is given. Links on the way are followed, one at its end is not.
 */
export function nameInTree(top: string | undefined, path: string): string {
  if (top === undefined) return path
  const full = resolve(path)
  const folder = dirname(full)
  const name = relative(top, existsSync(folder) ? join(realpathSync(folder), basename(full)) : full)
  return isAbsolute(name) || /^\.\.(?:[\\/]|$)/.test(name) ? path : name.replaceAll(sep, '/')
}

const FOLDER = 'it is a folder, and what is in it cannot be listed'
const OTHER = 'neither a file nor a folder'
const REASONS: Readonly<Record<string, string>> = { ENOENT: MISSING, EACCES: 'it is not readable', EISDIR: FOLDER, ENXIO: OTHER }

/** A link counts by what it says, as in git, not by what it leads to. */
export function onDisk(file: string | Buffer, path: string): Read {
  try {
    const read = opened(file)
    return typeof read === 'string' ? { path, bytes: undefined, unread: read } : { path, bytes: read }
  } catch (error) {
    const said = error instanceof Error ? error.message.replace(/, \w+ '.*/s, '') : String(error) // without its place
    return { path, bytes: undefined, unread: REASONS[codeOf(error)] ?? said }
  }
}

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : '')

/** A link is not opened, and nothing is waited for. Windows knows neither flag. */
const FLAGS = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK

/** The bytes, or why there are none; throws what the disk says. */
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

/** In one reading, where the disk says the size; files of the kernel have none. */
function whole(handle: number, size: number): Uint8Array {
  if (size === 0) return readFileSync(handle)
  const bytes = Buffer.allocUnsafe(size)
  let length = 0
  for (let more = -1; more !== 0 && length < size; length += more) more = readSync(handle, bytes, length, size - length, null)
  return bytes.subarray(0, length)
}
