/** `leakgate uninstall`: takes out exactly what `init` put in. The config stays: it is the team's. */
import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { repository } from '../collect/repository.ts'
import { applyEdits, changes, shown } from '../setup/edits.ts'
import { removal } from '../setup/owners.ts'
import type { Command } from './command.ts'

export const uninstall: Command = {
  name: 'uninstall',
  operands: '',
  summary: 'take out of this clone what init put in',
  options: { 'dry-run': { type: 'boolean', help: 'show what would be taken out, and leave it' } },
  notes: ['Files are as they were before, byte for byte. leakgate.config.json stays.'],
  async run(args) {
    const repo = await repository(process.cwd())
    const shim = join(repo.common, 'leakgate', 'shim')
    const edits = changes(removal(repo))
    const nothing = edits.length === 0 && !existsSync(shim)
    if (args.flag('dry-run') || nothing) {
      const lines = [...edits.map(shown), ...(existsSync(shim) ? [`${shim}  (goes)`] : [])]
      process.stdout.write(nothing ? 'There is nothing of leakgate here.\n' : `${lines.join('\n')}\n`)
      return 0
    }
    applyEdits(edits)
    const folder = join(repo.common, 'leakgate')
    rmSync(shim, { force: true })
    if (existsSync(folder) && readdirSync(folder).length === 0) rmSync(folder, { recursive: true })
    process.stdout.write('leakgate is out of this clone. Commits are no longer looked at.\n')
    return 0
  },
}
