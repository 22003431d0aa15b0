/** The formats of a checklist other than terminal, by name. */
import type { Checklist } from '../../checklist/assessment.ts'
import type { Provenance } from '../provenance.ts'
import { checklistHtml } from './html.ts'
import { checklistJson } from './json.ts'
import { checklistMarkdown } from './markdown.ts'

export const CHECKLIST_FORMATS: Readonly<Record<string, (checklist: Checklist, made: Provenance) => string>> = {
  markdown: checklistMarkdown,
  json: checklistJson,
  html: checklistHtml,
}
