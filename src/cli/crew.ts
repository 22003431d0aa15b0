/** The hands of an audit: this thread for little, and worker threads for much. Kept from one repository to the next. */
import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import { Looker } from '../look.ts'
import { type Hand, hands } from '../pool.ts'
import type { Config } from '../types.ts'
import type { Batch, Look } from '../unit.ts'
import { settingsOf } from './settings.ts'

/** Up to so much is looked at before a worker has started and found its pace. */
export const LITTLE = 4 << 20

export class Crew {
  readonly #whole: boolean
  readonly #count: number
  #hands: readonly Hand[] = []
  #briefing: unknown

  /** `whole`: nothing is left out for what is known of a former version. */
  constructor(whole: boolean, count = availableParallelism()) {
    this.#whole = whole
    this.#count = count
  }

  /** For work of which so many bytes are known. `listing`: this thread has a list of objects to hold, and works only if it is alone. */
  hands(config: Config, least: number, bytes: number, listing: boolean): readonly Hand[] {
    const file = workerFile()
    const alone = !file || bytes <= LITTLE || this.#count < 2
    const own = alone || !listing
    const briefing = { config, least, own, others: alone ? 0 : this.#count - (own ? 1 : 0) }
    if (isDeepStrictEqual(briefing, this.#briefing)) return this.#hands
    this.end()
    this.#briefing = briefing
    const others = file ? hands(file, { config, least, whole: this.#whole }, briefing.others) : []
    // Each of the others has the next batch when it has done one.
    this.#hands = [...(own ? [sharing(new Looker(settingsOf(config, least), this.#whole))] : []), ...others, ...others]
    return this.#hands
  }

  end(): void {
    for (const one of new Set(this.#hands)) one.end()
    this.#hands = []
    this.#briefing = undefined
  }
}

/** So many bytes are looked at before others have a turn. */
const TURN = 1 << 18

/** This thread as one hand of several: it has started, and knows its way, when the others have not. */
function sharing(looker: Looker): Hand {
  const look = async ({ units, ...where }: Batch) => {
    const looks: Look[] = []
    for (let from = 0; from < units.length; ) {
      let to = from
      for (let bytes = 0; to < units.length && bytes < TURN; to++) bytes += units[to]?.bytes ?? 0
      for (const one of await looker.look({ ...where, units: units.slice(from, to) })) looks.push({ ...one, unit: from + one.unit })
      from = to
      await setImmediate()
    }
    return looks
  }
  return { look, end: () => looker.end() }
}

/** The folder of the bundle. From source there is none: then all is done in this thread. */
export const bundleFolder = () => (typeof __dirname === 'string' && existsSync(join(__dirname, 'cli.cjs')) ? __dirname : undefined)

function workerFile(): string | undefined {
  const folder = bundleFolder()
  return folder && join(folder, '../bin/leakgate.cjs')
}
