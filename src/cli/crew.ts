/** The hands of an audit: this thread for little, worker threads for much. Kept from one repository to the next. */
import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { Looker } from '../look.ts'
import { type Hand, hands } from '../pool.ts'
import type { Config } from '../types.ts'
import { settingsOf } from './settings.ts'

/** Up to so much is looked at sooner than a worker has started. */
export const LITTLE = 1 << 20

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

  /** For work of which so many bytes are known. */
  hands(config: Config, least: number, bytes: number): readonly Hand[] {
    const file = workerFile()
    const many = file && bytes > LITTLE && this.#count > 1
    const briefing = { config, least, many: Boolean(many) }
    if (isDeepStrictEqual(briefing, this.#briefing)) return this.#hands
    this.end()
    this.#briefing = briefing
    this.#hands = many
      ? hands(file, { config, least, whole: this.#whole }, this.#count)
      : [new Looker(settingsOf(config, least), this.#whole)]
    return this.#hands
  }

  end(): void {
    for (const one of this.#hands) one.end()
    this.#hands = []
    this.#briefing = undefined
  }
}

/** The folder of the bundle. From source there is none: then all is done in this thread. */
export const bundleFolder = () => (typeof __dirname === 'string' && existsSync(join(__dirname, 'cli.cjs')) ? __dirname : undefined)

function workerFile(): string | undefined {
  const folder = bundleFolder()
  return folder && join(folder, 'cli.cjs')
}
