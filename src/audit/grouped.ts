/** One finding per secret and path, however many versions contain it; joining the parts of a history gives the same result as the whole. */
import { OUTCOMES } from '../gravity.ts'
import type { CommitFacts, Finding, Report, Verdict, Wording } from '../types.ts'

/** The order of audit reports: by place, then by anything else that differs. */
export function inOrder(verdicts: readonly Verdict[]): Verdict[] {
  return [...verdicts].sort(({ finding: a }, { finding: b }) => {
    if (a.path !== b.path) return a.path < b.path ? -1 : 1
    return a.line - b.line || a.column - b.column || compare(a.rule, b.rule) || compare(a.fingerprint, b.fingerprint)
  })
}

/** The order of the coverage. */
export const byPath = (coverage: Report['coverage']) => [...coverage].sort((a, b) => compare(a.path, b.path) || a.bytes - b.bytes)

export const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

export function grouped(verdicts: readonly Verdict[]): Verdict[] {
  const groups = new Map<string, Verdict[]>()
  for (const verdict of verdicts) {
    const { fingerprint, path } = verdict.finding
    const key = `${fingerprint} ${path}`
    const group = groups.get(key)
    if (group) group.push(verdict)
    else groups.set(key, [verdict])
  }
  return [...groups.values()].flatMap(joined)
}

/** Place and first commit of the oldest one, the most serious outcome, all commits. */
function joined(group: readonly Verdict[]): Verdict[] {
  const [oldest, ...others] = [...group].sort(({ finding: a }, { finding: b }) => age(a, b))
  if (!oldest || others.length === 0) return [...group]
  const { outcome, reason } = [...group].sort(byGravity)[0] ?? oldest
  const all = [oldest, ...others].flatMap(({ finding }) => finding.history ?? [])
  const [own] = all
  if (!own || all.length < group.length) return [oldest]
  const last = all
    .flatMap((one) => one.last ?? [])
    .sort(byDate)
    .at(-1)
  return [
    {
      finding: {
        ...oldest.finding,
        history: {
          ...own,
          inTree: all.some(({ inTree }) => inTree),
          commits: firstAhead(all.flatMap(({ commits }) => commits)),
          refs: [...new Set(all.flatMap(({ refs }) => refs))].sort(compare),
          ...(last ? { last } : {}),
          pushed: ANSWERS.find((one) => all.some(({ pushed }) => pushed === one)) ?? own.pushed,
          lines: distinct(all.flatMap(({ lines }) => lines)),
          ...(all.some(({ lfs }) => lfs) ? { lfs: true } : {}),
        },
      },
      outcome,
      ...(reason ? { reason } : {}),
    },
  ]
}

/** Was it pushed? The first of these that holds for a version holds for all of them. */
const ANSWERS = ['yes', 'unknown', 'no'] as const

/** One object per wording: the one with the first id, so that parts of a history join to the same as the whole. */
function distinct(lines: readonly Wording[]): Wording[] {
  const seen = new Set<string>()
  return [...lines]
    .sort((a, b) => compare(a.object, b.object) || a.line - b.line)
    .filter(({ excerpt }) => !seen.has(excerpt) && seen.add(excerpt))
}

const byGravity = (a: Verdict, b: Verdict) =>
  OUTCOMES.indexOf(a.outcome) - OUTCOMES.indexOf(b.outcome) || compare(a.reason ?? '', b.reason ?? '')

const byDate = (a: CommitFacts, b: CommitFacts) => compare(a.date, b.date) || compare(a.commit, b.commit)

/** What has no date is sorted last. */
const age = (a: Finding, b: Finding) =>
  compare(a.date ?? '9', b.date ?? '9') ||
  compare(a.commit ?? '', b.commit ?? '') ||
  compare(a.history?.object ?? '', b.history?.object ?? '') ||
  a.line - b.line ||
  a.column - b.column

/** The first commit, then the others sorted by id: independent of the order in which they were joined. */
export const firstAhead = ([first, ...rest]: readonly string[]) =>
  first === undefined ? [] : [first, ...[...new Set(rest)].filter((id) => id !== first).sort(compare)]
