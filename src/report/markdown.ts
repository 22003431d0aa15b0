/** Markdown, for a job summary, a comment, or an issue. */
import type { Report, Verdict } from '../types.ts'
import { count, inert, thousands } from '../wording.ts'
import { code, words } from './escape.ts'
import { headline } from './headline.ts'
import { bySeverity, place } from './order.ts'
import type { Provenance } from './provenance.ts'
import { printable } from './style.ts'
import { type Unread, unreadIn } from './unread.ts'

/** A comment on GitHub is limited to 65,536 characters. */
const MOST = 200

const SIGNS = { stop: '❌', look: '⚠️', clean: '✅' } as const

export function markdown(report: Report, { version, at }: Provenance): string {
  const { verdicts, coverage, notes } = report
  const { mood, text } = headline(report)
  const told = bySeverity(verdicts.filter(({ outcome }) => outcome !== 'allowed'))
  const allowed = verdicts.length - told.length
  const unread = unreadIn(coverage)
  const parts = [
    `## ${SIGNS[mood]} ${text}`,
    told.length > 0 ? table(told.slice(0, MOST)) : '',
    told.length > MOST ? `and ${thousands(told.length - MOST)} more` : '',
    told.length > 0 ? `### What to do\n\n${remedies(told.slice(0, MOST))}` : '',
    unread.length > 0 ? `### Could not be scanned\n\n${unread.slice(0, MOST).map(unseen).join('\n')}` : '',
    ...notes.map((note) => `> ${words(note)}`),
    `<sub>${count(coverage.length, 'file')} scanned${allowed > 0 ? `, ${count(allowed, 'finding')} allowed` : ''} · leakgate ${version} · ${at.toISOString().slice(0, 10)}</sub>`,
  ]
  return inert(`${parts.filter(Boolean).join('\n\n')}\n`) // markdown is read on terminals, too
}

function table(told: readonly Verdict[]): string {
  const rows = told.map(({ finding, outcome }) => [
    outcome === 'warned' ? `${finding.severity}, warning` : `**${finding.severity}**`,
    words(finding.title),
    cell(place(finding, printable)),
    finding.masked ? cell(finding.masked) : '',
    cell(finding.fingerprint),
  ])
  return [['Severity', 'What', 'Where', 'Secret', 'Fingerprint'], ['---', '---', '---', '---', '---'], ...rows]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n')
}

/** A bar would end the cell, even in code. */
const cell = (text: string) => code(text).replaceAll('|', '\\|')

function remedies(told: readonly Verdict[]): string {
  const rules = new Map(told.map(({ finding }) => [finding.rule, finding]))
  return [...rules.values()]
    .map(
      ({ title, remedy, link }) =>
        `- **${words(title)}**: ${words(remedy)}${link ? ` <${link.replace(/[<>\s]/g, encodeURIComponent)}>` : ''}`,
    )
    .join('\n')
}

const unseen = ({ path, why }: Unread) => `- ${code(printable(path))}: ${words(why)}`
