/**
 * The multi-literal automaton at work: finds every literal of every rule in one pass over the bytes. It is a table of states by character
 * classes; one look-up a byte, whatever the number of literals.
 */
import { type AutomatonData, SHIFT } from './literals.ts'

/** So many numbers of hits are held, two of each. */
const HITS = 2048

/** A cell that is not known yet: no row has the number 0. */
const UNKNOWN = 0

/**
 * The table is filled in as texts ask for it. A state gets its row when it is first reached: most texts reach few states, and their rows
 * then lie close together, in few pages of memory. Rows of states in which a literal ends are the last ones.
 */
export class Automaton {
  readonly #classOf = new Uint8Array(256)
  /** Of each row: the row that each class leads to. */
  readonly #next: Uint16Array
  /** Rows that were reached, each with the offset behind it: told of in turns, which keeps the loop over the bytes small. */
  readonly #hits = new Int32Array(HITS)
  readonly #stateOf: Uint16Array
  readonly #rowOf: Uint16Array
  readonly #data: AutomatonData
  /** The next free rows: for a state in which no literal ends, and for one in which some do. */
  readonly #free: [number, number]

  constructor(data: AutomatonData) {
    const states = data.fails.length
    this.#data = data
    this.#next = new Uint16Array((states + 1) << SHIFT)
    this.#stateOf = new Uint16Array(states + 1)
    this.#rowOf = new Uint16Array(states)
    this.#free = [1, data.firstEnd + 1]
    this.#row(0)
    for (let i = 0; i < data.alphabet.length; i++) {
      const code = data.alphabet.charCodeAt(i)
      this.#classOf[code] = i + 1
      if (code >= 97 && code <= 122) this.#classOf[code - 32] = i + 1
    }
  }

  /** Calls `onHit(literal, end)` for each literal that ends before offset `end`, in the order of the text. */
  scan(bytes: Uint8Array, onHit: (literal: number, end: number) => void): void {
    const classOf = this.#classOf
    const next = this.#next
    const hits = this.#hits
    const { firstEnd } = this.#data
    const length = bytes.length
    let row = 1
    let count = 0
    for (let i = 0; i < length; i++) {
      const at = (row << SHIFT) | (classOf[bytes[i] ?? 0] ?? 0)
      row = next[at] ?? UNKNOWN
      if (row === UNKNOWN) row = this.#learn(at)
      if (row > firstEnd) {
        hits[count++] = row
        hits[count++] = i + 1
        if (count === HITS) count = this.#tell(count, onHit)
      }
    }
    this.#tell(count, onHit)
  }

  /** Gives the number of hits that are left to tell: none. */
  #tell(count: number, onHit: (literal: number, end: number) => void): 0 {
    const { firstEnd, starts, ends } = this.#data
    for (let i = 0; i < count; i += 2) {
      const state = (this.#stateOf[this.#hits[i] ?? 0] ?? 0) - firstEnd
      const last = starts[state + 1] ?? 0
      for (let k = starts[state] ?? 0; k < last; k++) onHit(ends[k] ?? 0, this.#hits[i + 1] ?? 0)
    }
    return 0
  }

  /** The cell of a row and a class: along the trie, or from the longest suffix that has such an edge. */
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

  /** The row of a state. */
  #row(state: number): number {
    const known = this.#rowOf[state] ?? UNKNOWN
    if (known !== UNKNOWN) return known
    const row = this.#free[state < this.#data.firstEnd ? 0 : 1]++
    this.#rowOf[state] = row
    this.#stateOf[row] = state
    return row
  }

  /** -1 if the trie has no such edge. */
  #edge(state: number, symbol: number): number {
    const { edges, classes, targets } = this.#data
    const end = edges[state + 1] ?? 0
    for (let i = edges[state] ?? 0; i < end; i++) if (classes[i] === symbol) return targets[i] ?? -1
    return -1
  }
}
