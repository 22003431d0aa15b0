/** Values that stand where a secret belongs: filled in by a person or a log, or made of the fixed part of a token alone. */
import type { Context } from '../types.ts'
import { placeholder } from './placeholder.ts'

/** The fixed part of a vendor's tokens, as people know it: `sk-ant-api03-`, `GOCSPX-`. */
const PREFIX = /^(?:[A-Za-z][A-Za-z\d]{1,11}[-_.]){1,3}/

/** What the value is if it is such a filler. `chosen`: people choose such values, and repeat themselves. */
export function filler(value: string, { after = '' }: Context, chosen: boolean): string | undefined {
  const body = value.replace(PREFIX, '')
  const kind = body === value ? undefined : placeholder(body)
  if (kind === 'a template' || kind === 'masked' || (kind === 'empty' && JOINED.test(after))) return 'only the prefix of a token'
  if (!chosen && isPeriodic(body)) return 'repeated'
  return IDENTIFIED.test(value) ? 'an identifier with its name' : undefined
}

/** `"sk-ant-oat01-" + body`, `GOCSPX-<secret>` */
const JOINED = /^(?:["'`]\s?(?:[+.&~]|<>)|[<{[$])/

/** `request_id=` and a UUID, `traceId=` and a hash */
const IDENTIFIED = /^\w{0,40}(?:_id|[a-z]Id)[=:](?:[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}|[\da-f]{32}|[\da-f]{16})$/

/** So much of a text must repeat its first letters, at most `PERIOD`, at least three times. */
const SHORTEST = 16
const PERIOD = 12

/** `abababababababab`, `testtesttesttest`, `deadbeefdeadbeefdeadbe` */
export function isPeriodic(text: string): boolean {
  if (text.length < SHORTEST) return false
  for (let period = 1; period <= PERIOD && period * 3 <= text.length; period++) if (text.startsWith(text.slice(period))) return true
  return false
}
