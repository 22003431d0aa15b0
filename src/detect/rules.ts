/** Rules → a book: what can be computed of them before any text is seen. The build does it for our own rules. */
import type { Rule } from '../types.ts'
import { ESCAPES, JOINTS } from './decode.ts'
import { type AutomatonData, compileAutomaton } from './literals.ts'
import { longestMatch } from './longest.ts'

/** How far before a secret one of its rule's `beside` words may stand, in characters. */
export const BESIDE = 80

/** Plain data, except for the rules' patterns. */
export interface BookData {
  readonly rules: readonly Rule[]
  /** Over texts: literals, words beside, words that name an assigned secret. */
  readonly words: AutomatonData
  /** Of each word: its length, and the rules that look near it. */
  readonly lengths: readonly number[]
  readonly users: readonly (readonly number[])[]
  /** Of each rule: how far from a word a match may reach, in characters. */
  readonly reaches: readonly number[]
  /** Of each word: whether an assigned value is looked at after it; whether a text in another form may begin there. */
  readonly naming: readonly boolean[]
  readonly decoding: readonly ('joint' | 'escape' | undefined)[]
  /** The rules that claim assigned values. */
  readonly claimants: readonly number[]
  /** Over paths: a text that is in every path which a glob of the rule fits, and the rules. */
  readonly names: AutomatonData
  readonly nameUsers: readonly (readonly number[])[]
}

const joints: ReadonlySet<string> = new Set(JOINTS)
const escapes: ReadonlySet<string> = new Set(ESCAPES)

export function compileBook(rules: readonly Rule[]): BookData {
  const words = index(rules, (rule) => [...(rule.literals ?? []), ...(rule.beside ?? []), ...(rule.assigned ?? []).flatMap(spellings)], [...JOINTS, ...ESCAPES])
  const names = index(rules, (rule) => (rule.path ?? []).filter((glob) => !glob.startsWith('!')).map(nameOf))
  const naming = new Set(rules.flatMap((rule) => rule.assigned ?? []).flatMap(spellings))
  return {
    rules,
    words: compileAutomaton(words.texts),
    lengths: words.texts.map((text) => text.length),
    users: words.users.map((users) => users.filter((user) => !rules[user]?.assigned)),
    reaches: rules.map(reachOf),
    naming: words.texts.map((text) => naming.has(text)),
    decoding: words.texts.map((text) => (joints.has(text) ? 'joint' : escapes.has(text) ? 'escape' : undefined)),
    claimants: rules.flatMap((rule, number) => (rule.assigned ? [number] : [])),
    names: compileAutomaton(names.texts),
    nameUsers: names.users,
  }
}

/** `api key` is written apiKey, api_key, api-key, api.key. */
const spellings = (ending: string) => [...new Set(['', '_', '-', '.', ' '].map((joint) => ending.toLowerCase().replaceAll(' ', joint)))]

/** The texts, each once and in lower case, with the numbers of the rules that have it. */
function index(rules: readonly Rule[], textsOf: (rule: Rule) => readonly string[], more: readonly string[] = []) {
  const users = new Map<string, number[]>(more.map((text) => [text, []]))
  rules.forEach((rule, number) => {
    for (const text of new Set(textsOf(rule).map((one) => one.toLowerCase()))) users.set(text, [...(users.get(text) ?? []), number])
  })
  return { texts: [...users.keys()], users: [...users.values()] }
}

function reachOf(rule: Rule): number {
  if (!rule.pattern) return 0
  const longest = longestMatch(rule.pattern)
  if (longest > 20_000) throw new Error(`${rule.id}: a match may have ${longest} characters; give its quantifiers upper bounds (20,000 in all)`)
  return longest + (rule.beside ? BESIDE : 0)
}

/** The longest run of plain characters in a glob: no path fits the glob without it. */
function nameOf(glob: string): string {
  const runs = glob.split(/[*?/]|\[[^\]]*\]/)
  return runs.reduce((longest, run) => (run.length > longest.length ? run : longest), '')
}
