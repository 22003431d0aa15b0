/** A YAML file as data, with the line numbers of its content. */

import { folderOf } from '../path.ts'
import { type Data, isRecord } from '../record.ts'

export interface Yaml {
  readonly text: string
  /** One or several; undefined if the file is not YAML, like a template. */
  readonly documents: readonly unknown[] | undefined
}

/** Is it a template for YAML, of which not all is known? */
export const isTemplate = ({ text, documents }: Yaml) => !documents || /(?<!\$)\{\{/.test(text)

export const dataIn = (value: unknown): Data => (isRecord(value) ? value : {})
export const listIn = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
export const wordsIn = (value: unknown): string[] =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? [String(value)] : []

/** All maps in a value, once each, outer ones first, with the keys that lead to them. Aliases are not visited again. */
export function* maps(value: unknown, keys: readonly string[] = [], seen = new Set<unknown>()): Generator<[Data, readonly string[]]> {
  if (typeof value !== 'object' || value === null || seen.has(value)) return
  seen.add(value)
  if (isRecord(value)) yield [value, keys]
  for (const [key, inner] of Object.entries(value)) yield* maps(inner, Array.isArray(value) ? keys : [...keys, key], seen)
}

/** Every `key: value` in it, also as `- key=value` and `- { name: key, value: value }`. */
export function* pairs(value: unknown): Generator<readonly [key: string, value: string]> {
  for (const [map] of maps(value)) {
    for (const [key, inner] of Object.entries(map)) {
      for (const one of wordsIn(inner)) yield [key, one]
      for (const item of listIn(inner).flatMap(wordsIn)) {
        const [, name, one = ''] = /^([\w.-]+)=([\s\S]*)$/.exec(item) ?? []
        if (name) yield [name, one]
      }
    }
    for (const key of wordsIn(map.name)) for (const one of wordsIn(map.value)) yield [key, one]
  }
}

/**
 * The offset of the last of these words, found one after the other from `from` on: keys, which end in a colon, from the outside in, then a
 * value. Missing words are skipped.
 */
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

/** A key or a name as container files take them. Any other one may be a text with a secret in it. */
export const keyName = (key: string) => (/^[\w.-]{1,80}$/.test(key) ? key : 'a key')

/** The path of a file that another one names, relative to its folder. */
export function inFolder(path: string, file: string): string {
  const parts: string[] = []
  for (const part of `${folderOf(path)}${file}`.split('/'))
    if (part === '..') parts.pop()
    else if (part !== '' && part !== '.') parts.push(part)
  return parts.join('/')
}
