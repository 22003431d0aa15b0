/** Writes to the user's repository, as values: shown, or applied. */
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname } from 'node:path'
import type { Edit } from '../types.ts'

/** An edit that would change nothing is none. */
export const changes = (edits: readonly Edit[]) =>
  edits.filter(({ path, before, after, executable, moved }) => {
    if (moved !== undefined || before !== after) return true
    return after !== undefined && executable !== undefined && executable !== isExecutable(path)
  })

export const contentOf = (path: string) => (existsSync(path) && statSync(path).isFile() ? readFileSync(path, 'utf8') : undefined)

/** Each file is written beside its place and moved there, so that none is ever half written. */
export function applyEdits(edits: readonly Edit[]): void {
  for (const { path, after, executable, moved } of changes(edits)) {
    if (moved !== undefined) {
      renameSync(moved, path)
      continue
    }
    if (after === undefined) {
      rmSync(path, { force: true })
      continue
    }
    mkdirSync(dirname(path), { recursive: true })
    const there = existsSync(path)
    const place = there ? realpathSync(path) : path
    const mode = there ? statSync(place).mode & 0o777 : 0o644
    writeFileSync(`${place}.leakgate-new`, after, { mode })
    chmodSync(`${place}.leakgate-new`, executable === undefined ? mode : executable ? mode | 0o111 : mode & ~0o111)
    renameSync(`${place}.leakgate-new`, place)
  }
}

export const isExecutable = (path: string) => process.platform === 'win32' || (existsSync(path) && (statSync(path).mode & 0o111) !== 0)

/** Whether an edit can write it: the file, if it is there, and the nearest folder that is. */
export function isWritable(path: string): boolean {
  if (existsSync(path) && !allowed(path)) return false
  const folder = dirname(path)
  return existsSync(folder) ? statSync(folder).isDirectory() && allowed(folder) : isWritable(folder)
}

function allowed(path: string): boolean {
  try {
    accessSync(path, constants.W_OK)
    return true
  } catch {
    return false
  }
}

/** What an edit does, line by line: `+` and `-` before what comes and goes. */
export function shown({ path, before, after, why, moved }: Edit): string {
  if (moved !== undefined) return `${moved} → ${path}  (${why})`
  const [old, now] = [lines(before), lines(after)]
  let head = 0
  while (head < Math.min(old.length, now.length) && old[head] === now[head]) head++
  let tail = 0
  while (tail < Math.min(old.length, now.length) - head && old[old.length - 1 - tail] === now[now.length - 1 - tail]) tail++
  const gone = old.slice(head, old.length - tail).map((line) => `- ${line}`)
  const come = now.slice(head, now.length - tail).map((line) => `+ ${line}`)
  return [`${path}  (${why})`, ...gone, ...come].join('\n    ')
}

const lines = (text: string | undefined) => (text === undefined ? [] : text.replace(/\r?\n$/, '').split(/\r?\n/))
