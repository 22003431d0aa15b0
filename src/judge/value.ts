/** A value as numbers: what the model sees of it, wherever it is. */
import { KINDS, kindOf } from './kinds.ts'
import { placeholder } from './placeholder.ts'
import { randomness } from './randomness.ts'
import { sequential } from './sequences.ts'
import { wordShare } from './words.ts'

/** An input of the model, with a name for `explain`. */
export type Feature<Facts> = readonly [name: string, of: (facts: Facts) => number]

const share = (value: string, form: RegExp) => (value.match(form)?.length ?? 0) / value.length
const count = (value: string, form: RegExp) => value.match(form)?.length ?? 0
export const flag = (is: boolean) => (is ? 1 : 0)

interface Value {
  readonly value: string
  /** In lower case: case-insensitive patterns are far more expensive. */
  readonly lower: string
  readonly kind: string | undefined
  readonly placeholder: string | undefined
  readonly bits: number
  readonly words: { readonly share: number; readonly longest: number }
}

/** Shannon's entropy of the value's own characters, in bits per character. */
function entropy(value: string): number {
  const counts = new Map<string, number>()
  for (const symbol of value) counts.set(symbol, (counts.get(symbol) ?? 0) + 1)
  let bits = 0
  for (const one of counts.values()) bits -= (one / value.length) * Math.log2(one / value.length)
  return bits
}

/** 0 lower case, 1 upper case, 2 digit, 3 other. */
const classOf = (symbol: string) => (/[a-z]/.test(symbol) ? 0 : /[A-Z]/.test(symbol) ? 1 : /\d/.test(symbol) ? 2 : 3)

function transitions(value: string): number {
  let changes = 0
  for (let i = 1; i < value.length; i++) if (classOf(value[i - 1] ?? '') !== classOf(value[i] ?? '')) changes++
  return changes / value.length
}

const longestRun = (value: string, form: RegExp) => Math.max(0, ...(value.match(form) ?? []).map((run) => run.length))

export const OF_VALUE: readonly Feature<Value>[] = [
  ['length', ({ value }) => Math.min(value.length, 200)],
  ['randomness', ({ bits }) => Math.min(bits, 400)],
  ['randomness per character', ({ bits, value }) => bits / value.length],
  ['entropy per character', ({ value }) => entropy(value)],
  ['distinct characters', ({ value }) => new Set(value).size / value.length],
  ['digits', ({ value }) => share(value, /\d/g)],
  ['lower-case letters', ({ value }) => share(value, /[a-z]/g)],
  ['upper-case letters', ({ value }) => share(value, /[A-Z]/g)],
  ['other characters', ({ value }) => share(value, /[^A-Za-z0-9]/g)],
  ['changes of class', ({ value }) => transitions(value)],
  ['longest run of letters', ({ value }) => longestRun(value, /[A-Za-z]+/g)],
  ['longest run of digits', ({ value }) => longestRun(value, /\d+/g)],
  ['vowels among letters', ({ lower: value }) => count(value, /[aeiou]/g) / Math.max(1, count(value, /[a-z]/g))],
  ['only hex', ({ lower }) => flag(/^[0-9a-f]+$/.test(lower))],
  ['only base64', ({ value }) => flag(/^[A-Za-z0-9+/_-]+={0,2}$/.test(value))],
  ['only letters', ({ value }) => flag(/^[A-Za-z]+$/.test(value))],
  ['length of a hash', ({ lower }) => flag(/^(?:[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64}|[0-9a-f]{128})$/.test(lower))],
  ['spaces', ({ value }) => count(value, /\s/g)],
  ['dots', ({ value }) => count(value, /\./g)],
  ['slashes', ({ value }) => count(value, /[/\\]/g)],
  ['dashes', ({ value }) => count(value, /-/g)],
  ['underscores', ({ value }) => count(value, /_/g)],
  ['colons', ({ value }) => count(value, /:/g)],
  ['brackets', ({ value }) => count(value, /[()[\]{}<>]/g)],
  ['password punctuation', ({ value }) => count(value, /[!@#$%^&*?~]/g)],
  ['ends with =', ({ value }) => flag(value.endsWith('='))],
  ['begins with a capital', ({ value }) => flag(/^[A-Z][a-z]/.test(value))],
  ['begins with a symbol', ({ value }) => flag(/^[^A-Za-z0-9]/.test(value))],
  ['known words', ({ words }) => words.share],
  ['longest known word', ({ words }) => words.longest],
  ['longest sequence', ({ value }) => sequential(value)],
  ['a placeholder', ({ placeholder: one }) => flag(one !== undefined)],
  ['an example', ({ placeholder: one }) => flag(one === 'an example' || one === 'a placeholder word')],
  ...KINDS.map((kind): Feature<Value> => [`looks like ${kind}`, (facts) => flag(facts.kind === kind)]),
]

/** Cache limit. */
const MOST_VALUES = 2000
const known = new Map<string, Float64Array>()

/** The features of a value, in the order of `OF_VALUE`. Cached, as the same values recur. */
export function ofValue(value: string): Float64Array {
  const before = known.get(value)
  if (before) return before
  const facts: Value = {
    value,
    lower: value.toLowerCase(),
    kind: kindOf(value),
    placeholder: placeholder(value),
    bits: randomness(value),
    words: wordShare(value),
  }
  const numbers = Float64Array.from(OF_VALUE, ([, of]) => of(facts))
  if (known.size >= MOST_VALUES) known.clear()
  known.set(Buffer.from(value, 'latin1').toString('latin1'), numbers) // a copy: a slice would keep the whole text alive
  return numbers
}
