/** Long runs of token characters: most rules need one in a match, and most texts have few. */
import { firstWhere } from '../search.ts'
import { byteSet } from './bytes.ts'
import { FEW, HITS, started } from './wasm.ts'

/** Minimum length of a long run. */
export const LONG = 24

/** Per byte: 1 if it is a character of tokens and base64: A-Z a-z 0-9 + / - _ */
export const TOKEN = byteSet('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_')

let seen = 0
let sieve: Sieve | undefined

/** The long runs, as pairs of start and end. */
export function longRuns(bytes: Uint8Array): number[] {
  seen += bytes.length
  if (seen < FEW) return plainly(bytes)
  sieve ??= new Sieve()
  return sieve.longRuns(bytes)
}

/**
 * Linear: reads only every sixteenth byte and some of the eight after it, all of which lie within any long run around that place; the
 * others only if these are token characters.
 */
function plainly(bytes: Uint8Array): number[] {
  const runs: number[] = []
  const step = LONG - 8
  const token = (at: number) => TOKEN[bytes[at] ?? 0] ?? 0
  for (let i = 0; i + 8 < bytes.length; i += step) {
    if ((token(i) & token(i + 2) & token(i + 4) & token(i + 6) & token(i + 8)) === 0) continue // one branch, whatever the text
    let start = i
    const floor = Math.max(0, i - step)
    while (start > floor && token(start - 1)) start--
    let end = i + 1
    while (end < bytes.length && token(end)) end++
    if (end - start < LONG) continue
    runs.push(start, end)
    i = end
  }
  return runs
}

/** Bytes copied and read at a time. At most one long run ends in any sixteen of them, noted in eight bytes. */
const TURN = 1 << 15
const TEXT = HITS + TURN / 2 + 16

/** Reads sixteen bytes at once: walk.as. */
class Sieve {
  readonly #started = started(TEXT + TURN)
  readonly #bytes = new Uint8Array(this.#started.buffer)
  readonly #words = new Uint32Array(this.#started.buffer)

  longRuns(bytes: Uint8Array): number[] {
    const runs: number[] = []
    let open = 0
    for (let at = 0; at < bytes.length; at += TURN) {
      const turn = bytes.subarray(at, at + TURN)
      this.#bytes.set(turn, TEXT)
      const whole = (turn.length + 15) & ~15
      this.#bytes.fill(0, TEXT + turn.length, TEXT + whole)
      const last = this.#started.code.runs(TEXT, whole, open, LONG) / 4
      for (let i = HITS / 4; i < last; i += 2) {
        const end = at + (this.#words[i + 1] ?? 0)
        runs.push(end - (this.#words[i] ?? 0), end)
      }
      open = this.#words[last] ?? 0
    }
    if (open >= LONG) runs.push(bytes.length - open, bytes.length)
    return runs
  }
}

/** Does one long run have at least `length` characters within `from`..`to`? */
export function holdsRun(runs: readonly number[], length: number, from: number, to: number): boolean {
  const first = firstWhere(runs.length >> 1, (i) => (runs[2 * i + 1] ?? 0) >= from + length)
  for (let i = 2 * first; i < runs.length; i += 2) {
    const start = Math.max(runs[i] ?? 0, from)
    if (start + length > to) return false
    if (start + length <= (runs[i + 1] ?? 0)) return true
  }
  return false
}
