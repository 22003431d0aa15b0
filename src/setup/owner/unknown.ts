/** Owners that we know but do not write for: they get a line to paste. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Repository } from '../../types.ts'
import { hasBlock } from '../block.ts'
import { effective, type Owner, runLine } from './owner.ts'

interface Known {
  readonly name: string
  /** At the top of the work tree. */
  readonly files: readonly string[]
  /** In a hook of its making. */
  readonly mark: RegExp
  readonly where: string
}

const KNOWN: readonly Known[] = [
  { name: 'hk', files: ['hk.pkl', '.config/hk.pkl'], mark: /\bhk run\b/, where: 'As a step’s `check` in hk.pkl' },
  {
    name: 'Overcommit',
    files: ['.overcommit.yml'],
    mark: /overcommit/i,
    where: 'As the `command` of a hook of your own in .overcommit.yml',
  },
  { name: 'CaptainHook', files: ['captainhook.json'], mark: /captainhook/i, where: 'As an `action` in captainhook.json' },
]

export const unknown: Owner = {
  install(repository, hooks) {
    const found = KNOWN.find(
      ({ files, mark }) =>
        files.some((file) => existsSync(join(repository.top, file))) && mark.test(effective(repository, 'pre-commit') ?? ''),
    )
    const where = found ? { owner: found.name, how: found.where } : directory(repository)
    if (!where) return undefined
    const lines = hooks.map((hook) => runLine(hook)).join('\n')
    return {
      owner: where.owner,
      edits: [],
      notes: [`leakgate does not write for ${where.owner}. ${where.how}, for each hook its line, then run init again:\n\n${lines}`],
    }
  },
  remove: () => ({ edits: [] }),
}

/** A hook that runs whatever lies in `pre-commit.d`: whoever made it may make it again. */
function directory(repository: Repository): { readonly owner: string; readonly how: string } | undefined {
  const folder = join(repository.hooks, 'pre-commit.d')
  const hook = effective(repository, 'pre-commit')
  if (!existsSync(folder) || hook === undefined || hasBlock(hook) || !hook.includes('.d')) return undefined
  return { owner: `the scripts in ${folder}`, how: 'Put an executable script into it, and into the one of each other hook' }
}
