/** Lines made against each rule and each stage: how much longer 1 MB takes than 250 kB. About 4 is linear. */
import { rules } from '../../patterns/index.ts'
import { changeOf } from '../../src/collect/text.ts'
import { Book } from '../../src/detect/book.ts'
import { candidates } from '../../src/detect/candidates.ts'
import { compileBook } from '../../src/detect/rules.ts'
import { against, pathOf, repeated, STAGES } from '../helpers/hostile.ts'
import { scanText } from '../helpers/scan.ts'
import { table } from './measure.ts'

const SIZES = [1 << 18, 1 << 20] as const
const WORST = 8

interface Row {
  readonly name: string
  readonly ms: number
  readonly ratio: number
}

/** The best of three runs of each size. */
function measured(name: string, work: (bytes: number) => void): Row {
  const [small = 0, large = 0] = SIZES.map((bytes) => Math.min(...[1, 2, 3].map(() => timed(() => work(bytes)))))
  return { name, ms: large, ratio: large / small }
}

function timed(work: () => void): number {
  const begun = process.hrtime.bigint()
  work()
  return Number(process.hrtime.bigint() - begun) / 1e6
}

export function hostility(): void {
  const ofRules = rules.map((rule) => {
    const book = new Book([rule], compileBook([rule]))
    return measured(rule.id, (bytes) => {
      for (const change of changeOf(pathOf(rule), Buffer.from(against(rule, bytes), 'latin1'))) candidates(change, book)
    })
  })
  const ofStages = Object.entries(STAGES).map(([name, piece]) => measured(name, (bytes) => void scanText(repeated(piece, bytes))))
  show('Lines made against a rule, candidates by it alone: the slowest', ofRules)
  show('Lines made against a stage, the whole scan by all rules: the slowest', ofStages)
}

function show(title: string, rows: readonly Row[]): void {
  const slowest = [...rows].sort((a, b) => b.ms - a.ms).slice(0, WORST)
  table(title, [['line', 'ms a MB', 'growth'], ...slowest.map(({ name, ms, ratio }) => [name, ms.toFixed(0), ratio.toFixed(1)])])
}
