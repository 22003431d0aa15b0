/** A hook manager's own command, from the project or from the PATH: it brings its config into git's hooks. */
import { execa } from 'execa'

/** What came of it. */
export type Synced = 'done' | 'not found' | 'failed'

export async function sync([program = '', ...args]: readonly string[], top: string): Promise<Synced> {
  const run = await execa(program, args, { cwd: top, preferLocal: true, localDir: top, stdin: 'ignore', reject: false })
  if (run.code === 'ENOENT') return 'not found'
  return run.exitCode === 0 ? 'done' : 'failed'
}

/** The command as a person types it: what npm brings is in the project. */
export const typed = (command: readonly string[]) => (/^pre/.test(command[0] ?? '') ? command : ['npx', ...command]).join(' ')
