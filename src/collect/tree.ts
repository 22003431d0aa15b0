/** The work tree: where it is, and the bytes of a file of it. */
import { existsSync, lstatSync, readFileSync, readlinkSync, realpathSync } from 'node:fs'
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { ask, LARGEST, TOO_LARGE } from './git.ts'

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
export const bytesOf = (place: string) => Buffer.from(place, 'latin1')

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

/** A link counts by what it says, as in git, not by what it leads to. */
export function onDisk(file: string | Buffer, path: string): Read {
  try {
    const stat = lstatSync(file)
    if (stat.isSymbolicLink()) return { path, bytes: readlinkSync(file, 'buffer') }
    if (stat.isDirectory()) return { path, bytes: undefined, unread: 'it is a folder, and what is in it cannot be listed' }
    if (!stat.isFile()) return { path, bytes: undefined, unread: 'neither a file nor a folder' }
    return stat.size > LARGEST ? { path, bytes: undefined, unread: TOO_LARGE } : { path, bytes: readFileSync(file) }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    const said = error instanceof Error ? error.message.replace(/, \w+ '.*/s, '') : String(error) // without its place
    return { path, bytes: undefined, unread: code === 'ENOENT' ? MISSING : code === 'EACCES' ? 'it is not readable' : said }
  }
}
