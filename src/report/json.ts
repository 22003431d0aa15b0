/** JSON: the whole report, or one finding a line. Names are in snake_case, and stay as they are. */
import type { Report, Verdict } from '../types.ts'

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
    confidence: Number(finding.confidence.toFixed(3)),
    outcome,
    ...(reason ? { reason } : {}),
    masked: finding.masked,
    remedy: finding.remedy,
    ...(finding.link ? { link: finding.link } : {}),
    ...(finding.commit ? { commit: finding.commit } : {}),
    ...(finding.author ? { author: finding.author } : {}),
    ...(finding.date ? { date: finding.date } : {}),
  }
}

export function json({ verdicts, coverage, notes, ms }: Report): string {
  const unread = coverage.filter((one) => one.unread)
  return `${JSON.stringify({ findings: verdicts.map(row), coverage: { files: coverage.length, bytes: coverage.reduce((sum, one) => sum + one.bytes, 0), unread: unread.map(({ path, unread: why }) => ({ path, why })) }, notes, ...(ms > 0 ? { ms: Math.round(ms) } : {}) }, null, 2)}\n`
}

export const jsonl = ({ verdicts }: Report) => verdicts.map((verdict) => `${JSON.stringify(row(verdict))}\n`).join('')
