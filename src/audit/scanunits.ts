/** Units → what is found in them: batched to the executors, skipping what the cache knows, stopped by Ctrl-C. */
import { setImmediate } from 'node:timers/promises'
import { runBatches } from '../pool.ts'
import { shownName } from '../scan.ts'
import { settingsOf } from '../settings.ts'
import type { Cache } from '../setup/cache.ts'
import type { Config, Coverage, Verdict } from '../types.ts'
import type { Batch, Unit, UnitResult } from '../unit.ts'
import { type Executors, LITTLE } from './executors.ts'
import type { Progress } from './progress.ts'

/** The options of an audit, whatever it reads. */
export interface AuditRun {
  readonly least: number
  readonly executors: Executors
  readonly progress: Progress
  readonly signal: AbortSignal
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

const BATCH_BYTES = 1 << 20
const BATCH_UNITS = 512
/** How many are listed before the event loop gets a turn. */
const SLICE = 1000

export async function scanUnits(
  units: Iterable<Unit>,
  { at, config, cache }: Origin,
  { least, executors, progress, signal }: AuditRun,
): Promise<Scanned> {
  const settings = settingsOf(config, least)
  const hits: Hit[] = []
  const coverage: Coverage[] = []
  const keep = (unit: Unit, path: string, verdicts: readonly Verdict[]) => {
    if (verdicts.length > 0) hits.push({ unit, path, verdicts })
  }
  const cover = (unit: Unit, unread?: string) => {
    const path = unit.paths[0] ?? ''
    coverage.push(unread ? { path: shownName(path, settings), bytes: unit.bytes, unread } : { path, bytes: unit.bytes })
  }
  const done = ({ units }: Batch, results: readonly UnitResult[]) => {
    const byUnit = new Map(results.map((result) => [result.unit, result]))
    units.forEach((unit, i) => {
      const result = byUnit.get(i)
      if (!(cache && partly.has(unit))) cover(unit, result?.unread)
      for (const one of result?.within ?? []) coverage.push(one)
      unit.paths.forEach((path, k) => {
        const verdicts = result?.found[k] ?? []
        keep(unit, path, verdicts)
        if (cache && isImmutable(unit) && !result?.unread && !result?.within?.length) cache.keep(unit.id, path, verdicts)
      })
    })
    progress.looked(
      units.reduce((sum, { bytes }) => sum + bytes, 0),
      results.reduce((sum, { found }) => sum + found.flat().length, 0),
    )
  }
  /** Units that were scanned before under some of their paths: already in the coverage. */
  const partly = new Set<Unit>()
  /** The unit without the paths that the cache knows. */
  const news = (unit: Unit): Unit | undefined => {
    if (!cache || !isImmutable(unit)) return unit
    const known = unit.paths.map((path) => cache.verdicts(unit.id, path))
    if (known.every((verdicts) => verdicts === undefined)) return unit
    cover(unit)
    unit.paths.forEach((path, i) => void keep(unit, path, known[i] ?? []))
    const left = { ...unit, paths: unit.paths.filter((_, i) => known[i] === undefined) }
    if (left.paths.length === 0) return undefined
    partly.add(left)
    return left
  }
  const queue = new Queue()
  const listing = list(units, news, queue, progress, signal).finally(() => queue.close())
  listing.catch(() => {}) // awaited below
  const first = await queue.sized(LITTLE)
  await runBatches(queue.batches(at), executors.available(config, least, first, at !== undefined), done, signal)
  await listing
  cache?.write()
  return { hits, coverage }
}

/** Objects are immutable; files are not. */
const isImmutable = ({ kind }: Unit) => kind !== 'file' && kind !== 'text'

/** Runs while others scan, so that the total is soon known. */
async function list(
  units: Iterable<Unit>,
  news: (unit: Unit) => Unit | undefined,
  queue: Queue,
  progress: Progress,
  signal: AbortSignal,
): Promise<void> {
  let count = 0
  let bytes = 0
  for (const unit of units) {
    const left = news(unit)
    if (left) queue.push(left)
    bytes += left?.bytes ?? 0
    if (++count % SLICE !== 0) continue
    progress.listed(bytes)
    bytes = 0
    await setImmediate()
    if (signal.aborted) break
  }
  progress.listed(bytes)
}

/** Units waiting to be scanned. */
class Queue {
  readonly #units: Unit[] = []
  #next = 0
  #bytes = 0
  #closed = false
  #wake: (() => void)[] = []

  push(unit: Unit): void {
    this.#units.push(unit)
    this.#bytes += unit.bytes
    if (this.#units.length % SLICE === 0) this.#rouse()
  }

  close(): void {
    this.#closed = true
    this.#rouse()
  }

  #rouse(): void {
    for (const wake of this.#wake) wake()
    this.#wake = []
  }

  #news = () => new Promise<void>((resolve) => void this.#wake.push(resolve))

  /** Waits for that many bytes, or for the end of the list; returns how many there are. */
  async sized(enough: number): Promise<number> {
    while (!this.#closed && this.#bytes < enough) await this.#news()
    return this.#bytes
  }

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
}
