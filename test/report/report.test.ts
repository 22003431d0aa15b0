import { describe, expect, it } from 'vitest'
import { FORMATS } from '../../src/report/formats.ts'
import { style } from '../../src/report/style.ts'
import { terminal } from '../../src/report/terminal.ts'
import type { Finding, Report, Verdict } from '../../src/types.ts'
import { MADE } from '../helpers/reports.ts'

const finding: Finding = {
  rule: 'stripe-secret-key',
  title: 'Stripe secret key',
  severity: 'critical',
  path: 'src/billing.ts',
  line: 14,
  endLine: 14,
  column: 28,
  masked: 'sk_live_••••••••9fQ2',
  excerpt: { text: "const stripe = new Stripe('sk_live_••••••••9fQ2')", mark: [27, 47] },
  confidence: 0.95,
  fingerprint: '9f2c41d07ab3',
  remedy: 'Roll the key in the Stripe dashboard, then read it from the environment.',
  link: 'https://dashboard.stripe.com/apikeys',
  fixable: false,
  reasons: ['holds one of the literals'],
}

const file: Finding = {
  ...finding,
  rule: 'env-file',
  title: 'Environment file',
  path: '.env',
  line: 0,
  endLine: 0,
  column: 0,
  masked: '',
  excerpt: { text: '', mark: [0, 0] },
  fingerprint: '0123456789ab',
  remedy: 'Keep values out of git.',
  fixable: true,
}

const old: Finding = {
  ...finding,
  path: 'deploy/<b>|`x`.yml',
  severity: 'high',
  masked: '••••••••`|<i>',
  fingerprint: 'cccccccccccc',
  commit: '0123456789abcdef0123456789abcdef01234567',
  author: 'Ann <ann@example.com>',
  date: '2025-03-04T05:06:07Z',
}

const verdicts: Verdict[] = [
  { finding, outcome: 'blocked' },
  { finding: file, outcome: 'blocked' },
  { finding: old, outcome: 'blocked' },
  {
    finding: { ...finding, path: 'a/%:,"é\n.ts', severity: 'low', fingerprint: 'aaaaaaaaaaaa' },
    outcome: 'warned',
    reason: 'its checksum is not valid',
  },
  { finding: { ...finding, path: 'test/fixture.ts', fingerprint: 'bbbbbbbbbbbb' }, outcome: 'allowed', reason: 'a made-up key' },
]

const report: Report = {
  verdicts,
  coverage: [
    { path: 'src/billing.ts', bytes: 1200 },
    { path: 'huge.bin', bytes: 0, unread: 'larger than 512 MB' },
  ],
  unread: 'block',
  notes: ['This commit relaxes leakgate.config.json: it allows 1 more finding.'],
  ms: 12,
}

const words = { happened: 'would have been committed', list: 'npx leakgate check --all', rows: 40 }
const drawn = (one: Report, width: number, colour = false, rows = 40) => terminal(one, style(colour, width), { ...words, rows })
const COLOURS = /\x1b\[\d+m/g

describe('a report', () => {
  it.each(Object.keys(FORMATS))('as %s is the golden file', async (name) => {
    await expect(FORMATS[name]?.(report, MADE)).toMatchFileSnapshot(`golden/report.${name}`)
  })

  it.each([40, 80, 120])('on a terminal of %i columns is the golden file, and no line is wider', async (width) => {
    const text = drawn(report, width)
    await expect(text).toMatchFileSnapshot(`golden/terminal-${width}.txt`)
    for (const line of text.split('\n')) if (!/npx|https?:/.test(line)) expect([...line].length).toBeLessThanOrEqual(width)
  })

  it('fits on one screen, however many findings there are', () => {
    const different = (i: number): Verdict => ({ finding: { ...finding, fingerprint: String(i).padStart(12, '0') }, outcome: 'blocked' })
    const many = { ...report, verdicts: Array.from({ length: 500 }, (_, i) => different(i)) }
    for (const rows of [24, 40, 60]) expect(drawn(many, 100, false, rows).split('\n').length).toBeLessThanOrEqual(rows)
    expect(drawn(many, 100)).toContain('npx leakgate check --all')
  })

  it('tells one secret once, and where else it stands', () => {
    const places = Array.from({ length: 12 }, (_, i): Verdict => ({ finding: { ...finding, line: i + 1 }, outcome: 'blocked' }))
    const text = drawn({ ...report, verdicts: places, coverage: [] }, 80)
    expect(text).toContain('✖ 1 secret would have been committed, in 12 places')
    expect(text.match(/Stripe secret key/g)).toHaveLength(1)
    expect(text).toContain('    and src/billing.ts:10:28\n    and 2 more places\n')
    const warned = places.map(({ finding }): Verdict => ({ finding, outcome: 'warned' }))
    expect(drawn({ ...report, verdicts: warned, coverage: [] }, 80)).toContain('! 1 warning\n')
    const all = drawn({ ...report, verdicts: places, coverage: [] }, 80, false, Number.POSITIVE_INFINITY)
    expect(all).toContain('    and src/billing.ts:12:28\n')
  })

  it.each<[string, string, string | undefined, string]>([
    [
      'an env file',
      '.env',
      'npx leakgate fix .env',
      'npx leakgate fix .env    takes it out of the next commit, ignores it, and writes .env.example\n',
    ],
    ['a key store', 'a.p12', 'npx leakgate fix a.p12', 'npx leakgate fix a.p12    takes it out of the next commit, ignores it\n'],
    ['a file elsewhere', '/tmp/.env', undefined, 'Roll the key'],
  ])('of an audit says how %s is taken out', (_, path, command, expected) => {
    const one: Report = { ...report, verdicts: [{ finding: { ...finding, path, fixable: true }, outcome: 'blocked' }] }
    expect(terminal(one, style(false, 120), { ...words, fix: () => command })).toContain(`→  ${expected}`)
  })

  it('is the same with colours, but for the colours', () => {
    expect(drawn(report, 100, true)).toMatch(COLOURS)
    expect(drawn(report, 100, true).replace(COLOURS, '')).toBe(drawn(report, 100))
  })

  it('says nothing when there is nothing to say', () => {
    expect(drawn({ ...report, verdicts: [], coverage: [], notes: [] }, 100)).toBe('')
  })
})
