/** Names of what lies in archives: `lib.zip!/conf/app.env`, as Java writes them. */
import { pathOf } from '../text.ts'

const WITHIN = '!/'

/** The path of an archive's entry. */
export const within = (archive: string, entry: string) => archive + WITHIN + entry

/** The file on the disk or in git in which a path lies: of `lib.zip!/conf/app.env`, `lib.zip`. */
export const fileOf = (path: string) => path.split(WITHIN, 1)[0] ?? path

/** The archives in which a path lies, outermost first. */
export const archivesOf = (path: string) => [...path.matchAll(/!\//g)].map(({ index }) => path.slice(0, index))

/** Longer names are cut: no system has such paths. */
const LONGEST = 4096

/** An entry's name, as archives of all systems have it: with slashes, relative. Nothing is ever written under it. */
export const entryName = (bytes: Uint8Array) =>
  pathOf(Buffer.from(bytes.subarray(0, LONGEST)))
    .replaceAll('\\', '/')
    .replace(/^(?:[A-Za-z]:)?(?:\.{0,2}\/)+/, '') || '_'
