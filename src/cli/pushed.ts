/** The gate at a push: what would come to the remote → a report of what may not. */
import { partsOf } from '../collect/commit.ts'
import { objects, whyUnread } from '../collect/git.ts'
import { heldAt, type Pushed, pushed } from '../collect/push.ts'
import { type Entry, isZero } from '../collect/staged.ts'
import { inFile } from '../packed.ts'
import type { Settings } from '../scan.ts'
import type { Coverage, Finding, Report, Verdict } from '../types.ts'
import { bare, reasonsMissing } from './bare.ts'
import { committedConfig } from './committed.ts'
import { settingsOf } from './settings.ts'
import { byId, onlyNew } from './staged.ts'

/** `remote`: its name or URL; `lines`: what git writes to pre-push. */
export async function pushedReport(remote: string, lines: string): Promise<Report> {
  const begun = Date.now()
  const push = await pushed(remote, lines)
  if (push.refs.length === 0) return { verdicts: [], coverage: [], unread: 'block', notes: [], ms: Date.now() - begun }
  const settings = settingsOf(await committedConfig('HEAD'))
  const { verdicts: all, coverage, unreasoned } = await look(push, settings)
  const fresh = new Set(push.entries.map(({ newId }) => newId))
  const old: Entry[] = push.entries.filter(({ oldId }) => !fresh.has(oldId))
  if (all.length > 0) old.push(...(await heldAt(firstPaths(all), push.there)))
  const verdicts = once(await onlyNew(all, old, settings))
  return {
    verdicts,
    coverage,
    unread: settings.config.unread,
    notes: reasonsMissing(verdicts, unreasoned),
    ms: Date.now() - begun,
  }
}

async function look({ messages, entries, refs }: Pushed, settings: Settings) {
  const verdicts: Verdict[] = []
  const unreasoned = new Set<Finding>()
  const coverage: Coverage[] = []
  const paths = byId(entries.filter(({ newId, newMode, oldId, oldMode }) => !isZero(newId) && (newId !== oldId || newMode !== oldMode)))
  /** The last commit that brings an object to a path: a file that is moved comes again. */
  const commits = new Map(entries.map(({ newId, path, commit }) => [`${newId} ${path}`, commit]))
  const text = async (path: string, bytes: Uint8Array, commit?: string) => {
    const found = await inFile(path, bytes, settings, commit)
    for (const one of found.verdicts) verdicts.push(one)
    for (const one of bare(path, bytes, found.verdicts, settings.config)) unreasoned.add(one)
    for (const one of found.unread) coverage.push(one)
  }
  for await (const object of objects([...messages, ...paths.keys()])) {
    const { asked, type, size, bytes } = object
    const names = type === 'commit' || type === 'tag' ? [`message of ${type} ${asked.slice(0, 10)}`] : (paths.get(asked) ?? [])
    for (const path of names) {
      coverage.push({ path, bytes: size, ...whyUnread(object) })
      if (bytes) await text(path, type === 'blob' ? bytes : partsOf(bytes).message, commits.get(`${asked} ${path}`))
    }
  }
  for (const ref of refs) await text('name of the ref', Buffer.from(ref))
  return { verdicts, coverage, unreasoned }
}

/** As many as an argument list holds on any system; what the remote has elsewhere is asked about as if it were new. */
const firstPaths = (verdicts: readonly Verdict[]) => [...new Set(verdicts.map(({ finding }) => finding.path))].slice(0, 100)

/** One finding for a secret of a path, however many versions of the file hold it. */
function once(verdicts: readonly Verdict[]): Verdict[] {
  const seen = new Set<string>()
  return verdicts.filter(({ finding: { fingerprint, path } }) => {
    const key = `${fingerprint} ${path}`
    return !seen.has(key) && seen.add(key)
  })
}
