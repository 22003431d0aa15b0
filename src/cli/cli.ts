/** Finds the command, and runs it. */
import manifest from '../../package.json' with { type: 'json' }
import { UserError } from '../errors.ts'
import { didYouMean } from '../suggest.ts'
import { type Command, parsed } from './command.ts'
import { COMMANDS } from './commands.ts'
import { CONFIG_HELP, help, overview } from './help.ts'
import { main } from './main.ts'

/** Longer lines are hard to read. */
const WIDTH = Math.min(process.stdout.columns || 100, 100)

async function run(argv: readonly string[]): Promise<number> {
  const [name, ...rest] = argv
  if (name === '--version' || name === '-v') return print(`${manifest.version}\n`)
  if (name === undefined || name === '--help' || name === '-h' || name === 'help')
    return print(rest[0] === 'config' ? CONFIG_HELP : helpOn(rest[0]))
  const command = commandNamed(name)
  if (rest.includes('--help') || rest.includes('-h')) return print(help(command, WIDTH))
  return command.run(parsed(command, rest))
}

const helpOn = (name: string | undefined) => (name === undefined ? overview(COMMANDS, WIDTH) : help(commandNamed(name), WIDTH))

function commandNamed(name: string): Command {
  const command = COMMANDS.find((one) => one.name === name)
  if (command) return command
  const near = didYouMean(
    name,
    COMMANDS.map((one) => one.name),
  )
  throw new UserError(2, `There is no command ${name}.${near}`, 'See: npx leakgate --help')
}

function print(text: string): number {
  process.stdout.write(text)
  return 0
}

// The reader of the output may close it early: `leakgate rules | head`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') return
  process.stderr.write(`\n  leakgate: standard output cannot be written: ${error.message}\n  Write to a disk with free space.\n\n`)
  process.exit(3)
})

void main(() => run(process.argv.slice(2)))
