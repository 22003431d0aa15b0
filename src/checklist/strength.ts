/** How strong the secrets in env files are: by length and by chance, never by their text. */
import type { Evidence } from './assessment.ts'
import type { EnvFile, Setting } from './facts.ts'
import { type Judge, named } from './opinion.ts'

interface Wanted {
  readonly keys: RegExp
  /** In characters. */
  readonly length: number
  /** Of chance: 32 random hex digits have some 80, as src/judge/randomness.ts counts them. */
  readonly bits: number
  /** What no such setting means. */
  readonly absent: 'look' | 'not here'
  /** It says all of the point. */
  readonly whole: boolean
}

const STRONG = { length: 32, bits: 64, absent: 'look', whole: true } as const
/** Of keys that others make, of whatever length they like. */
const FAIR = { length: 12, bits: 20, absent: 'look', whole: true } as const

const DATABASE = /(?:DB|DATABASE|POSTGRES|POSTGRESQL|PG|MYSQL|MARIADB|MONGO|MONGODB|REDIS|SQL)\w*?_?(?:PASS|PASSWORD|PWD|URL|URI|DSN)$/
const SECRET = /(?:PASS|PASSWORD|PASSWD|PWD|SECRET|SECRET_KEY\w*|TOKEN|API_?KEY|APP_KEY|PRIVATE_KEY|ACCESS_KEY|AUTH_KEY|JWT_KEY)$/
const PUBLIC = /PUBLIC|PUBLISHABLE|^(?:VITE|REACT_APP)_/

export const isSecret = (key: string) => (SECRET.test(key) || DATABASE.test(key)) && !PUBLIC.test(key)

interface Placed extends Setting {
  readonly file: EnvFile
}

const settings = (env: readonly EnvFile[], keys: RegExp): Placed[] =>
  env.flatMap((file) =>
    file.settings
      .filter(({ key, kind, length }) => keys.test(key) && isSecret(key) && kind === 'value' && length > 0)
      .map((one) => ({ ...one, file })),
  )

const strength =
  ({ keys, length, bits, absent, whole }: Wanted): Judge =>
  ({ env }) => {
    const found = settings(env, keys)
    const evidence = found.flatMap((one): Evidence[] => [...weak(one, length, bits), ...twins(one)])
    const names = [...new Set(found.map(({ key, file }) => `${key} in ${file.path}`))]
    if (found.length === 0) return { evidence, state: absent, because: 'no such setting is in an env file on this disk' }
    const because = `${named(names)}: strong, and used once`
    return whole ? { evidence, state: 'holds', because } : { evidence, because }
  }

function weak({ key, line, length, bits, file }: Placed, least: number, chance: number): Evidence[] {
  if (length >= least && bits >= chance) return []
  const says = length < least ? `${key} has less than ${least} characters` : `${key} is not random: words, or a pattern`
  return [{ path: file.path, line, says, remedy: 'Make a new one: openssl rand -base64 48' }]
}

const twins = ({ key, line, twin, file }: Placed): Evidence[] =>
  twin
    ? [
        {
          path: file.path,
          line,
          says: `${key} is the same as ${twin}`,
          remedy: 'Give each use a secret of its own: openssl rand -base64 48',
        },
      ]
    : []

export const strongSecrets = strength({ ...FAIR, keys: SECRET })
export const secretKey = strength({ ...STRONG, keys: /(?:^|_)SECRET_KEY(?:_BASE)?$|^APP_(?:KEY|SECRET)$|^SESSION_SECRET$/ })
export const databasePassword = strength({ ...STRONG, keys: DATABASE })
export const authToken = strength({ ...STRONG, keys: /MCP_\w{0,20}TOKEN$|^AUTH_TOKEN$/, absent: 'not here' })
export const jwtSecret = strength({ ...STRONG, keys: /JWT|TOKEN_SECRET/, whole: false })
