/** The steps of an incident, for a terminal or an issue. */
import { code, words } from './escape.ts'
import { printable, type Style, wrapped } from './style.ts'

export interface Incident {
  readonly headline: string
  /** In order. Lines are sentences, or commands to paste, which begin with `$ `. */
  readonly steps: readonly { readonly title: string; readonly lines: readonly string[] }[]
}

export function incidentTerminal({ headline, steps }: Incident, style: Style): string {
  const drawn = steps.flatMap(({ title, lines }, i) => [
    `  ${style.strong(`${i + 1}  ${title}`)}`,
    ...lines.flatMap((line) => below(line, style)),
    '',
  ])
  const head = wrapped(printable(headline), style.width - 2).map((line) => `  ${style.stop(line)}`)
  return `\n${head.join('\n')}\n\n${drawn.join('\n')}\n`
}

/** A command stays on one line, to be pasted. */
const below = (line: string, style: Style) =>
  isCommand(line) ? [`     ${style.faint(printable(line))}`] : wrapped(printable(line), style.width - 5).map((one) => `     ${one}`)

const isCommand = (line: string) => line.startsWith('$ ')

export function incidentMarkdown({ headline, steps }: Incident): string {
  const tasks = steps.map(({ title, lines }, i) => `### ${i + 1}. ${words(title)}\n\n${lines.map(item).join('\n')}`)
  return `## ${words(printable(headline))}\n\n${tasks.join('\n\n')}\n`
}

const item = (line: string) => `- ${isCommand(line) ? code(printable(line.slice(2))) : `[ ] ${words(printable(line))}`}`
