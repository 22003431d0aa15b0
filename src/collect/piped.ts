/**
 * What the shim has git read while node starts, on standard input: what `diff-index` lists, an empty line, what `cat-file --batch` answers
 * for the config's places and each new id of the list, and its exit code. No process is started here, and nothing is held but one object.
 */
import { readSync } from 'node:fs'
import { failed, type GitObject, objectIn, objects, sizeIn } from './git.ts'
import { LARGEST } from './reader.ts'
import { type Entry, entries, hasBlob } from './staged.ts'

const CHUNK = 64 << 10

/** How many bytes came; 0 at the end, which Windows tells by an error. */
function readInto(bytes: Buffer, at: number): number {
  try {
    return readSync(0, bytes, at, bytes.length - at, null)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EOF') return 0
    throw error
  }
}

/** Standard input, read as it is asked for. */
class Input {
  #chunk = Buffer.alloc(0)
  #at = 0

  /** Up to a line end; undefined if the input ends before. */
  line(): string | undefined {
    let start = ''
    for (;;) {
      const end = this.#chunk.indexOf(10, this.#at)
      if (end >= 0) {
        const line = start + this.#chunk.toString('latin1', this.#at, end)
        this.#at = end + 1
        return line
      }
      start += this.#chunk.toString('latin1', this.#at)
      if (!this.#refill()) return undefined
    }
  }

  /** So many bytes; undefined if the input ends before. */
  take(size: number): Buffer | undefined {
    const start = this.#at
    if (size <= this.#chunk.length - start) {
      this.#at += size
      return this.#chunk.subarray(start, this.#at)
    }
    const bytes = Buffer.allocUnsafe(size)
    let filled = this.#chunk.copy(bytes, 0, start)
    this.#at = this.#chunk.length
    for (let read = 1; filled < size; filled += read) {
      read = readInto(bytes, filled)
      if (read === 0) return undefined
    }
    return bytes
  }

  /** The same, without keeping them. */
  skip(size: number): boolean {
    let left = size - (this.#chunk.length - this.#at)
    if (left <= 0) {
      this.#at += size
      return true
    }
    for (; left > 0; left -= this.#chunk.length) if (!this.#refill()) return false
    this.#at = this.#chunk.length + left
    return true
  }

  /** A chunk of its own each time: parts of the former one are in use. */
  #refill(): boolean {
    const chunk = Buffer.allocUnsafe(CHUNK)
    this.#chunk = chunk.subarray(0, readInto(chunk, 0))
    this.#at = 0
    return this.#chunk.length > 0
  }
}

export interface Piped {
  readonly entries: readonly Entry[]
  /** The wanted objects, in the order of the pipe, in which they must be. What the pipe does not give, git is asked for again. */
  objects(wanted: readonly string[]): AsyncGenerator<GitObject>
}

/** `specs`: the config's places, as the shim asks for them. Undefined if the list breaks off. */
export function piped(specs: readonly string[]): Piped | undefined {
  const input = new Input()
  const lines: string[] = []
  for (let line = input.line(); line !== ''; line = input.line()) {
    if (line === undefined) return undefined
    lines.push(line)
  }
  const listed = entries(lines.join('\n'))
  const asked = [...specs, ...listed.filter(hasBlob).map(({ newId }) => newId)]
  return {
    entries: listed,
    async *objects(wanted) {
      let count = 0
      for (const one of asked) {
        const own = one === wanted[count]
        const object = next(input, one, own)
        // In a partial clone git ends at what it does not have: what nobody wants, as a file of a merge's other side, is not asked for again.
        if (!object) return yield* objects(wanted.slice(count))
        if (!own) continue
        count++
        yield object
      }
      const code = input.line() ?? '128'
      if (code !== '0') throw failed(['cat-file'], { code: Number(code), error: '' })
      yield* objects(wanted.slice(count))
    },
  }
}

/** The answer for one object; undefined if it is not whole, or not of what was asked for. */
function next(input: Input, asked: string, own: boolean): GitObject | undefined {
  const header = input.line()
  if (header === undefined) return undefined
  const size = sizeIn(header)
  if (size === undefined) return header === `${asked} missing` ? objectIn(asked, header, undefined) : undefined
  if (!asked.includes(':') && !header.startsWith(`${asked} `)) return undefined
  const bytes = own && size <= LARGEST ? input.take(size) : undefined
  const whole = bytes ? input.skip(1) : input.skip(size + 1)
  return whole && (bytes || !own || size > LARGEST) ? objectIn(asked, header, bytes) : undefined
}
