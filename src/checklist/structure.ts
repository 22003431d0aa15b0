/** What a file of YAML says, as data, with the lines on which it says it. */

export interface Yaml {
  readonly text: string
  /** One or several; undefined where the file is no YAML by itself, as a template is not. */
  readonly documents: readonly unknown[] | undefined
}

export type Data = Readonly<Record<string, unknown>>

export const isData = (value: unknown): value is Data => typeof value === 'object' && value !== null && !Array.isArray(value)
export const dataIn = (value: unknown): Data => (isData(value) ? value : {})
export const listIn = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
export const wordsIn = (value: unknown): string[] =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? [String(value)] : []

/** All maps in it, each once, the outer ones first, with the keys that lead to it. What an alias repeats is not gone through again. */
export function* maps(value: unknown, keys: readonly string[] = [], seen = new Set<unknown>()): Generator<[Data, readonly string[]]> {
  if (typeof value !== 'object' || value === null || seen.has(value)) return
  seen.add(value)
  if (isData(value)) yield [value, keys]
  for (const [key, inner] of Object.entries(value)) yield* maps(inner, Array.isArray(value) ? keys : [...keys, key], seen)
}

/** Where these words stand one after the other behind `from`: keys, which end in a colon, from the outside in, then what is said. One that is not there is passed over. */
export function offsetOf(text: string, words: readonly string[], from = 0): number {
  let at = from
  for (const word of words) {
    const isKey = word.endsWith(':')
    const form = (isKey ? word.slice(0, -1) : word).replace(/[^\w\s]/g, '\\$&')
    const found = new RegExp(`(?<![\\w.-])${form}(?![\\w-])${isKey ? `["']?\\s{0,4}:` : ''}`, 'g')
    found.lastIndex = at
    at = found.exec(text)?.index ?? at
  }
  return at
}

/** 1-based. */
export const lineAt = (text: string, at: number) => text.slice(0, at).split('\n').length

export const lineOf = (text: string, words: readonly string[], from = 0) => lineAt(text, offsetOf(text, words, from))
