/** Compiles rules to a book: what can be computed before any text is seen. For the built-in rules, the build does it. */
import type { Rule } from '../types.ts'
import { byRun } from './alone.ts'
import { type Lengths, matchLengths } from './lengths.ts'
import { plainly } from './letters.ts'
import { type AutomatonData, compileAutomaton, MOST_SYMBOLS, offsets } from './literals.ts'
import { MARKS } from './marks.ts'
import { LONG } from './runs.ts'
import { rarest, shortened } from './shortened.ts'
import { namingWords } from './spellings.ts'
import { tailsOf } from './tails.ts'

/** How far before a secret a `beside` word of its rule may be, in characters. */
export const BESIDE = 80

/** In characters; with what lookarounds see, less than the parts of a large file overlap (src/collect/text.ts). */
const MOST_REACH = 20_000
/** How far lookarounds may see, in characters; of those without a bound, the window ends there. */
const MOST_SEEN = 17_000

/** A `beside` word without its mark: a leading `+` asks for more than the word. */
export const plainWord = (word: string) => word.replace(/^\+/, '')

/** The bits of `BookData.roles`: what a word is for, besides the rules that look near it. The word names assigned secrets. */
export const NAMING = 1
/** It is used only as a `beside` word: within a longer word it means nothing. */
export const EDGED = 2

/** Shorter values are no secrets; a rule whose pattern accepts fewer characters overrides this. */
const SHORTEST = 4

/** A rule that claims assigned values. */
export interface Claim {
  readonly rule: number
  /** Minimum length of a value. */
  readonly least: number
  /** The name is of a map, and the rule claims its values. */
  readonly entries: boolean
}

/** Plain data and typed arrays, so the build can serialize it. */
export interface BookData {
  /** Searched for in texts: the marks, in their order; then literals, `beside` words, words that name an assigned secret. */
  readonly words: AutomatonData
  /** Per word: its length, its roles, and the rules that look near it: `users[userStarts[word] .. userStarts[word + 1]]`. */
  readonly lengths: Uint8Array
  readonly roles: Uint8Array
  readonly userStarts: Uint16Array
  readonly users: Uint16Array
  /** Per rule: how far from a word a match may reach, with what its lookarounds see, in characters. */
  readonly reaches: Uint16Array
  /** Per rule: the length of a long run (./runs.ts) that every match contains; 0 if some have none. */
  readonly needs: Uint8Array
  /** Per length of a run: the rules that look near runs of this length. */
  readonly alone: Readonly<Record<number, readonly number[]>>
  readonly claims: readonly Claim[]
  /**
   * Endings of names, without spaces, each with the numbers of the claims to such names; with a leading `!`, of the claims that exclude
   * them.
   */
  readonly endings: readonly (readonly [string, readonly number[]])[]
  /** The tails (./tails.ts) of the names that have them. */
  readonly tails: readonly number[]
  /** Per rule: 1 if it is off by default. */
  readonly off: Uint8Array
  /** Searched for in paths, for rules that depend on no word: a text in every path that a glob of the rule matches, and the rules. */
  readonly names: AutomatonData
  readonly nameStarts: Uint16Array
  readonly nameUsers: Uint16Array
}

/** A rule that cannot be compiled: which one, and why. */
export class RuleError extends Error {}

