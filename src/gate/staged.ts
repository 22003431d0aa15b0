/** The gate: what is staged → a report of what must not be committed. The hot path. */
import { objects, objectsHere, whyUnread } from '../collect/git.ts'
import { mergeEntries, otherParents } from '../collect/merge.ts'
import type { Piped } from '../collect/piped.ts'
import { type Entry, hasBlob, staged } from '../collect/staged.ts'
import { inFile } from '../packed.ts'
import { type Settings, shownName } from '../scan.ts'
import { settingsOf } from '../settings.ts'
import { configIn, PLACES } from '../setup/config.ts'
import type { Config, Coverage, Finding, Report, Verdict } from '../types.ts'
import { allowedInComments, reasonsMissing, withoutReason } from './comments.ts'
import { refuseUnread } from './committed.ts'
import { relaxations } from './relaxations.ts'

/** `piped`: the objects that the shim had git read. */
export async function stagedReport(piped?: Piped): Promise<Report> {
  const begun = Date.now()
  const head = piped?.entries ?? (await staged())
  const parents = await otherParents()
  const { entries, old } = parents.length > 0 ? await mergeEntries(head, parents) : { entries: head, old: head }
  const { verdicts: all, coverage, settings, notes, unreasoned } = await scanEntries(entries, head, piped?.objects ?? objects)
  const verdicts = withoutRepeats(await onlyNew(all, entries, old, settings))
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
  readonly verdicts: Verdict[]
  readonly coverage: Coverage[]
  readonly settings: Settings
  readonly notes: readonly string[]
  /** Findings whose allow comment lacks a reason, so that it does not count. */
  readonly unreasoned: ReadonlySet<Finding>
}

/** Reads the config and each new blob with a single cat-file, and scans them. */
async function scanEntries(entries: readonly Entry[], head: readonly Entry[], read: typeof objects): Promise<Scanned> {
  const places = PLACES.map((place) => `${treeOf(head)}:${place}`)
  const paths = byId(entries.filter((entry) => entry.newId !== entry.oldId || entry.newMode !== entry.oldMode))
  const before = new Set(head.map(({ oldId }) => oldId))
  const coverage: Coverage[] = []
  const verdicts: Verdict[] = []
  const unreasoned = new Set<Finding>()
  let config: Config | undefined
  let settings: Settings | undefined
  let count = 0
  for await (const object of read([...places, ...paths.keys()])) {
    const place = PLACES[count++]
    if (place) {
      if (!config && object.bytes) config = await configIn(place, Buffer.from(object.bytes).toString())
      continue
    }
    settings ??= settingsOf(config)
    for (const path of paths.get(object.asked) ?? []) {
      coverage.push({ path: object.bytes ? path : shownName(path, settings), bytes: object.size, ...whyUnread(object) })
      if (!object.bytes) continue
      const found = await inFile(path, object.bytes, settings)
      for (const one of found.verdicts) verdicts.push(one)
      for (const one of withoutReason(path, object.bytes, found.verdicts, settings.config)) unreasoned.add(one)
      if (!before.has(object.asked)) for (const one of found.unread) coverage.push(one) // a moved archive brings nothing new
    }
  }
  if (!config) await refuseUnread(treeOf(head))
  return { verdicts, coverage, settings: settings ?? settingsOf(config), notes: await relaxations(config, head), unreasoned }
}

/** The config that will be committed: from the index if this commit changes it, else from HEAD, which avoids reading the index. */
const treeOf = (head: readonly Entry[]) => (head.some(({ path }) => /leakgate|package\.json/.test(path)) ? '' : 'HEAD')

/** The paths of each new blob; a push can list an entry more than once. */
export function byId(entries: readonly Entry[]): Map<string, Set<string>> {
  const paths = new Map<string, Set<string>>()
  for (const entry of entries.filter(hasBlob)) {
    const known = paths.get(entry.newId)
    if (known) known.add(entry.path)
    else paths.set(entry.newId, new Set([entry.path]))
  }
  return paths
}

/**
 * Drops findings that an old version of any path changed or deleted by this commit has too: same secret, same rule; of a file that is
 * refused as a whole, the same content, wherever it was.
 */
export async function onlyNew(
  verdicts: readonly Verdict[],
  fresh: readonly Entry[],
  old: readonly Entry[],
  settings: Settings,
): Promise<Verdict[]> {
  if (verdicts.every(isAllowedByConfig)) return [...verdicts]
  const paths = byId(old.map((entry) => ({ ...entry, newId: entry.oldId, newMode: entry.oldMode })))
  const known = new Set<string>()
  for await (const object of objectsHere([...paths.keys()])) {
    if (!object.bytes) continue
    for (const path of paths.get(object.asked) ?? []) {
      const { verdicts: before } = await inFile(path, object.bytes, settings)
      for (const { outcome, finding } of before) {
        known.add(`${outcome === 'allowed'} ${finding.fingerprint}`)
        if (outcome !== 'allowed' && isWhole(finding))
          for (const one of fresh) if (one.newId === object.asked) known.add(`${finding.rule} ${one.path}`)
      }
    }
  }
  return verdicts.filter((verdict) => {
    const { outcome, finding } = verdict
    const isOld = known.has(`${outcome === 'allowed'} ${finding.fingerprint}`)
    return isAllowedByConfig(verdict) || !(isOld || (isWhole(finding) && known.has(`${finding.rule} ${finding.path}`)))
  })
}

/** The config says so itself, and when it came to say so. */
const isAllowedByConfig = ({ outcome, inline }: Verdict) => outcome === 'allowed' && !inline

/** The file is refused, not something in it. */
const isWhole = ({ line, masked }: Finding) => line === 0 && masked === ''

/** If a file itself is refused, values in it that only names give away add nothing; if it is allowed, its name no longer gives any away. */
export function withoutRepeats(verdicts: readonly Verdict[]): Verdict[] {
  const files = new Map(verdicts.flatMap(({ finding, outcome }) => (isWhole(finding) ? [[finding.path, outcome] as const] : [])))
  return verdicts.filter(({ finding: { named, path } }) => {
    const outcome = files.get(path)
    return !named || !(outcome === 'blocked' || (outcome === 'allowed' && named === 'file'))
  })
}
