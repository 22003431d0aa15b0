/** What the first start runs once more, so that V8's code cache (bin/leakgate.cjs) has what commits need: the way of a file through the scan. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { changeOf } from '../collect/text.ts'
import { scan } from '../scan.ts'
import { settingsOf } from './settings.ts'

/** Many kinds of text, in which there is something to judge. Some take such files out of packages. */
const TEXT = 'README.md'

export function rehearse(): void {
  const file = join(__dirname, '..', TEXT)
  if (!existsSync(file)) return
  for (const change of changeOf(TEXT, readFileSync(file))) scan(change, settingsOf())
}
