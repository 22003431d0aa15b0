import { Ajv } from 'ajv'
import { describe, expect, it } from 'vitest'
import { jsonSchema } from '../../src/build/schema.ts'
import { UserError } from '../../src/errors.ts'
import { configIn } from '../../src/setup/config.ts'
import { sample } from '../helpers/sample.ts'

const validate = new Ajv({ strict: false, formats: { date: true } }).compile(jsonSchema())

const parses = (data: object) =>
  configIn('leakgate.config.json', JSON.stringify(data)).then(
    () => true,
    () => false,
  )

describe('the JSON schema and the parser agree', () => {
  it.each<[string, object, boolean]>([
    ['nothing', {}, true],
    ['a schema', { $schema: './x.json' }, true],
    ['levels', { rules: { 'generic-password': 'warn', 'url-password': 'off' } }, true],
    ['a level that is none', { rules: { 'generic-password': 'loud' } }, false],
    ['an allowance by fingerprint', { allow: [{ fingerprint: '0123456789ab', reason: 'made up' }] }, true],
    [
      'an allowance by paths and rule',
      { allow: [{ paths: ['test/'], rule: 'generic-token', reason: 'made up', expires: '2030-01-31' }] },
      true,
    ],
    ['an allowance of nothing', { allow: [{ reason: 'made up' }] }, false],
    ['an allowance without a reason', { allow: [{ fingerprint: '0123456789ab' }] }, false],
    ['a reason of blanks', { allow: [{ fingerprint: '0123456789ab', reason: ' ' }] }, false],
    ['a fingerprint that is none', { allow: [{ fingerprint: 'xyz', reason: 'made up' }] }, false],
    ['a day that is none', { allow: [{ fingerprint: '0123456789ab', reason: 'made up', expires: 'soon' }] }, false],
    ['inline marks', { inline: ['leakgate', 'gitleaks'] }, true],
    ['an unknown mark', { inline: ['nosecret'] }, false],
    ['unread', { unread: 'warn' }, true],
    ['unread that is none', { unread: 'off' }, false],
    ['archives', { archives: true }, true],
    ['archives that are no yes or no', { archives: 'yes' }, false],
    ['a rule of one’s own', { own: [{ id: 'acme-key', literals: ['acme_'], pattern: 'acme_[0-9a-f]{32}', severity: 'low' }] }, true],
    ['a policy of one’s own', { own: [{ id: 'acme-print', literals: ['print('], policy: true }] }, true],
    ['a policy that is none', { own: [{ id: 'acme-print', literals: ['print('], policy: false }] }, false],
    ['an own rule that looks for nothing', { own: [{ id: 'acme-key', pattern: 'x' }] }, false],
    ['names of one’s own', { own: [{ id: 'acme-key', assigned: ['acme key', '!+key', 'acme2'] }] }, true],
    ['a name that is not taken apart', { own: [{ id: 'acme-key', assigned: ['acmeKey'] }] }, false],
    ['a name beyond ASCII', { own: [{ id: 'acme-key', assigned: ['schlüssel'] }] }, false],
    ['a word beside nothing', { own: [{ id: 'acme-key', beside: ['acme'] }] }, false],
    ['an own rule with a short literal', { own: [{ id: 'acme-key', literals: ['ac'] }] }, false],
    [
      'points of one’s own',
      {
        checklist: [
          { text: 'No latest', rule: 'image-latest' },
          { text: 'Badges', look: 'the door' },
        ],
      },
      true,
    ],
    ['a point that nobody sees', { checklist: [{ text: 'Badges' }] }, false],
    ['a point without words', { checklist: [{ rule: 'image-latest' }] }, false],
    ['an allowance by no path', { allow: [{ paths: [], reason: 'made up' }] }, false],
    ['an unknown key', { rule: {} }, false],
    ['an unknown key in an allowance', { allow: [{ fingerprint: '0123456789ab', reason: 'x', path: 'a' }] }, false],
  ])('on %s', async (_, data, good) => {
    expect(validate(data)).toBe(good)
    expect(await parses(data)).toBe(good)
  })
})

