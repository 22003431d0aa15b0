/** Units waiting to be scanned: listed while others are scanned, taken in batches. */
import { setImmediate } from 'node:timers/promises'
import type { Batch, Unit } from '../unit.ts'

const BATCH_BYTES = 1 << 20
const BATCH_UNITS = 512
/** How many are listed before the event loop gets a turn. */
const SLICE = 1000

export class Queue {
  readonly #units: Unit[] = []
  #next = 0
  #bytes = 0
  #closed = false
  #wake: (() => void)[] = []

  /** Fills the queue and closes it, also at an error. `listed` is told the bytes as they are counted, so that the total is soon known. */
  async fill(units: Iterable<Unit>, listed: (bytes: number) => void, signal: AbortSignal): Promise<void> {
    let count = 0
    let told = 0
    const tell = () => {
      listed(this.#bytes - told)
      told = this.#bytes
    }
    try {
      for (const unit of units) {
        this.#units.push(unit)
        this.#bytes += unit.bytes
        if (++count % SLICE !== 0) continue
        tell()
        this.#rouse()
        await setImmediate()
        if (signal.aborted) break
      }
      tell()
    } finally {
      this.#closed = true
      this.#rouse()
    }
  }

  /** Waits for that many bytes, or for the end of the list; returns how many there are. */
  async sized(enough: number): Promise<number> {
    while (!this.#closed && this.#bytes < enough) await this.#news()
    return this.#bytes
  }

  /** `at`: the repository of the units, if not the one of the current folder. */
  async *batches(at: string | undefined): AsyncGenerator<Batch> {
    for (;;) {
      while (!this.#closed && this.#units.length - this.#next < BATCH_UNITS) await this.#news()
      const units: Unit[] = []
      for (let bytes = 0; bytes < BATCH_BYTES && units.length < BATCH_UNITS && this.#next < this.#units.length; this.#next++) {
        const unit = this.#units[this.#next]
        if (unit) units.push(unit)
        bytes += unit?.bytes ?? 0
      }
      if (units.length > 0) yield { ...(at === undefined ? {} : { at }), units }
      else if (this.#closed) return
    }
  }

  #rouse(): void {
    for (const wake of this.#wake) wake()
    this.#wake = []
  }

  #news = () => new Promise<void>((resolve) => void this.#wake.push(resolve))
}
