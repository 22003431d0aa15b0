/** Zip, and formats based on it: jar, wheels, NuGet and Android packages, Office, OpenDocument and EPUB documents. */
import { type Entry, fromBufferPromise } from 'yauzl'
import { latin1 } from '../text.ts'
import type { Read } from '../tree.ts'
import { entryName } from './name.ts'
import { entry, MOST_ENTRIES, type UnpackLimits, Unreadable } from './unpacklimits.ts'

/** By its first entry, or by the record at its end: it may follow a self-extracting program, or be empty. */
export const isZip = (bytes: Uint8Array) => startsAt(bytes, 0, 'PK\x03\x04') || endOf(buffer(bytes)) >= 0

const startsAt = (bytes: Uint8Array, at: number, word: string) => at >= 0 && latin1(bytes.subarray(at, at + 4)) === word
const buffer = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** The end record: `PK\x05\x06`, 8 bytes, size and offset of the directory before it, the length of a comment, the comment. */
const END = 22
const LONGEST_COMMENT = 0xffff

/** Offset of the end record; -1 if there is none. With a comment, the directory or zip64's end record must be where the record says. */
function endOf(all: Buffer): number {
  const least = Math.max(0, all.length - END - LONGEST_COMMENT)
  for (let at = all.length - END; at >= least; at--) {
    at = all.lastIndexOf('PK\x05\x06', at, 'latin1')
    if (at < least || at === all.length - END) return at < least ? -1 : at
    const listed = startsAt(all, at - all.readUInt32LE(at + 12), 'PK\x01\x02') || startsAt(all, at - 20, 'PK\x06\x07')
    if (listed && at + END + all.readUInt16LE(at + 20) === all.length) return at
  }
  return -1
}

/** The zip without a preceding program, in case offsets are relative to its own start. */
function alone(bytes: Uint8Array): Buffer {
  const all = buffer(bytes)
  const end = endOf(all)
  return end < 0 ? all : all.subarray(Math.max(0, end - all.readUInt32LE(end + 12) - all.readUInt32LE(end + 16)))
}

export async function* zip(_path: string, all: Uint8Array, room: UnpackLimits): AsyncGenerator<Read> {
  const bytes = alone(all)
  const { listed, problem } = await directory(bytes)
  let end = 0
  for (const one of listed) {
    const name = entryName(one.fileNameRaw)
    if (name.endsWith('/') && one.compressedSize === 0) continue
    yield entry(name, () => {
      // Bytes shared by many entries make small bombs large. https://www.bamsoftware.com/hacks/zipbomb/
      if (one.relativeOffsetOfLocalHeader < end) throw new Unreadable('it overlaps another entry')
      const start = dataStart(bytes, one)
      end = start + one.compressedSize
      return unpacked(one, bytes.subarray(start, end), room)
    })
  }
  if (problem) throw problem
}

/** The entries, sorted by offset. Those before an error in the directory are still returned. */
async function directory(bytes: Buffer): Promise<{ listed: Entry[]; problem?: Unreadable }> {
  const listed: Entry[] = []
  const inOrder = () => listed.sort((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader)
  try {
    const file = await fromBufferPromise(bytes, { decodeStrings: false, validateEntrySizes: false })
    for await (const one of file.eachEntry()) if (listed.push(one) > MOST_ENTRIES) break
    return { listed: inOrder() }
  } catch (cause) {
    const said = cause instanceof Error ? cause.message : String(cause)
    return { listed: inOrder(), problem: new Unreadable(`it is broken: ${said}`, { cause }) }
  }
}

/** Offset of the data: after the local header, `PK\x03\x04`, 22 bytes, the lengths of name and extra field, and these two. */
function dataStart(bytes: Uint8Array, { relativeOffsetOfLocalHeader: at, compressedSize }: Entry): number {
  const [a = 0, b = 0, c = 0, d = 0] = bytes.subarray(at + 26, at + 30)
  const start = at + 30 + (a | (b << 8)) + (c | (d << 8))
  if (latin1(bytes.subarray(at, at + 4)) !== 'PK\x03\x04' || start + compressedSize > bytes.length)
    throw new Unreadable('it is broken: its bytes are not where the list says')
  return start
}

/** https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, 4.4.5 */
const METHODS: Readonly<Record<number, string>> = { 9: 'Deflate64', 12: 'bzip2', 14: 'LZMA', 93: 'Zstandard', 95: 'xz', 98: 'PPMd' }

function unpacked(one: Entry, packed: Uint8Array, room: UnpackLimits): Uint8Array {
  const { compressionMethod: method } = one
  if (one.isEncrypted()) throw new Unreadable('it is encrypted')
  if (method === 0) return packed
  if (method === 8) return room.inflated('raw', packed)
  throw new Unreadable(`it is packed with ${METHODS[method] ?? `method ${method}`}, which is not supported`)
}
