import { describe, expect, it } from 'vitest'
import { COMMANDS } from '../../src/cli/commands.ts'
import { help, overview } from '../../src/cli/help.ts'

const TEXTS: readonly (readonly [string, (width: number) => string])[] = [
  ['all', (width) => overview(COMMANDS, width)],
  ...COMMANDS.map((one) => [one.name, (width: number) => help(one, width)] as const),
]

describe('the help on', () => {
  it.each(TEXTS)('%s fits terminals of each width', (_, text) => {
    for (const width of [40, 60, 80, 100])
      for (const line of text(width).split('\n')) expect(line.length, line).toBeLessThanOrEqual(Math.max(width, 50))
  })

  it.each(TEXTS)('%s is short', (name, text) => expect(text(80).split('\n').length).toBeLessThanOrEqual(name === 'audit' ? 35 : 24))
})
