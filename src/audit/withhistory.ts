/** Hits in a history → verdicts with their history: first and last commit, all commits and branches, whether it was pushed. */
import { blobsIn } from '../collect/blobs.ts'
import { UNNAMED } from '../collect/history.ts'
import { LONGEST, pointer } from '../collect/lfs.ts'
import { allLines } from '../collect/lines.ts'
import { Objects } from '../collect/objects.ts'
import { PUSHED, reach } from '../collect/reach.ts'
import { changeOf } from '../collect/text.ts'
import type { Versions } from '../collect/versions.ts'
import { scan } from '../scan.ts'
import { settingsOf } from '../settings.ts'
import type { CommitFacts, History, Verdict } from '../types.ts'
import { compare, firstAhead, grouped } from './grouped.ts'
import type { Hit, Origin } from './scanunits.ts'
import { withSteps } from './steps.ts'

export async function withHistory(hits: readonly Hit[], versions: Versions, { at, config }: Origin, least: number): Promise<Verdict[]> {
  const settings = settingsOf(config, least)
  const clean = new Map<string, boolean>()
  /** Names of people and refs may contain a secret themselves. */
  const shown = (name: string) => {
    if (!clean.has(name))
      clean.set(
        name,
        [...changeOf('name', Buffer.from(name))].every((change) => scan(change, settings).length === 0),
      )
    return clean.get(name) ? name : '(hidden: it contains a secret)'
  }
  const commits = (hit: Hit) => commitsOf(hit, versions)
  const wanted = new Set(hits.flatMap((hit) => (hit.unit.kind === 'tag' ? [hit.unit.id] : commits(hit))))
  const [facts, refs, tree, pointers, remotes, bare] = await Promise.all([
    factsOf(at, wanted, shown),
    reach(at, wanted),
    treeOf(at),
    pointersOf(at, hits),
    allLines(at, ['remote']),
    allLines(at, ['rev-parse', '--is-bare-repository']),
  ])
  const verdicts = hits.flatMap((hit) => {
    const seen = commits(hit)
      .flatMap((id) => facts.get(id) ?? [])
      .sort((a, b) => compare(a.date, b.date) || compare(a.commit, b.commit))
    const { kind, id } = hit.unit
    const own = kind === 'tag' ? (refs.get(id) ?? []) : seen.flatMap(({ commit }) => refs.get(commit) ?? [])
    const names = [...new Set(own.filter((name) => name !== PUSHED))].map(shown).sort(compare)
    const [first, last] = [seen[0], seen.at(-1)]
    const history: History = {
      inTree: tree.has(`${id} ${hit.path}`),
      commits: firstAhead(seen.map(({ commit }) => commit)),
      refs: names,
      ...(last ? { last } : {}),
      pushed: remotes.length === 0 ? 'unknown' : pushed(own, bare[0] === 'true'),
      object: kind === 'text' ? '' : id,
      lines: [],
      ...(pointers.has(id) ? { lfs: true } : {}),
      steps: [],
    }
    return hit.verdicts.map(({ finding, ...rest }) => {
      const { line, endLine, excerpt } = finding
      const lines = [{ object: history.object, line, endLine, excerpt: excerpt.text }]
      return { finding: { ...finding, ...first, history: { ...history, lines } }, ...rest }
    })
  })
  return grouped(verdicts).map(withSteps)
}

/** In a bare clone, all branches are those of its remote. Tags may have been pushed: git does not record it. */
function pushed(refs: readonly string[], bare: boolean): History['pushed'] {
  if (refs.some((name) => name === PUSHED || name.startsWith('refs/remotes/') || (bare && name.startsWith('refs/')))) return 'yes'
  return refs.some((name) => name.startsWith('refs/tags/')) ? 'unknown' : 'no'
}

function commitsOf({ unit: { kind, id }, path }: Hit, versions: Versions): string[] {
  if (kind === 'commit') return [id]
  return kind === 'blob' && path !== UNNAMED ? versions.commits(id, path) : []
}

/** `author Ann Example <ann@example.com> 1767225600 +0100` */
const PERSON = /^(author|committer) (.*) (\d+) [+-]\d{4}$/gm

async function factsOf(
  at: string | undefined,
  ids: ReadonlySet<string>,
  shown: (name: string) => string,
): Promise<Map<string, CommitFacts>> {
  const facts = new Map<string, CommitFacts>()
  const objects = new Objects(at)
  for await (const { asked, type, bytes } of objects.read([...ids])) {
    if (!bytes || type !== 'commit') continue
    const header = Buffer.from(bytes).toString().split('\n\n', 1)[0] ?? ''
    const people = new Map([...header.matchAll(PERSON)].map(([, role = '', name = '', time = '']) => [role, { name, time: Number(time) }]))
    const time = people.get('committer')?.time ?? 0
    const date = new Date(Math.min(time, 253402300799) * 1000).toISOString().replace('.000Z', 'Z')
    facts.set(asked, { commit: asked, date, author: shown(people.get('author')?.name ?? '') })
  }
  objects.end()
  return facts
}

/** Which of these blobs are Git LFS pointers. */
async function pointersOf(at: string | undefined, hits: readonly Hit[]): Promise<Set<string>> {
  const found = new Set<string>()
  const ids = hits.flatMap(({ unit: { kind, id, bytes } }) => (kind === 'blob' && bytes <= LONGEST ? [id] : []))
  if (ids.length === 0) return found
  const objects = new Objects(at)
  for await (const { asked, bytes } of objects.read([...new Set(ids)])) if (bytes && pointer(bytes)) found.add(asked)
  objects.end()
  return found
}

/** The files of HEAD: `<id> <path>`. */
async function treeOf(at: string | undefined): Promise<Set<string>> {
  const blobs = await blobsIn('HEAD', at).catch(() => new Map<string, string[]>())
  return new Set([...blobs].flatMap(([id, paths]) => paths.map((path) => `${id} ${path}`)))
}
