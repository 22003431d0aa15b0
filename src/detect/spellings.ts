/** How the names that rules are assigned to can be written: what the automaton searches for. */
import type { Rule } from '../types.ts'
import { inBytes, plainly } from './letters.ts'
import { folded } from './literals.ts'

/** The words that lead to names, per rule. */
export function namingWords(rules: readonly Rule[]): Map<Rule, readonly string[]> {
  const endings = ({ assigned = [] }: Rule) => assigned.filter((ending) => !ending.startsWith('!'))
  const single = new Set(rules.flatMap(endings).filter((ending) => !/[ +]/.test(ending)))
  return new Map(rules.map((rule) => [rule, endings(rule).flatMap((ending) => spellings(ending, single))]))
}

/**
 * `api key` can be written apiKey, api_key, api-key, api.key; letters outside ASCII as capitals, or without accents. A spelling is left out
 * if one of its words, all of which are in `single`, is found in it and is part of the same name.
 */
function spellings(ending: string, single: ReadonlySet<string>): string[] {
  const word = ending.toLowerCase().replace('+', '')
  const parts = word.split(' ')
  const isTold = (joint: string) =>
    parts.length > 1 && (joint === '' ? single.has(parts.at(-1) ?? '') : /[_-]/.test(joint) && parts.some((part) => single.has(part)))
  const letters = [word, word.toUpperCase(), plainly(word)].map(inBytes)
  const joints = ['', '_', '-', '.', ' '].filter((joint) => !isTold(joint))
  return [...new Set(letters.flatMap((one) => joints.map((joint) => folded(one.replaceAll(' ', joint)))))]
}
