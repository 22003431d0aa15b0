/** V8's code cache beside the bundles: it may make a start quicker, and never another. */
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { sample } from '../helpers/sample.ts'
import { packed, type World, world } from '../helpers/world.ts'

const leakgate = packed()
const here: World = world(leakgate)
afterAll(() => {
  here.remove()
  rmSync(dirname(leakgate), { recursive: true, force: true })
})

const HOOK = `node ${join(leakgate, 'bin/leakgate.cjs')} hook`
const CACHE = join(leakgate, 'dist/cache')
const folder = () => join(CACHE, readdirSync(CACHE)[0] ?? '')
const file = () => join(folder(), 'hook.cjs')
const source = readFileSync(join(leakgate, 'dist/hook.cjs'))

const refused = () => here.run(`${HOOK} pre-commit`)

describe('the code cache', () => {
  const secret = sample('{base62:16}', 'code cache')
  here.write('src/app.js', `const password = "${secret}"\n`)
  here.run('git add .')
  const said = refused()

  beforeEach(() => {
    rmSync(CACHE, { recursive: true, force: true })
    refused()
  })

  it('is written once, with all that commits need, whatever the first start was for', () => {
    rmSync(CACHE, { recursive: true })
    here.run(`${HOOK} nothing`)
    expect(readdirSync(folder()).toSorted()).toEqual(['hook.cjs', 'judge.cjs'])
    const { mtimeMs } = statSync(file())
    expect(refused()).toEqual(said)
    expect(statSync(file()).mtimeMs).toBe(mtimeMs)
  })

  it('holds nothing of what was looked at', () => {
    for (const name of readdirSync(folder())) expect(readFileSync(join(folder(), name)).includes(secret.slice(4, 12))).toBe(false)
  })

  it.each([
    ['of another bundle', (all: Buffer) => all.fill(32, 100, 200)],
    ['that is broken', (all: Buffer) => all.fill(0, source.length + 4000, source.length + 8000)],
    ['that is cut', (all: Buffer) => all.subarray(0, source.length + 1001)],
    ['that is empty', () => Buffer.alloc(0)],
  ])('is made anew in the place of one %s', (_, bend) => {
    writeFileSync(file(), bend(readFileSync(file())))
    expect(refused()).toEqual(said)
    expect(readFileSync(file()).subarray(0, source.length).equals(source)).toBe(true)
  })

  it('is done without where it cannot be written', () => {
    rmSync(CACHE, { recursive: true })
    writeFileSync(CACHE, '')
    expect(refused()).toEqual(said)
  })
})
