/** `leakgate check`: scans what is staged now, as the hook does. */
import { noRepository } from '../collect/repository.ts'
import { topOf } from '../collect/tree.ts'
import type { Command } from './command.ts'
import { output } from './output.ts'
import { exitCode } from './show.ts'
import { stagedReport } from './staged.ts'
import { staleAllowances } from './stale.ts'
import { FORMAT } from './targets.ts'

export const check: Command = {
  name: 'check',
  operands: '[PATH…]',
  summary: 'look at what is staged now, as the hook does',
  options: { ...FORMAT },
  notes: [
    'All that is staged is looked at, whatever PATH is named, as lint-staged and others name what they have staged.',
    'Tells also of allowances that have expired, or hide nothing in the tree any more.',
    'Exit code 0: a commit would pass. 1: it would be refused. 3: something could not be looked at.',
  ],
  async run(args) {
    if (!(await topOf())) await noRepository()
    const report = await stagedReport()
    const notes = [...report.notes, ...(await staleAllowances())]
    output({ ...report, notes }, args, { happened: 'would be committed', list: 'npx leakgate check --all', audit: false })
    return exitCode(report)
  },
}
