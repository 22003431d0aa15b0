/** Rules → a book: what can be computed of them before any text is seen. The build does it for our own rules. */
import type { Rule } from '../types.ts'
import { type Lengths, matchLengths } from './lengths.ts'
import { type AutomatonData, compileAutomaton, lowered, MOST_SYMBOLS, offsets } from './literals.ts'
import { MARKS } from './marks.ts'
import { LONG } from './runs.ts'

/** How far before a secret one of its rule's `beside` words may stand, in characters. */
export const BESIDE = 80

/** What a word is for, besides the rules that look near it. The bits of `BookData.roles`. */
export const NAMING = 1
/** It only stands beside values: cut out of a longer word it says nothing. */
export const EDGED = 2

/** Shorter values are guessed as easily as they are chosen by chance; where a rule's pattern asks for fewer characters, it counts. */
const SHORTEST = 4

/** A rule that claims assigned values. */
export interface Claim {
  readonly rule: number
  /** So many characters has a value at least. */
  readonly least: number
}

/** Plain data and typed arrays: the build writes it down as it is. */
export interface BookData {
  /** Over texts: the marks of text in another form, in their order; then literals, words beside, words that name an assigned secret. */
  readonly words: AutomatonData
  /** Of each word: its length, its roles, and the rules that look near it: `users[userStarts[word] .. userStarts[word + 1]]`. */
  readonly lengths: Uint8Array
  readonly roles: Uint8Array
  readonly userStarts: Uint16Array
  readonly users: Uint16Array
  /** Of each rule: how far from a word a match may reach, in characters. */
  readonly reaches: Uint16Array
  /** Of each rule: the length of a long run (./runs.ts) that each match has, 0 if some have none. */
  readonly needs: Uint8Array
  readonly claims: readonly Claim[]
  /** Ends of names without spaces, each with the numbers of the claims to such names; behind a `!`, of those that such names are none for. */
  readonly endings: readonly (readonly [string, readonly number[]])[]
  /** Of each rule: 1 if it is off where the config says nothing. */
  readonly off: Uint8Array
  /** Over paths, for rules that no word calls: a text that is in every path which a glob of the rule fits, and the rules. */
  readonly names: AutomatonData
  readonly nameStarts: Uint16Array
  readonly nameUsers: Uint16Array
}

/** A rule that nobody can look for as it stands: which one, and why. */
export class RuleError extends Error {}

/** Throws a RuleError. */
export function compileBook(rules: readonly Rule[]): BookData {
  const words = index(
    rules,
    (rule) => [...(rule.literals ?? []).map(rarest), ...(rule.beside ?? []), ...namingWords(rule)],
    MARKS.map(({ text }) => text),
  )
  const names = index(rules, (rule) => (byName(rule) ? (rule.path ?? []).filter((glob) => !glob.startsWith('!')).map(nameOf) : []))
  const naming = new Set(rules.flatMap(namingWords).map((word) => word.slice(0, ENOUGH)))
  const users = words.users.map((list) => list.filter((user) => !rules[user]?.assigned))
  const claimants = rules.flatMap((rule, number): [Rule, number][] => (rule.assigned ? [[rule, number]] : []))
  return {
    words: compileAutomaton(words.texts),
    lengths: Uint8Array.from(words.texts, (text) => text.length),
    roles: Uint8Array.from(words.texts, (text, i) => (naming.has(text) ? NAMING : 0) | (isEdged(text, users[i] ?? [], rules) ? EDGED : 0)),
    userStarts: Uint16Array.from(offsets(users)),
    users: Uint16Array.from(users.flat()),
    reaches: Uint16Array.from(rules, reachOf),
    needs: Uint8Array.from(rules, runOf),
    claims: claimants.map(([{ id, pattern }, rule]) => ({ rule, least: pattern ? lengthsOf(id, pattern).least : SHORTEST })),
    endings: [...byEnding(claimants.map(([{ assigned = [] }]) => assigned))],
    off: Uint8Array.from(rules, ({ level }) => (level === 'off' ? 1 : 0)),
    names: compileAutomaton(names.texts),
    nameStarts: Uint16Array.from(offsets(names.users)),
    nameUsers: Uint16Array.from(names.users.flat()),
  }
}

/** Asked for the file's name, not for a word in its text. */
const byName = ({ literals, beside, assigned }: Rule) => !literals && !beside && !assigned

const isEdged = (text: string, users: readonly number[], rules: readonly Rule[]) =>
  users.length > 0 && users.every((user) => isBeside(rules[user], text))

