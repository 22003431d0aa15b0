import { describe, expect, it } from 'vitest'
import { SECTIONS } from '../patterns/checklist.ts'
import { rules } from '../patterns/index.ts'
import { assessed } from '../src/checklist/assess.ts'
import type { Facts } from '../src/checklist/facts.ts'
import { response } from '../src/cli/response.ts'
import { changeOf } from '../src/collect/text.ts'
import { candidates } from '../src/detect/candidates.ts'
import { explained } from '../src/judge/explain.ts'
import { publicPrefix } from '../src/judge/mask.ts'
import { CHECKLIST_FORMATS } from '../src/report/checklist/formats.ts'
import { checklistTerminal } from '../src/report/checklist/terminal.ts'
import { FORMATS } from '../src/report/formats.ts'
import { incidentMarkdown, incidentTerminal } from '../src/report/incident.ts'
import { style } from '../src/report/style.ts'
import { terminal } from '../src/report/terminal.ts'
import { DEFAULTS } from '../src/setup/config.ts'
import type { Config, Report } from '../src/types.ts'
import { MADE } from './helpers/reports.ts'
import { placed, sample } from './helpers/sample.ts'
import { book, scanText, TODAY } from './helpers/scan.ts'

/** So many characters of a secret in a row give it away. */
const TOO_MANY = 8

const words = { happened: 'would have been committed', list: 'npx leakgate check --all', rows: Number.POSITIVE_INFINITY }
const outputs: Readonly<Record<string, (report: Report) => string>> = {
  ...Object.fromEntries(Object.entries(FORMATS).map(([name, format]) => [name, (report: Report) => format(report, MADE)])),
  ...Object.fromEntries(
    [40, 80, 200].map((width) => [`terminal of ${width} columns`, (report: Report) => terminal(report, style(true, width), words)]),
  ),
  ...Object.fromEntries(
    Object.entries(CHECKLIST_FORMATS).map(([name, format]) => [
      `a checklist as ${name}`,
      (report: Report) => format(checklist(report), MADE),
    ]),
  ),
  'a checklist on a terminal': (report) => checklistTerminal(checklist(report), style(true, 80)),
  'an incident on a terminal': (report) => incidentTerminal(response('0123456789ab', report.verdicts), style(true, 80)),
  'an incident as markdown': (report) => incidentMarkdown(response('0123456789ab', report.verdicts)),
}

/** All that was found lies in the tree and in the history. */
const checklist = ({ verdicts }: Report) => {
  const facts: Facts = {
    paths: [],
    texts: new Map(),
    tree: verdicts,
    unread: 0,
    history: verdicts,
    unseen: [],
    unopened: [],
    pastEnv: [],
    env: [],
    yaml: new Map(),
    places: [],
    off: [],
  }
  return assessed(facts, SECTIONS)
}

const cases = rules.flatMap((rule) =>
  rule.catches.map((example, i) => {
    const { path, text } = placed(example)
    return { id: rule.id, number: i + 1, path, text: sample(text, `leak ${rule.id} ${i}`) }
  }),
)

const report = (verdicts: Report['verdicts']): Report => ({ verdicts, coverage: [], unread: 'block', notes: [], ms: 0 })

/** Rules that are off are asked too. */
const ALL: Config = {
  ...DEFAULTS,
  levels: Object.fromEntries(rules.filter(({ level }) => level === 'off').map(({ id }) => [id, 'warn'])),
}

/** What stands in the rules, in the constant parts of their examples, and in any report is no secret. */
const PUBLIC = [
  ...rules.map(
    ({ title, remedy, literals, pattern, catches }) =>
      `${title} ${remedy} ${literals?.join(' ')} ${pattern?.source} ${JSON.stringify(catches)}`,
  ),
  ...Object.values(outputs).map((format) => format(scanned('settings.txt', 'password = "x9Kq2mZp7Lw4"'))),
]
  .join(' ')
  .toLowerCase()

function scanned(path: string, text: string): Report {
  return report(scanText(text, path, ALL))
}

/** The hidden parts of the secrets in a text: what stands behind their public prefix. */
function secrets(path: string, text: string): string[] {
  return [...changeOf(path, Buffer.from(text))]
    .flatMap((change) => candidates(change, book))
    .filter(({ rule, secret }) => secret !== '' && !rule.assigned)
    .map(({ rule, secret }) => secret.slice(publicPrefix(secret, rule.literals ?? []).length))
}

/** Every part of a secret that would give it away, with the example that it is of. */
const parts = new Map<string, string>()
for (const { id, number, path, text } of cases) {
  for (const secret of secrets(path, text)) {
    for (let i = 0; i + TOO_MANY <= secret.length; i++) {
      const part = secret.slice(i, i + TOO_MANY)
      const known = [part, part.slice(1)].some((one) => PUBLIC.includes(one.toLowerCase()))
      if (/[^\s-]{8}/.test(part) && !known) parts.set(part, `${id}, example ${number}`)
    }
  }
}

/** The examples of which a part stands in the output. */
function leaked(output: string): string[] {
  const found = new Set<string>()
  for (let i = 0; i + TOO_MANY <= output.length; i++) {
    const of = parts.get(output.slice(i, i + TOO_MANY))
    if (of) found.add(of)
  }
  return [...found]
}

describe('no secret of any rule stands in', () => {
  const all = report(cases.flatMap(({ path, text }) => scanText(text, path, ALL)))

  it.each(Object.keys(outputs))('%s', (name) => expect(leaked(outputs[name]?.(all) ?? '')).toEqual([]))

  it('explain', () => {
    const steps = cases.flatMap(({ path, text }) =>
      [...changeOf(path, Buffer.from(text))].flatMap((change) =>
        explained(change, candidates(change, book), { config: DEFAULTS, today: TODAY, outcomes: new Map() }),
      ),
    )
    expect(leaked(JSON.stringify(steps))).toEqual([])
  })
})
