/** The config on disk, for the commands that a user types. A commit reads it from the index instead, from the same places. */
import { join } from 'node:path'
import type { Config } from '../types.ts'
import { configIn, DEFAULTS, PLACES } from './config.ts'
import { contentOf } from './edits.ts'

export const configOnDisk = async (folder: string): Promise<Config> => (await found(folder))?.config ?? DEFAULTS

/** The place of the config, relative to the folder; undefined if there is none. */
export const placeOnDisk = async (folder: string): Promise<string | undefined> => (await found(folder))?.place

async function found(folder: string): Promise<{ readonly place: string; readonly config: Config } | undefined> {
  for (const place of PLACES) {
    const text = contentOf(join(folder, place))
    const config = text === undefined ? undefined : await configIn(place, text)
    if (config) return { place, config }
  }
  return undefined
}
