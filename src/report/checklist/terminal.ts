/** The checklist on a terminal: a line per point, with the evidence, and where a person should look. */
import type { Assessment, Checklist, PointState } from '../../checklist/assessment.ts'
import { printable, type Style, wrapped } from '../style.ts'
import { byRemedy, MARKS, summary } from './summary.ts'

/** How many places are listed per remedy; JSON has all. */
const MOST = 5
const WORD = 12

export function checklistTerminal(checklist: Checklist, style: Style): string {
  const sections = checklist.sections.flatMap(({ title, points }, i) => [
    `  ${style.strong(`${i + 1}  ${title}`)}`,
    ...points.flatMap((point) => drawn(point, style)),
    '',
  ])
  const head = wrapped(summary(checklist), style.width - 2).map((line) => `  ${style.strong(line)}`)
  return `\n${sections.join('\n')}\n${head.join('\n')}\n\n`
}

function drawn(point: Assessment, style: Style): string[] {
  const { state, text, because, look } = point
  const word = `${MARKS[state]} ${state}`.padEnd(WORD)
  const [first = '', ...rest] = wrapped(printable(text), style.width - WORD - 4)
  const faint = (line: string) => style.faint(line)
  return [
    `    ${coloured(state, style)(word)}${first}`,
    ...below(rest, (line) => line),
    ...(state === 'fails' ? evidence(point, style) : []),
    ...(state === 'holds' || state === 'not here' ? below(wrapped(printable(because), style.width - WORD - 4), faint) : []),
    ...(state === 'look'
      ? below([...wrapped(printable(because), style.width - WORD - 4), ...wrapped(`→ ${printable(look)}`, style.width - WORD - 4)], faint)
      : []),
  ]
}

function evidence(point: Assessment, style: Style): string[] {
  const room = style.width - WORD - 4
  return byRemedy(point).flatMap(({ remedy, places }) => [
    ...places.slice(0, MOST).flatMap((place) => below(wrapped(place, room), (line) => line)),
    ...(places.length > MOST ? below([`and ${places.length - MOST} more`], (line) => line) : []),
    ...below(wrapped(`→ ${remedy}`, room), (line) => style.faint(line)),
  ])
}

const below = (lines: readonly string[], how: (line: string) => string) => lines.map((line) => `${' '.repeat(WORD + 4)}${how(line)}`)

const coloured = (state: PointState, style: Style) =>
  state === 'fails' ? style.stop : state === 'look' ? style.strong : (text: string) => text
