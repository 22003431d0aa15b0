/** Runs once at the first start, so that V8's code cache (bin/leakgate.cjs) contains the code that commits need: scanning one file. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { changeOf } from '../collect/text.ts'
import { scan } from '../scan.ts'
import { settingsOf } from '../settings.ts'

/** A varied text with something to judge. Some packagers remove it. */
const TEXT = 'README.md'

export function warmUp(): void {
  const file = join(__dirname, '..', TEXT)
  if (!existsSync(file)) return
  for (const change of changeOf(TEXT, readFileSync(file))) scan(change, settingsOf())
}
