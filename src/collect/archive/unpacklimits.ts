/** Limits for unpacking a file. What exceeds them is not unpacked, and reported. */
import { gunzipSync, inflateRawSync, inflateSync } from 'node:zlib'
import type { Read } from '../tree.ts'

/** In total, nested archives included: the same limit as for blobs. */
const MOST_BYTES = 512 << 20
export const MOST_ENTRIES = 50_000
/** Logs and tables shrink to a hundredth; only bombs come near deflate's 1,032:1 (https://zlib.net/zlib_tech.html). */
const RATIO = 200
/** This much is unpacked whatever the ratio. */
const SMALL = 1 << 20

/** Why something in an archive cannot be scanned, as a message. */
export class Unreadable extends Error {}

/** A limit is reached: nothing more of this file is unpacked. */
class Full extends Unreadable {}

const INFLATE = { gzip: gunzipSync, zlib: inflateSync, raw: inflateRawSync } as const

export class UnpackLimits {
  #bytes = MOST_BYTES
  #entries = MOST_ENTRIES

  /** Counts an entry. */
  enter(): void {
    if (this.#entries-- === 0) throw new Full(`it contains more than ${MOST_ENTRIES.toLocaleString('en')} files: the rest was not scanned`)
  }

  /** Inflates bytes in one of the three wrappings. Exceeding a limit uses up room, too. */
  inflated(wrapping: keyof typeof INFLATE, packed: Uint8Array): Uint8Array {
    const fair = Math.max(SMALL, RATIO * packed.length)
    const most = Math.min(this.#bytes, fair)
    if (most === 0) throw full()
    try {
      const bytes = INFLATE[wrapping](packed, { maxOutputLength: most })
      this.#bytes -= bytes.length
      return bytes
    } catch (cause) {
      if (!(cause instanceof Error)) throw cause
      const tooMuch = 'code' in cause && cause.code === 'ERR_BUFFER_TOO_LARGE'
      if (!tooMuch) throw new Unreadable(`it is broken: ${cause.message}`, { cause })
      this.#bytes -= most
      throw most === fair ? new Unreadable(`it unpacks to more than ${RATIO} times its size`) : full()
    }
  }
}

const full = () => new Full(`it unpacks to more than ${MOST_BYTES >> 20} MB: the rest was not scanned`)

/** One entry, or why it cannot be read; the other entries may be intact. */
export function entry(path: string, bytes: () => Uint8Array): Read {
  try {
    return { path, bytes: bytes() }
  } catch (error) {
    if (error instanceof Full || !(error instanceof Unreadable)) throw error
    return { path, bytes: undefined, unread: error.message }
  }
}
