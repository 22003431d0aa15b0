import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Ajv } from 'ajv'
import Ajv4Module from 'ajv-draft-04'
import addFormatsModule from 'ajv-formats'
import { describe, expect, it } from 'vitest'
import { validateXML } from 'xmllint-wasm'
import { FORMATS } from '../../src/report/formats.ts'
import type { Report } from '../../src/types.ts'
import { hostileReport, MADE, reportOf } from '../helpers/reports.ts'

const require = createRequire(import.meta.url)
const Ajv4 = Ajv4Module.default
const addFormats = addFormatsModule.default

const hostile = hostileReport()
const REPORTS: readonly (readonly [string, Report])[] = [
  ['of nothing', { ...reportOf(0), coverage: [] }],
  ['of a tree', reportOf(60, false)],
  ['of a history', reportOf(60)],
  ['that would be HTML', hostile],
  ['that could not look, and must', { ...hostile, unread: 'block' }],
  [
    'with names of every kind',
    { ...hostile, verdicts: ['a b/ü.ts', 'a\nb"\t.ts', '%41?#.ts', '日本/👾.ts', '\u0001\u202e]]>.ts'].map((path) => named(path)) },
  ],
]

function named(path: string): Report['verdicts'][number] {
  const [verdict] = hostile.verdicts
  if (!verdict) throw new Error('The report is empty')
  return { ...verdict, finding: { ...verdict.finding, path, excerpt: { text: `\u0000\u0008 ${path} ]]>`, mark: [0, 1] } } }
}

const said = (name: string, report: Report) => FORMATS[name]?.(report, MADE) ?? ''

describe('SARIF', () => {
  const ajv = new Ajv4({ strict: false, allErrors: true, unicodeRegExp: false })
  addFormats(ajv)
  const valid = ajv.compile(JSON.parse(readFileSync(require.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'), 'utf8')))

  it.each(REPORTS)('%s is valid by the schema of 2.1.0', (_, report) => {
    valid(JSON.parse(said('sarif', report)))
    expect(valid.errors ?? []).toEqual([])
  })

  it('is not valid when a word of it is wrong, so that the schema is known to look', () => {
    expect(valid({ version: '2.1.0', runs: [{ tool: { driver: {} }, results: [{ message: {} }] }] })).toBe(false)
  })

  it('has for each result a fingerprint, a rule that is described, and a line', () => {
    const [run] = JSON.parse(said('sarif', reportOf(60))).runs
    for (const { ruleId, ruleIndex, partialFingerprints, locations } of run.results) {
      expect(run.tool.driver.rules[ruleIndex].id).toBe(ruleId)
      expect(partialFingerprints['leakgate/v1']).toMatch(/^[0-9a-f]{12}$/)
      expect(locations[0].physicalLocation.region.startLine).toBeGreaterThan(0)
    }
  })
})

describe('JUnit', () => {
  const schema = readFileSync(require.resolve('jest-junit-reporter/src/__tests__/fixtures/junit.xsd'), 'utf8')

  it.each(REPORTS)('%s is valid by its XSD', async (_, report) => {
    const { errors } = await validateXML({ xml: said('junit', report), schema })
    expect(errors.map(({ message }) => message)).toEqual([])
  })

  it('fails a test for each secret, and only for these', () => {
    const report = reportOf(60)
    const blocked = report.verdicts.filter(({ outcome }) => outcome === 'blocked').length
    const xml = said('junit', report)
    expect(xml.match(/<failure /g)).toHaveLength(blocked)
    expect(xml).toContain(`tests="${blocked + 1}" failures="${blocked}" errors="0"`)
  })
})

/**
 * What GitLab's schema of secret detection asks, 15.2.4, written down by hand: no package carries the schema itself.
 * https://gitlab.com/gitlab-org/security-products/security-report-schemas
 */
const name = { type: 'string', minLength: 1 }
const time = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}$' }
const object = (required: readonly string[], properties: object) => ({ type: 'object', required, properties, additionalProperties: false })
const web = { type: 'string', pattern: '^(?:https?|ftp)://.+' }
const program = object(['id', 'name', 'version', 'vendor'], { id: name, name, url: web, version: name, vendor: object(['name'], { name }) })
const GITLAB = object(['scan', 'version', 'vulnerabilities'], {
  version: { type: 'string', pattern: '^[0-9]+\\.[0-9]+\\.[0-9]+$' },
  schema: web,
  scan: object(['analyzer', 'scanner', 'type', 'start_time', 'end_time', 'status'], {
    analyzer: program,
    scanner: program,
    type: { enum: ['secret_detection'] },
    start_time: time,
    end_time: time,
    status: { enum: ['success', 'failure'] },
    messages: { type: 'array', items: object(['level', 'value'], { level: { enum: ['info', 'warn', 'fatal'] }, value: name }) },
  }),
  vulnerabilities: {
    type: 'array',
    items: object(['id', 'identifiers', 'location'], {
      id: name,
      name: { type: 'string', maxLength: 255 },
      description: { type: 'string', maxLength: 1048576 },
      severity: { enum: ['Info', 'Unknown', 'Low', 'Medium', 'High', 'Critical'] },
      solution: { type: 'string', maxLength: 7000 },
      identifiers: {
        type: 'array',
        minItems: 1,
        items: object(['type', 'name', 'value'], { type: name, name, url: web, value: name }),
      },
      links: { type: 'array', items: object(['url'], { name: { type: 'string' }, url: web }) },
      location: object(['commit'], {
        file: { type: 'string' },
        start_line: { type: 'number' },
        end_line: { type: 'number' },
        commit: object(['sha'], { sha: name, author: { type: 'string' }, date: { type: 'string' }, message: { type: 'string' } }),
      }),
      raw_source_code_extract: { type: 'string' },
    }),
  },
})

describe('GitLab', () => {
  const valid = new Ajv({ allErrors: true }).compile(GITLAB)

  it.each(REPORTS)('%s is what its schema of secret detection asks', (_, report) => {
    valid(JSON.parse(said('gitlab', report)))
    expect(valid.errors ?? []).toEqual([])
  })

  it('gives each vulnerability an id of its own', () => {
    const { vulnerabilities } = JSON.parse(said('gitlab', reportOf(400)))
    const ids = vulnerabilities.map(({ id }: { readonly id: string }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })
})

describe('GitHub', () => {
  it.each(REPORTS)('%s is one command a line, whatever a name holds', (_, report) => {
    for (const line of said('github', report).split('\n').filter(Boolean))
      expect(line).toMatch(/^::(?:error|warning|notice) (?:(?:file|line|endLine|col|title)=[^,:\r\n]*,?)+::[^\r\n]+$/)
  })
})

describe('Markdown', () => {
  it.each(REPORTS)('%s keeps its table, and shows no HTML of others', (_, report) => {
    const text = said('markdown', report)
    const rows = text.split('\n').filter((line) => line.startsWith('|'))
    for (const row of rows) expect(row.match(/(?<!\\)\|/g)).toHaveLength(6)
    expect(text.replace(/(`+)(?!`).*?(?<!`)\1(?!`)/g, '')).not.toMatch(/(?<!\\)<(?!\/?sub>|https?:|javascript:)/)
  })

  it('fits in a comment, however many findings there are', () => {
    expect(said('markdown', reportOf(10_000)).length).toBeLessThan(65_536)
  })
})
