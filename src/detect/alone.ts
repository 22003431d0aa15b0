/** Formats without a constant part, as keys of wallets have: their rules are tried where a run has exactly the length of such a key. */
import type { Rule } from '../types.ts'
import { endsBlank, isAdded } from './decode.ts'

/** Per length of a run: the numbers of the rules that ask for it. */
export function byRun(rules: readonly Rule[]): Record<number, number[]> {
  const users: Record<number, number[]> = {}
  rules.forEach(({ run = [] }, number) => {
    for (const length of run) users[length] = [...(users[length] ?? []), number]
  })
  return users
}

/** The runs (./runs.ts) that have one of these lengths, each with the number of a rule that asks for it. */
export function* aloneRuns(
  text: string,
  runs: readonly number[],
  users: Readonly<Record<number, readonly number[]>>,
): Generator<readonly [user: number, start: number, end: number]> {
  for (let i = 0; i < runs.length; i += 2) {
    const [first = 0, end = 0] = [runs[i], runs[i + 1]]
    const start = first + (endsBlank(text, first) || isAdded(text, first) || text.startsWith(':-', first - 1) ? 1 : 0) // ${KEY:-…}
    for (const user of users[end - start] ?? []) yield [user, start, end]
    const part = start + text.slice(start, end).lastIndexOf('/') + 1 // of a path
    if (part > start) for (const user of users[end - part] ?? []) yield [user, part, end]
  }
}
