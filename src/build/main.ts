/** The build: two bundles without dependencies (the hook's, the rest), the licences of what they hold, the schema of the config. */
import { mkdirSync, rmSync } from 'node:fs'
import { type BuildOptions, build } from 'esbuild'
import { licences } from './licences.ts'
import { builtinBook, lazyNodeModules } from './plugins.ts'
import { schema } from './schema.ts'

rmSync('dist', { recursive: true, force: true })
mkdirSync('dist')

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
  build({ ...common, entryPoints: ['src/cli/gate.ts'], outfile: 'dist/hook.cjs', plugins: [builtinBook(), lazyNodeModules(['node:crypto'])] }),
  build({ ...common, entryPoints: ['src/cli/cli.ts'], outfile: 'dist/cli.cjs', plugins: [builtinBook()] }),
])
licences(bundles.flatMap(({ metafile }) => Object.keys(metafile?.inputs ?? {})))
schema()
