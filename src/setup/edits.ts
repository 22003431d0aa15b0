/** Writes to the user's repository, as values: shown, or applied. */
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Edit } from '../types.ts'

/** An edit that would change nothing is none. */
export const changes = (edits: readonly Edit[]) => edits.filter((edit) => edit.moved !== undefined || edit.before !== edit.after || (edit.executable && edit.after !== undefined && !isExecutable(edit.path)))

export const contentOf = (path: string) => (existsSync(path) ? readFileSync(path, 'utf8') : undefined)

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
    const mode = existsSync(path) ? statSync(path).mode & 0o777 : 0o644
    writeFileSync(`${path}.leakgate-new`, after, { mode })
    chmodSync(`${path}.leakgate-new`, executable ? mode | 0o111 : mode)
    renameSync(`${path}.leakgate-new`, path)
  }
}

const isExecutable = (path: string) => process.platform === 'win32' || (existsSync(path) && (statSync(path).mode & 0o111) !== 0)

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
