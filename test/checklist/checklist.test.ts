import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { SECTIONS } from '../../patterns/checklist.ts'
import { rules } from '../../patterns/index.ts'
import type { Checklist } from '../../src/checklist/assessment.ts'
import { leakgate } from '../helpers/audit.ts'
import { type Repo, repo } from '../helpers/repo.ts'
import { sample } from '../helpers/sample.ts'
import { FAULTY, FAULTY_ENV, type Files, MENDED, MENDED_ENV } from './app.ts'

/** Of each point that the program judges: with the fault, and mended. The others a person looks at, before and after. */
const POINTS = [
  ['env-ignored', 'fails', 'holds'],
  ['default-passwords', 'fails', 'look'],
  ['strong-secrets', 'fails', 'holds'],
  ['env-example', 'fails', 'holds'],
  ['production-mode', 'fails', 'holds'],
  ['secret-key', 'fails', 'holds'],
  ['database-password', 'fails', 'holds'],
  ['auth-token', 'fails', 'holds'],
  ['jwt-configuration', 'fails', 'look'],
  ['history-clean', 'fails', 'holds'],
  ['database-unique', 'fails', 'holds'],
  ['database-tls', 'fails', 'look'],
  ['database-access', 'fails', 'look'],
  ['password-hashing', 'fails', 'look'],
  ['jwt-expiration', 'fails', 'look'],
  ['sessions', 'fails', 'look'],
  ['cors', 'fails', 'look'],
  ['https', 'fails', 'look'],
  ['internal-services', 'fails', 'look'],
  ['image-updates', 'fails', 'look'],
  ['container-user', 'fails', 'holds'],
  ['container-secrets', 'fails', 'holds'],
  ['container-network', 'fails', 'look'],
  ['log-files', 'fails', 'look'],
  ['log-content', 'fails', 'look'],
  ['dependencies', 'fails', 'look'],
  ['pipeline-scan', 'fails', 'holds'],
  ['pinned-actions', 'fails', 'holds'],
  ['echoed-secrets', 'fails', 'look'],
  ['no-credentials', 'fails', 'holds'],
  ['personal-email', 'fails', 'look'],
  ['hook-armed', 'fails', 'holds'],
  ['error-handling', 'fails', 'look'],
  ['security-policy', 'fails', 'holds'],
] as const

function lay(here: Repo, files: Files, disk: Files): Repo {
  for (const [path, text] of Object.entries(files)) here.write(path, sample(text, path))
  here.git('add', '--all', '--force')
  here.git('commit', '-q', '--no-verify', '-m', 'Sell things')
  here.write('.git/info/exclude', '.env.local\n.env.production\n')
  for (const [path, text] of Object.entries(disk)) here.write(path, onDisk(path, text))
  return here
}

const onDisk = (path: string, text: string) =>
  sample(text.replaceAll('TWICE', sample('{base62:40}', 'twice')).replaceAll('ONCE', sample('{base62:40}', 'once')), path)

/** The values of the env files on the disk that tell something. */
const VALUES = Object.entries(FAULTY_ENV).flatMap(([path, text]) =>
  [...onDisk(path, text).matchAll(/=(?!development)([^\s=]{9,})$/gm)].map(([, value]) => value),
)

/** As JSON, and its points by their ids. */
function asked(here: Repo) {
  const { code, out, error } = leakgate(here, 'audit', '--checklist', '--format', 'json')
  expect(error).toBe('')
  const made: Checklist = JSON.parse(out)
  return { code, out, points: new Map(made.sections.flatMap(({ points }) => points.map((point) => [point.id, point]))) }
}

