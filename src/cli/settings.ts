/** What a scan goes by: our book, the config's own rules, levels and allowances, and the day. */

import { Book } from '../detect/book.ts'
import { builtin } from '../detect/builtin.ts'
import { compileBook, RuleError } from '../detect/rules.ts'
import { UserError } from '../errors.ts'
import { GATE } from '../judge/thresholds.ts'
import type { Settings } from '../scan.ts'
import { DEFAULTS } from '../setup/config.ts'
import type { Config } from '../types.ts'

export const today = () => new Date().toISOString().slice(0, 10)

/** `least`: the confidence from which on a finding is told; the gate's, unless an audit asks for more. */
export function settingsOf(config: Config = DEFAULTS, least: number = GATE): Settings {
  const books = config.own.length > 0 ? [ownBook(config), builtin] : [builtin]
  return { books, config, today: today(), least }
}

/** Equal ones have the same. */
export const configText = (config: Partial<Config>) =>
  JSON.stringify(config, (_key, value: unknown) => (value instanceof RegExp ? String(value) : value))

function ownBook({ own, file }: Config): Book {
  try {
    return new Book(own, compileBook(own))
  } catch (cause) {
    if (!(cause instanceof RuleError)) throw cause
    throw new UserError(2, `${file}: the rule ${cause.message}.`, 'Mend the rule, and stage the file again.', { cause })
  }
}
