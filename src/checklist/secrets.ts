/** Which settings contain a secret: by the names that the gate knows, and by the value. */
import { builtin } from '../detect/builtin.ts'

const DATABASE = /(?:DB|DATABASE|POSTGRES|POSTGRESQL|PG|MYSQL|MARIADB|MONGO|MONGODB|REDIS|SQL)\w*?_?(?:PASS|PASSWORD|PWD|URL|URI|DSN)$/i
const PUBLIC = /PUBLIC|PUBLISHABLE|^(?:VITE|REACT_APP)_/i
/** Rules that require a random value: `CACHE_KEY` may be anything. */
const DOUBTING: ReadonlySet<string | undefined> = new Set(['generic-key', 'generic-service-key'])

const known = (key: string) => builtin.claims(key).some(({ rule, entries }) => !entries && !DOUBTING.has(builtin.rules[rule]?.id))

export const isDatabase = (key: string) => DATABASE.test(key)
export const isSecret = (key: string) => !PUBLIC.test(key) && (isDatabase(key) || known(key))

const SWITCH = /^(?:true|false|yes|no|on|off|enabled?|disabled?|null|none|~)$/i
const NUMBER = /^-?\d{1,12}(?:\.\d{1,6})?[ ]?(?:ms|s|sec|m|min|h|d|w|days?|hours?|minutes?|seconds?)?$/i
const PATH = /^(?:\.{0,2}|~)\/(?:[\w.-]{1,40}\/){0,9}[\w.-]{1,40}$|^[A-Za-z]:\\|^file:|^[\w./-]{1,200}\.(?:json|pem|key|crt|txt|ya?ml)$/
/** A switch, a path, the lifetime of a token: not a secret, whatever the name. Any other number is a secret, and a weak one. */
export const isOther = (key: string, value: string) => SWITCH.test(value) || PATH.test(value) || (NUMBER.test(value) && /TOKEN$/i.test(key))

const PRODUCTS = /POSTGRES|PG|MYSQL|MARIADB|MONGO|REDIS/i

/** May both be for the same database: its password, and the URL that contains it? A name without a product may be for any. */
export function ofOneDatabase(one: string, other: string): boolean {
  const [first, second] = [one, other].map((key) => PRODUCTS.exec(key)?.[0].toUpperCase())
  return isDatabase(one) && isDatabase(other) && (!first || !second || first === second)
}

/** The password in a URL or connection string, empty if there is none; undefined if the value is neither. */
export function urlPassword(key: string, value: string): string | undefined {
  const said = /:\/\/[^:@/\s]{0,200}:([^@\s]{0,1000})@/.exec(value) ?? /(?:^|[?;&\s])(?:password|pwd)[ ]?=[ ]?([^&;\s]+)/i.exec(value)
  return said?.[1] ?? (value.includes('://') || /(?:URL|URI|DSN)$/i.test(key) ? '' : undefined)
}