/** Throws a RuleError. */
export function compileBook(rules: readonly Rule[]): BookData {
  const leading = namingWords(rules)
  const words = index(
    rules,
    (rule) => [...(rule.literals ?? []).map(rarest), ...besideOf(rule), ...(leading.get(rule) ?? [])],
    MARKS.map(({ text }) => text),
  )
  const names = index(rules, (rule) => (byName(rule) ? (rule.path ?? []).filter((glob) => !glob.startsWith('!')).map(nameOf) : []))
  const naming = new Set([...leading.values()].flat().map(shortened))
  const users = words.users.map((list, word) =>
    list.filter((user) => !rules[user]?.assigned || isBeside(rules[user], words.texts[word] ?? '')),
  )
  const claimants = rules.flatMap((rule, number): [Rule, number][] => (rule.assigned ? [[rule, number]] : []))
  const ends = byEnding(claimants.map(([{ assigned = [] }]) => assigned))
  return {
    words: compileAutomaton(words.texts),
    lengths: Uint8Array.from(words.texts, (text) => text.length),
    roles: Uint8Array.from(words.texts, (text, i) => (naming.has(text) ? NAMING : 0) | (isEdged(text, users[i] ?? [], rules) ? EDGED : 0)),
    userStarts: Uint16Array.from(offsets(users)),
    users: Uint16Array.from(users.flat()),
    reaches: Uint16Array.from(rules, reachOf),
    needs: Uint8Array.from(rules, runOf),
    alone: byRun(rules),
    claims: claimants.map(([{ id, pattern, entries = false }, rule]) => ({
      rule,
      least: pattern ? lengthsOf(id, pattern).least : SHORTEST,
      entries,
    })),
    endings: [...ends],
    tails: [...tailsOf(ends.keys())],
    off: Uint8Array.from(rules, ({ level }) => (level === 'off' ? 1 : 0)),
    names: compileAutomaton(names.texts),
    nameStarts: Uint16Array.from(offsets(names.users)),
    nameUsers: Uint16Array.from(names.users.flat()),
  }
}

/** It depends on the file's name, not on a word in the text. */
const byName = ({ literals, beside, run, assigned }: Rule) => !literals && !beside && !run && !assigned

const isEdged = (text: string, users: readonly number[], rules: readonly Rule[]) =>
  users.length > 0 && users.every((user) => isBeside(rules[user], text))

const isBeside = (rule: Rule | undefined, text: string) =>
  rule !== undefined && !rule.literals?.some((one) => rarest(one) === text) && besideOf(rule).some((one) => shortened(one) === text)

const besideOf = ({ beside = [] }: Rule) => beside.map(plainWord)

/**
 * The numbers of the lists that have each ending. `api key` is stored as `apikey`, and `contraseña` as `contrasena`: names are split, rejoined
 * without spaces, and lose their accents.
 */
function byEnding(lists: readonly (readonly string[])[]): Map<string, number[]> {
  const known = new Map<string, number[]>()
  lists.forEach((list, number) => {
    for (const ending of new Set(list.map((one) => plainly(one.replaceAll(' ', '')))))
      known.set(ending, [...(known.get(ending) ?? []), number])
  })
  return known
}

/** The shortened texts, each once and in lower case, with the numbers of the rules that have it. */
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
    if (text === '') throw new RuleError(`${id}: a glob of only * and ? has no text to search for`)
    if (symbols.size > MOST_SYMBOLS)
      throw new RuleError(`${id}: with its words, all rules together have more than ${MOST_SYMBOLS} different characters`)
  }
}

function reachOf(rule: Rule): number {
  if (!rule.pattern) return 0
  const { most, beyond } = lengthsOf(rule.id, rule.pattern)
  const wholeFile = rule.path && !rule.literals && !rule.beside && !rule.run
  if (most > MOST_REACH && !wholeFile)
    throw new RuleError(
      `${rule.id}: a match may have ${most === Number.POSITIVE_INFINITY ? 'any number of' : most} characters; give each + and * an upper bound, like {1,64} (20,000 in all)`,
    )
  return wholeFile ? 0 : most + Math.min(beyond, MOST_SEEN) + (rule.beside ? BESIDE : 0)
}

function lengthsOf(id: string, pattern: RegExp): Lengths {
  try {
    return matchLengths(pattern)
  } catch (cause) {
    throw new RuleError(`${id}: its pattern cannot be analysed`, { cause })
  }
}

function runOf({ id, pattern }: Rule): number {
  const run = pattern ? lengthsOf(id, pattern).run : 0
  return run < LONG ? 0 : Math.min(run, 255)
}

/**
 * The longest run of plain characters in a glob: every matching path contains it. An escape ends one. A file extension counts only if there is nothing else.
 */
function nameOf(glob: string): string {
  const runs = glob.split(/\\.|[*?/]|\[[^\]]*\]/).filter(Boolean)
  const telling = runs.filter((run) => !run.startsWith('.'))
  const name = (telling.length > 0 ? telling : runs).reduce((longest, run) => (run.length > longest.length ? run : longest), '')
  return Buffer.from(name, 'latin1').toString('latin1') // as paths are read
}
