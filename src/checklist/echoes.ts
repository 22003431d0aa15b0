/** Does a pipeline print a secret that it has given another name? */

import { PIPELINES } from '../../patterns/places.ts'
import { matching } from './matching.ts'
import { byRule, type Judge, unquoted } from './opinion.ts'
import { dataIn, lineAt, maps, wordsIn } from './structure.ts'

const isPipeline = matching(PIPELINES)

export const echoes: Judge = (facts) => ({
  evidence: unquoted(
    [...facts.yaml].flatMap(([path, { text, documents }]) =>
      isPipeline(path) ? named(documents).flatMap((name) => prints(path, text, name)) : [],
    ),
    facts,
  ),
})

/** The variables of `env` that get a secret. */
const named = (documents: unknown) => [
  ...new Set(
    [...maps(documents)].flatMap(([map]) =>
      Object.entries(dataIn(map.env))
        .filter(([key, value]) => /^\w+$/.test(key) && wordsIn(value).some((one) => /\$\{\{\s*secrets\b/.test(one)))
        .map(([key]) => key),
    ),
  ),
]

/** The rest of a command line, which a backslash continues. */
const REST = String.raw`(?:\\\r?\n|[^\n])*`
/** Into a pipe or a file, it is not printed; nor is it by `${NAME:+set}`. */
const prints = (path: string, text: string, name: string) =>
  [
    ...text.matchAll(
      new RegExp(String.raw`\b(?:echo|printf)\b(?!${REST}(?:::add-mask::|[|>]))${REST}\$(?:${name}\b|\{${name}\b(?!:?\+))`, 'g'),
    ),
  ].map(({ index }) => byRule('ci-secret-echoed', { path, line: lineAt(text, index), says: `${name} is printed` }))
