/** `npm run demo`: a scratch repository, the packed tarball, and a day with the gate. Exit 0 only if each step goes as it is told. */
import { rmSync } from 'node:fs'
import { dirname } from 'node:path'
import pc from 'picocolors'
import { sample } from './sample.ts'
import { packed, type World, world } from './world.ts'

interface Step {
  readonly told: string
  readonly files?: Readonly<Record<string, string>>
  readonly command: string | ((before: string) => string)
  /** Is it refused? */
  readonly refused: boolean
  readonly says?: string
}

const STEPS: readonly Step[] = [
  { told: 'Arm the clone.', command: 'leakgate init', refused: false, says: 'Armed' },
  {
    told: 'An ordinary commit passes, and says nothing.',
    files: { 'src/app.js': "import { key } from './config.js'\n\nexport const start = () => connect(process.env.DATABASE_URL, key)\n" },
    command: 'git add . && git commit -q -m "Start the app"',
    refused: false,
  },
  {
    told: 'Refused, 1: a token of a known shape.',
    files: { 'src/billing.js': "import Stripe from 'stripe'\n\nconst stripe = new Stripe('sk_live_{base62:24}')\n" },
    command: 'git add . && git commit -q -m "Take money"',
    refused: true,
    says: 'Stripe secret key',
  },
  {
    told: 'Refused, 2: an environment file, by what it is.',
    files: {
      'src/billing.js': "import Stripe from 'stripe'\n\nconst stripe = new Stripe(process.env.STRIPE_KEY)\n",
      '.env': 'DB_HOST=localhost\nDB_PASSWORD=tuesday-garden-7\n',
    },
    command: 'git add . && git commit -q -m "Take money, with settings"',
    refused: true,
    says: '.env',
  },
  {
    told: 'Mend it: out of the commit, ignored, and with an example.',
    command: 'leakgate fix && cat .gitignore .env.example && git commit -q -m "Take money"',
    refused: false,
    says: 'DB_PASSWORD=',
  },
  {
    told: 'Refused, 3: a secret without a shape, by the name that it is assigned to.',
    files: { 'deploy/config.yml': 'database:\n  user: app\n  password: {base62:18}\n' },
    command: 'git add . && git commit -q -m "Deploy"',
    refused: true,
    says: 'password',
  },
  {
    told: 'Refused, 4: a private key.',
    files: { 'deploy/config.yml': 'database:\n  user: app\n  password: ${DB_PASSWORD}\n', 'deploy/id_deploy': '{pem:rsa}\n' },
    command: 'git add . && git commit -q -m "Deploy"',
    refused: true,
    says: 'Private key',
  },
  {
    told: 'It is a key that was made for the demo: allow it, with the reason.',
    command: (before) => `leakgate allow ${/leakgate allow ([0-9a-f]{12})/.exec(before)?.[1]} --reason "made for the demo, opens nothing"`,
    refused: false,
  },
  { told: 'Now the same commit passes.', command: 'git commit -m "Deploy"', refused: false, says: 'Deploy' },
]

function play(here: World): boolean {
  let before = ''
  for (const { told, files, command, refused, says } of STEPS) {
    for (const [path, text] of Object.entries(files ?? {})) here.write(path, sample(text, path))
    const line = typeof command === 'string' ? command : command(before)
    const { code, said } = here.run(line)
    process.stdout.write(`\n${pc.bold(told)}\n${pc.dim(`$ ${line}`)}\n${said}`)
    const asTold = (code !== 0) === refused && said.includes(says ?? '')
    if (!asTold) process.stdout.write(`\n✖ That is not as told: exit code ${code}.\n`)
    if (!asTold) return false
    before = said
  }
  return true
}

const leakgate = packed()
const here = world(leakgate)
try {
  const good = play(here)
  process.stdout.write(good ? '\nEvery step went as told.\n' : '')
  process.exitCode = good ? 0 : 1
} finally {
  here.remove()
  rmSync(dirname(leakgate), { recursive: true, force: true })
}
