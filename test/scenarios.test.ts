import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { type Scenario, scenario } from './helpers/scenario.ts'
import { packed, world } from './helpers/world.ts'

const leakgate = packed()
afterAll(() => rmSync(dirname(leakgate), { recursive: true, force: true }))

const folder = new URL('scenarios/', import.meta.url)
const all = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .sort()
  .map((name) => ({ name, ...scenario(readFileSync(new URL(name, folder), 'utf8')) }))

const [, major, minor] = /(\d+)\.(\d+)/.exec(execFileSync('git', ['--version'], { encoding: 'utf8' })) ?? []
const isOld = ([least, then]: Scenario['git']) => Number(major) < least || (Number(major) === least && Number(minor) < then)

describe.concurrent('a scenario', () => {
  for (const one of all) it.skipIf(isOld(one.git))(`${one.name}: ${one.title}`, { timeout: 120_000 }, () => play(one))
})

describe('a mistyped scenario is told', () => {
  const files = '-- a.js --\nlet a\n'
  it.each([
    ['without a session', `Title\n\n${files}\n-- sesion --\n$ true\n`],
    ['with a session of no command', `Title\n\n${files}\n-- session --\n# $ true\n`],
    ['with a version of git that is not read', `Title\nNeeds git 2.54\n\n${files}\n-- session --\n$ true\n`],
    ['with a title of two lines', 'Title\nand more\n\n-- session --\n$ true\n'],
    ['with an expectation before a command', 'Title\n\n-- session --\n  ! said\n$ true\n'],
    ['with a command without its sign', 'Title\n\n-- session --\n$ true\nfalse\n'],
  ])('%s', (_, text) => expect(() => scenario(text)).toThrow(/^(?:not a|no session) /))
})

it('the index names each scenario, and no other', () => {
  const rows = readFileSync(new URL('README.md', folder), 'utf8').matchAll(/^\|.*\| (`[^|]+`) \|$/gm)
  const named = [...rows].flatMap(([, cell = '']) => cell.replaceAll('`', '').split(' '))
  expect([...new Set(named)].map((name) => `${name}.txt`).sort()).toEqual(all.map(({ name }) => name))
})

async function play({ files, steps }: Scenario): Promise<void> {
  const here = world(leakgate)
  try {
    for (const { path, text } of files) here.write(path, text)
    for (const { command, code, said, unsaid } of steps) {
      const ran = await here.play(command)
      const told = `$ ${command}\n${ran.said}`
      if (code === undefined) expect(ran.code, told).not.toBe(0)
      else expect(ran.code, told).toBe(code)
      for (const words of said) expect(linesOrText(words, ran.said), told).toContain(words)
      for (const words of unsaid) expect(ran.said, told).not.toContain(words)
    }
  } finally {
    here.remove()
  }
}

/** A number alone is a line: `1` would stand in 21, too. */
const linesOrText = (words: string, said: string) => (/^\d+$/.test(words) ? said.split('\n').map((line) => line.trim()) : said)
