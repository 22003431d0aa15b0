/** The bytes of one file → what is found in it, in what it points to and, if the config asks for it, in what is packed in it. */
import { entries } from './collect/archive/archive.ts'
import { archivesOf } from './collect/archive/name.ts'
import { resolvePointer } from './collect/lfs.ts'
import { changeOf } from './collect/text.ts'
import { type Settings, scan, shownName } from './scan.ts'
import type { Coverage, Verdict } from './types.ts'

export interface FileScan {
  readonly verdicts: readonly Verdict[]
  /** Archive entries that could not be scanned. */
  readonly unread: readonly Coverage[]
}

export async function inFile(path: string, blob: Uint8Array, settings: Settings, commit?: string): Promise<FileScan> {
  const { bytes, unread } = await resolvePointer(blob)
  const found = await withPacked(path, bytes, scanned(path, bytes, settings, commit), settings, commit)
  return unread ? { ...found, unread: [...found.unread, { path: shownName(path, settings), bytes: bytes.length, unread }] } : found
}

/** The findings in the parts of a file; a finding about the whole file is reported once. */
export function scanned(path: string, bytes: Uint8Array, settings: Settings, commit?: string): Verdict[] {
  const verdicts: Verdict[] = []
  const whole = new Set<string>()
  for (const change of changeOf(path, bytes, commit))
    for (const one of scan(change, settings)) {
      const { line, fingerprint } = one.finding
      if (line > 0 || !whole.has(fingerprint)) verdicts.push(one)
      if (line === 0) whole.add(fingerprint)
    }
  return verdicts
}

/** `own`: the findings in the file itself. */
export async function withPacked(
  path: string,
  bytes: Uint8Array,
  own: readonly Verdict[],
  settings: Settings,
  commit?: string,
): Promise<FileScan> {
  if (!settings.config.archives) return { verdicts: own, unread: [] }
  const seen = [{ place: path, verdicts: own }]
  const unread: Coverage[] = []
  for await (const entry of entries(path, bytes)) {
    if (entry.unread) unread.push({ path: shownName(entry.path, settings), bytes: 0, unread: entry.unread })
    const verdicts = entry.bytes ? scanned(entry.path, entry.bytes, settings, commit) : []
    if (verdicts.length > 0) seen.push({ place: entry.path, verdicts: verdicts.map(unfixable) })
  }
  return { verdicts: innermost(seen), unread }
}

/** No command takes a file out of an archive. */
const unfixable = ({ finding, ...rest }: Verdict): Verdict => ({ finding: { ...finding, fixable: false }, ...rest })

/** An entry that is stored uncompressed is also visible in the archive's own bytes: the finding is then reported for the entry only. */
function innermost(seen: readonly { readonly place: string; readonly verdicts: readonly Verdict[] }[]): Verdict[] {
  const within = new Set(
    seen.flatMap(({ place, verdicts }) =>
      archivesOf(place).flatMap((one) => verdicts.map(({ finding }) => `${finding.fingerprint} ${one}`)),
    ),
  )
  return seen.flatMap(({ place, verdicts }) => verdicts.filter(({ finding }) => !within.has(`${finding.fingerprint} ${place}`)))
}
