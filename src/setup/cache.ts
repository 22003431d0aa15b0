/**
 * Verdicts of earlier audits, by object and path: in the git directory, without secrets. Records are appended during an audit, so that an
 * interrupted one continues where it stopped:
 *
 *     5f0c…(sha256) 2026-01-15 {"clean":["<object> <hash of the path>",…],"found":[["<object> <hash of the path>",[verdict,…]],…]}
 *
 * A record with a wrong checksum is not trusted, and the file is deleted. Only the last record may be incomplete: it is cut off.
 */
import { createHash } from 'node:crypto'
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { isRecord } from '../record.ts'
import type { Verdict } from '../types.ts'

/** Approximate size of a record, in bytes. */
const ENOUGH = 1 << 18

/** How many files with other keys are kept: an audit has one config, its checklist two, and `--min-confidence` makes another. */
const OTHERS = 3

const hash = (text: string, length: number) => createHash('sha256').update(text).digest('hex').slice(0, length)

export class Cache {
  readonly #file: string
  readonly #key: string
  readonly #today: string
  readonly #clean = new Set<string>()
  readonly #found = new Map<string, readonly Verdict[]>()
  readonly #paths = new Map<string, string>()
  #fresh: { clean: string[]; found: [string, readonly Verdict[]][] } = { clean: [], found: [] }
  #size = 0
  #off = false

  /** `key`: everything that verdicts depend on, except object and path: rules, program, config. Of files with other keys, the oldest are deleted. */
  constructor(common: string, key: string, today: string) {
    const folder = join(common, 'leakgate', 'cache')
    this.#key = hash(key, 16)
    this.#file = join(folder, `verdicts-${this.#key}`)
    this.#today = today
    try {
      mkdirSync(folder, { recursive: true })
      for (const file of newest(folder, this.#file).slice(OTHERS)) rmSync(file, { force: true })
      this.#load()
    } catch {
      this.#off = true // no permission to write in this repository
    }
  }

  #load(): void {
    if (!existsSync(this.#file)) return
    utimesSync(this.#file, new Date(), new Date()) // one that is only read is kept, too
    const bytes = readFileSync(this.#file)
    for (let start = 0; start < bytes.length; ) {
      const end = bytes.indexOf(10, start)
      const read = end > 0 && this.#read(bytes.toString('latin1', start, end))
      if (!read && end > 0 && end + 1 < bytes.length) {
        this.#clean.clear()
        this.#found.clear()
        rmSync(this.#file)
        return
      }
      if (!read) {
        truncateSync(this.#file, start)
        return
      }
      start = end + 1
    }
  }

  #read(line: string): boolean {
    const [sum = '', day = ''] = line.split(' ', 2)
    const payload = line.slice(sum.length + day.length + 2)
    if (sum !== hash(`${this.#key} ${day} ${payload}`, 64)) return false
    const data: unknown = JSON.parse(Buffer.from(payload, 'latin1').toString())
    if (!isRecord(data) || !Array.isArray(data.clean) || !Array.isArray(data.found)) return false
    for (const one of data.clean) if (typeof one === 'string') this.#clean.add(one)
    // A finding may change from day to day (tokens and allowances expire); a clean object does not.
    if (day === this.#today) for (const [one, verdicts] of data.found) if (areVerdicts(verdicts)) this.#found.set(one, verdicts)
    return true
  }

  /** The findings in the object under this path; undefined if it is unknown. */
  verdicts(id: string, path: string): readonly Verdict[] | undefined {
    const place = this.#place(id, path)
    return this.#clean.has(place) ? [] : this.#found.get(place)
  }

  keep(id: string, path: string, verdicts: readonly Verdict[]): void {
    const place = this.#place(id, path)
    if (verdicts.length === 0) this.#fresh.clean.push(place)
    else this.#fresh.found.push([place, verdicts])
    this.#size += verdicts.length === 0 ? place.length : 1000 * verdicts.length
    if (this.#size > ENOUGH) this.write()
  }

  write(): void {
    if (this.#size === 0 || this.#off) return
    const payload = Buffer.from(JSON.stringify(this.#fresh)).toString('latin1')
    const sum = hash(`${this.#key} ${this.#today} ${payload}`, 64)
    this.#fresh = { clean: [], found: [] }
    this.#size = 0
    try {
      appendFileSync(this.#file, `${sum} ${this.#today} ${payload}\n`, 'latin1')
    } catch {
      this.#off = true
    }
  }

  /** File names may contain secrets, so they are hashed. */
  #place(id: string, path: string): string {
    const known = this.#paths.get(path) ?? hash(path, 24)
    this.#paths.set(path, known)
    return `${id} ${known}`
  }
}

/** The other files, the last used first. */
function newest(folder: string, own: string): string[] {
  const others = readdirSync(folder)
    .map((name) => join(folder, name))
    .filter((file) => file !== own)
    .map((file) => ({ file, at: statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0 }))
  return others.sort((a, b) => b.at - a.at).map(({ file }) => file)
}

const areVerdicts = (value: unknown): value is readonly Verdict[] =>
  Array.isArray(value) && value.every((one) => isRecord(one) && isRecord(one.finding) && typeof one.outcome === 'string')
