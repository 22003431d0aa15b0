/** A report as the page's script gets it. */
import type { Finding, Outcome, Report, Severity, Verdict } from '../../types.ts'
import { gravestFirst } from '../order.ts'
import { printable } from '../style.ts'

export interface PageData {
  readonly kinds: readonly Kind[]
  readonly rows: readonly Row[]
}

/** What is the same for all findings of a rule. */
export interface Kind {
  readonly rule: string
  readonly title: string
  readonly remedy: string
  readonly link?: string
}

export interface Row {
  /** Its place in `kinds`. */
  readonly kind: number
  readonly severity: Severity
  readonly outcome: Outcome
  /** Why that outcome. */
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
}

export function pageData({ verdicts }: Report): PageData {
  const kinds = new Map<string, Kind & { readonly at: number }>()
  const rows = gravestFirst(verdicts).map((verdict) => {
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
  confidence: Math.round(finding.confidence * 100) / 100,
  fingerprint: finding.fingerprint,
  reasons: finding.reasons,
  ...history(finding),
})

const history = ({ commit, author, date }: Finding) => ({
  ...(commit ? { commit } : {}),
  ...(author ? { author } : {}),
  ...(date ? { date } : {}),
})
