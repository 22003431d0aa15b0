/** Units → what is found in them: each is read, and scanned under each of its paths. This is the work of a worker. */
import { Clean } from './clean.ts'
import { partsOf } from './collect/commit.ts'
import { whyUnread } from './collect/git.ts'
import { MESSAGE, TAG } from './collect/history.ts'
import { resolvePointer } from './collect/lfs.ts'
import { Objects } from './collect/objects.ts'
import { changeOf } from './collect/text.ts'
import { onDisk, placeBytes } from './collect/tree.ts'
import { type FileScan, scanned, withPacked } from './packed.ts'
import { type Settings, scan } from './scan.ts'
import type { Verdict } from './types.ts'
import type { Batch, Unit, UnitResult } from './unit.ts'

type Contents = Omit<UnitResult, 'unit'>

export class Scanner {
  readonly #settings: Settings
  readonly #clean: Clean | undefined
  #objects: Objects | undefined
  #at: string | undefined

  /** `whole`: scan each version in full, whatever is known of the previous one. */
  constructor(settings: Settings, whole: boolean) {
    this.#settings = settings
    this.#clean = whole ? undefined : new Clean(settings)
  }

  async scan({ at, units }: Batch): Promise<UnitResult[]> {
    const results: UnitResult[] = []
    const keep = (result: UnitResult) => {
      if (result.unread || result.within?.length || result.found.some((verdicts) => verdicts.length > 0)) results.push(result)
    }
    const objects = units.flatMap((one, i) => (one.kind === 'file' || one.kind === 'text' ? [] : [i]))
    for (const [unit, one] of units.entries()) {
      if (one.kind === 'text') keep({ unit, found: [scanned(one.paths[0] ?? '', Buffer.from(one.id, 'latin1'), this.#settings)] })
      if (one.kind !== 'file') continue
      const { bytes, unread } = onDisk(placeBytes(one.id), one.paths[0] ?? '')
      keep({ unit, ...(bytes ? await this.#inFile(one, bytes) : { found: [], ...(unread ? { unread } : {}) }) })
    }
    let count = 0
    for await (const object of objects.length > 0 ? this.#reader(at).read(objects.map((i) => units[i]?.id ?? '')) : []) {
      const i = objects[count++] ?? 0
      const unit = units[i]
      keep({ unit: i, ...(unit && object.bytes ? await this.#inObject(unit, object.bytes) : { found: [], ...whyUnread(object) }) })
    }
    return results.sort((a, b) => a.unit - b.unit)
  }

  #reader(at: string | undefined): Objects {
    if (this.#objects && this.#at === at) return this.#objects
    this.#objects?.end()
    this.#at = at
    this.#objects = new Objects(at)
    return this.#objects
  }

  async #inObject(unit: Unit, bytes: Uint8Array): Promise<Contents> {
    if (unit.kind === 'blob') return this.#inFile(unit, bytes)
    const { header, message } = partsOf(bytes)
    return {
      found: unit.paths.map((path) =>
        scanned(path, path === MESSAGE || path === TAG ? message : Buffer.from(header, 'latin1'), this.#settings),
      ),
    }
  }

  async #inFile({ kind, paths }: Unit, own: Uint8Array): Promise<Contents> {
    const { bytes, unread } = await resolvePointer(own, this.#at)
    const all: FileScan[] = []
    for (const path of paths) {
      const verdicts = kind === 'blob' ? this.#version(path, bytes) : scanned(path, bytes, this.#settings)
      all.push(await withPacked(path, bytes, verdicts, this.#settings))
    }
    return { found: all.map(({ verdicts }) => verdicts), within: all.flatMap((one) => one.unread), ...(unread ? { unread } : {}) }
  }

  #version(path: string, bytes: Uint8Array): Verdict[] {
    const [change, more] = changeOf(path, bytes)
    if (!change || more || !this.#clean) return scanned(path, bytes, this.#settings)
    const vouched = this.#clean.vouch(change)
    const verdicts = vouched ? [] : scan(change, this.#settings)
    if (verdicts.length === 0) this.#clean.keep(change, vouched)
    return verdicts
  }

  end(): void {
    this.#objects?.end()
  }
}
