/** What of the findings is new: what an older version has already is not refused again. */
import { objectsHere } from '../collect/git.ts'
import { type Entry, hasBlob, isZero } from '../collect/staged.ts'
import { inFile } from '../packed.ts'
import type { Settings } from '../scan.ts'
import type { Finding, Verdict } from '../types.ts'

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
 * refused as a whole, the same path, or the same content, wherever it was.
 */
export async function onlyNew(
  verdicts: readonly Verdict[],
  fresh: readonly Entry[],
  old: readonly Entry[],
  settings: Settings,
): Promise<Verdict[]> {
  if (verdicts.every(isAllowedByConfig)) return [...verdicts]
  /** Their code is moved, or gone: what was spared there, as in a test, is known, too. */
  const gone = new Set(old.flatMap(({ newId, path }) => (isZero(newId) ? [path] : [])))
  const paths = byId(old.map((entry) => ({ ...entry, newId: entry.oldId, newMode: entry.oldMode })))
  /** Secrets, and files that are refused as a whole, by the paths to which they come. */
  const [known, moved] = [new Set<string>(), new Set<string>()]
  for await (const object of objectsHere([...paths.keys()])) {
    if (!object.bytes) continue
    for (const path of paths.get(object.asked) ?? []) {
      const { verdicts: before } = await inFile(path, object.bytes, gone.has(path) ? { ...settings, least: 0 } : settings)
      for (const { outcome, finding } of before) {
        known.add(`${outcome === 'allowed'} ${finding.fingerprint}`)
        if (outcome !== 'allowed' && isWhole(finding))
          for (const one of fresh) if (one.newId === object.asked) moved.add(`${finding.rule} ${one.path}`)
      }
    }
  }
  return verdicts.filter((verdict) => {
    const { outcome, finding } = verdict
    const isOld = known.has(`${outcome === 'allowed'} ${finding.fingerprint}`)
    return isAllowedByConfig(verdict) || !(isOld || (isWhole(finding) && moved.has(`${finding.rule} ${finding.path}`)))
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
