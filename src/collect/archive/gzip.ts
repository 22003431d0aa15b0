/** Gzip, with one member or several: a single file, or, nearly always, a tar. */
import { baseOf } from '../../path.ts'
import type { Read } from '../tree.ts'
import { isTar, tar } from './tar.ts'
import type { UnpackLimits } from './unpacklimits.ts'

/** https://www.rfc-editor.org/rfc/rfc1952#page-5: ID1, ID2, and the only method that exists. */
export const isGzip = ([id1, id2, method]: Uint8Array) => id1 === 0x1f && id2 === 0x8b && method === 8

export function* gzip(path: string, bytes: Uint8Array, room: UnpackLimits): Generator<Read> {
  const content = room.inflated('gzip', bytes)
  if (isTar(content)) yield* tar(path, content)
  else yield { path: baseOf(path).replace(/\.gz$/i, ''), bytes: content }
}
