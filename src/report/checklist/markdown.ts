/** The checklist as a task list, to be pasted into an issue; points that hold or are not here are ticked. */
import type { Assessment, Checklist } from '../../checklist/assessment.ts'
import { code, words } from '../escape.ts'
import type { Provenance } from '../provenance.ts'
import { printable } from '../style.ts'
import { byRemedy, summary } from './summary.ts'

export function checklistMarkdown(checklist: Checklist, { version, at }: Provenance): string {
  const sections = checklist.sections.map(({ title, points }, i) => `### ${i + 1}. ${words(title)}\n\n${points.map(task).join('\n')}`)
  const made = `<sub>leakgate ${version} · ${at.toISOString().slice(0, 10)}</sub>`
  return `## Security checklist\n\n${words(summary(checklist))}\n\n${sections.join('\n\n')}\n\n${made}\n`
}

function task(point: Assessment): string {
  const { state, text, because, look } = point
  const said = words(printable(text))
  switch (state) {
    case 'holds':
      return `- [x] ${said}: ${words(printable(because))}`
    case 'not here':
      return `- [x] ~~${said}~~ not here: ${words(printable(because))}`
    case 'look':
      return `- [ ] ${said}: look, ${words(printable(because))}\n  - ${told(look)}`
    case 'fails':
      return [`- [ ] **${said}**: fails`, ...byRemedy(point).flatMap(lines)].join('\n')
  }
}

const lines = ({ remedy, places }: { readonly remedy: string; readonly places: readonly string[] }) => [
  ...places.map((place) => `  - ${code(place)}`),
  `  - → ${told(remedy)}`,
]

/** A command as code, anything else as words. */
const told = (text: string) => (/^(?:npx|git|docker|npm|grep) /.test(text) ? code(printable(text)) : words(printable(text)))
