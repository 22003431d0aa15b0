/** The gate: what is staged → a report of what must not be committed. The hot path. */
import { objects } from '../collect/git.ts'
import { mergeEntries, otherParents } from '../collect/merge.ts'
import type { Piped } from '../collect/piped.ts'
import { type Entry, isSubmodule, staged } from '../collect/staged.ts'
import { shownName } from '../scan.ts'
import { settingsOf } from '../settings.ts'
import { configIn, PLACES } from '../setup/config.ts'
import type { Config, Report } from '../types.ts'
import { allowedInComments, reasonsMissing } from './comments.ts'
import { refuseUnread } from './committed.ts'
import { Found } from './found.ts'
import { byId, onlyNew, withoutRepeats } from './fresh.ts'
import { relaxations } from './relaxations.ts'

/** `piped`: the objects that the shim had git read. */
export async function stagedReport(piped?: Piped): Promise<Report> {
  const begun = Date.now()
  const head = piped?.entries ?? (await staged())
  const parents = await otherParents()
  const { entries, old } = parents.length > 0 ? await mergeEntries(head, parents) : { entries: head, old: head }
  const { found, notes } = await scanEntries(entries, head, piped?.objects ?? objects)
  const { coverage, settings, unreasoned } = found
  const verdicts = withoutRepeats(await onlyNew(found.verdicts, entries, old, settings))
  return {
    verdicts,
    coverage: [
      ...coverage,
      ...head.filter(isUnmerged).map(({ path }) => ({ path: shownName(path, settings), bytes: 0, unread: UNMERGED })),
    ],
    unread: settings.config.unread,
    notes: [...notes, ...allowedInComments(verdicts), ...reasonsMissing(verdicts, unreasoned)],
    ms: Date.now() - begun,
  }
}

/** git commits nothing while there is one, so that only `check` sees it. */
const isUnmerged = ({ status }: Entry) => status === 'U'
const UNMERGED = 'it is in conflict. Resolve that, then stage it with git add.'

interface Scanned {
  readonly found: Found
  readonly notes: readonly string[]
}

/** Reads the config and each new blob with a single cat-file, and scans them. */
async function scanEntries(entries: readonly Entry[], head: readonly Entry[], read: typeof objects): Promise<Scanned> {
  const places = PLACES.map((place) => `${treeOf(head)}:${place}`)
  const paths = byId(entries.filter((entry) => entry.newId !== entry.oldId || entry.newMode !== entry.oldMode))
  const before = new Set(head.map(({ oldId }) => oldId))
  let config: Config | undefined
  let found: Found | undefined
  let count = 0
  for await (const object of read([...places, ...paths.keys()])) {
    const place = PLACES[count++]
    if (place) {
      if (!config && object.type === 'blob' && object.bytes) config = await configIn(place, Buffer.from(object.bytes).toString())
      continue
    }
    found ??= new Found(settingsOf(config))
    for (const path of paths.get(object.asked) ?? []) await found.object(path, object, before.has(object.asked))
  }
  if (!config) await refuseUnread(treeOf(head))
  found ??= new Found(settingsOf(config))
  for (const { path } of entries.filter(isSubmodule)) await found.text('name of the submodule', Buffer.from(path, 'latin1'))
  return { found, notes: await relaxations(config, head) }
}

/**
 * The config that will be committed: from the index if this commit changes it, else from HEAD, which avoids reading the index. The shim asks
 * the same question (../setup/shim.ts), as it has git read these objects.
 */
const treeOf = (head: readonly Entry[]) => (head.some(({ path }) => /leakgate|package\.json/.test(path)) ? '' : 'HEAD')
