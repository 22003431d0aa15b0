/** Files of the tree with their bytes: what git tracks and what it would. */
import { lstatSync, readFileSync, readlinkSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { ask, git, LARGEST, objects } from './git.ts'
import { pathOf } from './staged.ts'

/** A file's bytes, or why there are none. */
export interface Read {
  readonly path: string
  readonly bytes: Uint8Array | undefined
  readonly unread?: string
}

/** Tracked files as the index has them, then untracked ones that are not ignored, from the disk. Paths are relative to the top. */
export async function* tracked(top: string): AsyncGenerator<Read> {
  const [index, others] = await Promise.all([
    listed('ls-files', '--full-name', '-s', '-z', '--', top),
    listed('ls-files', '--full-name', '-o', '--exclude-standard', '-z', '--', top),
  ])
  const paths = new Map<string, string[]>()
  for (const line of index) {
    const [head = '', path = ''] = split(line, '\t')
    const [mode, id = ''] = head.split(' ')
    if (mode !== '160000') paths.set(id, [...(paths.get(id) ?? []), path])
  }
  for await (const { asked, bytes, type } of objects([...paths.keys()])) {
    for (const path of paths.get(asked) ?? [])
      yield { path, bytes, ...(bytes ? {} : { unread: type === 'missing' ? 'git does not have its content' : 'larger than 512 MB' }) }
  }
  for (const path of others) if (!path.endsWith('/')) yield onDisk(join(top, path), path)
}

const listed = async (...args: string[]) => {
  const { code, out, error } = await git(args)
  if (code !== 0) throw new Error(error)
  return nulSeparated(out)
}

function nulSeparated(out: Buffer): string[] {
  const parts: string[] = []
  for (let start = 0; start < out.length; ) {
    const end = out.indexOf(0, start)
    parts.push(pathOf(out.subarray(start, end < 0 ? out.length : end)))
    if (end < 0) break
    start = end + 1
  }
  return parts
}

const split = (text: string, by: string): [string, string] => {
  const at = text.indexOf(by)
  return [text.slice(0, at), text.slice(at + 1)]
}

/** The top of the work tree around the current folder; undefined outside of one. */
export async function topOf(): Promise<string | undefined> {
  return ask('rev-parse', '--show-toplevel').catch(() => undefined)
}

/** A link counts by what it says, as in git, not by what it leads to. */
export function onDisk(file: string, path: string): Read {
  try {
    const stat = lstatSync(file)
    if (stat.isSymbolicLink()) return { path, bytes: Buffer.from(readlinkSync(file)) }
    if (!stat.isFile()) return { path, bytes: undefined, unread: 'neither a file nor a folder' }
    return statSync(file).size > LARGEST ? { path, bytes: undefined, unread: 'larger than 512 MB' } : { path, bytes: readFileSync(file) }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    const said = error instanceof Error ? error.message : String(error)
    return { path, bytes: undefined, unread: code === 'ENOENT' ? 'there is no such file' : code === 'EACCES' ? 'it is not readable' : said }
  }
}
