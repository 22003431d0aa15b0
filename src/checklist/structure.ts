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

/** The line on which these words stand one after the other, 1-based: keys from the outside in, then what is said. A word that is not there is passed over. */
export function lineOf(text: string, words: readonly string[]): number {
  let at = 0
  for (const word of words) {
    const found = new RegExp(`(?<![\\w.-])${word.replace(/[^\w\s]/g, '\\$&')}(?![\\w-])`, 'g')
    found.lastIndex = at
    at = found.exec(text)?.index ?? at
  }
  return text.slice(0, at).split('\n').length
}