describe('the parser', () => {
  it.each<[string, string, string]>([
    ['names the nearest rule', '{ "rules": { "generic-pasword": "warn" } }', 'Did you mean generic-password?'],
    ['names the nearest key', '{ "alow": [] }', 'Did you mean allow?'],
    ['refuses an allowance that allows nothing', '{ "allow": [{ "paths": [], "reason": "made up" }] }', 'allow[0].paths must not be empty'],
    ['names the line of malformed JSON', '{\n  "allow": [\n}', 'leakgate.config.json:3'],
    ['refuses a pattern that is none', '{ "own": [{ "id": "a-b", "literals": ["abc"], "pattern": "(" }] }', 'own[0].pattern'],
    ['refuses a class of several bytes', '{ "own": [{ "id": "a-b", "literals": ["abc"], "pattern": "abc[äö]" }] }', 'ä cannot be in […]'],
    ['also one that is escaped', '{ "own": [{ "id": "a-b", "literals": ["abc"], "pattern": "abc[^\\\\u00e4]" }] }', 'ä cannot be in […]'],
    ['refuses the name of a rule of ours', '{ "own": [{ "id": "url-password", "literals": ["abc"] }] }', 'use another id'],
  ])('%s', async (_, text, said) => expect(configIn('leakgate.config.json', text)).rejects.toThrow(said))

  it('reads comments, trailing commas, YAML and package.json', async () => {
    expect((await configIn('leakgate.config.json', '{ "unread": "warn", /* why */ }'))?.unread).toBe('warn')
    expect((await configIn('.leakgaterc.yaml', 'unread: warn\n'))?.unread).toBe('warn')
    expect((await configIn('.leakgaterc', 'unread: warn\n'))?.unread).toBe('warn')
    expect((await configIn('.leakgaterc', '# why: {\nunread: warn\n'))?.unread).toBe('warn')
    expect((await configIn('.leakgaterc', '\ufeff// why\n/* and\n** why */ // not\n{ "unread": "warn" }\n'))?.unread).toBe('warn')
    expect((await configIn('package.json', '{ "leakgate": { "unread": "warn" } }'))?.unread).toBe('warn')
    expect(await configIn('package.json', '{ "name": "x" }')).toBeUndefined()
  })
})

const token = sample('sk_live_{base62:24}', 'config errors')

describe('an error does not repeat', () => {
  it.each<[string, object, string]>([
    ['an unknown key', { [token]: 1 }, 'the config has an unknown key: number 1'],
    ['an unknown key with a control character', { 'a\u001b]0;b\u0007': 1 }, 'the config has an unknown key: number 1'],
    ['an unknown rule', { rules: { 'url-password': 'off', [token]: 'off' } }, 'rules[1]: there is no rule with this id'],
    ['an unknown rule of an allowance', { allow: [{ paths: ['a'], rule: token, reason: 'made up' }] }, 'allow[0]: there is no rule'],
    ['an unknown rule of a point', { checklist: [{ text: 'a', rule: token }] }, 'checklist[0]: there is no rule'],
    ['the nearest id, if it looks like a key', { own: [{ id: token, literals: ['abc'] }], rules: { [`${token}x`]: 'off' } }, 'rules[0]'],
    [
      'a broken pattern',
      { own: [{ id: 'a', literals: ['abc'], pattern: `${token}(` }] },
      'own[0].pattern is not a regular expression: Unt',
    ],
    ['unknown flags', { own: [{ id: 'a', literals: ['abc'], pattern: 'a', flags: token }] }, 'it has unknown flags'],
    ['a name', { own: [{ id: 'a', assigned: ['acme', token] }] }, 'own[0].assigned[1]: a name is lower-case words'],
    [
      'a title with an override of direction',
      { own: [{ id: 'a', literals: ['abc'], title: 't\u202ex' }] },
      'own[0].title must be one line',
    ],
  ])('%s', async (_, data, said) => {
    const error = await configIn('leakgate.config.json', JSON.stringify(data)).catch((error: unknown) => error)
    const text = error instanceof UserError ? `${error.message} ${error.next}` : ''
    expect(text).toContain(said)
    expect(text).not.toContain(token.slice(8))
    expect(text).not.toMatch(/[\p{Cc}\p{Cf}]/u)
  })
})
