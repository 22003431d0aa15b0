/** A report as data for the page's script. */
import type { Finding, History, Outcome, Report, Severity, Verdict } from '../../types.ts'
import { shortRef } from '../../wording.ts'
import { bySeverity, confidenceOf } from '../order.ts'
import { reasonsOf } from '../reasons.ts'
import { printable } from '../style.ts'

export interface PageData {
  readonly kinds: readonly Kind[]
  readonly rows: readonly Row[]
}

/** What all findings of a rule have in common. */
export interface Kind {
  readonly rule: string
  readonly title: string
  readonly remedy: string
  readonly link?: string
}

export interface Row {
  /** Index in `kinds`. */
  readonly kind: number
  readonly severity: Severity
  readonly outcome: Outcome
  /** The reason of the outcome. */
  readonly why?: string
  readonly path: string
  readonly line: number
  readonly column: number
  readonly masked: string
  readonly text: string
  readonly mark: readonly [number, number]
  readonly confidence: number
  readonly fingerprint: string
  readonly reasons: readonly string[]
  readonly commit?: string
  readonly author?: string
  readonly date?: string
  readonly history?: Way
}

/** Its life in the history. */
interface Way {
  readonly inTree: boolean
  readonly commits: number
  /** The first few, with short names. */
  readonly refs: readonly string[]
  readonly last?: string
  readonly pushed: 'yes' | 'no' | 'unknown'
  readonly steps: readonly string[]
}

/** How many branches and tags the page lists per finding. */
const FEW = 12

export function pageData({ verdicts }: Report): PageData {
  const kinds = new Map<string, Kind & { readonly at: number }>()
  const rows = bySeverity(verdicts).map((verdict) => {
    const { rule, title, remedy, link } = verdict.finding
    const key = `${rule}\n${title}\n${remedy}`
    const kind = kinds.get(key) ?? { at: kinds.size, rule, title, remedy, ...(link ? { link } : {}) }
    kinds.set(key, kind)
    return rowOf(verdict, kind.at)
  })
  return { kinds: [...kinds.values()].map(({ at: _, ...kind }) => kind), rows }
}

const rowOf = ({ finding, outcome, reason }: Verdict, kind: number): Row => ({
  kind,
  severity: finding.severity,
  outcome,
  ...(reason ? { why: reason } : {}),
  path: printable(finding.path),
  line: finding.line,
  column: finding.column,
  masked: finding.masked,
  text: finding.excerpt.text,
  mark: finding.excerpt.mark,
  confidence: Math.round(confidenceOf(finding) * 100) / 100,
  fingerprint: finding.fingerprint,
  reasons: reasonsOf(finding),
  ...history(finding),
})

const history = ({ commit, author, date, history }: Finding) => ({
  ...(commit ? { commit } : {}),
  ...(author ? { author } : {}),
  ...(date ? { date } : {}),
  ...(history ? { history: way(history) } : {}),
})

const way = ({ inTree, commits, refs, last, pushed, steps }: History): Way => ({
  inTree,
  commits: commits.length,
  refs: [...refs.slice(0, FEW).map((name) => shortRef(name)), ...(refs.length > FEW ? [`and ${refs.length - FEW} more`] : [])],
  ...(last ? { last: last.date } : {}),
  pushed,
  steps,
})
