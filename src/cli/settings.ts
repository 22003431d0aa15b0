/** What a scan goes by: our book, the config's own rules, levels and allowances, and the day. */

import { Book } from '../detect/book.ts'
import { builtin } from '../detect/builtin.ts'
import { compileBook } from '../detect/rules.ts'
import { GATE } from '../judge/thresholds.ts'
import type { Settings } from '../scan.ts'
import { DEFAULTS } from '../setup/config.ts'
import type { Config } from '../types.ts'

export const today = () => new Date().toISOString().slice(0, 10)

/** `least`: the confidence from which on a finding is told; the gate's, unless an audit asks for more. */
export function settingsOf(config: Config = DEFAULTS, least: number = GATE): Settings {
  const books = config.own.length > 0 ? [new Book(config.own, compileBook(config.own)), builtin] : [builtin]
  return { books, config, today: today(), least }
}
