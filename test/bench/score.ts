/**
 * What a scanner finds in a corpus (src/build/corpus.ts), and what it takes for a secret that is none:
 *
 *     npx tsx test/bench/score.ts CORPUS                      leakgate, as a commit is judged
 *     npx tsx test/bench/score.ts CORPUS FINDINGS.jsonl       any scanner: {"path", "line", "end_line"?} a line
 */
import { execFileSync } from 'node:child_process'
import { readFileSync, realpathSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import { type Labelled, type Truth, truthOf } from '../../src/build/corpus.ts'
import { table } from './measure.ts'

interface Found {
  readonly from: number
  readonly to: number
}

/** Line 0 is the whole file. */
const touches = ({ from, to }: Found, [first, last]: readonly [number, number]) => from === 0 || (from <= last && to >= first)
const percent = (part: number, whole: number) => `${((100 * part) / (whole || 1)).toFixed(1)}%`

function main(corpus: string, file: string | undefined): void {
  const truth = truthOf(corpus)
  const found = byPath(corpus, file ? readFileSync(file, 'utf8') : audited(corpus))
  table('Found, of what is there; and wrongly', [
    ['', '', 'of'],
    ...cases(truth, found),
    ...labelled(truth, found),
    ...commits(truth, found),
  ])
}

function audited(corpus: string): string {
  try {
    return execFileSync(process.execPath, [resolve('bin/leakgate.cjs'), 'audit', 'cases', 'creddata', 'commits', '--format', 'jsonl'], {
      cwd: corpus, // where no config is
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      stdio: ['ignore', 'pipe', 'ignore'],
    })
  } catch (error) {
    if (error instanceof Error && 'stdout' in error) return String(error.stdout) // findings are exit code 1
    throw error
  }
}

/** What would be refused; all of it, where a scanner makes no difference. */
function byPath(corpus: string, lines: string): Map<string, Found[]> {
  const found = new Map<string, Found[]>()
  for (const line of lines.split('\n').filter(Boolean)) {
    const one: { path: string; line: number; end_line?: number; outcome?: string } = JSON.parse(line)
    if (one.outcome !== undefined && one.outcome !== 'blocked') continue
    const path = relative(realpathSync(corpus), resolve(realpathSync(corpus), one.path))
    found.set(path, [...(found.get(path) ?? []), { from: one.line, to: one.end_line ?? one.line }])
  }
  return found
}

function cases(truth: Truth, found: ReadonlyMap<string, readonly Found[]>): string[][] {
  const all = Object.entries(truth.cases).map(([path, one]) => {
    const here = found.get(path) ?? []
    return {
      ...one,
      hit: here.some((finding) => one.spans.length === 0 || one.spans.some((span) => touches(finding, span))),
      any: here.length > 0,
    }
  })
  const leaks = all.filter(({ expect, tier }) => expect === 'leak' && tier === 'secret')
  const clean = all.filter(({ expect, universal }) => expect === 'clean' && universal)
  const row = (name: string, some: typeof leaks) => [name, percent(some.filter(({ hit }) => hit).length, some.length), String(some.length)]
  return [
    row('test cases of scanners, found', leaks),
    ...[...new Set(leaks.map(({ form }) => form))].sort().map((form) =>
      row(
        `  ${form}`,
        leaks.filter((one) => one.form === form),
      ),
    ),
    ['clean cases, an alarm in', percent(clean.filter(({ any }) => any).length, clean.length), String(clean.length)],
  ]
}

/** Kinds of labels that name what is no secret. */
const NO_SECRETS = ['UUID', 'Nonce', 'Salt', 'AWS S3 Bucket', 'Firebase Domain', 'IPv4', 'IPv6', 'Tencent WeChat API App ID']

/** By line: of those that are labelled credentials, the share that is found; of the findings on labelled lines, the share that is right. */
function labelled(truth: Truth, found: ReadonlyMap<string, readonly Found[]>): string[][] {
  let [there, hit, wrong] = [0, 0, 0]
  for (const [path, { labels }] of Object.entries(truth.creddata)) {
    const here = found.get(path) ?? []
    const on = (kind: string) => labels.filter((one) => one.truth === kind)
    const [credentials, others] = [on('T'), on('F')]
    const secrets = credentials.filter(({ category }) => !category.every((name) => NO_SECRETS.includes(name)))
    const at = (some: readonly Labelled[]) => (finding: Found) => some.some(({ from, to }) => touches(finding, [from, to]))
    there += secrets.length
    hit += secrets.filter((one) => here.some(at([one]))).length
    const lines = [...new Map(here.map((finding) => [finding.from, finding])).values()]
    wrong += lines.filter((finding) => !at(credentials)(finding) && at(others)(finding)).length
  }
  return [
    ['labelled lines of code, found', percent(hit, there), String(there)],
    ['  right, of what is found', percent(hit, hit + wrong), String(hit + wrong)],
  ]
}

function commits(truth: Truth, found: ReadonlyMap<string, readonly Found[]>): string[][] {
  const refused = new Set([...found.keys()].filter((path) => path.startsWith('commits/')).map((path) => path.split('/', 3).join('/')))
  const all = Object.keys(truth.commits).length
  return [['ordinary commits, refused', percent(refused.size, all), String(all)]]
}

const [corpus, file] = process.argv.slice(2)
if (corpus) main(corpus, file)
else {
  console.error('usage: npx tsx test/bench/score.ts CORPUS [FINDINGS.jsonl]')
  process.exitCode = 2
}
