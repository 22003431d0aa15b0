/** What runs an audit's batches: this thread for little, and worker threads for much. Kept from one repository to the next. */
import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import { type Executor, workers } from '../pool.ts'
import { Scanner } from '../scanner.ts'
import type { Config } from '../types.ts'
import type { Batch, UnitResult } from '../unit.ts'
import { settingsOf } from './settings.ts'

/** Up to so much is looked at before a worker has started and found its pace. */
export const LITTLE = 4 << 20

export class Executors {
  readonly #whole: boolean
  readonly #count: number
  #all: readonly Executor[] = []
  #briefing: unknown

  /** `whole`: nothing is left out for what is known of a former version. */
  constructor(whole: boolean, count = availableParallelism()) {
    this.#whole = whole
    this.#count = count
  }

  /** For work of which so many bytes are known. `listing`: this thread has a list of objects to hold, and works only if it is alone. */
  available(config: Config, least: number, bytes: number, listing: boolean): readonly Executor[] {
    const file = workerFile()
    const alone = !file || bytes <= LITTLE || this.#count < 2
    const own = alone || !listing
    const briefing = { config, least, own, others: alone ? 0 : this.#count - (own ? 1 : 0) }
    if (isDeepStrictEqual(briefing, this.#briefing)) return this.#all
    this.end()
    this.#briefing = briefing
    const others = file ? workers(file, { config, least, whole: this.#whole }, briefing.others) : []
    // Each of the others has the next batch when it has done one.
    this.#all = [...(own ? [sharing(new Scanner(settingsOf(config, least), this.#whole))] : []), ...others, ...others]
    return this.#all
  }

  end(): void {
    for (const one of new Set(this.#all)) one.end()
    this.#all = []
    this.#briefing = undefined
  }
}

/** So many bytes are looked at before others have a turn. */
const TURN = 1 << 18

/** This thread as one executor of several: it has started, and knows its way, when the others have not. */
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

/** The folder of the bundle. From source there is none: then all is done in this thread. */
export const bundleFolder = () => (typeof __dirname === 'string' && existsSync(join(__dirname, 'cli.cjs')) ? __dirname : undefined)

function workerFile(): string | undefined {
  const folder = bundleFolder()
  return folder && join(folder, '../bin/leakgate.cjs')
}
