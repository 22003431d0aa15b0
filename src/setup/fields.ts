/** Fields of a config: each returns its value, or throws a problem that names the place. */
import { type Data, isRecord } from '../record.ts'
import { didYouMean } from '../suggest.ts'
import { isQuotable } from '../wording.ts'

/** What is wrong, and where, in terms of the config. */
export class Problem extends Error {}

export function record(data: unknown, at: string, keys?: readonly string[]): Data {
  if (!isRecord(data)) throw new Problem(`${at} must be an object`)
  const entries = Object.entries(data)
  for (const [i, [key]] of entries.entries())
    if (keys && !keys.includes(key))
      throw new Problem(isQuotable(key) ? `${at} has no key ${key}.${didYouMean(key, keys)}` : `${at} has an unknown key: number ${i + 1}`)
  return Object.fromEntries(entries)
}

export function list<T>(data: unknown, at: string, each: (one: unknown, at: string) => T): T[] {
  if (data === undefined) return []
  if (!Array.isArray(data)) throw new Problem(`${at} must be a list`)
  return data.map((one, i) => each(one, `${at}[${i}]`))
}

export function text(data: unknown, at: string): string {
  if (typeof data !== 'string' || data === '') throw new Problem(`${at} must be a string`)
  return data
}

/** Of a day that exists, as `2030-12-31`. */
export const isDate = (text: string) => /^\d{4}-\d\d-\d\d$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text) === true

/** A text for one line of a terminal. */
export function line(data: unknown, at: string): string {
  const found = text(data, at)
  // Characters of format may turn the line around; only joiners belong to words and emoji.
  if (/[\p{Cc}\u2028\u2029]|(?![\u200c\u200d])\p{Cf}/u.test(found)) throw new Problem(`${at} must be one line, without control characters`)
  return found
}

export function truth(data: unknown, at: string): boolean {
  if (typeof data !== 'boolean') throw new Problem(`${at} must be true or false`)
  return data
}

export function isTrue(data: unknown, at: string): true {
  if (data !== true) throw new Problem(`${at} must be true, or omitted`)
  return data
}

export const noRule = (id: string, at: string, known: readonly string[]) =>
  new Problem(`${at}: there is no ${isQuotable(id) ? `rule ${id}.${didYouMean(id, known)}` : 'rule with this id'}`)

export const optional = (data: unknown, at: string, read = text) => (data === undefined ? undefined : read(data, at))

export function oneOf<T extends string>(data: unknown, choices: readonly T[], at: string): T {
  const found = choices.find((choice) => choice === data)
  if (!found) throw new Problem(`${at} must be one of ${choices.join(', ')}.${typeof data === 'string' ? didYouMean(data, choices) : ''}`)
  return found
}
