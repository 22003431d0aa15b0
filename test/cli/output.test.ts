import { readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sample } from '../helpers/sample.ts'
import { packed, type World, world } from '../helpers/world.ts'

describe('reports of one run', { timeout: 60_000 }, () => {
  let leakgate: string
  let here: World

  beforeAll(() => {
    leakgate = packed()
    here = world(leakgate)
    here.write('billing.js', sample("const stripe = new Stripe('sk_live_{base62:24}')\n", 'output'))
    here.run('git add .')
  }, 60_000)

  afterAll(() => {
    here.remove()
    rmSync(dirname(leakgate), { recursive: true, force: true })
  })

  const read = (path: string) => readFileSync(join(here.top, path), 'utf8')

  it.each(['check', 'audit'])('of %s go to several files and to standard output', (command) => {
    const { code, said } = here.run(
      `leakgate ${command} --format sarif --output out/a.sarif --output out/deep/a.html --output out/a.txt --format jsonl`,
    )
    expect(code).toBe(1)
    expect(said).toMatch(/^\{"path":"billing\.js",/m)
    expect(said).toMatch(/^leakgate: out\/deep\/a\.html is written \(html\)\.$/m)
    expect(JSON.parse(read('out/a.sarif')).runs[0].tool.driver.version).toMatch(/^\d/)
    expect(read('out/a.txt')).toMatch(/^ {2}billing\.js:1:2\d {2,}Stripe secret key$/m)
  })

  it('have the page’s script and style in them, and the hashes by which these are let in', () => {
    here.run('leakgate audit --output page.html')
    expect(read('page.html')).toMatch(/script-src 'sha256-[\w+/]{43}='; style-src 'sha256-[\w+/]{43}='/)
  })

  it('say which file cannot be written', () => {
    const { code, said } = here.run('leakgate audit --output billing.js/a.html')
    expect(code).toBe(2)
    expect(said).toMatch(/The html report cannot be written: .*billing\.js/)
  })

  it('say of each file that it cannot be written', () => {
    const { code, said } = here.run('leakgate audit --output billing.js/a.html --output billing.js/b.json')
    expect(code).toBe(2)
    expect(said).toMatch(/The html report cannot be written: .*billing\.js/)
    expect(said).toMatch(/The json report cannot be written: .*billing\.js/)
  })
})
