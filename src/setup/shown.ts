/** How an edit is shown. Lines that stay are not: they are the user's, and may hold secrets. */
import { count } from '../wording.ts'
import type { Edit } from './edits.ts'

/** The lines that it removes (`-`) and adds (`+`); of a line that it changes, only what changes. */
export function shown({ path, before, after, why, moved }: Edit): string {
  if (moved !== undefined) return `${moved} → ${path}  (${why})`
  const come = onlyIn(after, before)
  const gone = onlyIn(before, after).map((line) => {
    const at = come.findIndex((one) => isAlike(line, one))
    const other = come[at]
    if (other === undefined) return line
    come[at] = different(other, line)
    return different(line, other)
  })
  return listed(path, why, [...gone.filter(Boolean).map((line) => `- ${line}`), ...come.filter(Boolean).map((line) => `+ ${line}`)])
}

/** Only the lines that it adds, and how many it removes. */
export function added({ path, before, after, why }: Edit): string {
  const gone = onlyIn(before, after).length
  return listed(path, why, [...(gone > 0 ? [`- ${count(gone, 'line')}`] : []), ...onlyIn(after, before).map((line) => `+ ${line}`)])
}

const listed = (path: string, why: string, lines: readonly string[]) => [`${path}  (${why})`, ...lines].join('\n    ')

/** The lines of a text that another does not have, or has less often. */
function onlyIn(text: string | undefined, other: string | undefined): string[] {
  const left = new Map<string, number>()
  for (const line of linesOf(other)) left.set(line, (left.get(line) ?? 0) + 1)
  return linesOf(text).filter((line) => {
    const number = left.get(line) ?? 0
    left.set(line, number - 1)
    return number <= 0
  })
}

const linesOf = (text: string | undefined) => (text === undefined ? [] : text.replace(/\r?\n$/, '').split(/\r?\n/))

/** How many characters two lines have in common at their beginning, and at their end. */
function common(line: string, other: string): { readonly head: number; readonly tail: number } {
  const most = Math.min(line.length, other.length)
  let [head, tail] = [0, 0]
  while (head < most && line[head] === other[head]) head++
  while (tail < most - head && line.at(-1 - tail) === other.at(-1 - tail)) tail++
  return { head, tail }
}

/** One is the other with something put in, taken out, or replaced. */
function isAlike(line: string, other: string): boolean {
  const { head, tail } = common(line, other)
  return head + tail > 0 && (head + tail) * 2 >= Math.min(line.length, other.length)
}

/** What a line has and the other has not; empty if there is nothing. */
function different(line: string, other: string): string {
  const { head, tail } = common(line, other)
  const middle = line.slice(head, line.length - tail)
  return middle && `${head > 0 ? '…' : ''}${middle}${tail > 0 ? '…' : ''}`
}
