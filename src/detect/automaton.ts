/**
 * The multi-literal automaton at work: finds every literal of every rule in one pass over the bytes, with a constant number of look-ups a
 * byte, whatever the number of literals.
 */
import { type AutomatonData, SHIFT } from './literals.ts'

/** Fewer bytes in all are walked through along the trie: the table would cost a commit more than it saves. */
const FEW = 1 << 17

/** So many bytes are read in a turn of each of two streams: while the one waits for memory, the other goes on. */
const TURN = 4096
/** Shorter halves are not worth it. */
const WORTH = 64

type OnHit = (literal: number, end: number) => void

export class Automaton {
  readonly #data: AutomatonData
  readonly #classOf = new Uint8Array(256)
  /** Where each class leads to from the root: most steps of a walk begin there. */
  readonly #root = new Uint16Array(1 << SHIFT)
  /** Of each state and class: the state that follows. */
  #table: Uint16Array | undefined
  #seen = 0
  /** States in which a literal ends, each with the offset behind it: told of in turns, which keeps the loops over the bytes small. */
  #near = new Int32Array(0)
  #far = new Int32Array(0)

  constructor(data: AutomatonData) {
    this.#data = data
    for (let i = 0; i < data.alphabet.length; i++) {
      const code = data.alphabet.charCodeAt(i)
      this.#classOf[code] = i + 1
      if (code >= 97 && code <= 122) this.#classOf[code - 32] = i + 1
    }
    follow(data, 0, this.#root, 0)
  }

  /** Calls `onHit(literal, end)` for each literal that ends before offset `end`, in the order of the text. */
  scan(bytes: Uint8Array, onHit: OnHit): void {
    this.#seen += bytes.length
    if (this.#seen < FEW) this.#walk(bytes, onHit)
    else this.#run(bytes, this.#whole(), onHit)
  }

  #walk(bytes: Uint8Array, onHit: OnHit): void {
    const { fails, edges, classes, targets, firstEnd } = this.#data
    const length = bytes.length
    let state = 0
    for (let i = 0; i < length; i++) {
      const symbol = this.#classOf[bytes[i] ?? 0] ?? 0
      for (let next = -1; next < 0; ) {
        if (state === 0) next = this.#root[symbol] ?? 0
        else {
          const last = edges[state + 1] ?? 0
          for (let k = edges[state] ?? 0; k < last; k++) if (classes[k] === symbol) next = targets[k] ?? 0
        }
        state = next < 0 ? (fails[state] ?? 0) : next
      }
      if (state >= firstEnd) this.#ends(state, i + 1, onHit)
    }
  }

  #run(bytes: Uint8Array, table: Uint16Array, onHit: OnHit): void {
    const classOf = this.#classOf
    const near = this.#near
    const far = this.#far
    const { firstEnd, longest } = this.#data
    let state = 0
    let at = 0
    for (let turn = halfOf(bytes, at); turn >= longest + WORTH; turn = halfOf(bytes, at)) {
      const middle = at + turn
      let ahead = 0 // the state at the middle hangs on no more than the longest literal before it
      for (let i = middle - longest; i < middle; i++) ahead = table[(ahead << SHIFT) | (classOf[bytes[i] ?? 0] ?? 0)] ?? 0
      let count = 0
      let more = 0
      for (let i = at; i < middle; i++) {
        state = table[(state << SHIFT) | (classOf[bytes[i] ?? 0] ?? 0)] ?? 0
        ahead = table[(ahead << SHIFT) | (classOf[bytes[i + turn] ?? 0] ?? 0)] ?? 0
        if (state >= firstEnd) {
          near[count++] = state
          near[count++] = i + 1
        }
        if (ahead >= firstEnd) {
          far[more++] = ahead
          far[more++] = i + turn + 1
        }
      }
      for (let i = 0; i < count; i += 2) this.#ends(near[i] ?? 0, near[i + 1] ?? 0, onHit)
      for (let i = 0; i < more; i += 2) this.#ends(far[i] ?? 0, far[i + 1] ?? 0, onHit)
      state = ahead
      at += 2 * turn
    }
    for (let i = at; i < bytes.length; i++) {
      state = table[(state << SHIFT) | (classOf[bytes[i] ?? 0] ?? 0)] ?? 0
      if (state >= firstEnd) this.#ends(state, i + 1, onHit)
    }
  }

  #ends(state: number, end: number, onHit: OnHit): void {
    const { firstEnd, starts, ends } = this.#data
    const last = starts[state - firstEnd + 1] ?? 0
    for (let k = starts[state - firstEnd] ?? 0; k < last; k++) onHit(ends[k] ?? 0, end)
  }

  /** The table, filled in when it is first needed. */
  #whole(): Uint16Array {
    if (this.#table) return this.#table
    this.#near = new Int32Array(2 * TURN)
    this.#far = new Int32Array(2 * TURN)
    this.#table = tableOf(this.#data)
    return this.#table
  }
}

const halfOf = (bytes: Uint8Array, at: number) => Math.min(TURN, (bytes.length - at) >> 1)

/** Each state's row is that of its longest suffix, but for its own edges. */
function tableOf(data: AutomatonData): Uint16Array {
  const states = data.fails.length
  const table = new Uint16Array(states << SHIFT)
  const filled = new Uint8Array(states)
  const fill = (state: number) => {
    if (filled[state]) return
    filled[state] = 1
    const fail = data.fails[state] ?? 0
    fill(fail)
    table.copyWithin(state << SHIFT, fail << SHIFT, (fail + 1) << SHIFT)
    follow(data, state, table, state << SHIFT)
  }
  for (let state = 0; state < states; state++) fill(state)
  return table
}

/** Writes the states that the edges of a state lead to, each at the place of its class. */
function follow({ edges, classes, targets }: AutomatonData, state: number, row: Uint16Array, at: number): void {
  const last = edges[state + 1] ?? 0
  for (let k = edges[state] ?? 0; k < last; k++) row[at + (classes[k] ?? 0)] = targets[k] ?? 0
}
