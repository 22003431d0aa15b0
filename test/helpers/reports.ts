/** A report of any size, the same each time, as an audit of a history would give it. No secret is in it: findings have none. */
import type { Finding, Outcome, Report, Severity, Verdict } from '../../src/types.ts'
import { sampler } from './sampler.ts'

const RULES: readonly (readonly [rule: string, title: string, severity: Severity, prefix: string])[] = [
  ['stripe-secret-key', 'Stripe secret key', 'critical', 'sk_live_'],
  ['aws-access-key', 'AWS access key', 'critical', 'AKIA'],
  ['github-token', 'GitHub personal access token', 'critical', 'ghp_'],
  ['private-key', 'Private key', 'critical', ''],
  ['generic-password', 'Password', 'high', ''],
  ['postgres-url', 'Database address with a password', 'high', 'postgres://app:'],
  ['slack-webhook', 'Slack webhook', 'high', 'https://hooks.slack.com/'],
  ['jwt', 'JSON Web Token', 'medium', 'eyJ'],
  ['generic-token', 'Token', 'medium', ''],
  ['sendgrid-key', 'SendGrid key', 'high', 'SG.'],
  ['default-password', 'Default password in production configuration', 'medium', ''],
  ['npm-token', 'npm access token', 'critical', 'npm_'],
  ['private-email', 'Personal e-mail address', 'low', ''],
]
const FOLDERS = [
  'src/',
  'src/api/',
  'src/api/billing/',
  'deploy/',
  'deploy/k8s/overlays/production/',
  'test/fixtures/',
  'docs/',
  'packages/web/src/',
  'packages/worker/src/jobs/',
  '',
]
const NAMES = [
  'config.ts',
  'settings.py',
  'values.yaml',
  'docker-compose.yml',
  'client.go',
  'README.md',
  'application-production.properties',
  'seed.sql',
]
const AUTHORS = ['Ann Example <ann@example.com>', 'Bo Lindqvist <bo@example.com>', 'Chidi <chidi@example.org>', '이서연 <seo@example.com>']
const OUTCOMES: readonly Outcome[] = ['blocked', 'blocked', 'blocked', 'blocked', 'warned', 'allowed']

export const MADE = { version: '1.2.3', at: new Date('2026-11-25T09:30:00Z') }

/** `hostile`: a path and a line that would be HTML. */
export const HOSTILE = {
  path: 'src/<img src=x onerror="document.title=1">/</script><script>document.title=2</script>.ts',
  text: '</script><script>document.title=3</script><b>bold</b> token = "••••••••"',
}

export function reportOf(size: number, history = true): Report {
  const random = sampler(`report of ${size}`)
  const of = <One>(list: readonly [One, ...One[]] | readonly One[], skew = 1): One => {
    const one = list[Math.floor((random.below(1000) / 1000) ** skew * list.length)]
    if (one === undefined) throw new Error('The list is empty')
    return one
  }
  const verdicts = Array.from({ length: size }, (_, i): Verdict => {
    const [rule, title, severity, prefix] = of(RULES, 1.4)
    const file = rule === 'private-key' && i % 3 === 0
    const masked = `${prefix}••••••••${random.text('abcdefghijkmnpqrstuvwxyz23456789', 4)}`
    const before = of(['const key = "', '  password: ', 'export TOKEN=', '    "apiKey": "'])
    const outcome = of(OUTCOMES)
    const line = file ? 0 : 1 + random.below(400)
    const finding: Finding = {
      rule,
      title,
      severity,
      path: `${of(FOLDERS, 1.3)}${of(NAMES)}`,
      line,
      endLine: line,
      column: file ? 0 : before.length + 1,
      masked: file ? '' : masked,
      excerpt: file ? { text: '', mark: [0, 0] } : { text: `${before}${masked}"`, mark: [before.length, before.length + masked.length] },
      confidence: 0.5 + random.below(50) / 100,
      fingerprint: random.text('0123456789abcdef', i % 7 === 0 ? 1 : 12).padEnd(12, '0'),
      remedy: `Revoke it where ${title.toLowerCase()}s are made, make a new one, and read it from the environment.`,
      link: 'https://example.com/keys',
      fixable: file,
      reasons: ['holds one of the literals of its rule', 'chance alone would hardly write this'],
      ...(history ? came(random) : {}),
    }
    return { finding, outcome, ...(outcome === 'allowed' ? { reason: 'made up for a test' } : {}) }
  })
  const coverage = [
    ...Array.from({ length: size * 3 + 7 }, (_, i) => ({ path: `src/file-${i}.ts`, bytes: 2310 + i })),
    { path: 'media/film.mov', bytes: 0, unread: 'larger than 512 MB' },
  ]
  return { verdicts, coverage, unread: 'warn', notes: [], ms: 1234 }
}

function came(random: ReturnType<typeof sampler>): Pick<Finding, 'commit' | 'author' | 'date' | 'history'> {
  const day = Math.floor((random.below(1000) / 1000) ** 0.6 * 1100)
  const commit = random.text('0123456789abcdef', 40)
  const date = (days: number) => new Date(Date.UTC(2023, 10, 20) + days * 86_400_000).toISOString()
  const author = AUTHORS[random.below(AUTHORS.length)] ?? ''
  const inTree = random.below(3) === 0
  return {
    commit,
    author,
    date: date(day),
    history: {
      inTree,
      commits: [commit, random.text('0123456789abcdef', 40)],
      refs: ['refs/heads/main', 'refs/heads/feature/login', 'refs/tags/v1.2.0'],
      last: { commit, date: date(day + 9), author },
      pushed: 'yes',
      object: random.text('0123456789abcdef', 40),
      lines: [],
      steps: [
        'Revoke it first: whoever has a clone has the secret.',
        'Then take it out of the history, and have every clone made anew.',
        '$ git filter-repo --invert-paths --path deploy/values.yaml',
      ],
    },
  }
}

export function hostileReport(): Report {
  const report = reportOf(3)
  const [first, ...rest] = report.verdicts
  if (!first) throw new Error('The report is empty')
  const { path, text } = HOSTILE
  const finding: Finding = {
    ...first.finding,
    path,
    title: '<i>Title</i>',
    severity: 'critical',
    line: 3,
    endLine: 3,
    column: 1,
    author: '<u>Ann</u>',
    link: 'javascript:document.title=4',
    remedy: '<a href="javascript:document.title=5">Click</a>\u2028',
    reasons: ['<s>why</s>'],
    excerpt: { text, mark: [57, 60] },
  }
  return {
    ...report,
    verdicts: [{ finding, outcome: 'blocked', reason: '<q>because</q>' }, ...rest],
    coverage: [...report.coverage, { path, bytes: 0, unread: '<script>document.title=6</script>' }],
    notes: ['<script>document.title=7</script>'],
  }
}
