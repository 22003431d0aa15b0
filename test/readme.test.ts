import { readFileSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { SECTIONS } from '../patterns/checklist.ts'
import { rules } from '../patterns/index.ts'
import { COMMANDS } from '../src/cli/commands.ts'
import { FORMATS } from '../src/report/formats.ts'
import { configIn } from '../src/setup/config.ts'
import { picture, pictureIn, withPicture } from './helpers/picture.ts'
import { packed, type World, world } from './helpers/world.ts'

const readme = readFileSync('README.md', 'utf8')
const leakgate = packed()
const here: World = world(leakgate)
afterAll(() => {
  here.remove()
  rmSync(dirname(leakgate), { recursive: true, force: true })
})

const commands = COMMANDS.map(({ name }) => name)
const options = COMMANDS.flatMap(({ options }) => Object.keys(options))
/** Of git, npm and pre-commit. */
const OTHERS = ['all-files', 'cleanup', 'global', 'no-verify', 'only', 'prune', 'save-dev']

describe('the README', () => {
  it('shows what a refusal really looks like', () => {
    expect(pictureIn(readme)).toBe(pictureIn(withPicture(readme, picture(leakgate))))
  })

  it.each(commands)('names the command %s', (name) => expect(readme).toContain(`leakgate ${name}`))

  it('names the formats that there are', () => {
    expect(/`--format ([a-z| ]+)`/.exec(readme)?.[1]?.split(' | ')).toEqual(['terminal', ...Object.keys(FORMATS)])
  })

  it('names no option that there is not', () => {
    const named = [...readme.matchAll(/(?<![\w-])--([a-z][a-z-]+)/g)].map(([, name = '']) => name)
    expect(named.filter((name) => ![...options, ...OTHERS, 'help'].includes(name))).toEqual([])
  })

  it('has the numbers of the data', () => {
    const points = SECTIONS.flatMap((section) => section.points).length
    expect(readme).toContain(`${points} points in ${['nine', 'ten', 'eleven'][SECTIONS.length - 9]} sections`)
    const tokens = rules.filter(({ pattern, policy }) => pattern && !policy).length
    expect(Number(/more than ([\d,]+) rules/.exec(readme)?.[1]?.replace(',', ''))).toBeLessThan(tokens)
  })

  it('shows a config that can be read, and `--help config` shows the same one', async () => {
    const config = await configIn('leakgate.config.json', /```jsonc\n([\s\S]*?)```/.exec(readme)?.[1] ?? '')
    expect([config?.allow, config?.own, config?.checklist]).toMatchObject([{ length: 2 }, { length: 1 }, { length: 2 }])
    const shown = /\{[\s\S]*\n\}/.exec(here.run('leakgate --help config').said)?.[0] ?? ''
    expect(await configIn('leakgate.config.json', shown)).toEqual(config)
  })
})

describe('help', () => {
  it.each(commands)('on %s fits a screen', (name) => {
    const { code, said } = here.run(`leakgate ${name} --help`)
    expect(code).toBe(0)
    expect(said.split('\n').length).toBeLessThanOrEqual(40)
    for (const line of said.split('\n')) expect(line.length).toBeLessThanOrEqual(120)
  })
})
