/** The archive formats, recognized by their first bytes: a name can be anything. */
import { latin1 } from '../text.ts'
import type { Read } from '../tree.ts'
import { gzip, isGzip } from './gzip.ts'
import { isPdf, pdf } from './pdf.ts'
import { isTar, tar } from './tar.ts'
import { type UnpackLimits, Unreadable } from './unpacklimits.ts'
import { isZip, zip } from './zip.ts'

/** `path`: of the archive. The paths of entries are relative to it. */
export type Format = (path: string, bytes: Uint8Array, room: UnpackLimits) => AsyncIterable<Read> | Iterable<Read>

const FORMATS: readonly { readonly is: (bytes: Uint8Array) => boolean; readonly read: Format }[] = [
  { is: isGzip, read: gzip },
  { is: isZip, read: zip },
  { is: isPdf, read: pdf },
  { is: isTar, read: tar },
]

/** Archives that only large libraries can unpack. https://www.iana.org/assignments/media-types, and each format's specification. */
const CLOSED: readonly (readonly [name: string, beginning: RegExp])[] = [
  ['bzip2', /^BZh[1-9](?:1AY&SY|\x17rE8P\x90)/],
  ['xz', /^\xfd7zXZ\0/],
  ['7z', /^7z\xbc\xaf\x27\x1c/],
  ['RAR', /^Rar!\x1a\x07/],
  ['Zstandard', /^\x28\xb5\x2f\xfd/],
  ['LZ4', /^\x04\x22\x4d\x18/],
  ['lzip', /^LZIP\x01/],
  ['compress', /^\x1f\x9d[\x80-\x90]/],
  ['a cabinet', /^MSCF\0{4}/],
]

/** The reader for this archive; undefined if it is none. */
export function formatOf(bytes: Uint8Array): Format | undefined {
  const beginning = latin1(bytes.subarray(0, 16))
  const closed = CLOSED.find(([, form]) => form.test(beginning))
  return closed ? refused(closed[0]) : FORMATS.find(({ is }) => is(bytes))?.read
}

const refused =
  (name: string): Format =>
  () => {
    throw new Unreadable(`it is packed with ${name}, which is not supported`)
  }
