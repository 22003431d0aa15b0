/**
 * What the shim had git read while node was starting, on standard input: the output of `diff-index`, an empty line, the answers of
 * `cat-file --batch` for the possible configs and each new id of the list, and its exit code. Starts no process, and holds one object at
 * a time.
 */
import { readSync } from 'node:fs'
import { failed, type GitObject, objectIn, objects, sizeIn } from './git.ts'
import { LARGEST } from './reader.ts'
import { type Entry, entries, hasBlob } from './staged.ts'

const CHUNK = 64 << 10

/** Returns the number of bytes read; 0 at the end, which is an error on Windows. */
function readInto(bytes: Buffer, at: number): number {
  try {
    return readSync(0, bytes, at, bytes.length - at, null)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EOF') return 0
    throw error
  }
}

/** Standard input, read on demand. */
class Input {
  #chunk = Buffer.alloc(0)
  #at = 0

  /** The next line; undefined if the input ends before a line end. */
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

  /** The next `size` bytes; undefined if the input ends before. */
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

  /** Skips `size` bytes; false if the input ends before. */
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

  /** Always into a new chunk: slices of the previous one are still in use. */
  #refill(): boolean {
    const chunk = Buffer.allocUnsafe(CHUNK)
    this.#chunk = chunk.subarray(0, readInto(chunk, 0))
    this.#at = 0
    return this.#chunk.length > 0
  }
}

export interface Piped {
  readonly entries: readonly Entry[]
  /** The wanted objects, which must be in the order of the pipe. Those that the pipe does not provide are requested from git. */
  objects(wanted: readonly string[]): AsyncGenerator<GitObject>
}

/** `specs`: the object names of possible configs, as requested by the shim. Undefined if the list is incomplete. */
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
        // In a partial clone git exits at a missing object. Unwanted objects, as files of a merge's other side, are not requested again.
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

/** The answer for one object; undefined if it is incomplete, or for another object. */
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
