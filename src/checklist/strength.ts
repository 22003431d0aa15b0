/** The strength of secrets in env files: by length and randomness, never by their text. */

import { firstOf } from '../wording.ts'
import type { Evidence } from './assessment.ts'
import type { EnvFile, Setting } from './facts.ts'
import type { Judge } from './opinion.ts'
import { isDatabase, isSecret } from './secrets.ts'

interface Wanted {
  readonly keys: (key: string) => boolean
  /** Minimum length, in characters. */
  readonly length: number
  /** Minimum randomness: 32 random hex digits have some 80 bits, as src/judge/randomness.ts counts. */
  readonly bits: number
  /** The state if there is no such setting. */
  readonly absent: 'look' | 'not here'
  /** It decides the point alone. */
  readonly whole: boolean
}

const STRONG = { length: 32, bits: 64, absent: 'look', whole: true } as const
/** For keys issued by others, with a length of their choice. */
const FAIR = { length: 12, bits: 20, absent: 'look', whole: true } as const

interface Placed extends Setting {
  readonly file: EnvFile
}

const settings = (env: readonly EnvFile[], keys: Wanted['keys']): Placed[] =>
  env.flatMap((file) =>
    file.settings.filter(({ key, kind }) => keys(key) && isSecret(key) && kind !== 'empty').map((one) => ({ ...one, file })),
  )

const strength =
  ({ keys, length, bits, absent, whole }: Wanted): Judge =>
  ({ env }) => {
    const found = settings(env, keys)
    const evidence = found.flatMap((one): Evidence[] => [...weak(one, length, bits), ...twins(one)])
    const names = [...new Set(found.map(({ key, file }) => `${key} in ${file.path}`))]
    if (found.length === 0) return { evidence, state: absent, because: 'no env file on this disk has such a setting' }
    const because = `${firstOf(names)}: strong, and used once`
    return whole ? { evidence, state: 'holds', because } : { evidence, because }
  }

function weak({ key, line, kind, length, bits, file }: Placed, least: number, chance: number): Evidence[] {
  if (kind === 'value' && length >= least && bits >= chance) return []
  const what = /(?:URL|URI|DSN)$/i.test(key) ? `the password in ${key}` : key
  const weak = length < least ? `has fewer than ${least} characters` : 'is not random: words, or a pattern'
  const says = `${what} ${kind === 'placeholder' ? 'is a placeholder' : weak}`
  return [{ path: file.path, line, says, remedy: 'Generate a new one: openssl rand -base64 48' }]
}

const twins = ({ key, line, twin, file }: Placed): Evidence[] =>
  twin
    ? [
        {
          path: file.path,
          line,
          says: `${key} is the same as ${twin}`,
          remedy: 'Use a different secret for each: openssl rand -base64 48',
        },
      ]
    : []

export const strongSecrets = strength({ ...FAIR, keys: (key) => !/(?:URL|URI|DSN)$/i.test(key) })
export const secretKey = strength({
  ...STRONG,
  keys: (key) => /(?:^|_)SECRET_KEY(?:_BASE)?$|^APP_(?:KEY|SECRET)$|^SESSION_SECRET$/i.test(key),
})
export const databasePassword = strength({ ...STRONG, keys: isDatabase })
export const authToken = strength({ ...STRONG, keys: (key) => /MCP_\w{0,20}TOKEN$|^AUTH_TOKEN$/i.test(key), absent: 'not here' })
export const jwtSecret = strength({ ...STRONG, keys: (key) => /JWT|TOKEN_SECRET/i.test(key), whole: false })
