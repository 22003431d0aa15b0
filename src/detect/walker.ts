/** The complete table of an automaton, and the walk over it in WebAssembly (walk.as): three to four times as fast as in JavaScript. */
import { type Code, HITS, started } from './wasm.ts'

/** Bytes copied and read at a time. */
const TURN = 1 << 15
const STREAMS = 4
/** Streams shorter than this, plus what is read ahead, do not pay off. */
const WORTH = 64

/** The memory, in bytes: the class of each byte; the end of each stream's hits; hits, in the worst case one per byte; text; table. */
const ENDS = 256
const TEXT = HITS + 8 * TURN
const TABLE = TEXT + TURN

/** Rows from `hits[from]` to `hits[to]`, each with the offset after it, relative to `base`. */
type OnHits = (hits: Uint32Array, from: number, to: number, base: number) => void

export class Walker {
  /** Per row: the row that each class leads to. */
  readonly table: Uint16Array
  readonly #bytes: Uint8Array
  readonly #words: Uint32Array
  readonly #code: Code

  /** `cells`: the size of the table. */
  constructor(classOf: Uint8Array, cells: number) {
    const { buffer, code } = started(TABLE + 2 * cells)
    this.#code = code
    this.#bytes = new Uint8Array(buffer)
    this.#words = new Uint32Array(buffer)
    this.table = new Uint16Array(buffer, TABLE, cells)
    this.#bytes.set(classOf)
  }

  /** Starts in `row`; `longest`: how many bytes before a place determine its state. Hits come in the order of the text. */
  walk(bytes: Uint8Array, row: number, lastPlain: number, longest: number, onHits: OnHits): void {
    let now = row
    for (let at = 0; at < bytes.length; at += TURN) {
      const turn = bytes.subarray(at, at + TURN)
      this.#bytes.set(turn, TEXT)
      const quarter = Math.floor(turn.length / STREAMS)
      const streams = quarter < longest + WORTH ? 0 : STREAMS
      if (streams > 0) {
        now = this.#code.walk(TEXT, quarter, TABLE, now, lastPlain, longest)
        for (let k = 0; k < streams; k++) this.#told(k, HITS + 8 * quarter * k, at, onHits)
      }
      const read = streams * quarter
      if (read === turn.length) continue
      now = this.#code.rest(TEXT + read, turn.length - read, TABLE, now, lastPlain)
      this.#told(0, HITS, at + read, onHits)
    }
  }

  /** Reports the list of hits that begins at `start`. */
  #told(stream: number, start: number, base: number, onHits: OnHits): void {
    const end = this.#words[ENDS / 4 + stream] ?? 0
    if (end > start) onHits(this.#words, start / 4, end / 4, base)
  }
}
