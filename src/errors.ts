/** The one class of errors meant for the user: a problem, then a next step. */

/** 1: not armed; 2: usage or config; 3: something could not be scanned, so the commit is refused; 130: interrupted. */
export type ExitCode = 1 | 2 | 3 | 130

export class UserError extends Error {
  readonly code: ExitCode
  readonly next: string

  constructor(code: ExitCode, problem: string, next: string, options?: ErrorOptions) {
    super(problem, options)
    this.name = 'UserError'
    this.code = code
    this.next = next
  }
}

/** ` Did you mean …?` with the nearest of the names; empty if none is near. */
export function meant(wanted: string, names: Iterable<string>, prefix = ''): string {
  const near = nearest(wanted, names)
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
