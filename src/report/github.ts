/** GitHub workflow commands: each finding is an annotation. https://docs.github.com/actions/reference/workflow-commands */
import type { Report, Verdict } from '../types.ts'
import { bySeverity } from './order.ts'
import { unreadIn } from './unread.ts'

/** The log is shown to people: other control characters would act there. */
const CONTROL = /(?![\n\r])[\p{Cc}\p{Cf}\u2028\u2029]/gu

const data = (text: string) => text.replace(CONTROL, '').replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
const property = (text: string) => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')

/** A step shows only ten errors and ten warnings, so the most serious come first. */
export function github({ verdicts, coverage, unread, notes }: Report): string {
  const kind = unread === 'block' ? 'error' : 'warning'
  return [
    ...unreadIn(coverage).map(({ path, why }) =>
      command(kind, { file: path, title: 'Not scanned' }, `${path} could not be scanned: ${why}`),
    ),
    ...bySeverity(verdicts.filter(({ outcome }) => outcome !== 'allowed')).map(annotation),
    ...notes.map((note) => command('notice', { title: 'leakgate' }, note)),
  ].join('')
}

function annotation({ finding, outcome }: Verdict): string {
  const { path, line, endLine, column, title, masked, remedy, rule, fingerprint, commit } = finding
  const place = line > 0 ? { line, endLine, col: column } : {}
  const when = commit ? ` in commit ${commit.slice(0, 10)}` : ''
  return command(
    outcome === 'blocked' ? 'error' : 'warning',
    { file: path, ...place, title },
    `${masked || title}${when}: ${remedy} (${rule}, ${fingerprint})`,
  )
}

function command(name: string, properties: Readonly<Record<string, string | number>>, message: string): string {
  const list = Object.entries(properties).map(([key, value]) => `${key}=${property(String(value))}`)
  return `::${name} ${list.join(',')}::${data(message)}\n`
}
