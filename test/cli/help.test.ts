import { describe, expect, it } from 'vitest'
import { allow } from '../../src/cli/allow.ts'
import { audit } from '../../src/cli/audit.ts'
import { check } from '../../src/cli/check.ts'
import { doctor } from '../../src/cli/doctor.ts'
import { explain } from '../../src/cli/explain.ts'
import { fix } from '../../src/cli/fix.ts'
import { help, overview } from '../../src/cli/help.ts'
import { hookCommand } from '../../src/cli/hookcommand.ts'
import { incident } from '../../src/cli/incident.ts'
import { init } from '../../src/cli/init.ts'
import { mergeReports } from '../../src/cli/merge-reports.ts'
import { rules } from '../../src/cli/rules.ts'
import { uninstall } from '../../src/cli/uninstall.ts'

const ALL = [init, check, audit, mergeReports, allow, fix, explain, incident, rules, doctor, uninstall, hookCommand]
const TEXTS: readonly (readonly [string, (width: number) => string])[] = [
  ['all', (width) => overview(ALL, width)],
  ...ALL.map((one) => [one.name, (width: number) => help(one, width)] as const),
]

describe('the help on', () => {
  it.each(TEXTS)('%s fits terminals of each width', (_, text) => {
    for (const width of [40, 60, 80, 100])
      for (const line of text(width).split('\n')) expect(line.length, line).toBeLessThanOrEqual(Math.max(width, 50))
  })

  it.each(TEXTS)('%s is short', (name, text) => expect(text(80).split('\n').length).toBeLessThanOrEqual(name === 'audit' ? 35 : 24))
})
