/** The config on disk, for the commands that a user types. A commit reads it from the index instead. */
import { cosmiconfig } from 'cosmiconfig'
import { isRecord } from '../record.ts'
import type { Config } from '../types.ts'
import { configIn, DEFAULTS, PLACES } from './config.ts'

/** The first place of `PLACES` in the folder that contains one. */
export async function configOnDisk(folder: string): Promise<Config> {
  const load = async (path: string, content: string) => {
    const file = path.slice(folder.length + 1)
    const config = await configIn(file, content)
    return file === 'package.json' ? { leakgate: config } : config
  }
  const explorer = cosmiconfig('leakgate', {
    searchPlaces: [...PLACES],
    searchStrategy: 'none',
    ignoreEmptySearchPlaces: false,
    packageProp: 'leakgate',
    cache: false,
    loaders: Object.fromEntries(['.json', '.yaml', '.yml', 'noExt'].map((kind) => [kind, load])),
  })
  const found = await explorer.search(folder)
  const config: unknown = found?.isEmpty ? await load(found.filepath, '') : found?.config
  return isConfig(config) ? config : DEFAULTS
}

const isConfig = (value: unknown): value is Config => isRecord(value) && Array.isArray(value.allow)
