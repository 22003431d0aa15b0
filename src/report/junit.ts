/** JUnit XML, following its XSD (github.com/windyroad/JUnit-Schema): a refused finding is a failed test. */
import type { Finding, Report, Verdict } from '../types.ts'
import { count } from '../wording.ts'
import { xml } from './escape.ts'
import { bySeverity, place } from './order.ts'
import { type Provenance, second } from './provenance.ts'
import { printable } from './style.ts'
import { type Unread, unreadIn } from './unread.ts'

export function junit({ verdicts, coverage, unread, notes, ms }: Report, { version, at }: Provenance): string {
  const blocked = bySeverity(verdicts).filter(({ outcome }) => outcome === 'blocked')
  const warned = bySeverity(verdicts).filter(({ outcome }) => outcome === 'warned')
  const unseen = unreadIn(coverage)
  const errors = unread === 'block' ? unseen : []
  const passing = test(`${count(coverage.length, 'file')} scanned`, 'leakgate', '')
  const cases = [...blocked.map(failure), ...errors.map(error), passing]
  const said = [
    ...warned.map(({ finding }) => `warning: ${finding.title} in ${place(finding, printable)}`),
    ...(unread === 'warn' ? unseen.map(({ path, why }) => `warning: ${printable(path)} could not be scanned: ${why}`) : []),
    ...notes,
  ]
  return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites>
  <testsuite id="0" package="leakgate" name="leakgate" timestamp="${second(at)}" hostname="localhost" tests="${cases.length}" failures="${blocked.length}" errors="${errors.length}" time="${seconds(ms)}">
    <properties>
      <property name="version" value="${xml(version)}"/>
    </properties>
${cases.join('\n')}
    <system-out>${said.map(xml).join('\n')}</system-out>
    <system-err/>
  </testsuite>
</testsuites>
`
}

const seconds = (ms: number) => (ms / 1000).toFixed(3)

function test(name: string, group: string, inner: string): string {
  const open = `    <testcase name="${xml(name)}" classname="${xml(group)}" time="0"`
  return inner ? `${open}>\n      ${inner}\n    </testcase>` : `${open}/>`
}

function failure({ finding, reason }: Verdict): string {
  const message = finding.masked ? `${finding.title}: ${finding.masked}` : finding.title
  const body = [
    place(finding, printable),
    ...excerpt(finding),
    reason ?? '',
    ...(finding.history?.steps ?? [finding.remedy, finding.link ?? '']),
    finding.fingerprint,
  ]
  return test(
    `${finding.title} in ${place(finding, printable)}`,
    finding.rule,
    `<failure type="${xml(finding.rule)}" message="${xml(message)}">${body.filter(Boolean).map(xml).join('\n')}</failure>`,
  )
}

const excerpt = ({ line, excerpt: { text } }: Finding) => (line > 0 ? [`${line} | ${text}`] : [])

const error = ({ path, why }: Unread) =>
  test(`${printable(path)} can be scanned`, 'leakgate', `<error type="unread" message="${xml(why)}">${xml(printable(path))}</error>`)
