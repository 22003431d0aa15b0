/** A hook manager's own command, from the project or from the PATH, which regenerates git's hooks from its config. */
import { execa } from 'execa'
import { word } from '../shell.ts'

/** The outcome. */
type Synced = 'done' | 'not found' | 'failed'

export async function sync([program = '', ...args]: readonly string[], top: string): Promise<Synced> {
  const run = await execa(program, args, { cwd: top, preferLocal: true, localDir: top, stdin: 'ignore', reject: false })
  if (run.code === 'ENOENT') return 'not found'
  return run.exitCode === 0 ? 'done' : 'failed'
}

/** The command as a user types it: through npx if npm installs it. */
export const typed = (command: readonly string[]) => (/^pre/.test(command[0] ?? '') ? command : ['npx', ...command]).map(word).join(' ')
