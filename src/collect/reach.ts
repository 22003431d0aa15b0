/** The branches, tags and stashes from which a commit can be reached: one walk over all commits, children first. */
import { git, inside } from './git.ts'
import { allLines, lines } from './lines.ts'
import { nameOf } from './text.ts'

/** What only the reflog of a remote branch still reaches: it was there. */
export const PUSHED = 'pushed before'

/** By commit or tag object: the full names of the refs; `reflog` if only a reflog still reaches it; also `PUSHED`. */
export async function reach(at: string | undefined, wanted: ReadonlySet<string>): Promise<Map<string, string[]>> {
  const tips = await refTips(at)
  const names = [...new Set(tips.map(({ name }) => name))]
  const sets = new Map<string, bigint>()
  const found = new Map<string, string[]>()
  const bits = new Map(names.map((name, i) => [name, 1n << BigInt(i)]))
  for (const { id, name } of tips) sets.set(id, (sets.get(id) ?? 0n) | (bits.get(name) ?? 0n))
  const note = (id: string, set: bigint) => void (wanted.has(id) && found.set(id, members(set, names)))
  for (const [id, set] of sets) note(id, set)
  const input = tips.filter(({ type }) => type === 'commit').map(({ id }) => `${id}\n`)
  if (input.length === 0) return found
  for await (const some of lines(at, ['rev-list', '--topo-order', '--parents', '--ignore-missing', '--stdin'], input.join(''))) {
    for (const line of some) {
      const [id = '', ...parents] = line.split(' ')
      const set = sets.get(id) ?? 0n
      note(id, set)
      for (const parent of parents) sets.set(parent, (sets.get(parent) ?? 0n) | set)
      sets.delete(id) // holds only the frontier of the walk
    }
  }
  for (const id of await allLines(at, ['rev-list', '--reflog', '--not', '--all']))
    if (wanted.has(id) && !found.has(id)) found.set(id, ['reflog'])
  for (const id of await pushedBefore(at)) if (wanted.has(id)) found.set(id, [...(found.get(id) ?? []), PUSHED])
  return found
}

/** What remote branches had, according to their reflogs, and have no more. */
async function pushedBefore(at: string | undefined): Promise<string[]> {
  const remote = (await allLines(at, ['for-each-ref', '--format=%(refname)', 'refs/remotes'])).map(nameOf)
  const logged = await Promise.all(remote.map((name) => git(inside(at, ['rev-list', '--walk-reflogs', name, '--']))))
  const ids = new Set(logged.flatMap(({ code, out }) => (code === 0 ? out.toString().split('\n').filter(Boolean) : [])))
  if (ids.size === 0) return []
  return allLines(at, ['rev-list', '--ignore-missing', '--stdin', '--not', '--remotes'], [...ids].map((id) => `${id}\n`).join(''))
}

interface Tip {
  readonly id: string
  readonly type: string
  readonly name: string
}

/** All tips: also a detached HEAD, and each stash by number, as refs/stash is only the newest. Symbolic refs (origin/HEAD) are skipped. */
async function refTips(at: string | undefined): Promise<Tip[]> {
  const [refs, stashes, head, branch] = await Promise.all([
    allLines(at, ['for-each-ref', '--format=%(objectname) %(objecttype) %(*objectname) %(*objecttype) %(refname) %(symref)']),
    git(inside(at, ['rev-list', '--walk-reflogs', 'refs/stash', '--'])),
    git(inside(at, ['rev-parse', '-q', '--verify', 'HEAD^{commit}'])),
    git(inside(at, ['symbolic-ref', '-q', 'HEAD'])),
  ])
  const tips = refs.flatMap((line): Tip[] => {
    const [id = '', type = '', peeled = '', peeledType = '', name = '', alias = ''] = nameOf(line).split(' ')
    if (name === 'refs/stash' || alias !== '') return []
    return peeled === ''
      ? [{ id, type, name }]
      : [
          { id, type, name },
          { id: peeled, type: peeledType, name },
        ]
  })
  const stashed = stashes.code === 0 ? stashes.out.toString().split('\n').filter(Boolean) : []
  const detached = head.code === 0 && branch.code !== 0 ? [{ id: head.out.toString().trim(), type: 'commit', name: 'HEAD' }] : []
  return [...tips, ...stashed.map((id, i) => ({ id, type: 'commit', name: `stash@{${i}}` })), ...detached]
}

/** Stashes are named only if no branch or tag has the commit: a stash reaches everything its branch had when it was made. */
function members(set: bigint, names: readonly string[]): string[] {
  const all = names.filter((_, i) => (set >> BigInt(i)) & 1n).sort()
  const lasting = all.filter((name) => name.startsWith('refs/'))
  return lasting.length > 0 ? lasting : all
}
