import { rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { sample } from '../helpers/sample.ts'
import { packed, type World, world } from '../helpers/world.ts'

const leakgate = packed()
const here: World = world(leakgate)
afterAll(() => {
  here.remove()
  rmSync(dirname(leakgate), { recursive: true, force: true })
})

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
  here.write('package.json', '{ "devDependencies": { "leakgate": "^0.1.0" } }\n')
  here.write('src/app.js', content)
  const { said } = here.run(
    `git add . && NODE_OPTIONS='--require ${join(here.home, 'list.cjs')}' node ${join(leakgate, 'bin/leakgate.cjs')} hook pre-commit`,
  )
  return (said.split('\n').find((line) => line.startsWith('read:')) ?? '').split(' ').slice(2)
}

describe('the hook', () => {
  it('reads nothing but itself and the automaton for an ordinary commit', () => {
    here.write(join('..', 'home', 'list.cjs'), LIST)
    expect(readFor('export const sum = (a, b) => a + b\n')).toEqual(['leakgate.cjs', 'hook.cjs', 'book.bin'])
  })

  it('and the judge when there is something to judge', () => {
    expect(readFor(sample('const password = "{base62:12}"\n', 'hook'))).toContain('judge.cjs')
  })
})
