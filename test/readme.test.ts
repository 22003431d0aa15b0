import { readFileSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
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

const overview = here.run('leakgate --help').said
const commands = [...overview.matchAll(/^ {2}([a-z-]+)(?: |$).*$/gm)].map((match) => match[1] ?? '').filter((name) => name !== 'leakgate')

describe('the README', () => {
  it('shows what a refusal really looks like', () => {
    expect(pictureIn(readme)).toBe(pictureIn(withPicture(readme, picture(leakgate))))
  })

  it.each(commands)('names the command %s', (name) => expect(readme).toContain(`leakgate ${name}`))

  it.each(['json', 'jsonl', 'sarif', 'github'])('names the format %s, and there is such a format', (name) => {
    expect(readme).toContain(name)
    expect(Object.keys(FORMATS)).toContain(name)
  })

  it('shows a config that can be read', async () => {
    const example = /```jsonc\n([\s\S]*?)```/.exec(readme)?.[1] ?? ''
    const config = await configIn('leakgate.config.json', example)
    expect(config?.allow).toHaveLength(2)
    expect(config?.own).toHaveLength(1)
  })

  it('and `--help config` shows the same one', async () => {
    const example = /\{[\s\S]*\n\}/.exec(here.run('leakgate --help config').said)?.[0] ?? ''
    expect((await configIn('leakgate.config.json', example))?.allow).toHaveLength(2)
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
