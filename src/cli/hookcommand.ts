/** The help on `leakgate hook NAME`. bin/leakgate.cjs starts the hook's own bundle for it; only what cannot be a name gets here. */
import { UserError } from '../errors.ts'
import type { Command } from './command.ts'

export const hookCommand: Command = {
  name: 'hook',
  operands: 'NAME [ARGUMENT…]',
  summary: 'what git’s hooks run: pre-commit, pre-push and others',
  options: {},
  notes: [],
  run: ({ positionals: [name] }) => Promise.reject(noHook(name)),
}

export const noHook = (name: string | undefined) =>
  new UserError(
    2,
    name === undefined ? 'hook needs the name of a hook.' : `There is no hook ${name}.`,
    'The hooks are pre-commit, pre-merge-commit, pre-applypatch, pre-push, commit-msg.',
  )
