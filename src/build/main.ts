/**
 * The build: bundles without dependencies (the hook's, the rest, and parts that few runs need, as reports and readers for YAML), the data
 * that they share, the licences of what they contain, and the schema of the config.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { type BuildOptions, build, type Plugin } from 'esbuild'
import own from '../../package.json' with { type: 'json' }
import { bookBytes, builtinBook, dataInFile, modelData, ruleFacts, ruleIndex, ruleTexts } from './data.ts'
import { licences } from './licences.ts'
import { pageInline } from './page.ts'
import { from, inFile, later, lazyNodeModules, packageFrom, without } from './plugins.ts'
import { schema } from './schema.ts'

rmSync('dist', { recursive: true, force: true })
mkdirSync('dist')

/** Functions of node that a hook needs only for a finding. */
const LAZY = {
  'node:crypto': ['createDecipheriv', 'createECDH', 'createHash', 'createHmac', 'createPrivateKey', 'createPublicKey', 'scryptSync'],
  'node:zlib': ['crc32'],
}

/** Functions that start a process: an ordinary commit starts none. */
const STARTING = { 'node:child_process': ['spawn', 'spawnSync'] }

const data = [builtinBook(), dataInFile()]

/** One bundle for judging, loaded by the others when there is something to judge. */
const JUDGED = { judge: 'judge', explain: 'explained', quote: 'quoted', placeholder: 'placeholder', randomness: 'randomness' }
const JUDGE = Object.entries(JUDGED)
  .map(([module, name]) => `export { ${name} } from './${module}.ts'`)
  .join('\n')
const judging = Object.entries(JUDGED).map(([module, name]) => later(`judge/${module}.ts`, './judge.cjs', [name]))

const exported = (modules: readonly string[]) => modules.map((module) => `export * from './${module}.ts'`).join('\n')

/** The engine is in the hook's bundle; the other bundles take it from there. */
const ENGINE = [
  'scan',
  ...['automaton', 'book', 'builtin', 'candidates', 'literals', 'match', 'named', 'rules', 'tables'].map((name) => `detect/${name}`),
]

/** The terminal report is loaded only if there is something to say. */
const REPORT = ['cli/show', 'report/terminal', 'report/style']
const reporting = later('show.ts', './report.cjs', ['show', 'exitCode'])

/** The rest of what a push and the other commands need, and the hook too. */
const GATE = [
  ...['errors', 'packed', 'settings', 'cli/hook', 'cli/main', 'setup/config'],
  ...['git', 'lfs', 'merge', 'piped', 'staged', 'text', 'tree'].map((name) => `collect/${name}`),
  ...['comments', 'committed', 'message', 'relaxations', 'staged'].map((name) => `gate/${name}`),
]
const inHook = [from('./hook.cjs', [...ENGINE, ...GATE]), packageFrom('./hook.cjs', 'ignore')]

/** What only a push needs is loaded at a push. */
const pushing = later('pushed.ts', './push.cjs', ['pushedReport'])

/** The config reader is loaded only if there is a config. */
const reading = [later('schema.ts', './config.cjs', ['checked']), inFile('cosmiconfig', './yaml.cjs'), inFile('jsonc-parser', './json.cjs')]

/** Archive support is loaded only if archives are scanned. */
const unpacking = later('archive/archive.ts', './archive.cjs', ['entries'])

