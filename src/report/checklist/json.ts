/** The checklist as JSON. */
import { type Checklist, tally } from '../../checklist/assessment.ts'

export function checklistJson(checklist: Checklist): string {
  const { 'not here': absent, ...sums } = tally(checklist)
  return `${JSON.stringify({ summary: { ...sums, not_here: absent }, sections: checklist.sections }, null, 2)}\n`
}
