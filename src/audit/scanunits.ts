/** Units → what is found in them: batched to the executors, without what the cache knows, stopped by Ctrl-C. */
import { runBatches } from '../pool.ts'
import { type Settings, shownName } from '../scan.ts'
import { settingsOf } from '../settings.ts'
import type { Cache } from '../setup/cache.ts'
import type { Config, Coverage, Verdict } from '../types.ts'
import type { Unit, UnitResult } from '../unit.ts'
import { type Executors, LITTLE } from './executors.ts'
import type { Progress } from './progress.ts'
import { Queue } from './queue.ts'

/** The options of an audit, whatever it reads. */
export interface AuditRun {
  readonly least: number
  readonly executors: Executors
  readonly progress: Progress
  readonly interrupt: AbortController
  readonly cached: boolean
  /** Scan archives, whatever the config says. */
  readonly archives?: boolean
}

/** Where units are, and their cache. */
export interface Origin {
  readonly at?: string
  readonly config: Config
  readonly cache?: Cache
}

/** A path of a unit with findings. */
export interface Hit {
  readonly unit: Unit
  readonly path: string
  readonly verdicts: readonly Verdict[]
}

export interface Scanned {
  readonly hits: readonly Hit[]
  readonly coverage: readonly Coverage[]
}

export async function scanUnits(units: Iterable<Unit>, { at, config, cache }: Origin, audit: AuditRun): Promise<Scanned> {
  const { least, executors, progress, interrupt } = audit
  const scanned = new Scan(cache, settingsOf(config, least))
  const queue = new Queue()
  const listing = queue.fill(scanned.unknown(units), (bytes) => progress.listed(bytes), interrupt.signal)
  listing.catch(() => {}) // awaited below
  const first = await queue.sized(LITTLE)
  await runBatches(
    queue.batches(at),
    executors.available(config, least, first, at !== undefined),
    (batch, results) => {
      const byUnit = new Map(results.map((result) => [result.unit, result]))
      for (const [i, unit] of batch.units.entries()) scanned.add(unit, byUnit.get(i))
      progress.looked(
        batch.units.reduce((sum, { bytes }) => sum + bytes, 0),
        results.reduce((sum, { found }) => sum + found.flat().length, 0),
      )
    },
    interrupt,
  )
  await listing
  cache?.write()
  return scanned
}

/** What was scanned so far, by this run or by an earlier one. */
class Scan implements Scanned {
  readonly hits: Hit[] = []
  readonly coverage: Coverage[] = []
  readonly #cache: Cache | undefined
  readonly #settings: Settings
  /** Units that an earlier run scanned under some of their paths: already in the coverage. */
  readonly #partly = new Set<Unit>()

  constructor(cache: Cache | undefined, settings: Settings) {
    this.#cache = cache
    this.#settings = settings
  }

  /** The units without the paths that the cache knows. */
  *unknown(units: Iterable<Unit>): Generator<Unit> {
    for (const unit of units) {
      const known = isImmutable(unit) ? unit.paths.map((path) => this.#cache?.verdicts(unit.id, path)) : []
      if (known.every((verdicts) => verdicts === undefined)) {
        yield unit
        continue
      }
      this.#cover(unit)
      unit.paths.forEach((path, i) => void this.#hit(unit, path, known[i] ?? []))
      const left = { ...unit, paths: unit.paths.filter((_, i) => known[i] === undefined) }
      if (left.paths.length === 0) continue
      this.#partly.add(left)
      yield left
    }
  }

  /** `result`: undefined if nothing was found. */
  add(unit: Unit, result: UnitResult | undefined): void {
    if (!this.#partly.has(unit)) this.#cover(unit, result?.unread)
    for (const one of result?.within ?? []) this.coverage.push(one)
    unit.paths.forEach((path, i) => {
      const verdicts = result?.found[i] ?? []
      this.#hit(unit, path, verdicts)
      if (isImmutable(unit) && !result?.unread && !result?.within?.length) this.#cache?.keep(unit.id, path, verdicts)
    })
  }

  #hit(unit: Unit, path: string, verdicts: readonly Verdict[]): void {
    if (verdicts.length > 0) this.hits.push({ unit, path, verdicts })
  }

  #cover({ paths: [path = ''], bytes }: Unit, unread?: string): void {
    this.coverage.push(unread ? { path: shownName(path, this.#settings), bytes, unread } : { path, bytes })
  }
}

/** Objects are immutable; files are not. */
const isImmutable = ({ kind }: Unit) => kind !== 'file' && kind !== 'text'
