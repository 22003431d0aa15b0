/** The pure scan, without git and disk: MB/s of ordinary source, by stages and by the number of rules. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { rules } from '../../patterns/index.ts'
import { changeOf } from '../../src/collect/text.ts'
import { Book } from '../../src/detect/book.ts'
import { candidates } from '../../src/detect/candidates.ts'
import { compileBook } from '../../src/detect/rules.ts'
import { GATE } from '../../src/judge/thresholds.ts'
import { scan } from '../../src/scan.ts'
import { DEFAULTS } from '../../src/setup/config.ts'
import type { Change } from '../../src/types.ts'
import { inTurn, median, table } from './measure.ts'

/** Source of packages that the tests need anyway. */
function source(): Change[] {
  return ['typescript', 'vitest', 'vite', 'esbuild', 'fast-check', 'execa', 'simple-git']
    .flatMap((name) =>
      readdirSync(join('node_modules', name), { recursive: true, encoding: 'utf8' }).map((file) => join('node_modules', name, file)),
    )
    .filter((file) => /\.(?:[cm]?[jt]s|json|md)$/.test(file))
    .flatMap((file) => [...changeOf(file, readFileSync(file))])
}

/** What is known for its speed, with all our literals: ripgrep or, where it is not, grep. */
function searched(changes: readonly Change[], bytes: number): [string, number] {
  const folder = mkdtempSync(join(tmpdir(), 'leakgate-bench-'))
  const [literals, text] = [join(folder, 'literals'), join(folder, 'text')]
  const all = rules.flatMap(({ literals = [], beside = [], assigned = [] }) => [...literals, ...beside, ...assigned])
  writeFileSync(literals, `${[...new Set(all)].join('\n')}\n`)
  writeFileSync(text, Buffer.concat(changes.map((change) => change.bytes)))
  const tool = spawnSync('rg', ['--version']).status === 0 ? 'rg' : 'grep'
  const contestant = { name: tool, command: `${tool} -c -a -i -F -f literals text`, cwd: folder }
  const ms = inTurn([contestant], 5).get(tool) ?? 0
  rmSync(folder, { recursive: true })
  return [`${tool} -F with as many literals`, bytes / ms / 1e3]
}

export function throughput(): void {
  const changes = source()
  const bytes = changes.reduce((sum, { bytes }) => sum + bytes.length, 0)
  /** Of the later turns: an audit is long, and its first second is node's. */
  const speed = (work: (change: Change) => void) => {
    const turns = Array.from({ length: 9 }, () => {
      const begun = process.hrtime.bigint()
      for (const change of changes) work(change)
      return bytes / (Number(process.hrtime.bigint() - begun) / 1e3)
    })
    return median(turns.slice(4))
  }
  const book = new Book(rules, compileBook(rules))
  const settings = { books: [book], config: DEFAULTS, today: '2026-01-01', least: GATE }
  const rows = [
    searched(changes, bytes),
    ['the automaton alone', speed(({ bytes }) => book.words.scan(bytes, () => {}))],
    ['candidates', speed((change) => candidates(change, book))],
    ['the whole scan', speed((change) => scan(change, settings))],
    ...[1, 4, 16].map((part) => {
      const some = rules.filter((_, i) => i % part === 0)
      const books = [new Book(some, compileBook(some))]
      return [`the whole scan, ${some.length} rules`, speed((change) => scan(change, { ...settings, books }))]
    }),
  ] satisfies (readonly [string, number] | (string | number)[])[]
  table(`Throughput of ${(bytes / 1e6).toFixed(0)} MB of source, on one core`, [
    ['stage', 'MB/s'],
    ...rows.map(([name, mbs]) => [String(name), Number(mbs).toFixed(0)]),
  ])
}
