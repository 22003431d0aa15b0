/** GitHub's workflow commands: each finding is an annotation. https://docs.github.com/actions/reference/workflow-commands */
import type { Report, Verdict } from '../types.ts'

const data = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
const property = (text: string) => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')

function annotation({ finding, outcome }: Verdict): string {
  const kind = { blocked: 'error', warned: 'warning', allowed: 'notice' }[outcome]
  const place = finding.line > 0 ? `,line=${finding.line},endLine=${finding.endLine},col=${finding.column}` : ''
  return `::${kind} file=${property(finding.path)}${place},title=${property(finding.title)}::${data(`${finding.masked || finding.title}: ${finding.remedy} (${finding.rule}, ${finding.fingerprint})`)}\n`
}

export function github({ verdicts, coverage, unread }: Report): string {
  const failed = coverage.flatMap(({ path, unread: why }) =>
    why ? [`::${unread === 'block' ? 'error' : 'warning'} file=${property(path)}::${data(`could not be looked at: ${why}`)}\n`] : [],
  )
  return [...verdicts.filter(({ outcome }) => outcome !== 'allowed').map(annotation), ...failed].join('')
}
