/** GitLab's secret detection report: gitlab.com/gitlab-org/security-products/security-report-schemas. */
import type { Finding, Report } from '../types.ts'
import { code } from './escape.ts'
import { type Provenance, second } from './provenance.ts'
import { printable } from './style.ts'
import { unreadIn } from './unread.ts'

const VERSION = '15.2.4'
const SEVERITIES = { critical: 'Critical', high: 'High', medium: 'Medium', low: 'Low' } as const
/** The schema requires a commit; GitLab's own analyzer writes this for a finding in the tree. */
const NO_COMMIT = '0000000'

/** Allowed findings are omitted: the format cannot express them, and GitLab would report them again. */
export function gitlab({ verdicts, coverage, unread, notes, ms }: Report, { version, at }: Provenance): string {
  const unseen = unreadIn(coverage).map(({ path, why }) => `${printable(path)} could not be scanned: ${why}`)
  const program = { id: 'leakgate', name: 'leakgate', url: 'https://github.com/leakgate/leakgate', version, vendor: { name: 'leakgate' } }
  const report = {
    version: VERSION,
    schema: `https://gitlab.com/gitlab-org/security-products/security-report-schemas/-/raw/v${VERSION}/dist/secret-detection-report-format.json`,
    scan: {
      analyzer: program,
      scanner: program,
      type: 'secret_detection',
      start_time: second(new Date(at.getTime() - ms)),
      end_time: second(at),
      status: unseen.length > 0 && unread === 'block' ? 'failure' : 'success',
      messages: [...unseen.map((value) => ({ level: 'warn', value })), ...notes.map((value) => ({ level: 'info', value }))],
    },
    vulnerabilities: verdicts.filter(({ outcome }) => outcome !== 'allowed').map(({ finding }) => vulnerability(finding)),
  }
  return `${JSON.stringify(report, null, 2)}\n`
}

function vulnerability(finding: Finding) {
  const { path, line, endLine, title, severity, masked, rule, fingerprint, remedy, link, commit, author, date } = finding
  return {
    id: [fingerprint, path, line, finding.column, commit].filter((part) => part !== undefined).join(':'),
    name: title.slice(0, 255),
    description: masked ? `${title}: ${code(masked)}` : title,
    severity: SEVERITIES[severity],
    solution: remedy,
    identifiers: [
      { type: 'leakgate_rule_id', name: `leakgate rule ID ${rule}`, value: rule },
      { type: 'cwe', name: 'CWE-798', value: '798', url: 'https://cwe.mitre.org/data/definitions/798.html' },
    ],
    ...(link && /^https?:/.test(link) ? { links: [{ url: link }] } : {}),
    location: {
      file: path,
      ...(line > 0 ? { start_line: line, end_line: endLine } : {}),
      commit: { sha: commit ?? NO_COMMIT, ...(author ? { author } : {}), ...(date ? { date } : {}) },
    },
    ...(line > 0 ? { raw_source_code_extract: finding.excerpt.text } : {}),
  }
}
