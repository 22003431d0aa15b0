/**
 * The multi-literal automaton (Aho-Corasick): finds every literal of every rule in one pass over the bytes. Its table maps states and
 * character classes to states; one look-up per byte, however many literals there are.
 */
import { firstWhere } from '../search.ts'
import { type AutomatonData, folded, SHIFT } from './literals.ts'
import { Walker } from './walker.ts'
import { FEW } from './wasm.ts'

/** Hits are reported in batches of this size, which keeps the loop over the bytes small. */
const TURN = 2048

/** A cell that is not computed yet: no row has the number 0. */
const UNKNOWN = 0
const ROOT = 1

type OnHit = (literal: number, end: number) => void

/**
 * The table is filled in lazily: for a commit, the whole one would cost more than it saves. A state gets its row when it is first reached:
 * most texts reach few states, so their rows are close together, in few pages of memory. The rows of states in which a literal ends come
 * last.
 */
export class Automaton {
  readonly #classOf = new Uint8Array(256)
  /** Per row: the row that each class leads to. */
  #next: Uint16Array
  /** Has the complete table. */
  #walker: Walker | undefined
  readonly #stateOf: Uint16Array
  readonly #rowOf: Uint16Array
  /** Rows after this one belong to states in which a literal ends. */
  readonly #lastPlain: number
  /** Per such row: the index of its ending state. */
  readonly #endOf: Uint16Array
  readonly #data: AutomatonData
  /** The next free rows: for a state in which no literal ends, and for one in which one does. */
  readonly #free: [number, number]
  #seen = 0

  constructor(data: AutomatonData) {
    const states = data.fails.length
    this.#data = data
    this.#next = new Uint16Array((states + 1) << SHIFT)
    this.#stateOf = new Uint16Array(states + 1)
    this.#rowOf = new Uint16Array(states)
    this.#lastPlain = states - data.ending.length
    this.#endOf = new Uint16Array(data.ending.length)
    this.#free = [ROOT, this.#lastPlain + 1]
    this.#row(0)
    const symbols = folded(String.fromCharCode(...this.#classOf.keys()))
    for (let code = 0; code < symbols.length; code++) this.#classOf[code] = data.alphabet.indexOf(symbols.charAt(code)) + 1
  }

  /** Calls `onHit(literal, end)` for each occurrence of a literal, in order of `end`, the offset after its last byte. */
  scan(bytes: Uint8Array, onHit: OnHit): void {
    this.#seen += bytes.length
    if (this.#seen < FEW) this.#learning(bytes, onHit)
    else this.#whole(bytes, onHit)
  }

  #learning(bytes: Uint8Array, onHit: OnHit): void {
    const classOf = this.#classOf
    const next = this.#next
    const hits = new Uint32Array(2 * Math.min(bytes.length, TURN))
    const lastPlain = this.#lastPlain
    const length = bytes.length
    let row = ROOT
    let count = 0
    for (let i = 0; i < length; i++) {
      const at = (row << SHIFT) | (classOf[bytes[i] ?? 0] ?? 0)
      row = next[at] ?? UNKNOWN
      if (row === UNKNOWN) row = this.#learn(at)
      if (row > lastPlain) {
        hits[count++] = row
        hits[count++] = i + 1
        if (count === hits.length) {
          this.#tell(hits, 0, count, 0, onHit)
          count = 0
        }
      }
    }
    this.#tell(hits, 0, count, 0, onHit)
  }

  #whole(bytes: Uint8Array, onHit: OnHit): void {
    this.#walker ??= this.#filledIn()
    this.#walker.walk(bytes, ROOT, this.#lastPlain, this.#data.longest, (hits, from, to, base) => this.#tell(hits, from, to, base, onHit))
  }

  /** Offsets are relative to `base`. */
  #tell(hits: Uint32Array, from: number, to: number, base: number, onHit: OnHit): void {
    const { starts, ends } = this.#data
    const first = this.#lastPlain + 1
    for (let i = from; i < to; i += 2) {
      const end = this.#endOf[(hits[i] ?? 0) - first] ?? 0
      const last = starts[end + 1] ?? 0
      for (let k = starts[end] ?? 0; k < last; k++) onHit(ends[k] ?? 0, base + (hits[i + 1] ?? 0))
    }
  }

  /** Computes a cell: along the trie, or from the longest suffix that has such an edge. */
  #learn(at: number): number {
    const { fails } = this.#data
    const symbol = at & ((1 << SHIFT) - 1)
    let from = this.#stateOf[at >> SHIFT] ?? 0
    let target = this.#edge(from, symbol)
    while (target < 0 && from !== 0) {
      from = fails[from] ?? 0
      target = this.#edge(from, symbol)
    }
    const row = this.#row(Math.max(target, 0))
    this.#next[at] = row
    return row
  }

  /** Computes all rows: each is that of the longest suffix, overridden by the state's own edges. */
  #filledIn(): Walker {
    const { fails, edges, classes } = this.#data
    const walker = new Walker(this.#classOf, this.#next.length)
    const next = walker.table
    const filled = new Uint8Array(fails.length)
    const fill = (state: number) => {
      if (filled[state]) return
      filled[state] = 1
      const row = this.#row(state) << SHIFT
      if (state === 0) next.fill(ROOT, row, row + (1 << SHIFT))
      else {
        fill(fails[state] ?? 0)
        const suffix = this.#row(fails[state] ?? 0) << SHIFT
        next.copyWithin(row, suffix, suffix + (1 << SHIFT))
      }
      const last = edges[state + 1] ?? 0
      for (let k = edges[state] ?? 0; k < last; k++) next[row + (classes[k] ?? 0)] = this.#row(k + 1)
    }
    for (let state = 0; state < fails.length; state++) fill(state)
    this.#next = new Uint16Array()
    return walker
  }

  /** The row of a state, allocated if needed. */
  #row(state: number): number {
    const known = this.#rowOf[state] ?? UNKNOWN
    if (known !== UNKNOWN) return known
    const end = this.#ending(state)
    const row = this.#free[end < 0 ? 0 : 1]++
    if (end >= 0) this.#endOf[row - this.#lastPlain - 1] = end
    this.#rowOf[state] = row
    this.#stateOf[row] = state
    return row
  }

  /** The index of the state among the ending states; -1 if it is none. */
  #ending(state: number): number {
    const { ending } = this.#data
    const at = firstWhere(ending.length, (i) => (ending[i] ?? 0) >= state)
    return ending[at] === state ? at : -1
  }

  /** The target state, or -1 if the trie has no such edge. */
  #edge(state: number, symbol: number): number {
    const { edges, classes } = this.#data
    const end = edges[state + 1] ?? 0
    for (let i = edges[state] ?? 0; i < end; i++) if (classes[i] === symbol) return i + 1
    return -1
  }
}
