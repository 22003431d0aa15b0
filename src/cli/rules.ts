/** `leakgate rules`: lists the rules. */
import { rules as builtin } from '../../patterns/index.ts'
import { topOf } from '../collect/tree.ts'
import { UserError } from '../errors.ts'
import { levelOf } from '../judge/verdict.ts'
import { printable } from '../report/style.ts'
import { didYouMean } from '../suggest.ts'
import type { Config, Rule } from '../types.ts'
import type { Command } from './command.ts'
import { configHere } from './here.ts'

export const rules: Command = {
  name: 'rules',
  operands: '[ID]',
  summary: 'all rules, yours too, or one with its remedy',
  options: { json: { type: 'boolean', help: 'output in JSON' } },
  notes: ['Levels are set in the config: "rules": { "ID": "block" | "warn" | "off" }.'],
  async run(args) {
    const [id] = args.positionals
    const config = await configHere(await topOf())
    const all = [...config.own, ...builtin]
    const rule = all.find((one) => one.id === id)
    if (id && !rule)
      throw new UserError(
        2,
        `There is no rule ${id}.${didYouMean(
          id,
          all.map((one) => one.id),
        )}`,
        'See: npx leakgate rules',
      )
    const chosen = rule ? [rule] : all
    process.stdout.write(
      args.flag('json')
        ? `${JSON.stringify(
            chosen.map((one) => plain(one, config)),
            null,
            2,
          )}\n`
        : rule
          ? one(rule, config)
          : `${chosen.map((one) => line(one, config)).join('\n')}\n\n${all.length} rules\n`,
    )
    return 0
  },
}

const plain = (rule: Rule, config: Config) => ({
  id: rule.id,
  title: rule.title,
  severity: rule.severity,
  level: levelOf(rule, config),
  remedy: rule.remedy,
  link: rule.link,
  literals: rule.literals,
  beside: rule.beside,
  run: rule.run,
  assigned: rule.assigned,
  path: rule.path,
  pattern: rule.pattern && String(rule.pattern),
  checksum: rule.checksum,
  randomness: rule.randomness,
})

const line = (rule: Rule, config: Config) =>
  `${rule.id.padEnd(44)} ${rule.severity.padEnd(9)} ${levelOf(rule, config).padEnd(6)} ${rule.title}`

/** Some patterns fill a screen. */
const cut = (text: string) => (text.length > MOST ? `${text.slice(0, MOST)}… (all of it: --json)` : text)
const MOST = 400

function one(rule: Rule, config: Config): string {
  const rows = Object.entries(plain(rule, config)).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key.padEnd(12)}${cut(printable(Array.isArray(value) ? value.join('  ') : String(value)))}`],
  )
  return `${rows.join('\n')}\n`
}
