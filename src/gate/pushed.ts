/** The gate at a push: what would be sent to the remote → a report of what must not be. */
import { partsOf } from '../collect/commit.ts'
import { ask, git, objects } from '../collect/git.ts'
import { heldAt, type Pushed, pushed, type Remote, remoteOf, replaced } from '../collect/push.ts'
import { type Ref, refsIn } from '../collect/refs.ts'
import { commandsToKnow, noteRemote } from '../collect/remote.ts'
import { type Entry, isZero } from '../collect/staged.ts'
import { type Settings, shownName } from '../scan.ts'
import { configText, settingsOf } from '../settings.ts'
import { word } from '../shell.ts'
import type { Config, Report, Verdict } from '../types.ts'
import { allowedInComments, reasonsMissing } from './comments.ts'
import { committedConfigs } from './committed.ts'
import { Found } from './found.ts'
import { byId, onlyNew, withoutRepeats } from './fresh.ts'

/**
 * `lines` as git gives them to pre-push: ../collect/refs.ts. Each ref is judged by the config it contains; what several refs bring, by that
 * of the first branch among them.
 */
export async function pushedReport(remote: string, url: string, lines: string): Promise<Report> {
  const begun = Date.now()
  const refs = refsIn(lines).sort((a, b) => Number(isBranch(b)) - Number(isBranch(a)))
  const { configs, notes } = await broughtConfigs(refs)
  const place = await remoteOf(remote, url, refs)
  const reports: Report[] = []
  const before: Ref[] = []
  for (const config of new Set(configs)) {
    const group = refs.filter((_, i) => configs[i] === config)
    reports.push(await reportOf(await pushed(place, group, before), group, place.there, settingsOf(config)))
    before.push(...group)
  }
  const verdicts = once(reports.flatMap(({ verdicts }) => verdicts))
  const coverage = reports.flatMap(({ coverage }) => coverage)
  const unread = reports.some(({ unread }) => unread === 'block') ? 'block' : 'warn'
  const isRefused = verdicts.some(({ outcome }) => outcome === 'blocked')
  if (place.name !== undefined && !isRefused) await noteRemote(place.name, url)
  return {
    verdicts,
    coverage,
    unread,
    notes: [
      ...new Set([
        ...notes,
        ...reports.flatMap(({ notes }) => notes),
        ...(isRefused ? [...(await unknownTo(place, remote, url)), ...(await inCommits(verdicts))] : []),
      ]),
    ],
    ms: Date.now() - begun,
  }
}

/** A commit on top would not take it out of what is pushed. */
async function inCommits(verdicts: readonly Verdict[]): Promise<string[]> {
  const commit = verdicts.find(({ outcome, finding }) => outcome === 'blocked' && finding.commit)?.finding.commit?.slice(0, 10)
  if (!commit) return []
  const published = await ask('for-each-ref', '--count=1', '--format=%(refname:short)', `--contains=${commit}`, 'refs/remotes')
  if (published) return [`The commit is in ${published} already, so rotate the secret: to take it out would rewrite what others have.`]
  const parent = `${commit}^`
  const from = (await git(['rev-parse', '-q', '--verify', parent])).code === 0 ? parent : '--root'
  return [
    `Take it out of the commits themselves, as a new one on top would be pushed with them: git commit --amend for the last one, git rebase -i ${from} for earlier ones.`,
  ]
}

/** All of the history counts as new if nothing says what the remote has. */
async function unknownTo({ name }: Remote, remote: string, url: string): Promise<string[]> {
  const commands = (await commandsToKnow(remote, url, name)).map((words) => words.map(word).join(' '))
  return commands.length === 0
    ? []
    : [`leakgate does not know what ${remote} has already, so all that is pushed counts as new. To tell it: ${commands.join(' && ')}`]
}

const isBranch = ({ remoteRef }: Ref) => remoteRef.startsWith('refs/heads/')

/** The config of each ref; equal ones are the same object. An invalid one, as in an old tag, is ignored, so it allows nothing. */
async function broughtConfigs(refs: readonly Ref[]): Promise<{ configs: (Config | undefined)[]; notes: string[] }> {
  const notes: string[] = []
  const nameOf = (tree: string) => shownName(refs.find(({ localId }) => localId === tree)?.localRef ?? tree, settingsOf())
  const found = await committedConfigs(
    refs.map(({ localId }) => localId),
    undefined,
    (tree, problem) => void notes.push(`${nameOf(tree)} was judged without its config: ${problem}`),
  )
  const known = new Map<string, Config | undefined>()
  const configs = found.map((config) => {
    const key = configText(config ?? {})
    if (!known.has(key)) known.set(key, config)
    return known.get(key)
  })
  return { configs, notes }
}

async function reportOf(push: Pushed, refs: readonly Ref[], there: readonly string[], settings: Settings): Promise<Report> {
  const { verdicts: all, coverage, unreasoned } = await scanPushed(push, settings)
  const fresh = new Set(push.entries.map(({ newId }) => newId))
  const old: Entry[] = push.entries.filter(({ oldId }) => !fresh.has(oldId))
  if (all.length > 0) old.push(...(await heldAt(firstPaths(all), there)), ...(await replaced(refs, there)))
  const verdicts = withoutRepeats(once(await onlyNew(all, push.entries, old, settings)))
  return {
    verdicts,
    coverage,
    unread: settings.config.unread,
    notes: [...allowedInComments(verdicts), ...reasonsMissing(verdicts, unreasoned)],
    ms: 0,
  }
}

async function scanPushed({ messages, entries, names }: Pushed, settings: Settings): Promise<Found> {
  const found = new Found(settings)
  const paths = byId(entries.filter(({ newId, newMode, oldId, oldMode }) => !isZero(newId) && (newId !== oldId || newMode !== oldMode)))
  /** The last commit that brings an object to a path; a moved file brings its object again. */
  const commits = new Map(entries.map(({ newId, path, commit }) => [`${newId} ${path}`, commit]))
  const brought = new Set(entries.map(({ newId, path }) => `${newId} ${path}`))
  /** What was there before this push, at a path to which the push did not bring it. */
  const before = new Set(entries.flatMap(({ oldId, path }) => (brought.has(`${oldId} ${path}`) ? [] : [oldId])))
  for await (const object of objects([...messages, ...paths.keys()])) {
    const { asked, type, bytes } = object
    for (const path of paths.get(asked) ?? []) await found.object(path, object, before.has(asked), commits.get(`${asked} ${path}`))
    if (type !== 'commit' && type !== 'tag') continue
    const name = `${type} ${asked.slice(0, 10)}`
    const { header, message } = bytes ? partsOf(bytes) : { header: '', message: undefined }
    await found.object(`message of ${name}`, { ...object, bytes: message }, false)
    if (header !== '') await found.text(`header of ${name}`, Buffer.from(header, 'latin1'))
  }
  for (const [what, name] of names) await found.text(`name of the ${what}`, Buffer.from(name, 'latin1'))
  return found
}

/** As many as an argument list can hold on any system; secrets at further paths count as new, even if the remote has them. */
const firstPaths = (verdicts: readonly Verdict[]) => [...new Set(verdicts.map(({ finding }) => finding.path))].slice(0, 100)

/** One finding per secret and path, however many versions of the file contain it. One that is allowed stands for none that is not. */
function once(verdicts: readonly Verdict[]): Verdict[] {
  const seen = new Set<string>()
  return verdicts.filter(({ outcome, finding: { fingerprint, path } }) => {
    const key = `${outcome === 'allowed'} ${fingerprint} ${path}`
    return !seen.has(key) && seen.add(key)
  })
}
