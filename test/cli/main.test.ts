import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'

const MAIN = new URL('../../src/cli/main.ts', import.meta.url).href

function ended(command: string) {
  const program = `import { main } from ${JSON.stringify(MAIN)}\nvoid main(${command})`
  return spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program], { encoding: 'utf8' })
}

describe('a command', () => {
  it.each([
    ['() => new Promise(() => {})', 3, 'it exited too early'],
    ["async () => { throw new Error('no') }", 3, 'this is a bug'],
    ['async () => 0', 0, ''],
    ['async () => 1', 1, ''],
  ])('%s ends with %i', (command, code, said) => {
    const { status, stderr } = ended(command)
    expect(status).toBe(code)
    if (said) expect(stderr).toContain(said)
    else expect(stderr).toBe('')
  })
})
