/** `leakgate uninstall`: removes exactly what `init` added. The config stays: it is the team's. */
import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join, sep } from 'node:path'
import { NOTES } from '../collect/remote.ts'
import { repository } from '../collect/repository.ts'
import { applyEdits, changes, inTree } from '../setup/edits.ts'
import { removal } from '../setup/owners.ts'
import { PROGRAM, SHIM } from '../setup/program.ts'
import { shown } from '../setup/shown.ts'
import { sync, typed } from '../setup/sync.ts'
import type { Command } from './command.ts'
import { say } from './show.ts'

export const uninstall: Command = {
  name: 'uninstall',
  operands: '',
  summary: 'remove from this clone what init added',
  options: { 'dry-run': { type: 'boolean', help: 'show what would be removed, without removing it' } },
  notes: ['Files are restored byte for byte. leakgate.config.json stays.'],
  async run(args) {
    const repo = await repository(process.cwd())
    const folder = join(repo.common, 'leakgate')
    const names = existsSync(folder) ? readdirSync(folder) : []
    const own = names.map((name) => join(folder, name)).filter((path) => OWN.some((place) => path.startsWith(join(repo.common, place))))
    const { edits: all, syncs, notes } = removal(repo)
    const edits = changes(all)
    const nothing = edits.length === 0 && own.length === 0
    if (args.flag('dry-run') || nothing) {
      const lines = [
        ...edits.map(shown),
        ...own.map((file) => `${file}  (is removed)`),
        ...syncs.map((command) => `Then runs: ${typed(command)}`),
        ...notes,
      ]
      say(nothing ? 'leakgate is not set up here.\n' : `${lines.join('\n')}\n`)
      return 0
    }
    applyEdits(edits)
    for (const command of syncs)
      if ((await sync(command, repo.top)) !== 'done') say(`Run this to remove leakgate from git's hooks: ${typed(command)}\n`)
    for (const place of [...own, join(folder, 'cache')]) rmSync(place, { recursive: true, force: true })
    if (existsSync(folder) && readdirSync(folder).length === 0) rmSync(folder, { recursive: true })
    const team = edits
      .flatMap(({ path, moved }) => (moved ? [path, moved] : [path]))
      .filter((path) => path.startsWith(repo.top + sep) && !path.startsWith(repo.common + sep))
      .map((path) => inTree(repo.top, path))
    say('leakgate is removed from this clone. Commits are no longer scanned.\n')
    for (const note of notes) say(`${note}\n`)
    if (team.length > 0) say(`If these were committed with leakgate, commit them without it: ${team.join(' ')}\n`)
    return 0
  },
}

/** By how they begin: a copy of the program that was not completed has a longer name. */
const OWN = [SHIM, NOTES, PROGRAM]
