/** Of several candidates: which of them are told, and what is allowed with them. */
import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { changeOf, PART } from '../../src/collect/text.ts'
import { AUDIT, GATE } from '../../src/judge/thresholds.ts'
import { scanned } from '../../src/packed.ts'
import { scan } from '../../src/scan.ts'
import { settingsOf } from '../../src/settings.ts'
import { configIn, DEFAULTS } from '../../src/setup/config.ts'
import type { Config } from '../../src/types.ts'
import { sample } from '../helpers/sample.ts'

const own = async (...rules: readonly object[]) =>
  (await configIn('leakgate.config.json', JSON.stringify({ own: rules.map((rule) => ({ remedy: 'x', ...rule })) }))) ?? DEFAULTS

const found = (text: string, path: string, config: Config = DEFAULTS) => scanned(path, Buffer.from(text), settingsOf(config))

describe('candidates that overlap', () => {
  const RULES = [
    { id: 'b', literals: ['bbb_'], pattern: 'bbb_[a-z0-9]{9}yyy_' },
    { id: 'a', literals: ['aaa_'], pattern: 'aaa_[a-z0-9]{9}bbb_' },
    { id: 'z', literals: ['yyy_'], pattern: 'yyy_[a-z0-9]{9}' },
  ]

  it('hide one another only where they do', async () => {
    const text = sample('aaa_{base62:9}bbb_{base62:9}yyy_{base62:9}', 'chain').toLowerCase()
    const all = found(text, 'a.txt', await own(...RULES))
    expect(all.map(({ finding }) => finding.rule)).toEqual(['b'])
    const apart = found(text, 'a.txt', await own(...RULES.slice(1)))
    expect(apart.map(({ finding }) => finding.rule)).toEqual(['a', 'z'])
  })

  it('in a name do not hide that the file is refused', () => {
    const all = found('DB_PASSWORD=x\n', sample('.env.sk_live_{base62:24}', 'name'))
    expect(all.map(({ finding }) => finding.rule).sort()).toEqual(['env-file', 'stripe-secret-key'])
  })
})

it('an audit that asks for less tells what the gate refuses', () => {
  const text = sample('DB_PASSWORD=${DB_PASSWORD:-{base62:14}}\n', 'less')
  for (const least of [0, AUDIT, GATE]) {
    const all = [...changeOf('compose.env', Buffer.from(text))].flatMap((change) => scan(change, settingsOf(DEFAULTS, least)))
    expect(all.filter(({ outcome }) => outcome === 'blocked')).toHaveLength(1)
  }
})

it('a mark is for its own line, however little speaks for what stands there', () => {
  const text = sample('password = "bluebird77" // leakgate:allow a local default\nstripe = "sk_live_{base62:24}"\n', 'mark')
  for (const least of [GATE, AUDIT]) {
    const all = [...changeOf('a.js', Buffer.from(text))].flatMap((change) => scan(change, settingsOf(DEFAULTS, least)))
    expect(all.find(({ finding }) => finding.rule === 'stripe-secret-key')?.outcome).toBe('blocked')
  }
})

it('what a rule says of a whole file may stand in any part of it, and is told once', () => {
  const cookie = '{"request":{"headers":[{"name":"cookie","value":"sid_lorem_ipsum"}]}}'
  for (const before of [0, PART - 30, PART + 100_000]) {
    const text = `{"log":{"entries":[${'{"text":"lorem"},\n'.repeat(before / 18)}${cookie}]}}`
    expect(scanned('a.har', Buffer.from(text), settingsOf()).map(({ finding }) => finding.rule)).toEqual(['har-file'])
  }
})

describe('a rule of one’s own for what is assigned', () => {
  const PIN = { id: 'acme-pin', assigned: ['acme pin'] }

  it.each([
    ['finds each, whatever its flags', { ...PIN, pattern: '[0-9a-f]{16}', flags: 'g' }, ['{hex:16}', '{hex:16}', '{hex:16}']],
    ['finds any of its alternatives', { ...PIN, pattern: '[0-9a-f]{16}|[0-9a-f]{20}' }, ['{hex:16}', '{hex:20}']],
  ])('%s', async (_, rule, shapes) => {
    const text = shapes.map((shape, i) => sample(`acme_pin = "${shape}"\n`, `pin ${i}`)).join('')
    expect(found(text, 'a.py', await own(rule)).map(({ finding }) => finding.line)).toEqual(shapes.map((_, i) => i + 1))
  })

  it('looks only where its path says', async () => {
    const config = await own({ ...PIN, pattern: '[0-9a-f]{16}', path: ['config/'] })
    const text = sample('acme_pin = "{hex:16}"', 'place')
    expect(['config/a.py', 'src/a.py'].map((path) => found(text, path, config).length)).toEqual([1, 0])
  })
})

it('a rule that is off finds nothing, and its secrets are masked beside those of others', () => {
  const text = sample("{ password: 'Xk{base62:14}', key: 'sk_live_{base62:24}' }\n", 'off')
  const [one, ...others] = found(text, 'a.js', { ...DEFAULTS, levels: { 'generic-password': 'off' } })
  expect(others).toEqual([])
  expect(one?.finding.rule).toBe('stripe-secret-key')
  expect(one?.finding.excerpt.text).toMatch(/password: '•+'/)
})

describe('the fingerprint of what a person may have chosen is slow to make', () => {
  const hashed = (text: string, rule: string) => createHash('sha256').update(`leakgate ${rule}\0${text}`).digest('hex').slice(0, 12)
  const secretOf = (text: string) => Buffer.from(text).toString('base64')

  it.each([
    ['short', "password: '!QAZ2wsx#EDC4rfv'", '!QAZ2wsx#EDC4rfv'],
    ['a repeated one', "password: 'Tr0ub4dor&3Tr0ub4dor&3'", 'Tr0ub4dor&3Tr0ub4dor&3'],
    ['one in Base64', `Authorization: Basic ${secretOf('deploy:Letmein2024')}`, secretOf('deploy:Letmein2024')],
  ])('%s', (_, text, secret) => {
    const [one] = found(text, 'a.js')
    expect(one?.outcome).toBe('blocked')
    expect(one?.finding.fingerprint).not.toBe(hashed(secret, one?.finding.rule ?? ''))
    expect(one?.finding.masked).toMatch(/•$/)
  })
})