/** Debug output of simple-git and execa, enabled by environment variables, is left out, as are other features that we do not use. */
const silent = [
  without(
    'debug',
    'const log = () => Object.assign(() => {}, { enabled: false, extend: log }); module.exports = Object.assign(log, { formatters: {} })',
  ),
  without('human-signals', 'exports.signalsByName = new Proxy({}, { get: (_, name) => ({ description: name }) })'),
  // Messages between processes, which no program that is started here sends.
  without('(?:\\.\\.|\\./lib)/ipc/methods\\.js', 'exports.addIpcMethods = () => {}; exports.getIpcExport = () => ({})'),
  without('\\.\\./ipc/buffer-messages\\.js', 'exports.waitForIpcOutput = exports.getBufferedIpcOutput = async () => []'),
  without('\\.\\./ipc/ipc-input\\.js', 'exports.validateIpcInputOption = () => {}; exports.sendIpcInput = async () => {}'),
  without('\\.\\./ipc/graceful\\.js', 'exports.sendAbort = () => {}'),
  // Output is read as a promise, not as a stream, a pipe or a log.
  without('\\.\\./convert/add\\.js', 'exports.addConvertedStreams = () => {}'),
  without('\\.\\./pipe/setup\\.js', 'exports.pipeToSubprocess = () => {}'),
  without('\\.\\./verbose/start\\.js', 'exports.logCommand = () => {}'),
  without('\\.\\./verbose/complete\\.js', 'exports.logResult = () => {}'),
  without('\\.\\./verbose/output\\.js', 'exports.shouldLogOutput = () => false; exports.logLines = exports.logLinesSync = () => {}'),
]

/** Only the version of our own manifest is needed. */
const manifest: Plugin = {
  name: 'manifest',
  setup(build) {
    build.onLoad({ filter: /[\\/]package\.json$/ }, ({ path }) =>
      path === resolve('package.json') ? { contents: JSON.stringify({ version: own.version }), loader: 'json' } : undefined,
    )
  },
}

const common = {
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20.19',
  // As require(): import() finds no names in a minified file. https://github.com/nodejs/cjs-module-lexer
  supported: { 'dynamic-import': false },
  mainFields: ['module', 'main'],
  minify: true,
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
} satisfies BuildOptions

const bundles = await Promise.all([
  build({
    ...common,
    stdin: {
      contents: `${exported(['cli/hookstart', ...ENGINE, ...GATE])}\nexport { default as ignore } from 'ignore'`,
      resolveDir: 'src',
    },
    outfile: 'dist/hook.cjs',
    plugins: [...data, ...judging, reporting, pushing, unpacking, ...reading, lazyNodeModules(STARTING)],
  }),
  build({
    ...common,
    entryPoints: ['src/gate/pushed.ts'],
    outfile: 'dist/push.cjs',
    plugins: [...inHook, ...data, lazyNodeModules(STARTING)],
  }),
  build({ ...common, stdin: { contents: exported(REPORT), resolveDir: 'src' }, outfile: 'dist/report.cjs' }),
  build({
    ...common,
    stdin: { contents: JUDGE, resolveDir: 'src/judge' },
    outfile: 'dist/judge.cjs',
    plugins: [packageFrom('./hook.cjs', 'ignore'), ...data, lazyNodeModules(LAZY)],
  }),
  build({ ...common, entryPoints: ['src/setup/schema.ts'], outfile: 'dist/config.cjs', plugins: data }),
  // JSON is read by jsonc-parser, so the code frame for errors in JSON is not needed.
  build({ ...common, entryPoints: ['cosmiconfig'], outfile: 'dist/yaml.cjs', plugins: [without('@babel/code-frame')] }),
  build({ ...common, entryPoints: ['jsonc-parser'], outfile: 'dist/json.cjs' }),
  build({ ...common, entryPoints: ['src/collect/archive/archive.ts'], outfile: 'dist/archive.cjs' }),
  build({
    ...common,
    entryPoints: ['src/cli/start.ts'],
    outfile: 'dist/cli.cjs',
    plugins: [
      ...inHook,
      from('./report.cjs', REPORT),
      ...data,
      ...judging,
      pushing,
      unpacking,
      pageInline(),
      ...reading,
      ...silent,
      manifest,
    ],
  }),
])
licences(bundles.flatMap(({ metafile }) => Object.keys(metafile?.inputs ?? {})))
schema()
writeFileSync('dist/facts.bin', ruleFacts())
writeFileSync('dist/rules.bin', ruleIndex())
writeFileSync('dist/texts.br', ruleTexts())
writeFileSync('dist/model.json', modelData())
writeFileSync('dist/book.bin', bookBytes())
