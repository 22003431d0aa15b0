/** Units → what is seen in them: each is read, and scanned under each of its paths. What a worker does. */
import { Clean } from './clean.ts'
import { partsOf } from './collect/commit.ts'
import { whyUnread } from './collect/git.ts'
import { MESSAGE, TAG } from './collect/history.ts'
import { Objects } from './collect/objects.ts'
import { changeOf } from './collect/text.ts'
import { onDisk } from './collect/tree.ts'
import { type Settings, scan } from './scan.ts'
import type { Verdict } from './types.ts'
import type { Batch, Look, Unit } from './unit.ts'

export class Looker {
  readonly #settings: Settings
  readonly #clean: Clean | undefined
  #objects: Objects | undefined
  #at: string | undefined

  /** `whole`: each version is looked at whole, whatever is known of the one before. */
  constructor(settings: Settings, whole: boolean) {
    this.#settings = settings
    this.#clean = whole ? undefined : new Clean(settings)
  }

  async look({ at, units }: Batch): Promise<Look[]> {
    const looks: Look[] = []
    const see = (unit: number, found: readonly (readonly Verdict[])[], unread?: string) => {
      if (unread || found.some((verdicts) => verdicts.length > 0)) looks.push({ unit, found, ...(unread ? { unread } : {}) })
    }
    const objects = units.flatMap((one, i) => (one.kind === 'file' || one.kind === 'text' ? [] : [i]))
    units.forEach((one, i) => {
      if (one.kind === 'text') see(i, [this.#scanned(one.paths[0] ?? '', Buffer.from(one.id, 'latin1'))])
      if (one.kind !== 'file') return
      const { bytes, unread } = onDisk(one.id, one.paths[0] ?? '')
      see(i, bytes ? one.paths.map((path) => this.#scanned(path, bytes)) : [], unread)
    })
    let count = 0
    for await (const object of objects.length > 0 ? this.#reader(at).read(objects.map((i) => units[i]?.id ?? '')) : []) {
      const i = objects[count++] ?? 0
      const unit = units[i]
      if (unit && object.bytes) see(i, this.#inObject(unit, object.bytes))
      else see(i, [], whyUnread(object).unread)
    }
    return looks.sort((a, b) => a.unit - b.unit)
  }

  #reader(at: string | undefined): Objects {
    if (this.#objects && this.#at === at) return this.#objects
    this.#objects?.end()
    this.#at = at
    this.#objects = new Objects(at)
    return this.#objects
  }

  #inObject({ kind, paths }: Unit, bytes: Uint8Array): Verdict[][] {
    if (kind === 'blob') return paths.map((path) => this.#version(path, bytes))
    const { header, message } = partsOf(bytes)
    return paths.map((path) => this.#scanned(path, path === MESSAGE || path === TAG ? message : Buffer.from(header, 'latin1')))
  }

  #version(path: string, bytes: Uint8Array): Verdict[] {
    const [change, more] = changeOf(path, bytes)
    if (!change || more || !this.#clean) return this.#scanned(path, bytes)
    const vouched = this.#clean.vouch(change)
    const verdicts = vouched ? [] : scan(change, this.#settings)
    if (verdicts.length === 0) this.#clean.keep(change, vouched)
    return verdicts
  }

  #scanned(path: string, bytes: Uint8Array): Verdict[] {
    const verdicts: Verdict[] = []
    for (const change of changeOf(path, bytes)) verdicts.push(...scan(change, this.#settings))
    return verdicts
  }

  end(): void {
    this.#objects?.end()
  }
}