const isBeside = (rule: Rule | undefined, text: string) =>
  !rule?.literals?.some((one) => rarest(one) === text) && rule?.beside?.some((one) => shortened(one) === text)

const namingWords = ({ assigned = [] }: Rule) => assigned.filter((ending) => !ending.startsWith('!')).flatMap(spellings)

/** The numbers of the lists that have each ending. `api key` is found as `apikey`: names are taken apart, and put together without spaces. */
function byEnding(lists: readonly (readonly string[])[]): Map<string, number[]> {
  const known = new Map<string, number[]>()
  lists.forEach((list, number) => {
    for (const ending of new Set(list.map((one) => one.replaceAll(' ', '')))) known.set(ending, [...(known.get(ending) ?? []), number])
  })
  return known
}

/** `api key` is written apiKey, api_key, api-key, api.key. */
const spellings = (ending: string) => [
  ...new Set(['', '_', '-', '.', ' '].map((joint) => ending.toLowerCase().replace('+', '').replaceAll(' ', joint))),
]

/** The automaton looks for the beginning of a long word only: that is seldom elsewhere, and keeps the table small. */
export const ENOUGH = 8
const shortened = (text: string) => lowered(text.slice(0, ENOUGH))

/** Of a literal a part is enough, too: that with the fewest letters, then of plain words, as `KEY-----` and `idationK` of `validationKey`. */
function rarest(literal: string): string {
  let best = literal.slice(0, ENOUGH)
  for (let i = 1; i + ENOUGH <= literal.length; i++) {
    const part = literal.slice(i, i + ENOUGH)
    if (plain(part) < plain(best)) best = part
  }
  return lowered(best)
}

const count = (text: string, letters: RegExp) => text.match(letters)?.length ?? 0
const plain = (text: string) => ENOUGH * count(text, /[a-z]/gi) + count(text, /[a-z]/g)

/** The beginnings of the texts, each once and in lower case, with the numbers of the rules that have it. */
function index(rules: readonly Rule[], textsOf: (rule: Rule) => readonly string[], more: readonly string[] = []) {
  const users = new Map<string, number[]>(more.map((text) => [text, []]))
  rules.forEach((rule, number) => {
    for (const text of new Set(textsOf(rule).map(shortened))) users.set(text, [...(users.get(text) ?? []), number])
  })
  check(users, rules)
  return { texts: [...users.keys()], users: [...users.values()] }
}

function check(users: ReadonlyMap<string, readonly number[]>, rules: readonly Rule[]): void {
  const symbols = new Set<string>()
  for (const [text, [user = -1]] of users) {
    for (const symbol of text) symbols.add(symbol)
    const id = rules[user]?.id
    if (text === '') throw new RuleError(`${id}: there is nothing to look for in a glob of * and ? alone`)
    if (symbols.size > MOST_SYMBOLS)
      throw new RuleError(`${id}: its words bring more than the ${MOST_SYMBOLS} different characters that all rules may look for together`)
  }
}

function reachOf(rule: Rule): number {
  if (!rule.pattern) return 0
  const longest = lengthsOf(rule.id, rule.pattern).most
  const wholeFile = rule.path && !rule.literals && !rule.beside
  if (longest > 20_000 && !wholeFile)
    throw new RuleError(
      `${rule.id}: a match may have ${longest === Number.POSITIVE_INFINITY ? 'any number of' : longest} characters; give each + and * an upper bound, as {1,64} (20,000 in all)`,
    )
  return wholeFile ? 0 : longest + (rule.beside ? BESIDE : 0)
}

function lengthsOf(id: string, pattern: RegExp): Lengths {
  try {
    return matchLengths(pattern)
  } catch (cause) {
    throw new RuleError(`${id}: its pattern is beyond what can be measured`, { cause })
  }
}

function runOf({ id, pattern }: Rule): number {
  const run = pattern ? lengthsOf(id, pattern).run : 0
  return run < LONG ? 0 : Math.min(run, 255)
}

/** The longest run of plain characters in a glob: no path fits the glob without it. An ending counts only if there is nothing else. */
function nameOf(glob: string): string {
  const runs = glob.split(/[*?/]|\[[^\]]*\]/).filter(Boolean)
  const telling = runs.filter((run) => !run.startsWith('.'))
  const name = (telling.length > 0 ? telling : runs).reduce((longest, run) => (run.length > longest.length ? run : longest), '')
  return Buffer.from(name, 'latin1').toString('latin1') // as paths are read
}
