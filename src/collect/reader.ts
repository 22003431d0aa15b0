/** Reads lines and counted bytes from a stream. */

/** Larger blobs are not read; the coverage names them. */
export const LARGEST = 512 << 20

/** Independent of how the stream is split into chunks. */
export class Reader {
  readonly #chunks: AsyncIterator<Buffer>
  #rest: Buffer = Buffer.alloc(0)

  constructor(stream: AsyncIterable<Buffer>) {
    this.#chunks = stream[Symbol.asyncIterator]()
  }

  /** Undefined at the end of the stream. */
  async line(): Promise<string | undefined> {
    const parts: Buffer[] = []
    for (;;) {
      const end = this.#rest.indexOf(10)
      if (end >= 0) {
        parts.push(this.#rest.subarray(0, end))
        this.#rest = this.#rest.subarray(end + 1)
        return Buffer.concat(parts).toString('latin1')
      }
      parts.push(this.#rest)
      if (!(await this.#more())) return undefined
    }
  }

  /** More than `LARGEST` bytes are skipped, not kept. */
  async take(size: number): Promise<Uint8Array | undefined> {
    const parts: Buffer[] = []
    for (let missing = size; ; ) {
      const part = this.#rest.subarray(0, missing)
      if (size <= LARGEST) parts.push(part)
      missing -= part.length
      this.#rest = this.#rest.subarray(part.length)
      if (missing === 0) return parts.length === 1 ? (parts[0] ?? Buffer.alloc(0)) : Buffer.concat(parts)
      if (!(await this.#more())) return undefined
    }
  }

  async #more(): Promise<boolean> {
    const { done, value } = await this.#chunks.next()
    this.#rest = done ? Buffer.alloc(0) : value
    return !done
  }
}
