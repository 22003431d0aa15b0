/** Suggests the name that was probably meant. */
import { isQuotable } from './wording.ts'

/** ` Did you mean …?` with the nearest of the names; empty if none is near. */
export function didYouMean(wanted: string, names: Iterable<string>, prefix = ''): string {
  const near = nearest(wanted, [...names].filter(isQuotable))
  return near ? ` Did you mean ${prefix}${near}?` : ''
}

/** By edit distance; undefined if none is near. */
function nearest(wanted: string, names: Iterable<string>): string | undefined {
  let best: string | undefined
  let least = Math.max(2, Math.floor(wanted.length / 3)) + 1
  for (const name of names) {
    const distance = editDistance(wanted.toLowerCase(), name.toLowerCase())
    if (distance < least) [best, least] = [name, distance]
  }
  return best
}

/** Levenshtein distance, with a single row. */
function editDistance(a: string, b: string): number {
  const row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    let diagonal = i - 1
    row[0] = i
    for (let j = 1; j <= b.length; j++) {
      const above = row[j] ?? 0
      row[j] = Math.min(above + 1, (row[j - 1] ?? 0) + 1, diagonal + (a[i - 1] === b[j - 1] ? 0 : 1))
      diagonal = above
    }
  }
  return row[b.length] ?? 0
}
