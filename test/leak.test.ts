import { describe, expect, it } from 'vitest'
import { rules } from '../patterns/index.ts'
import { changeOf } from '../src/collect/text.ts'
import { candidates } from '../src/detect/candidates.ts'
import { explained } from '../src/judge/explain.ts'
import { publicPrefix } from '../src/judge/mask.ts'
import { FORMATS } from '../src/report/formats.ts'
import { style } from '../src/report/style.ts'
import { terminal } from '../src/report/terminal.ts'
import { DEFAULTS } from '../src/setup/config.ts'
import type { Report } from '../src/types.ts'
import { MADE } from './helpers/reports.ts'
import { sample } from './helpers/sample.ts'
import { book, scanText, TODAY } from './helpers/scan.ts'

/** So many characters of a secret in a row give it away. */
const TOO_MANY = 8

const words = { happened: 'would have been committed', list: 'npx leakgate check --all', rows: Number.POSITIVE_INFINITY }
const outputs: Readonly<Record<string, (report: Report) => string>> = {
  ...Object.fromEntries(Object.entries(FORMATS).map(([name, format]) => [name, (report: Report) => format(report, MADE)])),
  ...Object.fromEntries(
    [40, 80, 200].map((width) => [`terminal of ${width} columns`, (report: Report) => terminal(report, style(true, width), words)]),
  ),
}

const cases = rules.flatMap((rule) =>
  rule.catches.map((example, i) => {
    const { path, text } = typeof example === 'string' ? { path: 'settings.txt', text: example } : example
    return { id: rule.id, number: i + 1, path, text: sample(text, `leak ${rule.id} ${i}`) }
  }),
)

/** What stands in the rules themselves is no secret: `explain` names literals, and some are a token's constant middle. */
const PUBLIC = rules
  .map(({ title, remedy, literals, pattern }) => `${title} ${remedy} ${literals?.join(' ')} ${pattern?.source}`)
  .join(' ')
  .toLowerCase()

/** The hidden parts of the secrets in a text: what stands behind their public prefix. */
function secrets(path: string, text: string): string[] {
  return [...changeOf(path, Buffer.from(text))]
    .flatMap((change) => candidates(change, book))
    .filter(({ rule, secret }) => secret !== '' && !rule.assigned)
    .map(({ rule, secret }) => secret.slice(publicPrefix(secret, rule.literals ?? []).length))
    .filter((secret) => secret.length >= TOO_MANY)
}

/** A part of the secret that stands in the output. */
function leaked(output: string, secret: string): string | undefined {
  for (let i = 0; i + TOO_MANY <= secret.length; i++) {
    const part = secret.slice(i, i + TOO_MANY)
    const known = [part, part.slice(1)].some((one) => PUBLIC.includes(one.toLowerCase()))
    if (/[^\s-]{8}/.test(part) && !known && output.includes(part)) return part
  }
  return undefined
}

describe('no output holds a secret', () => {
  it.each(cases)('of $id, example $number', ({ path, text }) => {
    const report: Report = { verdicts: scanText(text, path), coverage: [], unread: 'block', notes: [], ms: 0 }
    const steps = [...changeOf(path, Buffer.from(text))].flatMap((change) =>
      explained(change, candidates(change, book), DEFAULTS, TODAY, new Map()),
    )
    const said = [...Object.values(outputs).map((format) => format(report)), JSON.stringify(steps)]
    for (const secret of secrets(path, text)) for (const output of said) expect(leaked(output, secret)).toBeUndefined()
  })
})
