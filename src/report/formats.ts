/** The formats other than terminal, by name. */
import type { Report } from '../types.ts'
import { github } from './github.ts'
import { gitlab } from './gitlab.ts'
import { html } from './html.ts'
import { json, jsonl } from './json.ts'
import { junit } from './junit.ts'
import { markdown } from './markdown.ts'
import type { Provenance } from './provenance.ts'
import { sarif } from './sarif.ts'

export const FORMATS: Readonly<Record<string, (report: Report, made: Provenance) => string>> = {
  json,
  jsonl,
  sarif,
  junit,
  github,
  gitlab,
  markdown,
  html,
}
