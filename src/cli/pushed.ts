/** The gate at a push: what would come to the remote → a report of what may not. */
import { objects, whyUnread } from '../collect/git.ts'
import { type Pushed, pushed } from '../collect/push.ts'
import { isZero } from '../collect/staged.ts'
import { changeOf } from '../collect/text.ts'
import { type Settings, scan } from '../scan.ts'
import { configIn, PLACES } from '../setup/config.ts'
import type { Config, Looked, Report, Verdict } from '../types.ts'
import { settingsOf } from './settings.ts'
import { byId, onlyNew } from './staged.ts'

/** `remote`: its name or URL; `lines`: what git writes to pre-push. */
export async function pushedReport(remote: string, lines: string): Promise<Report> {
  const begun = Date.now()
  const push = await pushed(remote, lines)
  if (push.refs.length === 0) return { verdicts: [], coverage: [], unread: 'block', notes: [], ms: Date.now() - begun }
  const settings = settingsOf(await configOfHead())
  const { verdicts, coverage } = await look(push, settings)
  const fresh = new Set(push.entries.map(({ newId }) => newId))
  const old = push.entries.filter(({ oldId }) => !fresh.has(oldId))
  return {
    verdicts: once(await onlyNew(verdicts, old, settings)),
    coverage,
    unread: settings.config.unread,
    notes: [],
    ms: Date.now() - begun,
  }
}

async function configOfHead(): Promise<Config | undefined> {
  let count = 0
  for await (const { bytes } of objects(PLACES.map((place) => `HEAD:${place}`))) {
    const place = PLACES[count++]
    const config = bytes && place ? await configIn(place, Buffer.from(bytes).toString()) : undefined
    if (config) return config
  }
  return undefined
}

async function look({ messages, entries, refs }: Pushed, settings: Settings): Promise<{ verdicts: Verdict[]; coverage: Looked[] }> {
  const verdicts: Verdict[] = []
  const coverage: Looked[] = []
  const paths = byId(entries.filter(({ newId, newMode, oldId, oldMode }) => !isZero(newId) && (newId !== oldId || newMode !== oldMode)))
  const commits = new Map(entries.map(({ newId, commit }) => [newId, commit]))
  const text = (path: string, bytes: Uint8Array, commit?: string) => {
    for (const change of changeOf(path, bytes, commit)) verdicts.push(...scan(change, settings))
  }
  for await (const object of objects([...messages, ...paths.keys()])) {
    const { asked, type, size, bytes } = object
    const names = type === 'commit' || type === 'tag' ? [`message of ${type} ${asked.slice(0, 10)}`] : (paths.get(asked) ?? [])
    for (const path of names) {
      coverage.push({ path, bytes: size, ...whyUnread(object) })
      if (bytes) text(path, type === 'blob' ? bytes : message(bytes), commits.get(asked))
    }
  }
  for (const ref of refs) text('name of the ref', Buffer.from(ref))
  return { verdicts, coverage }
}

/** A commit or tag without its headers: their ids are no secrets, and signatures no keys. */
function message(bytes: Uint8Array): Uint8Array {
  const end = Buffer.from(bytes).indexOf('\n\n')
  return bytes.subarray(end < 0 ? bytes.length : end + 2)
}

/** One finding for a secret of a path, however many versions of the file hold it. */
function once(verdicts: readonly Verdict[]): Verdict[] {
  const seen = new Set<string>()
  return verdicts.filter(({ finding: { fingerprint, path } }) => {
    const key = `${fingerprint} ${path}`
    return !seen.has(key) && seen.add(key)
  })
}
