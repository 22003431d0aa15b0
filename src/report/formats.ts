/** The formats for machines, by name. */
import type { Report } from '../types.ts'
import { github } from './github.ts'
import { json, jsonl } from './json.ts'
import { sarif } from './sarif.ts'

export const FORMATS: Readonly<Record<string, (report: Report) => string>> = { json, jsonl, sarif, github }
