/** `leakgate rules`: lists the rules. */
import { rules as builtin } from '../../patterns/index.ts'
import { topOf } from '../collect/tree.ts'
import { meant, UserError } from '../errors.ts'
import { configOnDisk } from '../setup/find.ts'
import type { Rule } from '../types.ts'
import type { Command } from './command.ts'

export const rules: Command = {
  name: 'rules',
  operands: '[ID]',
  summary: 'all rules, including those of the config, or one with its remedy',
  options: { json: { type: 'boolean', help: 'output in JSON' } },
  notes: ['Levels are set in the config: "rules": { "ID": "block" | "warn" | "off" }.'],
  async run(args) {
    const [id] = args.positionals
    const { own } = await configOnDisk((await topOf()) ?? process.cwd())
    const all = [...own, ...builtin]
    const rule = all.find((one) => one.id === id)
    if (id && !rule)
      throw new UserError(
        2,
        `There is no rule ${id}.${meant(
          id,
          all.map((one) => one.id),
        )}`,
        'See: npx leakgate rules',
      )
    const chosen = rule ? [rule] : all
    process.stdout.write(
      args.flag('json')
        ? `${JSON.stringify(chosen.map(plain), null, 2)}\n`
        : rule
          ? one(rule)
          : `${chosen.map(line).join('\n')}\n\n${all.length} rules\n`,
    )
    return 0
  },
}

const plain = ({ id, title, severity, level, literals, beside, assigned, path, pattern, checksum, randomness, remedy, link }: Rule) => ({
  id,
  title,
  severity,
  level: level ?? 'block',
  literals,
  beside,
  assigned,
  path,
  pattern: pattern && String(pattern),
  checksum,
  randomness,
  remedy,
  link,
})

const line = ({ id, title, severity, level }: Rule) => `${id.padEnd(44)} ${severity.padEnd(9)} ${(level ?? 'block').padEnd(6)} ${title}`

function one(rule: Rule): string {
  const rows = Object.entries(plain(rule)).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key.padEnd(12)}${Array.isArray(value) ? value.join('  ') : value}`],
  )
  return `${rows.join('\n')}\n`
}
