/** A command as a user types it. The help and the README's test are derived from this. */
import { type ParseArgsConfig, parseArgs } from 'node:util'
import { UserError } from '../errors.ts'
import { didYouMean } from '../suggest.ts'

export interface Option {
  readonly type: 'string' | 'boolean'
  /** What the help calls its value. */
  readonly value?: string
  readonly help: string
  /** It may be given several times. */
  readonly multiple?: boolean
  /** Rejects invalid combinations, before any work is done. */
  readonly check?: (args: Arguments) => void
}

export interface Arguments {
  readonly positionals: readonly string[]
  /** If the option is given several times: the last value. */
  text(option: string): string | undefined
  /** The values of several options, in the order they were given. */
  typed(...options: readonly string[]): readonly { readonly option: string; readonly value: string }[]
  flag(option: string): boolean
}

export interface Command {
  readonly name: string
  /** "FINGERPRINT", "[PATH…]": one operand per word, or any number if a word ends in an ellipsis. */
  readonly operands: string
  readonly summary: string
  readonly options: Readonly<Record<string, Option>>
  /** Lines at the end of the help: what it reads or writes, exit codes. */
  readonly notes: readonly string[]
  /** Returns the exit code. */
  run(args: Arguments): Promise<number>
}

/** Only its own options: `--toString` is none, though every object has one. */
const optionOf = ({ options }: Command, name: string): Option | undefined => (Object.hasOwn(options, name) ? options[name] : undefined)

/** An option where a value should be: the value was forgotten. `--reason=--expires` is a value. */
const isOption = (command: Command, word: string) =>
  word.startsWith('--') && optionOf(command, word.slice(2).split('=', 1)[0] ?? '') !== undefined

export function parsed(command: Command, argv: readonly string[]): Arguments {
  const options: ParseArgsConfig['options'] = Object.fromEntries(
    Object.entries(command.options).map(([name, { type }]) => [name, { type }]),
  )
  const { values, positionals, tokens } = parseArgs({ args: [...argv], options, allowPositionals: true, strict: false, tokens: true })
  for (const token of tokens) {
    if (token.kind !== 'option') continue
    const option = optionOf(command, token.name)
    const help = `See: npx leakgate ${command.name} --help`
    if (!option)
      throw new UserError(
        2,
        `${command.name} has no option ${token.rawName}.${didYouMean(token.name, Object.keys(command.options), '--')}`,
        help,
      )
    if (option.type === 'string' && !(token.value && (token.inlineValue || !isOption(command, token.value))))
      throw new UserError(2, `${token.rawName} needs a value: ${token.rawName} ${option.value}`, help)
    if (option.type === 'boolean' && token.value !== undefined) throw new UserError(2, `${token.rawName} takes no value.`, help)
  }
  const given = tokens.flatMap((token) =>
    token.kind === 'option' && typeof token.value === 'string' ? [{ option: token.name, value: token.value }] : [],
  )
  const args: Arguments = {
    positionals,
    text: (name) => given.findLast(({ option }) => option === name)?.value,
    typed: (...names) => given.filter(({ option }) => names.includes(option)),
    flag: (name) => values[name] === true,
  }
  const most = command.operands.includes('…')
    ? Number.POSITIVE_INFINITY
    : command.operands.replace(/ \| /g, '|').split(' ').filter(Boolean).length
  const [tooMany] = positionals.slice(most)
  if (tooMany !== undefined)
    throw new UserError(
      2,
      `${command.name} takes ${most === 0 ? 'no argument' : `one ${command.operands.replace(/[[\]]/g, '')}`}: ${tooMany} is one too many.`,
      `See: npx leakgate ${command.name} --help`,
    )
  for (const { check } of Object.values(command.options)) check?.(args)
  return args
}
