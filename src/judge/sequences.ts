/** Sequences of letters, of numbers and of the keys of a keyboard: what a person types in place of a secret. */

/** After 9 the sequence goes on with zero or with hex letters, and back: `890abc`, `cba987`. */
const goesOn = (value: string, i: number, step: number) =>
  (step === 1 ? /^(?:.?9[0aA]|90[aA])$/ : /^.?[aA]9$/).test(value.slice(Math.max(0, i - 2), i + 1))

/** Length of the longest ascending or descending run, `123456`, `abcdef`, `9876`, or of a row of the keyboard. */
export function sequential(value: string): number {
  const rows = LETTERS.map((row) => (value.toLowerCase().includes(row) ? row.length : 1))
  return Math.max(1, ...runs(value, 1), ...runs(value, -1), ...rows)
}

/** How many letters are in such runs, if not in short ones: `0123456789abcdef0123456789abcdef`. */
export const sequences = (value: string) =>
  Math.max(sequential(value), ...[1, -1].map((step) => runs(value, step).reduce((sum, run) => sum + (run > 5 ? run : 0), 0)))

/** The lengths of all runs in which each letter is the next (`step` 1), or the one before (-1). */
function runs(value: string, step: number): number[] {
  const lengths: number[] = []
  let run = 1
  for (let i = 1; i <= value.length; i++) {
    if (value.charCodeAt(i) - value.charCodeAt(i - 1) === step || goesOn(value, i, step)) run++
    else {
      lengths.push(run)
      run = 1
    }
  }
  return lengths
}

/** Bytes that increase by a constant step, in hex: `000102030405…`, `0011223344…`. */
export function countedBytes(value: string): boolean {
  const hex = /^(?:0x)?((?:[\dA-Fa-f]{2}){8,})$/.exec(value)?.[1]
  if (!hex) return false
  const bytes = Buffer.from(hex, 'hex')
  const step = ((bytes[1] ?? 0) - (bytes[0] ?? 0)) & 255
  return bytes.every((byte, i) => i === 0 || ((byte - (bytes[i - 1] ?? 0)) & 255) === step)
}

/** `01020304050607080910111213` */
export const countedNumbers = (value: string) =>
  /^(?:\d\d){8,50}$/.test(value) &&
  (value.match(/\d\d/g) ?? []).every((pair, i, pairs) => i === 0 || Number(pair) - Number(pairs[i - 1]) === 1)

/** `abc123def456ghi789` */
export const isStepped = (value: string) => value.length >= 9 && runs(value.toLowerCase(), 1).every((run) => run >= 3)

/** Of letters, on a keyboard. */
const LETTERS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm']
const ROWS = ['1234567890', ...LETTERS].flatMap((row) => [row, [...row].reverse().join('')])

/** Mostly along the rows of a keyboard, to and fro: `qwerty-asdfgh`, `poiuytrewq1234567`. */
export function isAlongRows(value: string): boolean {
  const lower = value.toLowerCase()
  let count = 0
  for (let at = 0; at < lower.length; ) {
    let length = 1
    while (at + length < lower.length && ROWS.some((row) => row.includes(lower.slice(at, at + length + 1)))) length++
    if (length > 3) count += length
    at += length
  }
  return value.length >= 12 && count > 0.7 * value.length
}

/** Letters of the middle row of a keyboard, as fingers that strike at random find them: `asldkgfaklsdfj`. */
export function isStruck(value: string): boolean {
  const letters = value.toLowerCase().replace(/[^a-z]/g, '')
  return letters.length >= 12 && letters.length > 0.9 * value.length && letters.replace(/[^asdfghjkl]/g, '').length >= 0.8 * letters.length
}
