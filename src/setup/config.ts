/** The config: found, read, checked. */
import type { Config } from '../types.ts'

export const DEFAULTS: Config = { levels: {}, own: [], allow: [], inline: ['leakgate'], unread: 'block' }
