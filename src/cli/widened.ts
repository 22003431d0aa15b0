/** Says when a commit itself changes what it is judged by. */
import { objects } from '../collect/git.ts'
import { type Entry, isZero } from '../collect/staged.ts'
import { configIn, DEFAULTS } from '../setup/config.ts'
import type { Config } from '../types.ts'

/** One line if this commit adds allowances, or asks less of a rule; none otherwise. */
export async function widened(config: Config, entries: readonly Entry[]): Promise<string[]> {
  const entry = entries.find((one) => one.path === config.file)
  if (!entry) return []
  const before = isZero(entry.oldId) ? DEFAULTS : await former(entry)
  const allowed = new Set(before.allow.map((one) => JSON.stringify(one)))
  const more = config.allow.filter((one) => !allowed.has(JSON.stringify(one))).length
  const weaker = Object.keys(config.levels).filter((rule) => config.levels[rule] !== 'block' && config.levels[rule] !== before.levels[rule])
  const parts = [
    more > 0 ? `allows ${more} more finding${more === 1 ? '' : 's'}` : '',
    weaker.length > 0 ? `asks less of ${weaker.join(', ')}` : '',
    config.unread === 'warn' && before.unread === 'block' ? 'lets files pass that cannot be read' : '',
  ].filter(Boolean)
  return parts.length > 0 ? [`This commit widens ${config.file}: it ${parts.join(', and ')}.`] : []
}

/** The config before; the defaults when it cannot be read or was malformed. */
async function former(entry: Entry): Promise<Config> {
  for await (const { bytes } of objects([entry.oldId])) {
    if (bytes) return (await configIn(entry.path, Buffer.from(bytes).toString()).catch(() => undefined)) ?? DEFAULTS
  }
  return DEFAULTS
}
