/** `leakgate check`: what is staged now, as the hook sees it. */
import { topOf } from '../collect/tree.ts'
import { UserError } from '../errors.ts'
import type { Command } from './command.ts'
import { FORMAT, output } from './output.ts'
import { exitCode } from './show.ts'
import { stagedReport } from './staged.ts'

export const check: Command = {
  name: 'check',
  operands: '',
  summary: 'look at what is staged now, as the hook does',
  options: { ...FORMAT },
  notes: ['Exit code 0: a commit would pass. 1: it would be refused. 3: something could not be looked at.'],
  async run(args) {
    if (!(await topOf())) throw new UserError(2, 'This is no git repository with a work tree.', 'Go to one, or make one with `git init`.')
    const report = await stagedReport()
    output(report, args, { happened: 'would be committed', list: 'npx leakgate check --all', audit: false })
    return exitCode(report)
  },
}
