/** Tests the examples of custom rules with the whole scan, and reports those that fail. */
import { alphabets } from '../../patterns/alphabets.ts'
import type { Example } from '../../patterns/rule.ts'
import { changeOf } from '../collect/text.ts'
import { scan } from '../scan.ts'
import { settingsOf } from '../settings.ts'
import { DEFAULTS } from '../setup/config.ts'
import type { Config, Rule } from '../types.ts'
import { isQuotable } from '../wording.ts'

/** The place of each failing example in the config, and what is wrong; never the example itself, which may contain a secret. */
export function failing({ own, file }: Config): string[] {
  return own.flatMap((rule, at) => {
    const found = (example: Example) => rulesFound(rule, example, file).includes(rule.id)
    const missed = rule.catches.flatMap((example, i) =>
      found(example) ? [] : [`own[${at}].catches[${i}]: ${rule.id} does not find it${unknown(example)}`],
    )
    const caught = rule.spares.flatMap((example, i) => (found(example) ? [`own[${at}].spares[${i}]: ${rule.id} finds it`] : []))
    return [...missed, ...caught]
  })
}

/** A rule for file names is tried on the example as a name; any other rule on its text, without its path restriction. */
function rulesFound(rule: Rule, example: Example, file: string | undefined): string[] {
  const text = filled(typeof example === 'string' ? example : example.text)
  const { path, ...anywhere } = rule
  const named = path && !rule.pattern && !rule.literals && !rule.assigned
  const settings = settingsOf({ ...DEFAULTS, ...(file ? { file } : {}), own: [named ? rule : anywhere] })
  const changes = [...changeOf(named ? text : 'settings.txt', Buffer.from(named ? 'x\n' : text))]
  return changes.flatMap((change) => scan(change, settings)).map(({ finding }) => finding.rule)
}

/** Why an example may not say what its author meant. */
function unknown(example: Example): string {
  const names = [...(typeof example === 'string' ? example : example.text).matchAll(FIELD)].map(([, name = '']) => name)
  const name = names.find((one) => !LETTERS.has(one))
  if (name === undefined) return ''
  return `; there is no alphabet ${isQuotable(name) ? name : 'with this name'}, only ${[...LETTERS.keys()].join(', ')}`
}

const filled = (example: string) =>
  example.replace(FIELD, (field, name: string, count: string) => {
    const letters = LETTERS.get(name)
    return letters
      ? Array.from({ length: Number(count) }, () => letters.charAt(Math.floor(Math.random() * letters.length))).join('')
      : field
  })

const FIELD = /\{(\w+):(\d+)\}/g
const LETTERS: ReadonlyMap<string, string> = new Map(Object.entries(alphabets))
