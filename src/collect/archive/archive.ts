/** A file → its archive entries, recursively. Everything that could not be read is reported. */
import type { Read } from '../tree.ts'
import { formatOf } from './formats.ts'
import { within } from './name.ts'
import { officeText } from './office.ts'
import { UnpackLimits, Unreadable } from './unpacklimits.ts'

/** A jar in a zip in a tarball is unpacked; deeper nesting is a bomb. */
const DEEPEST = 3

/**
 * Entries have paths like `lib.zip!/conf/app.env`; an archive that was not read to its end is yielded too. Empty if the file is no archive.
 */
export const entries = (path: string, bytes: Uint8Array): AsyncGenerator<Read> => opened(path, bytes, new UnpackLimits(), 1)

async function* opened(path: string, bytes: Uint8Array, room: UnpackLimits, depth: number): AsyncGenerator<Read> {
  const read = formatOf(bytes)
  if (!read) return
  try {
    if (depth > DEEPEST) throw new Unreadable(`it is nested in ${DEEPEST} archives: it was not unpacked`)
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
