/** `leakgate hook NAME` by hand, or from a hook manager: the same as from the shim, but in this bundle. */
import type { Command } from './command.ts'
import { hook } from './hook.ts'

export const hookCommand: Command = {
  name: 'hook',
  operands: 'NAME [ARGUMENT…]',
  summary: 'what git’s hooks run: pre-commit, pre-push and others',
  options: {},
  notes: [],
  run: ({ positionals: [name = '', ...rest] }) => hook(name, rest),
}
