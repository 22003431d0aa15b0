/** Which settings contain a secret: by the names that the gate knows, and by the value. */
import { builtin } from '../detect/builtin.ts'

const DATABASE =
  /(?:DB|DATABASE|DATASOURCE|POSTGRES|POSTGRESQL|PG|MYSQL|MARIADB|MONGO|MONGODB|REDIS|SQL)\w*?_?(?:PASS|PASSWORD|PWD|PW|URL|URI|DSN)$|^ConnectionStrings?__\w+$/i
/** A publishable key; a password that its database makes up itself, or does without. */
const PUBLIC = /PUBLIC|PUBLISHABLE|^(?:VITE|REACT_APP)_|(?:ALLOW_EMPTY|RANDOM)_(?:\w+_)?PASSWORD$/i
/** The key that tokens are signed with: .NET has no other name for it. */
const SIGNING = /^JWT_{1,2}(?:SIGNING_?)?KEY$/i
/** Rules that require a random value: `CACHE_KEY` may be anything. */
const DOUBTING: ReadonlySet<string | undefined> = new Set(['generic-key', 'generic-service-key'])

const known = (key: string) => builtin.claims(key).some(({ rule, entries }) => !entries && !DOUBTING.has(builtin.rules[rule]?.id))

export const isDatabase = (key: string) => DATABASE.test(key)
export const isSecret = (key: string) => !PUBLIC.test(key) && (isDatabase(key) || SIGNING.test(key) || known(key))

const SWITCH = /^(?:true|false|yes|no|on|off|enabled?|disabled?|null|none|~)$/i
const NUMBER = /^-?\d{1,12}(?:\.\d{1,6})?[ ]?(?:ms|s|sec|m|min|h|d|w|days?|hours?|minutes?|seconds?)?$/i
const PATH = /^(?:\.{0,2}|~)\/(?:[\w.-]{1,40}\/){0,9}[\w.-]{1,40}$|^[A-Za-z]:\\|^file:|^[\w./-]{1,200}\.(?:json|pem|key|crt|txt|ya?ml)$/
/** A switch, a path, the lifetime of a token: not a secret, whatever the name. Any other number is a secret, and a weak one. */
export const isOther = (key: string, value: string) => SWITCH.test(value) || PATH.test(value) || (NUMBER.test(value) && /TOKEN$/i.test(key))

const PRODUCTS = /POSTGRES|PG|MYSQL|MARIADB|MONGO|REDIS/i

/** The product that a setting is for, by its name or by the scheme of its URL. The password and the URL of one database may be the same. */
export function productOf(key: string, value: string): string | undefined {
  const [said] = PRODUCTS.exec(key) ?? PRODUCTS.exec(/^[\w+]{1,40}(?=:\/\/)/.exec(value)?.[0] ?? '') ?? []
  return said?.toUpperCase().replace(/^PG$/, 'POSTGRES')
}

/** Django marks the keys that it makes for development. */
export const isForDevelopment = (value: string) => value.startsWith('django-insecure-')

/** The password in a URL or connection string, empty if there is none; undefined if the value is neither. */
export function urlPassword(key: string, value: string): string | undefined {
  const said = /:\/\/[^:@/\s]{0,200}:([^@\s]{0,1000})@/.exec(value) ?? /(?:^|[?;&\s])(?:password|pwd)[ ]?=[ ]?([^&;\s]+)/i.exec(value)
  return said?.[1] ?? (value.includes('://') || /(?:URL|URI|DSN)$|^ConnectionStrings?__/i.test(key) ? '' : undefined)
}

/** Does a variable with this name and value expose a secret? A reference (`${DB_PASSWORD}`) does, too: the container gets its value. */
export function exposesSecret(key: string, value: string): boolean {
  const inUrl = urlPassword(key, value)
  if (inUrl !== undefined) return inUrl !== ''
  return value !== '' && isSecret(key) && !isOther(key, value)
}
