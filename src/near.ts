/**
 * Where two versions of a text differ, with the surroundings: a match shorter than `reach` that is in the newer version but not in the
 * older one lies in these spans. Common lines are matched in one pass; a line without a match counts as new, so the spans may be too large,
 * never too small.
 */

/** Up to this many lines between the first and the last difference are compared one by one. */
const MOST_LINES = 20_000
/** Shorter lines repeat too often to be matched. */
const TELLING = 12
const LONGEST_LINE = 5000
const BLOCK = 4096

export interface Version {
  /** One character a byte. */
  readonly text: string
  readonly bytes: Uint8Array
}

/** Spans of the newer version, in order, not overlapping. */
export function areas(older: Version, newer: Version, reach: number): [number, number][] {
  const start = alike(older.bytes, newer.bytes)
  const most = Math.min(older.bytes.length, newer.bytes.length) - start
  const tail = alikeAtEnd(older.bytes, newer.bytes, most)
  if (start === newer.bytes.length && start === older.bytes.length) return []
  const from = lineStart(newer.text, start)
  const to = lineEnd(newer.text, newer.bytes.length - tail)
  const [oldFrom, oldTo] = [from, older.bytes.length - (newer.bytes.length - to)]
  const changed = oldTo < oldFrom ? [[from, to] as const] : changes(older.text.slice(oldFrom, oldTo), newer.text.slice(from, to), from)
  const spans: [number, number][] = []
  for (const [first, last] of changed) {
    const span: [number, number] = [outward(newer.text, first - reach, -1), outward(newer.text, last + reach, 1)]
    const before = spans.at(-1)
    if (before && span[0] <= before[1]) before[1] = Math.max(before[1], span[1])
    else spans.push(span)
  }
  return spans
}

/** Length of the common prefix. */
function alike(a: Uint8Array, b: Uint8Array): number {
  const most = Math.min(a.length, b.length)
  let at = 0
  while (at + BLOCK <= most && Buffer.compare(a.subarray(at, at + BLOCK), b.subarray(at, at + BLOCK)) === 0) at += BLOCK
  while (at < most && a[at] === b[at]) at++
  return at
}

function alikeAtEnd(a: Uint8Array, b: Uint8Array, most: number): number {
  let count = 0
  const same = (length: number) =>
    Buffer.compare(a.subarray(a.length - length, a.length - count), b.subarray(b.length - length, b.length - count)) === 0
  while (count + BLOCK <= most && same(count + BLOCK)) count += BLOCK
  while (count < most && a[a.length - 1 - count] === b[b.length - 1 - count]) count++
  return count
}

/** Extends to the end of the line on this side, unless it is too far: a name and its value stay together. */
function outward(text: string, at: number, side: 1 | -1): number {
  if (at <= 0) return 0
  if (at >= text.length) return text.length
  const end = side < 0 ? lineStart(text, at) : lineEnd(text, at)
  return Math.abs(end - at) <= LONGEST_LINE ? end : at
}

export const lineStart = (text: string, at: number) => text.lastIndexOf('\n', at - 1) + 1

export function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at)
  return end < 0 ? text.length : end + 1
}

/** Spans of new lines, and empty spans where lines have become adjacent. */
function changes(older: string, newer: string, offset: number): (readonly [number, number])[] {
  const [was, is] = [older.split('\n'), newer.split('\n')]
  const all: (readonly [number, number])[] = [[offset, offset + newer.length]]
  if (was.length > MOST_LINES || is.length > MOST_LINES) return all
  const places = new Map<string, number>()
  was.forEach((line, i) => void (line.length >= TELLING && places.set(line, places.has(line) ? -1 : i)))
  const spans: (readonly [number, number])[] = []
  let at = offset
  let next = 0
  for (const line of is) {
    const end = Math.min(at + line.length + 1, offset + newer.length)
    const place = line === was[next] ? next : (places.get(line) ?? -1)
    if (place < next) spans.push([at, end])
    else {
      if (place > next) spans.push([at, at])
      next = place + 1
    }
    at = end
  }
  if (next < was.length) spans.push([at, at])
  return spans
}
