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

const LIST = 'process.on("exit", () => console.log(Object.keys(require.cache).map((file) => require("path").basename(file)).join(" ")))'

/** The files that the hook loads for what is staged. */
function loaded(content: string): string[] {
  here.write('package.json', '{ "devDependencies": { "leakgate": "^0.1.0" } }\n')
  here.write('src/app.js', content)
  const { said } = here.run(
    `git add . && NODE_OPTIONS='--require ${join(here.home, 'list.cjs')}' node ${join(leakgate, 'bin/leakgate.cjs')} hook pre-commit`,
  )
  return (said.split('\n').find((line) => line.startsWith('list.cjs')) ?? '').split(' ')
}

describe('the hook', () => {
  it('loads nothing but itself for an ordinary commit', () => {
    here.write(join('..', 'home', 'list.cjs'), LIST)
    expect(loaded('export const sum = (a, b) => a + b\n')).toEqual(['list.cjs', 'leakgate.cjs', 'hook.cjs'])
  })

  it('and the judge when there is something to judge', () => {
    expect(loaded(sample('const password = "{base62:12}"\n', 'hook'))).toContain('judge.cjs')
  })
})
