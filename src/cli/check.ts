/** `leakgate check`: scans what is staged now, as the hook does. */
import { noRepository } from '../collect/repository.ts'
import { topOf } from '../collect/tree.ts'
import { stagedReport } from '../gate/staged.ts'
import type { Command } from './command.ts'
import { output } from './output.ts'
import { exitCode } from './show.ts'
import { staleAllowances } from './stale.ts'
import { FORMAT } from './targets.ts'

export const check: Command = {
  name: 'check',
  operands: '[PATH…]',
  summary: 'scan what is staged now, as the hook does',
  options: { ...FORMAT },
  notes: [
    'Everything staged is scanned, whatever PATH is given: lint-staged and others append the paths they have staged.',
    'Also reports allowances that have expired, or no longer match anything in the tree.',
    'Exit code 0: a commit would pass. 1: it would be refused. 3: something could not be scanned.',
  ],
  async run(args) {
    if (!(await topOf())) await noRepository()
    const report = await stagedReport()
    const notes = [...report.notes, ...(await staleAllowances())]
    output({ ...report, notes }, args, { happened: 'would be committed', list: 'npx leakgate check --all', audit: false })
    return exitCode(report)
  },
}
