/** The config of the repository around the current folder; outside of one, that of the folder itself. */
import { configOnDisk } from '../setup/find.ts'
import type { Config } from '../types.ts'

export const configHere = (top: string | undefined): Promise<Config> => configOnDisk(top ?? process.cwd())
