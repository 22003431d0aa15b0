/** A file → what is packed in it, and in what is packed in that. Everything that is not looked at is told. */
import type { Read } from '../tree.ts'
import { formatOf } from './formats.ts'
import { within } from './name.ts'
import { officeText } from './office.ts'
import { Room, Unreadable } from './room.ts'

/** A jar in a zip in a tarball is looked into; what lies deeper is a bomb. */
const DEEPEST = 3

/** Each under a path as `lib.zip!/conf/app.env`; an archive that was not read to its end, under its own. Nothing if the file is none. */
export const entries = (path: string, bytes: Uint8Array): AsyncGenerator<Read> => opened(path, bytes, new Room(), 1)

async function* opened(path: string, bytes: Uint8Array, room: Room, depth: number): AsyncGenerator<Read> {
  const read = formatOf(bytes)
  if (!read) return
  try {
    if (depth > DEEPEST) throw new Unreadable(`it is an archive in ${DEEPEST} others: it was not unpacked`)
    for await (const entry of read(path, bytes, room)) {
      room.enter()
      const name = within(path, entry.path)
      yield { ...entry, path: name, bytes: entry.bytes && officeText(entry.path, entry.bytes) }
      if (entry.bytes) yield* opened(name, entry.bytes, room, depth + 1)
    }
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    yield { path, bytes: undefined, unread: error.message }
  }
}
