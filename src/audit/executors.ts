/**
 * What runs the batches of an audit: this thread if there is little work, else worker threads too. Reused from one repository to the next.
 */
import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import { type Executor, workers } from '../pool.ts'
import { Scanner } from '../scanner.ts'
import { settingsOf } from '../settings.ts'
import type { Config } from '../types.ts'
import type { Batch, UnitResult } from '../unit.ts'

/** Up to this many bytes are scanned before a worker thread has started and warmed up. */
export const LITTLE = 4 << 20

export class Executors {
  readonly #whole: boolean
  readonly #count: number
  #all: readonly Executor[] = []
  #briefing: unknown

  /** `whole`: scan everything in full, whatever is known of earlier versions. */
  constructor(whole: boolean, count = availableParallelism()) {
    this.#whole = whole
    this.#count = count
  }

  /** For work of at least this many bytes. `listing`: this thread keeps listing objects, so it scans only if it is alone. */
  available(config: Config, least: number, bytes: number, listing: boolean): readonly Executor[] {
    const file = workerFile()
    const alone = !file || bytes <= LITTLE || this.#count < 2
    const own = alone || !listing
    const briefing = { config, least, own, others: alone ? 0 : this.#count - (own ? 1 : 0) }
    if (isDeepStrictEqual(briefing, this.#briefing)) return this.#all
    this.end()
    this.#briefing = briefing
    const others = file ? workers(file, { config, least, whole: this.#whole }, briefing.others) : []
    // Each worker is listed twice: the next batch is queued while it works on one.
    this.#all = [...(own ? [sharing(new Scanner(settingsOf(config, least), this.#whole))] : []), ...others, ...others]
    return this.#all
  }

  end(): void {
    for (const one of new Set(this.#all)) one.end()
    this.#all = []
    this.#briefing = undefined
  }
}

/** Bytes scanned before the event loop gets a turn. */
const TURN = 1 << 18

/** This thread as one of several executors: it is warmed up before the others have started. */
function sharing(scanner: Scanner): Executor {
  const run = async ({ units, ...where }: Batch) => {
    const results: UnitResult[] = []
    for (let from = 0; from < units.length; ) {
      let to = from
      for (let bytes = 0; to < units.length && bytes < TURN; to++) bytes += units[to]?.bytes ?? 0
      for (const one of await scanner.scan({ ...where, units: units.slice(from, to) })) results.push({ ...one, unit: from + one.unit })
      from = to
      await setImmediate()
    }
    return results
  }
  return { run, end: () => scanner.end() }
}

/** The folder of the bundle; undefined when running from source: then everything runs in this thread. */
export const bundleFolder = () => (typeof __dirname === 'string' && existsSync(join(__dirname, 'cli.cjs')) ? __dirname : undefined)

function workerFile(): string | undefined {
  const folder = bundleFolder()
  return folder && join(folder, '../bin/leakgate.cjs')
}