describe('the checklist of a small web app', () => {
  it('shows each fault, where it is, and what mends it', () => {
    const { code, points, out } = asked(lay(repo(), FAULTY, FAULTY_ENV))
    expect(code).toBe(1)
    expect(POINTS.map(([id]) => [id, points.get(id)?.state])).toEqual(POINTS.map(([id, state]) => [id, state]))
    for (const { state, evidence } of points.values()) if (state === 'fails') for (const one of evidence) expect(one.remedy).not.toBe('')
    const judged = new Set<string>(POINTS.map(([id]) => id))
    for (const { id, state } of points.values()) if (!judged.has(id)) expect([id, state]).toEqual([id, 'look'])
    expect(VALUES.length).toBeGreaterThan(5)
    for (const value of [...VALUES, 'changeme']) expect(out).not.toContain(value)
  })

  it('shows what is mended', () => {
    const here = lay(repo(), MENDED, MENDED_ENV)
    expect(leakgate(here, 'init', '--quiet').code).toBe(0)
    const { code, points } = asked(here)
    expect(POINTS.map(([id]) => [id, points.get(id)?.state])).toEqual(POINTS.map(([id, _, state]) => [id, state]))
    expect(code).toBe(0)
  })

  it('finds what applies nowhere not here', () => {
    const here = lay(repo(), { 'notes.txt': 'nothing\n' }, {})
    const { points } = asked(here)
    for (const id of ['env-ignored', 'env-example', 'base-images', 'container-user', 'container-secrets', 'pinned-actions', 'dependencies'])
      expect([id, points.get(id)?.state]).toEqual([id, 'not here'])
  })

  it('shows a fault where the files that a point is about are not here', () => {
    const { points } = asked(lay(repo(), { 'compose.yaml': 'services:\n  web:\n    image: nginx:1.27\n    user: root\n' }, {}))
    expect(points.get('container-user')?.state).toBe('fails')
  })

  it('guesses nothing of images that others build', () => {
    const { points } = asked(lay(repo(), { 'compose.yaml': 'services:\n  web:\n    image: nginx:1.27\n' }, {}))
    expect(points.get('container-user')?.state).toBe('look')
  })

  it('does not hold where a rule for secrets is off', () => {
    const off = { ...MENDED, 'leakgate.config.json': '{ "rules": { "generic-password": "off" } }' }
    const { points } = asked(lay(repo(), off, MENDED_ENV))
    for (const id of ['no-credentials', 'history-clean', 'env-ignored']) {
      expect([id, points.get(id)?.state]).toEqual([id, 'look'])
      expect(points.get(id)?.because).toContain('generic-password')
    }
    expect(points.get('pinned-actions')?.state).toBe('holds')
  })

  it('does not hold for env files where trees of the history are gone', () => {
    const here = lay(repo(), MENDED, MENDED_ENV)
    const gone = here.git('rev-parse', 'HEAD^{tree}')
    here.write('README.md', 'Ask us.\n')
    here.git('commit', '-q', '--no-verify', '--all', '-m', 'Say whom to ask')
    rmSync(join(here.top, '.git/objects', gone.slice(0, 2), gone.slice(2)))
    const { points } = asked(here)
    for (const id of ['history-clean', 'env-ignored']) expect([id, points.get(id)?.state]).toEqual([id, 'look'])
  })

  it('does not hold for env files where the history is cut', () => {
    const here = lay(repo(), MENDED, MENDED_ENV)
    here.git('commit', '-q', '--no-verify', '--allow-empty', '-m', 'Again')
    here.write('.git/shallow', here.git('rev-parse', 'HEAD'))
    const { points } = asked(here)
    for (const id of ['history-clean', 'env-ignored']) expect([id, points.get(id)?.state]).toEqual([id, 'look'])
  })

  it.each<[string, Files, Files, string, readonly string[]]>([
    [
      'ignores only the one at the top',
      { '.gitignore': '/.env\n', 'api/.env.example': 'A=\n' },
      {},
      'env-ignored',
      ['api/.env would not be ignored'],
    ],
    [
      'ignores it in this clone alone',
      { 'a.txt': 'a\n' },
      { '.env.local': 'A=1\n' },
      'env-ignored',
      ['only this clone ignores it, by .git/info/exclude'],
    ],
    [
      'weighs secrets by the names that the gate knows',
      { '.gitignore': '.env\n' },
      { '.env': 'ENCRYPTION_KEY=garden\nSIGNING_PASSPHRASE=your-passphrase-goes-here-please\n' },
      'strong-secrets',
      ['ENCRYPTION_KEY has fewer than 12 characters', 'SIGNING_PASSPHRASE is a placeholder'],
    ],
    [
      'says of an env file that git tracks what it is',
      { '.env': 'DB_PASSWORD={base62:40}\n', '.gitignore': '.env\n' },
      {},
      'env-ignored',
      ['git tracks it'],
    ],
    [
      'says of a secret in one how weak it is',
      { '.env': 'DB_PASSWORD={base62:20}\n' },
      {},
      'database-password',
      ['DB_PASSWORD has fewer than 32 characters'],
    ],
    [
      'takes a number for a secret, and a weak one',
      { '.gitignore': '.env\n' },
      { '.env': 'JWT_SECRET=12345678\n' },
      'strong-secrets',
      ['JWT_SECRET is a placeholder'],
    ],
    [
      'takes switches, numbers and paths for none',
      { '.gitignore': '.env\n' },
      { '.env': 'USE_TOKEN=true\nPASSWORD_RESET_TOKEN=3600\nGOOGLE_APPLICATION_CREDENTIALS=./key.json\n' },
      'strong-secrets',
      [],
    ],
    [
      'knows the URL of a database with its password',
      { '.gitignore': '.env\n' },
      { '.env': 'DB_PASSWORD=TWICE\nDATABASE_URL=postgres://app:TWICE@db/app\nREDIS_PASSWORD=ONCE\nSESSION_SECRET=TWICE\n' },
      'strong-secrets',
      ['SESSION_SECRET is the same as DB_PASSWORD (.env:1)'],
    ],
    [
      'sees every way of debugging, once',
      { '.gitignore': '.env*\n' },
      { '.env.production': 'DEBUG=*\nAPP_DEBUG_MODE=1\nENVIRONMENT=staging\n' },
      'production-mode',
      [
        'DEBUG=*',
        'Debug mode in production configuration: APP_DEBUG_MODE=1',
        'Debug mode in production configuration: ENVIRONMENT=staging',
      ],
    ],
    [
      'sees debugging where production is only said',
      { '.gitignore': '.env\n' },
      { '.env': 'ENVIRONMENT=production\nDEBUG=True\n' },
      'production-mode',
      ['DEBUG=True'],
    ],
    [
      'knows two databases apart by their URLs',
      { '.gitignore': '.env\n' },
      {
        '.env':
          'DATABASE_URL=postgres://app:TWICE@db/app\nPOSTGRES_PASSWORD=TWICE\nCACHE_URL=redis://:TWICE@r/0\nREDIS_URL=redis://:TWICE@r/0\n',
      },
      'database-unique',
      ['REDIS_URL is the same as DATABASE_URL (.env:1)'],
    ],
    [
      'knows how other frameworks call them, and which keys are for development',
      { '.gitignore': '.env\n' },
      {
        '.env':
          'SPRING_DATASOURCE_PASSWORD=garden\nConnectionStrings__Default="Server=db;Password=rainy;"\nJwt__Key=weather\ndjango_secret_key=django-insecure-{base62:50}\n',
      },
      'strong-secrets',
      [
        'SPRING_DATASOURCE_PASSWORD has fewer than 12 characters',
        'ConnectionStrings__Default has fewer than 12 characters',
        'Jwt__Key has fewer than 12 characters',
        'django_secret_key is a placeholder',
      ],
    ],
    [
      'finds the value in use in an example',
      { '.gitignore': '.env\n', '.env.example': 'PORT=3000\nDB_PASSWORD=rainy-Tuesday-7\n' },
      { '.env': 'PORT=3000\nDB_PASSWORD=rainy-Tuesday-7\n' },
      'env-example',
      ['DB_PASSWORD has the value that .env uses'],
    ],
    [
      'compares with the example that is nearest to complete',
      { '.gitignore': '.env\n', '.env.dev.example': 'A=\n', '.env.example': 'A=\nB=\n' },
      { '.env': 'A=1\nB=2\nC=3\n' },
      'env-example',
      ['C is not in .env.example'],
    ],
    [
      'takes a file that may be committed for one that must not, if there is a secret in it',
      { '.gitignore': '.env\n', '.env.development': 'STRIPE_KEY=sk_live_{base62:24}\n', '.env.test': 'A=1\n' },
      {},
      'env-ignored',
      ['git tracks it'],
    ],
    ['asks where the versions of Python are not pinned', { 'requirements.txt': 'flask>=3\n' }, {}, 'dependencies', ['an unpinned version']],
  ])('%s', (_, files, disk, id, says) => {
    const told = asked(lay(repo(), files, disk)).points.get(id)
    expect(told?.evidence.map((one) => one.says).sort()).toEqual([...says].sort())
  })

  it.each<[string, Files, readonly string[], string]>([
    [
      'a finding is in doubt',
      { 'leakgate.config.json': '{ "rules": { "stripe-secret-key": "warn" } }', 'a.txt': 'sk_live_{base62:24}\n' },
      ['no-credentials', 'history-clean'],
      '1 finding may be a secret',
    ],
    ['an archive stays closed', { 'a/b.zip': 'PK' }, ['no-credentials', 'history-clean'], 'not opened: a/b.zip'],
    ['an env file was committed, with nothing known in it', { '.env': 'A=1\n' }, ['env-ignored'], 'the history has .env'],
  ])('does not hold where %s', (_, files, ids, because) => {
    const here = lay(repo(), files, {})
    here.git('rm', '-q', '--cached', '--ignore-unmatch', '.env')
    here.write('.gitignore', '.env\n')
    here.git('add', '.')
    here.git('commit', '-q', '--no-verify', '-m', 'Again')
    const { points } = asked(here)
    for (const id of ids) {
      expect([id, points.get(id)?.state]).toEqual([id, 'look'])
      expect(points.get(id)?.because).toContain(because)
    }
  })

  it('does not hold for what submodules contain', () => {
    const here = lay(repo(), { 'a.txt': 'a\n' }, {})
    here.git('update-index', '--add', '--cacheinfo', `160000,${here.git('rev-parse', 'HEAD').trim()},lib/sub`)
    expect(asked(here).points.get('no-credentials')?.because).toContain('lib/sub')
  })

  it('quotes nothing of a line in which there is a secret', () => {
    const token = sample('ghp_{base62:36}', 'quoted')
    const files = {
      Dockerfile: `FROM registry.acme.io/${token}/web\n`,
      'compose.yml': `services:\n  web:\n    image: bot:${token}@registry.acme.io/web\n    environment:\n      REDIS_PASSWORD: ${token}'x\n`,
      '.github/workflows/ci.yml': `jobs:\n  a:\n    steps:\n      - uses: https://bot:${token}@git.acme.io/o/a@v1\n      - uses: acme/${token}@v1\n`,
    }
    const { out, points } = asked(lay(repo(), files, {}))
    expect(points.get('pinned-actions')?.evidence.length).toBeGreaterThan(1)
    expect(out).not.toContain(token.slice(4, 16))
  })

  it('says at which places, without what stands there', () => {
    const { points } = asked(lay(repo(), FAULTY, FAULTY_ENV))
    const places = (id: string) => points.get(id)?.evidence.map(({ path, line }) => `${path}:${line}`)
    expect(places('container-user')).toEqual(['Dockerfile:1', 'docker-compose.yml:4'])
    expect(places('default-passwords')).toEqual(['docker-compose.prod.yml:5'])
    expect(places('strong-secrets')).toEqual(['.env.local:2', '.env.production:3', '.env.production:5'])
    expect(points.get('default-passwords')?.evidence[0]?.says).toContain('ADMIN_PASSWORD: ••••••••')
  })
})

describe('the points', () => {
  const all = SECTIONS.flatMap(({ points }) => points)

  it('stand in ten sections, each once', () => {
    expect(SECTIONS).toHaveLength(10)
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
  })

  it('name rules that there are', () => {
    const ids = new Set(rules.map(({ id }) => id))
    expect(all.flatMap(({ rules = [] }) => rules).filter((id) => !ids.has(id))).toEqual([])
  })

  it('ask every rule of policy', () => {
    const named = new Set(all.flatMap(({ rules = [] }) => rules))
    expect(rules.filter(({ policy, id }) => policy && !named.has(id)).map(({ id }) => id)).toEqual([])
  })
})
