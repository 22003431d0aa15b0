/** The whole scan of one text, as a commit of one new file would have it. */
import { rules } from '../../patterns/index.ts'
import { changeOf } from '../../src/collect/text.ts'
import { Book } from '../../src/detect/book.ts'
import { compileBook } from '../../src/detect/rules.ts'
import { GATE } from '../../src/judge/thresholds.ts'
import { scan } from '../../src/scan.ts'
import { DEFAULTS } from '../../src/setup/config.ts'
import type { Config, Verdict } from '../../src/types.ts'

export const TODAY = '2026-01-15'
export const book = new Book(rules, compileBook(rules))

export function scanText(text: string, path = 'settings.txt', config: Config = DEFAULTS): Verdict[] {
  return scanBytes(Buffer.from(text), path, config)
}

export function scanBytes(bytes: Uint8Array, path = 'settings.txt', config: Config = DEFAULTS): Verdict[] {
  return [...changeOf(path, bytes)].flatMap((change) => scan(change, { books: [book], config, today: TODAY, least: GATE }))
}
