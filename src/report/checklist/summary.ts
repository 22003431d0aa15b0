/** The summary of a checklist in one line, and its evidence in readable form. */
import { type Assessment, type Checklist, type Evidence, type PointState, tally } from '../../checklist/assessment.ts'
import { count } from '../../wording.ts'
import { printable } from '../style.ts'

/** A mark beside the word, so that colour is not the only sign. */
export const MARKS: Readonly<Record<PointState, string>> = { fails: '✖', look: '?', holds: '✔', 'not here': '–' }

/** "2 points fail; 9 hold, 30 need a look, 12 are not here" */
export function summary(checklist: Checklist): string {
  const { holds, fails, look, 'not here': absent } = tally(checklist)
  const rest = `${holds} hold, ${look} need a look, ${absent} are not here`
  return fails > 0 ? `${count(fails, 'point')} ${fails === 1 ? 'fails' : 'fail'}; ${rest}` : `No point fails; ${rest}`
}

/** Evidence grouped by remedy. */
export function byRemedy({ evidence }: Assessment): { readonly remedy: string; readonly places: readonly string[] }[] {
  const groups = new Map<string, string[]>()
  for (const one of evidence) groups.set(one.remedy, [...(groups.get(one.remedy) ?? []), said(one)])
  return [...groups].map(([remedy, places]) => ({ remedy: printable(remedy), places }))
}

const said = ({ path, line, says }: Evidence) =>
  `${path === '' ? '' : `${printable(path)}${line > 0 ? `:${line}` : ''}  `}${printable(says)}`
