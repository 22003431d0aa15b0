import { rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PLACES } from '../../src/setup/config.ts'
import { sample } from '../helpers/sample.ts'
import { packed, type World, world } from '../helpers/world.ts'

const leakgate = packed()
const here: World = world(leakgate)
afterAll(() => {
  here.remove()
  rmSync(dirname(leakgate), { recursive: true, force: true })
})

const SPECS = PLACES.map((place) => `HEAD:${place}`)
const HOOK = `node ${join(leakgate, 'bin/leakgate.cjs')} hook pre-commit --piped '${SPECS.join(' ')}'`

/** As the shim pipes what is staged, bent by a program of sed's. */
const pipe = (bend: string) =>
  `{ git diff-index --cached --raw --no-abbrev HEAD; echo; { printf '%s\\n' ${SPECS.join(' ')}; git diff-index --cached --raw --no-abbrev HEAD | cut -d' ' -f4; } | git cat-file --batch; echo 0; } | sed '${bend}'`

/** Says at the end which files of the package were read. */
const LIST = `const fs = require('node:fs')
const { basename, dirname } = require('node:path')
const { readFileSync } = fs
const read = []
fs.readFileSync = (file, ...how) => {
  if (basename(dirname(String(file))) === 'dist') read.push(basename(String(file)))
  return readFileSync(file, ...how)
}
process.on('exit', () => console.log('read:', ...new Set([...Object.keys(require.cache).map((file) => basename(file)), ...read])))`

/** What the hook reads for what is staged. */
function readFor(content: string): string[] {
  here.write('src/app.js', content)
  const { said } = here.run(`git add . && ${pipe('')} | NODE_OPTIONS='--require ${join(here.home, 'list.cjs')}' ${HOOK}`)
  return (said.split('\n').find((line) => line.startsWith('read:')) ?? '').split(' ').slice(2)
}

describe('the hook', () => {
  beforeAll(() => {
    here.write('package.json', '{ "devDependencies": { "leakgate": "^0.1.0" } }\n')
    here.run('git add . && git commit -q -m "Begin"')
  })

  it('reads nothing but itself and the automaton for an ordinary commit', () => {
    here.write(join('..', 'home', 'list.cjs'), LIST)
    expect(readFor('export const sum = (a, b) => a + b\n')).toEqual(['leakgate.cjs', 'hook.cjs', 'book.bin'])
  })

  it('and the judge when there is something to judge', () => {
    expect(readFor(sample('const password = "{base62:12}"\n', 'hook'))).toContain('judge.cjs')
  })

  it.each([
    ['as it is', ''],
    ['that breaks off in the list', '2,$d'],
    ['that breaks off before an object', '/ blob /,$d'],
    ['that breaks off in an object', '/const password/,$d'],
    ['without its end', '$d'],
    ['whose git failed', '$s/0/128/'],
    ['with another object', 's/^[0-9a-f]\\{40\\} blob/0000000000000000000000000000000000000000 blob/'],
    ['with an object that git does not have', 's/^\\([0-9a-f]\\{40\\}\\) blob.*/\\1 missing/'],
    ['that is empty', 'd'],
  ])('lets no secret pass by a pipe %s', (_, bend) => {
    here.write('src/app.js', sample('const password = "{base62:16}"\n', 'pipe'))
    const { code, said } = here.run(`git add . && ${pipe(bend)} | ${HOOK}`)
    expect([1, 3]).toContain(code)
    expect(said).toMatch(code === 1 ? /src\/app\.js/ : /git cat-file failed/)
  })

  it('lets nothing pass where git failed to read', () => {
    here.write('src/app.js', 'export const sum = (a, b) => a + b\n')
    expect(here.run(`git add . && ${pipe('$s/0/128/')} | ${HOOK}`).code).toBe(3)
    expect(here.run(`git add . && ${pipe('')} | ${HOOK}`)).toEqual({ code: 0, said: '' })
  })

  it('asks for no more of a pipe than what the commit brings: a merge has files of which the other side answers', () => {
    here.run('git reset -q --hard && git checkout -q -b other')
    here.write('theirs.txt', 'theirs\n')
    here.run('git add . && git commit -q -m Theirs && git checkout -q - && git merge -q --no-ff --no-commit other')
    here.write('src/sum.js', 'export const sum = (a, b) => a + b\n')
    const hook = (bend: string) => here.run(`git add . && ${pipe(bend)} | ${HOOK}`)
    expect(hook('/^theirs$/d')).toEqual({ code: 0, said: '' })
    here.write('src/sum.js', sample('const password = "{base62:16}"\n', 'merge'))
    expect(hook('/^theirs$/d').code).toBe(1)
  })
})
