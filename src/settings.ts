/** What a scan depends on: the built-in book, custom rules, levels and allowances of the config, and the date. */

import { Book } from './detect/book.ts'
import { builtin } from './detect/builtin.ts'
import { compileBook, RuleError } from './detect/rules.ts'
import { UserError } from './errors.ts'
import { GATE } from './judge/thresholds.ts'
import type { Settings } from './scan.ts'
import { DEFAULTS } from './setup/config.ts'
import type { Config } from './types.ts'

export const today = () => new Date().toISOString().slice(0, 10)

/** `least`: the minimum confidence of a finding; the gate's, unless an audit asks for less certain ones. */
export function settingsOf(config: Config = DEFAULTS, least: number = GATE): Settings {
  const books = config.own.length > 0 ? [ownBook(config), builtin] : [builtin]
  return { books, config, today: today(), least }
}

/** Equal configs have equal texts. */
export const configText = (config: Partial<Config>) =>
  JSON.stringify(config, (_key, value: unknown) => (value instanceof RegExp ? String(value) : value))

function ownBook({ own, file }: Config): Book {
  try {
    return new Book(own, compileBook(own))
  } catch (cause) {
    if (!(cause instanceof RuleError)) throw cause
    throw new UserError(2, `${file}: the rule ${cause.message}.`, 'Fix the rule, and stage the file again.', { cause })
  }
}
