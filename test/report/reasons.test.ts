import { expect, it } from 'vitest'
import { FORMATS } from '../../src/report/formats.ts'
import { reportIn } from '../../src/report/parse.ts'
import { MADE } from '../helpers/reports.ts'
import { sample } from '../helpers/sample.ts'
import { scanText } from '../helpers/scan.ts'

const verdicts = scanText(sample('const password = "{base62:16}"\nconst auth_token = "{hex:32}"\n', 'reasons'), 'a.js')
const report = { verdicts, coverage: [], unread: 'block', notes: [], ms: 0 } as const

it.each(['json', 'jsonl', 'html', 'sarif'])('a report in %s says how a value was found, and not what was measured of it', (format) => {
  expect(JSON.stringify(verdicts)).toMatch(/speaks for a secret/)
  const text = FORMATS[format]?.(report, MADE) ?? ''
  if (format !== 'sarif') expect(text).toContain('assigned to password')
  expect(text).not.toMatch(/speaks for|speaks against|randomness|vowels|longest run/)
})

it('a report without reasons, as older versions wrote it, can be read', () => {
  const { findings, ...rest } = JSON.parse(FORMATS.json?.(report, MADE) ?? '')
  const older = findings.map(({ reasons, ...one }: { reasons: unknown }) => one)
  expect(reportIn(JSON.stringify({ findings: older, ...rest }))?.verdicts.map(({ finding }) => finding.reasons)).toEqual([[], []])
})
