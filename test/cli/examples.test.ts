import { describe, expect, it } from 'vitest'
import { failing } from '../../src/cli/examples.ts'
import { UserError } from '../../src/errors.ts'
import { settingsOf } from '../../src/settings.ts'
import { configIn, DEFAULTS } from '../../src/setup/config.ts'

const own = async (...rules: readonly object[]) => (await configIn('leakgate.config.json', JSON.stringify({ own: rules }))) ?? DEFAULTS

const KEY = { id: 'acme-key', literals: ['acme_'], pattern: 'acme_[0-9a-f]{32}\\b' }

describe('the examples of a rule of one’s own', () => {
  it.each([
    ['hold', { ...KEY, catches: ['key = acme_{hex:32}'], spares: ['acme_{hex:31}', 'acme_{HEX:32}g'] }, []],
    ['hold wherever the rule looks', { ...KEY, path: ['*.acme'], catches: ['acme_{hex:32}'] }, []],
    [
      'hold for a rule of what is assigned',
      { id: 'acme-word', assigned: ['acme word'], path: ['config/'], catches: ['acme_word = "{base62:20}"'] },
      [],
    ],
    ['are names for a rule of names', { id: 'acme-file', path: ['*.acme'], catches: ['key.acme'], spares: ['key.txt'] }, []],
    [
      'that are not found are named by their place',
      { ...KEY, catches: ['acme_{hex:32}', 'acme_{hex:30}'] },
      ['own[0].catches[1]: acme-key does not find it'],
    ],
    ['that are found and should not be, too', { ...KEY, spares: ['acme_{hex:32}'] }, ['own[0].spares[0]: acme-key finds it']],
    [
      'beyond ASCII are found',
      {
        id: 'acme-key',
        literals: ['schlüssel', 'ключ'],
        pattern: '(?:schlüs{2}el|ключ)=[0-9a-f]{32}',
        catches: ['schlüssel={hex:32}', 'ключ={hex:32}'],
        spares: ['schlussel={hex:32}', 'SCHLÜSSEL={hex:32}'],
      },
      [],
    ],
    [
      'beyond ASCII, in upper and lower case, repeated, by its number',
      {
        id: 'acme-key',
        literals: ['клю'],
        pattern: '\\u043aлю{1,3}ч=[0-9a-f]{32}',
        flags: 'i',
        catches: ['ключ={hex:32}', 'КЛЮЧ={hex:32}', 'клююч={hex:32}'],
        spares: ['клюююююч={hex:32}'],
      },
      [],
    ],
    [
      'beside a word beyond ASCII',
      { id: 'acme-key', beside: ['schlüssel'], pattern: '\\b[0-9a-f]{32}\\b', catches: ['schlüssel = "{hex:32}"', 'SCHLÜSSEL: {hex:32}'] },
      [],
    ],
    ['of names beyond ASCII', { id: 'acme-file', path: ['ключи/*'], catches: ['ключи/a.txt'], spares: ['ключ/a.txt'] }, []],
    [
      'of literals alone are found',
      { id: 'acme-print', literals: ['print('], policy: true, catches: ['print(1)', 'PRINT(2)'], spares: ['prints'] },
      [],
    ],
    ['of files likewise', { id: 'acme-file', path: ['*.acme'], catches: ['key.txt'] }, ['own[0].catches[0]: acme-file does not find it']],
  ])('%s', async (_, rule, wrong) => {
    expect(failing(await own(rule))).toEqual(wrong)
  })
})

describe('a rule of one’s own that nobody can look for', () => {
  it.each([
    ['has no bound', { pattern: 'acme_[0-9a-f]+' }, 'acme-key: a match may have any number of characters'],
    ['goes too far', { pattern: 'acme_[0-9a-f]{32000}' }, 'acme-key: a match may have 32005 characters'],
    ['says again what has no bound', { pattern: '(acme_.+)\\1' }, 'acme-key: a match may have any number'],
    ['has classes in classes', { pattern: 'acme_[[a-z]--[b]]', flags: 'v' }, 'acme-key: its pattern cannot be analysed'],
    ['is in any file', { literals: undefined, path: ['*'] }, 'acme-key: a glob of only * and ? has no text'],
    [
      'has too many characters',
      { literals: ['abcdefgh', 'ijklmnop', 'qrstuvwx', 'yz{|}~[]', '01234567', '89!#$%&(', ')*+,-./:', ';<=>?@^_'] },
      'acme-key: with its words',
    ],
  ])('%s', async (_, fields, problem) => {
    const config = await own({ ...KEY, ...fields })
    expect(() => settingsOf(config)).toThrow(`leakgate.config.json: the rule ${problem}`)
    expect(() => settingsOf(config)).toThrow(UserError)
  })
})
