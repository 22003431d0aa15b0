/** The build: bundles without dependencies (the hook's, the rest, and a YAML reader that few hooks need), the licences of what they hold, the schema of the config. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { type BuildOptions, build } from 'esbuild'
import { licences } from './licences.ts'
import { bookBytes, builtinBook, inFile, lazyNodeModules, ruleTexts } from './plugins.ts'
import { schema } from './schema.ts'

rmSync('dist', { recursive: true, force: true })
mkdirSync('dist')

/** What a hook may need of node only when there is a finding. */
const LAZY = {
  'node:crypto': [
    'createCipheriv',
    'createDecipheriv',
    'createECDH',
    'createHash',
    'createHmac',
    'createPrivateKey',
    'createPublicKey',
    'scryptSync',
    'pbkdf2Sync',
    'timingSafeEqual',
  ],
}

const common = {
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20.19',
  mainFields: ['module', 'main'],
  minifySyntax: true,
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
} satisfies BuildOptions

const bundles = await Promise.all([
  build({
    ...common,
    entryPoints: ['src/cli/gate.ts'],
    outfile: 'dist/hook.cjs',
    plugins: [builtinBook(), lazyNodeModules(LAZY), inFile('cosmiconfig', './yaml.cjs')],
  }),
  build({ ...common, entryPoints: ['cosmiconfig'], outfile: 'dist/yaml.cjs' }),
  build({ ...common, entryPoints: ['src/cli/cli.ts'], outfile: 'dist/cli.cjs', plugins: [builtinBook()] }),
])
licences(bundles.flatMap(({ metafile }) => Object.keys(metafile?.inputs ?? {})))
schema()
writeFileSync('dist/rules.json', ruleTexts())
writeFileSync('dist/book.bin', bookBytes())
