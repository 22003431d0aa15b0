/** SARIF 2.1.0, for code scanning. https://docs.oasis-open.org/sarif/sarif/v2.1.0/ */
import type { Finding, Report, Verdict } from '../types.ts'
import { confidenceOf } from './order.ts'
import type { Provenance } from './provenance.ts'
import { type Unread, unreadIn } from './unread.ts'

const LEVELS = { critical: 'error', high: 'error', medium: 'warning', low: 'note' } as const
const OUTCOMES = { blocked: 'error', warned: 'warning', allowed: 'note' } as const
/** GitHub sorts by this number. */
const WEIGHTS = { critical: '9.5', high: '8.0', medium: '5.0', low: '2.0' } as const

export function sarif({ verdicts, coverage, unread, notes }: Report, { version }: Provenance): string {
  const findings = verdicts.map(({ finding }) => finding)
  const rules = [...new Map(findings.map((finding) => [finding.rule, finding])).values()].sort((a, b) => (a.rule < b.rule ? -1 : 1))
  const index = new Map(rules.map(({ rule }, i) => [rule, i]))
  const failed = unreadIn(coverage).map((one) => unseen(one, unread))
  const said = notes.map((text) => ({ level: 'note', message: { text } }))
  const run = {
    tool: { driver: { name: 'leakgate', version, informationUri: 'https://github.com/leakgate/leakgate', rules: rules.map(descriptor) } },
    columnKind: 'unicodeCodePoints',
    invocations: [{ executionSuccessful: failed.length === 0 || unread === 'warn', toolExecutionNotifications: [...failed, ...said] }],
    results: verdicts.map((verdict) => result(verdict, index.get(verdict.finding.rule) ?? 0)),
  }
  return `${JSON.stringify({ $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] }, null, 2)}\n`
}

const unseen = ({ path, why }: Unread, unread: Report['unread']) => ({
  level: unread === 'block' ? 'error' : 'warning',
  message: { text: `${path} could not be scanned: ${why}` },
  locations: [{ physicalLocation: { artifactLocation: artifact(path) } }],
})

function descriptor({ rule, title, severity, remedy, link }: Finding) {
  return {
    id: rule,
    name: title,
    shortDescription: { text: title },
    fullDescription: { text: `${title}. ${remedy}` },
    help: { text: link ? `${remedy}\n${link}` : remedy },
    ...(link && /^https?:/.test(link) ? { helpUri: link } : {}),
    defaultConfiguration: { level: LEVELS[severity] },
    properties: { 'security-severity': WEIGHTS[severity], tags: ['security', 'secret', 'external/cwe/cwe-798'] },
  }
}

function result({ finding, outcome, reason }: Verdict, ruleIndex: number) {
  const { path, line, endLine, column, fingerprint, title, masked, rule, commit, author, date } = finding
  // Code scanning requires a line, even for a finding of the whole file.
  const region = line > 0 ? { startLine: line, startColumn: Math.max(1, column), endLine } : { startLine: 1 }
  const way = finding.history && { in_tree: finding.history.inTree, pushed: finding.history.pushed, refs: finding.history.refs }
  const history = { ...(commit ? { commit } : {}), ...(author ? { author } : {}), ...(date ? { date } : {}), ...way }
  return {
    ruleId: rule,
    ruleIndex,
    level: OUTCOMES[outcome],
    rank: Math.round(confidenceOf(finding) * 1000) / 10,
    message: { text: `${masked ? `${title}: ${masked}` : title}${commit ? ` in commit ${commit.slice(0, 10)}` : ''}` },
    locations: [{ physicalLocation: { artifactLocation: artifact(path), region } }],
    partialFingerprints: { 'leakgate/v1': fingerprint },
    ...(outcome === 'allowed' ? { suppressions: [{ kind: 'external', justification: reason ?? '' }] } : {}),
    ...(commit || way ? { properties: history } : {}),
  }
}

const artifact = (path: string) => ({ uri: path.split('/').map(encodeURIComponent).join('/'), uriBaseId: '%SRCROOT%' })
