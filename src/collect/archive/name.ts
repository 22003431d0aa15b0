/** Paths of archive entries: `lib.zip!/conf/app.env`, as in Java. */
import { pathOf } from '../text.ts'

const WITHIN = '!/'

/** The path of an archive's entry. */
export const within = (archive: string, entry: string) => archive + WITHIN + entry

/** The file on disk or in git that contains a path: for `lib.zip!/conf/app.env`, `lib.zip`. */
export const fileOf = (path: string) => path.split(WITHIN, 1)[0] ?? path

/** The archives that contain a path, outermost first. */
export const archivesOf = (path: string) => [...path.matchAll(/!\//g)].map(({ index }) => path.slice(0, index))

/** Longer names are cut: no system has such paths. */
const LONGEST = 4096

/** An entry's name, normalized: with slashes, relative. Nothing is ever written to that path. */
export const entryName = (bytes: Uint8Array) =>
  pathOf(Buffer.from(bytes.subarray(0, LONGEST)))
    .replaceAll('\\', '/')
    .replace(/^(?:[A-Za-z]:)?(?:\.{0,2}\/)+/, '') || '_'
