/** SARIF 2.1.0, as code scanning takes it. https://docs.oasis-open.org/sarif/sarif/v2.1.0/ */
import type { Finding, Report, Verdict } from '../types.ts'

const LEVELS = { critical: 'error', high: 'error', medium: 'warning', low: 'note' } as const
/** GitHub orders by this number. */
const WEIGHTS = { critical: '9.5', high: '8.0', medium: '5.0', low: '2.0' } as const

export function sarif({ verdicts, coverage }: Report): string {
  const findings = verdicts.map(({ finding }) => finding)
  const rules = [...new Map(findings.map((finding) => [finding.rule, finding])).values()].sort((a, b) => (a.rule < b.rule ? -1 : 1))
  const index = new Map(rules.map(({ rule }, i) => [rule, i]))
  const failed = coverage.flatMap(({ path, unread }) =>
    unread ? [{ level: 'error', message: { text: `${path} could not be looked at: ${unread}` } }] : [],
  )
  const run = {
    tool: { driver: { name: 'leakgate', informationUri: 'https://github.com/leakgate/leakgate', rules: rules.map(descriptor) } },
    columnKind: 'unicodeCodePoints',
    invocations: [{ executionSuccessful: failed.length === 0, toolExecutionNotifications: failed }],
    results: verdicts.map((verdict) => result(verdict, index.get(verdict.finding.rule) ?? 0)),
  }
  return `${JSON.stringify({ $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] }, null, 2)}\n`
}

function descriptor({ rule, title, severity, remedy, link }: Finding) {
  return {
    id: rule,
    shortDescription: { text: title },
    help: { text: remedy },
    ...(link ? { helpUri: link } : {}),
    defaultConfiguration: { level: LEVELS[severity] },
    properties: { 'security-severity': WEIGHTS[severity], tags: ['security', 'secret'] },
  }
}

function result({ finding, outcome, reason }: Verdict, ruleIndex: number) {
  const { path, line, endLine, column, fingerprint, severity, title, masked, rule } = finding
  const region = line > 0 ? { region: { startLine: line, startColumn: column, endLine } } : {}
  return {
    ruleId: rule,
    ruleIndex,
    level: outcome === 'blocked' ? LEVELS[severity] : 'note',
    message: { text: masked ? `${title}: ${masked}` : title },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: path.split('/').map(encodeURIComponent).join('/'), uriBaseId: '%SRCROOT%' },
          ...region,
        },
      },
    ],
    partialFingerprints: { 'leakgate/v1': fingerprint },
    ...(outcome === 'allowed' ? { suppressions: [{ kind: 'external', justification: reason ?? '' }] } : {}),
  }
}
