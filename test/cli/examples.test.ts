import { describe, expect, it } from 'vitest'
import { failing } from '../../src/cli/examples.ts'
import { configIn, DEFAULTS } from '../../src/setup/config.ts'

const own = async (...rules: readonly object[]) => (await configIn('leakgate.config.json', JSON.stringify({ own: rules }))) ?? DEFAULTS

const KEY = { id: 'acme-key', literals: ['acme_'], pattern: 'acme_[0-9a-f]{32}\\b' }

describe('the examples of a rule of one’s own', () => {
  it.each([
    ['hold', { ...KEY, catches: ['key = acme_{hex:32}'], spares: ['acme_{hex:31}', 'acme_{HEX:32}g'] }, []],
    ['hold wherever the rule looks', { ...KEY, path: ['*.acme'], catches: ['acme_{hex:32}'] }, []],
    ['are names for a rule of names', { id: 'acme-file', path: ['*.acme'], catches: ['key.acme'], spares: ['key.txt'] }, []],
    [
      'that are not found are named by their place',
      { ...KEY, catches: ['acme_{hex:32}', 'acme_{hex:30}'] },
      ['own[0].catches[1]: acme-key does not find it'],
    ],
    ['that are found and should not be, too', { ...KEY, spares: ['acme_{hex:32}'] }, ['own[0].spares[0]: acme-key finds it']],
    ['of files likewise', { id: 'acme-file', path: ['*.acme'], catches: ['key.txt'] }, ['own[0].catches[0]: acme-file does not find it']],
  ])('%s', async (_, rule, wrong) => {
    expect(failing(await own(rule))).toEqual(wrong)
  })
})
