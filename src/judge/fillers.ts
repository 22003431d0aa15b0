/** Values that stand where a secret belongs: filled in by a person or a log, or made of the fixed part of a token alone. */
import type { Context } from '../types.ts'
import { placeholder } from './placeholder.ts'

/** The fixed part of a vendor's tokens, as people know it: `sk-ant-api03-`, `GOCSPX-`. */
const PREFIX = /^(?:[A-Za-z][A-Za-z\d]{1,11}[-_.]){1,3}/

/** A text that repeats its first letters, at most this many, at least three times. */
const PERIOD = 12

/** What the value is if it is such a filler. */
export function filler(value: string, { name = '', after = '' }: Context): string | undefined {
  const body = value.replace(PREFIX, '')
  const kind = body === value ? undefined : placeholder(body)
  if (kind === 'a template' || kind === 'masked' || (kind === 'empty' && JOINED.test(after))) return 'only the prefix of a token'
  if (isPeriodic(body)) return 'repeated'
  if (/^\w{1,40}id[=:]/i.test(value)) return 'an identifier with its name'
  // Not a cookie, as JSESSIONID is.
  return /[sS]ession[_ -]?[iI]d$/.test(name) && UUID.test(value) ? 'the number of a session' : undefined
}

/** `"sk-ant-oat01-" + body`, `GOCSPX-<secret>` */
const JOINED = /^(?:["'`]\s?(?:[+.&~]|<>)|[<{[$])/

const UUID = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i

/** `abababab…`, `testtesttest`, `deadbeefdeadbeefdeadbe` */
export function isPeriodic(text: string): boolean {
  for (let period = 1; period <= PERIOD && period * 3 <= text.length; period++) if (text.startsWith(text.slice(period))) return true
  return false
}
