/** JSON: the whole report, or one finding per line. Names are in snake_case, and stable. */
import type { History, Report, Verdict } from '../types.ts'
import { confidenceOf } from './order.ts'
import { reasonsOf } from './reasons.ts'
import { unreadIn } from './unread.ts'

function row({ finding, outcome, reason }: Verdict) {
  return {
    path: finding.path,
    line: finding.line,
    end_line: finding.endLine,
    column: finding.column,
    rule: finding.rule,
    title: finding.title,
    fingerprint: finding.fingerprint,
    severity: finding.severity,
    confidence: confidenceOf(finding),
    reasons: reasonsOf(finding),
    outcome,
    ...(reason ? { reason } : {}),
    masked: finding.masked,
    excerpt: finding.excerpt.text,
    mark: finding.excerpt.mark,
    fixable: finding.fixable,
    ...(finding.policy ? { policy: true } : {}),
    remedy: finding.remedy,
    ...(finding.link ? { link: finding.link } : {}),
    ...(finding.commit ? { commit: finding.commit } : {}),
    ...(finding.author ? { author: finding.author } : {}),
    ...(finding.date ? { date: finding.date } : {}),
    ...(finding.history ? { history: way(finding.history) } : {}),
  }
}

const way = ({ inTree, lines, repository, ...history }: History) => ({
  in_tree: inTree,
  ...history,
  lines: lines.map(({ endLine, ...one }) => ({ ...one, end_line: endLine })),
  ...(repository === undefined ? {} : { repository }),
})

export function json({ verdicts, coverage, unread, notes, ms, shard }: Report): string {
  const report = {
    ...(shard ? { shard } : {}),
    findings: verdicts.map(row),
    coverage: {
      files: coverage.length,
      bytes: coverage.reduce((sum, one) => sum + one.bytes, 0),
      unread_means: unread,
      unread: unreadIn(coverage),
    },
    notes,
    ...(ms > 0 ? { ms: Math.round(ms) } : {}),
  }
  return `${JSON.stringify(report, null, 2)}\n`
}

export const jsonl = ({ verdicts }: Report) => verdicts.map((verdict) => `${JSON.stringify(row(verdict))}\n`).join('')
