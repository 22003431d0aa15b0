/** The hook against bare node and against the floor: the shim's listing and a node that only has git read the blobs. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type World, world } from '../helpers/world.ts'
import { type Contestant, inTurn, table } from './measure.ts'

const ROUNDS = 15

/** The lines of a folder's source. */
const linesOf = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.[jt]s$/.test(name))
    .sort()
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').trimEnd().split('\n'))

/** A library's source, of which most commits are like: nothing in it is to be judged. */
const ORDINARY = linesOf('node_modules/execa/lib')
/** Our own, in which words that name secrets stand again and again: there the judge is loaded. */
const SUSPECT = linesOf('src')

/** So many lines, others for each number. */
const lines = (count: number, number: number, source = ORDINARY) =>
  Array.from({ length: count }, (_, i) => `${source[(number * 97 + i) % source.length]}\n`).join('')

const LIST = 'git -c core.fsmonitor=false diff-index --cached --raw --no-renames --no-abbrev --ita-invisible-in-index HEAD --'

const FLOOR = `const { spawn } = require('node:child_process')
const ids = require('node:fs').readFileSync(0, 'latin1').split('\\n').filter((line) => line[0] === ':').map((line) => line.split(' ')[3])
const git = spawn('git', ['cat-file', '--batch', '--buffer'])
git.stdin.end(ids.join('\\n') + '\\n')
git.stdout.resume()
`

/** A repository of so many files, armed. */
function armed(leakgate: string, files: number): World {
  const here = world(leakgate)
  for (let i = 0; i < files; i++) here.write(`src/part${i % 97}/file${i}.ts`, lines(20, i))
  here.run('git add . && git commit -q -m files && leakgate init')
  writeFileSync(join(here.home, 'floor.cjs'), FLOOR)
  return here
}

function contestants(here: World): Contestant[] {
  const node = process.execPath
  return [
    { name: 'bare node', command: `${node} -e 0`, cwd: here.top },
    { name: 'floor', command: `${LIST} | ${node} ${join(here.home, 'floor.cjs')}`, cwd: here.top },
    { name: 'hook', command: `LEAKGATE_NODE=${node} .git/hooks/pre-commit`, cwd: here.top },
  ]
}

const CHANGES: Readonly<Record<string, (here: World) => unknown>> = {
  nothing: () => {},
  '1 file, 10 lines': (here) => here.write('new.ts', lines(10, 1)),
  '5 files, 200 lines': (here) => [1, 2, 3, 4, 5].map((i) => here.write(`new${i}.ts`, lines(40, i))),
  '5 files, 200 lines, some to judge': (here) => [1, 2, 3, 4, 5].map((i) => here.write(`new${i}.ts`, lines(40, 10 * i, SUSPECT))),
  '200 files, 20,000 lines': (here) => Array.from({ length: 200 }, (_, i) => here.write(`new/${i}.ts`, lines(100, i))),
  'a line of 10 MB': (here) => here.write('bundle.js', lines(2000, 0).replaceAll('\n', ' ').repeat(200).slice(0, 10e6)),
}

export function hookCosts(leakgate: string): void {
  const here = armed(leakgate, 200)
  try {
    const rows = Object.entries(CHANGES).map(([name, change]) => {
      here.run('git reset -q --hard && git clean -fdq')
      change(here)
      here.run('git add .')
      const ms = inTurn(contestants(here), ROUNDS)
      const of = (one: string) => ms.get(one) ?? 0
      return [name, of('bare node').toFixed(0), of('floor').toFixed(0), of('hook').toFixed(0), (of('hook') / of('floor')).toFixed(2)]
    })
    table('The hook, ms by what is staged (median of 15)', [['staged', 'bare node', 'floor', 'hook', 'hook ÷ floor'], ...rows])
  } finally {
    here.remove()
  }
}

/** The same commit in larger repositories: what grows is git's own reading of the index. */
export function growth(leakgate: string): void {
  const rows = [100, 1000, 10_000].map((files) => {
    const here = armed(leakgate, files)
    try {
      CHANGES['5 files, 200 lines']?.(here)
      here.run('git add .')
      const ms = inTurn(contestants(here), ROUNDS)
      return [
        String(files),
        (ms.get('floor') ?? 0).toFixed(0),
        (ms.get('hook') ?? 0).toFixed(0),
        ((ms.get('hook') ?? 0) / (ms.get('floor') ?? 1)).toFixed(2),
      ]
    } finally {
      here.remove()
    }
  })
  table('5 files, 200 lines, ms by the files of the repository', [['files', 'floor', 'hook', 'hook ÷ floor'], ...rows])
}
