/** One finding for a secret of a path, however many versions hold it: joined so that parts of a history give what the whole gives. */
import type { CommitFacts, Finding, Outcome, Report, Verdict } from '../types.ts'

const OUTCOMES: readonly Outcome[] = ['blocked', 'warned', 'allowed']

/** The order of audits: by place, then by what tells the rest apart. */
export function inOrder(verdicts: readonly Verdict[]): Verdict[] {
  return [...verdicts].sort(({ finding: a }, { finding: b }) => {
    if (a.path !== b.path) return a.path < b.path ? -1 : 1
    return a.line - b.line || a.column - b.column || compare(a.rule, b.rule) || compare(a.fingerprint, b.fingerprint)
  })
}

/** Of what was looked at. */
export const byPath = (coverage: Report['coverage']) => [...coverage].sort((a, b) => compare(a.path, b.path) || a.bytes - b.bytes)

export const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

export function grouped(verdicts: readonly Verdict[]): Verdict[] {
  const groups = new Map<string, Verdict>()
  for (const verdict of verdicts) {
    const { fingerprint, path } = verdict.finding
    const key = `${fingerprint} ${path}`
    const before = groups.get(key)
    groups.set(key, before ? joined(before, verdict) : verdict)
  }
  return [...groups.values()]
}

/** Place and first commit of the older one, the graver outcome, all commits. */
function joined(a: Verdict, b: Verdict): Verdict {
  const [older, newer] = age(a.finding, b.finding) <= 0 ? [a, b] : [b, a]
  const { outcome, reason } = [a, b].sort(byGravity)[0] ?? a
  const [own, other] = [older.finding.history, newer.finding.history]
  if (!own || !other) return older
  const last = [own.last, other.last]
    .filter((one) => one !== undefined)
    .sort(byDate)
    .at(-1)
  return {
    finding: {
      ...older.finding,
      history: {
        ...own,
        inTree: own.inTree || other.inTree,
        commits: firstAhead([...own.commits, ...other.commits]),
        refs: [...new Set([...own.refs, ...other.refs])].sort(compare),
        ...(last ? { last } : {}),
        pushed: own.pushed === 'yes' || other.pushed === 'yes' ? 'yes' : own.pushed,
        ...(own.lfs || other.lfs ? { lfs: true } : {}),
      },
    },
    outcome,
    ...(reason ? { reason } : {}),
  }
}

const byGravity = (a: Verdict, b: Verdict) =>
  OUTCOMES.indexOf(a.outcome) - OUTCOMES.indexOf(b.outcome) || compare(a.reason ?? '', b.reason ?? '')

const byDate = (a: CommitFacts, b: CommitFacts) => compare(a.date, b.date) || compare(a.commit, b.commit)

/** What has no date is the youngest. */
const age = (a: Finding, b: Finding) =>
  compare(a.date ?? '9', b.date ?? '9') ||
  compare(a.commit ?? '', b.commit ?? '') ||
  compare(a.history?.object ?? '', b.history?.object ?? '') ||
  a.line - b.line ||
  a.column - b.column

/** The first commit, then the others by their ids: the same whichever of them were joined before. */
export const firstAhead = ([first, ...rest]: readonly string[]) =>
  first === undefined ? [] : [first, ...[...new Set(rest)].filter((id) => id !== first).sort(compare)]
