/** Writes to the user's repository, as values: to be shown, or applied. */
import { isUtf8 } from 'node:buffer'
import { randomBytes } from 'node:crypto'
import {
  accessSync,
  chmodSync,
  constants,
  copyFileSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname, isAbsolute, relative } from 'node:path'
import { UserError } from '../errors.ts'

/** A write to the user's repository, as a value. `before` undefined: the file is created; `after` undefined: it is removed. */
export interface Edit {
  readonly path: string
  readonly before: string | undefined
  readonly after: string | undefined
  readonly why: string
  /** Makes the file executable; left out, its mode is unchanged. */
  readonly executable?: true
  /** Instead of `after`: the file is moved here from this path, byte for byte. */
  readonly moved?: string
}

/** Drops edits that change nothing. */
export const changes = (edits: readonly Edit[]) =>
  edits.filter(({ path, before, after, executable, moved }) => {
    if (moved !== undefined || before !== after) return true
    return after !== undefined && executable === true && !isExecutable(path)
  })

/** A file that is not UTF-8 is read with one character per byte, so that an edit preserves the rest of it. */
export function contentOf(path: string): string | undefined {
  if (!existsSync(path) || !statSync(path).isFile()) return undefined
  const bytes = readFileSync(path)
  return bytes.toString(encodingOf(bytes))
}

const encodingOf = (bytes: Buffer) => (isUtf8(bytes) ? 'utf8' : 'latin1')

/** In a file that is not UTF-8, characters beyond Latin-1 are still written as UTF-8, as git does for names. */
const inBytes = (text: string, old: string | undefined) =>
  old === undefined || encodingOf(readFileSync(old)) === 'utf8'
    ? Buffer.from(text)
    : Buffer.from(
        text.replace(/[^\0-\xff]/gu, (symbol) => Buffer.from(symbol).toString('latin1')),
        'latin1',
      )

/**
 * Each file is first written beside its target. They are moved there only when all are written, so that none is ever half written or
 * missing, and no temporary file is left behind.
 */
export function applyEdits(edits: readonly Edit[]): void {
  const closed = changes(edits).find(({ path, after, moved }) => (moved !== undefined || after === undefined) && !isWritable(path))
  if (closed) throw unchanged(`${closed.path} is not writable`)
  /** The temporary file of each target. By real path: two paths may lead to the same file. */
  const written = new Map<string, string>()
  try {
    writeBeside(edits, written)
    for (const { path, before, after, moved } of changes(edits)) {
      if (moved === undefined) {
        if (after === undefined) rmSync(path, { force: true })
      } else if (before === undefined) putAside(moved, path)
      else putBack(moved, path)
    }
    for (const [place, file] of written) renameSync(file, place)
  } finally {
    for (const file of written.values()) rmSync(file, { force: true })
  }
}

/** Gives the file a second name, for its first one is written next: no moment without it. What has that name already is never replaced. */
function putAside(from: string, to: string): void {
  if (isEqual(from, to)) return
  try {
    if (isLink(from)) symlinkSync(readlinkSync(from), to)
    else linkSync(from, to)
  } catch {
    try {
      copyFileSync(from, to, constants.COPYFILE_EXCL) // not every file system knows two names
    } catch (cause) {
      throw unchanged(`${to} cannot be written`, cause)
    }
  }
}

/** Of two names of one file, a renaming would keep both. */
function putBack(from: string, to: string): void {
  renameSync(from, to)
  rmSync(from, { force: true })
}

function writeBeside(edits: readonly Edit[], written: Map<string, string>): void {
  const leaving = new Set(edits.map(({ moved }) => moved))
  try {
    for (const edit of changes(edits)) {
      if (edit.moved !== undefined || edit.after === undefined) continue
      const stays = lstatSync(edit.path, { throwIfNoEntry: false }) !== undefined && !leaving.has(edit.path)
      if (stays && !statSync(edit.path, { throwIfNoEntry: false })?.isFile()) throw new Error(`${edit.path} is not a file`)
      const place = stays ? realpathSync(edit.path) : edit.path
      const file = written.get(place) ?? `${place}.${randomBytes(6).toString('hex')}.leakgate-new`
      rmSync(file, { force: true })
      written.set(place, file)
      write(file, stays ? place : undefined, edit.after, edit.executable)
    }
  } catch (cause) {
    throw unchanged(cause instanceof Error ? cause.message : String(cause), cause)
  }
}

const unchanged = (why: string, cause?: unknown) =>
  new UserError(
    3,
    `Nothing was changed: ${why}`,
    'Free some space, get permission to write there, or move away what is in its place, and try again.',
    { cause },
  )

/** `old`: the file whose mode and encoding are kept. Never writes through a link, or into a file, that somebody else has put there. */
function write(file: string, old: string | undefined, text: string, executable: true | undefined): void {
  mkdirSync(dirname(file), { recursive: true })
  const mode = old ? statSync(old).mode & 0o777 : 0o644
  writeFileSync(file, inBytes(text, old), { mode, flag: 'wx' })
  chmodSync(file, executable && (mode & 0o111) === 0 ? mode | 0o111 : mode)
}

export const isExecutable = (path: string) => process.platform === 'win32' || (existsSync(path) && (statSync(path).mode & 0o111) !== 0)

/** Can an edit write this path: the file, if it exists, and the nearest existing folder? */
export function isWritable(path: string): boolean {
  if (existsSync(path) && !mayAccess(path, constants.W_OK)) return false
  const folder = dirname(path)
  return existsSync(folder) ? statSync(folder).isDirectory() && mayAccess(folder, constants.W_OK) : isWritable(folder)
}

/** `how`: W_OK or X_OK of node's file system constants; a file's mode alone does not tell. */
export function mayAccess(path: string, how: number): boolean {
  try {
    accessSync(path, how)
    return true
  } catch {
    return false
  }
}

/** Do both paths hold the same file, or a link to the same place? */
export const isEqual = (path: string, other: string) => told(path) !== undefined && told(path) === told(other)

/** What is there, without following a link. */
function told(path: string): string | undefined {
  try {
    return isLink(path) ? `-> ${readlinkSync(path)}` : readFileSync(path, 'latin1')
  } catch {
    return undefined
  }
}

export const isLink = (path: string) => lstat(path)?.isSymbolicLink() ?? false

/** Is there something, be it a link that leads nowhere? */
export const isThere = (path: string) => lstat(path) !== undefined

function lstat(path: string) {
  try {
    return lstatSync(path)
  } catch {
    return undefined
  }
}

/** The path as seen from the top of the worktree; one outside of it stays as it is. */
export function inTree(top: string, path: string): string {
  const below = relative(top, path)
  return below.startsWith('..') || isAbsolute(below) ? path : below
}
