import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { HOOKS } from '../src/setup/owner/owner.ts'
import { yaml } from '../src/setup/yaml.ts'
import { sample } from './helpers/sample.ts'
import { packed, type World, world } from './helpers/world.ts'

const SCRIPT = resolve('bin/action.sh')
const read = (path: string) => readFileSync(path, 'utf8')

let leakgate: string
beforeAll(() => {
  leakgate = packed()
}, 60_000)
afterAll(() => rmSync(dirname(leakgate), { recursive: true, force: true }))

const secret = (seed: string) => sample("const key = 'sk_live_{base62:24}'\n", seed)

describe('the GitHub action', { timeout: 60_000 }, () => {
  /** A repository with an `npm` that installs the packed leakgate. */
  function here(): World {
    const made = world(leakgate)
    onTestFinished(() => made.remove())
    made.write(
      '../bin/npm',
      '#!/bin/sh\n[ "$1" = install ] && mkdir -p node_modules && cp -R "${0%/*}/../leakgate" node_modules/leakgate\n',
    )
    made.run('chmod +x ../bin/npm')
    return made
  }

  function act(at: World, env: Readonly<Record<string, string>>, folder = '.') {
    const files = { RUNNER_TEMP: '$PWD/../tmp/run', GITHUB_OUTPUT: '$PWD/../tmp/output', GITHUB_STEP_SUMMARY: '$PWD/../tmp/summary' }
    const words = Object.entries({ ...files, ...env }).map(([name, value]) => `export ${name}="${value}"`)
    const ran = at.run(`cd ${folder} && rm -rf ../tmp/* && ${words.join(' && ')} && bash "${SCRIPT}"`)
    const tmp = join(at.top, folder, '../tmp')
    const outputs = existsSync(join(tmp, 'output')) ? read(join(tmp, 'output')) : ''
    const output = (name: string) => new RegExp(`^${name}=(.*)$`, 'm').exec(outputs)?.[1]
    const places = () => {
      const [run] = JSON.parse(read(output('sarif') ?? '')).runs
      return run.results.map(
        (one: { locations: { physicalLocation: { artifactLocation: { uri: string } } }[] }) =>
          one.locations[0]?.physicalLocation.artifactLocation.uri,
      )
    }
    return { ...ran, output, places, summary: () => read(join(tmp, 'summary')) }
  }

  /** Commits a file, and gives the commit before. */
  function commit(at: World, path: string, text: string): string {
    const before = at.run('git rev-parse HEAD').said.trim()
    at.write(path, text)
    at.run(`git add . && git commit -q --no-verify -m "${path}"`)
    return before
  }

  it('looks at what a push brings, and has a report for each reader', () => {
    const at = here()
    commit(at, 'old.js', secret('old'))
    const base = commit(at, 'new.js', secret('new'))
    const ran = act(at, { GITHUB_EVENT_NAME: 'push', LEAKGATE_BASE: base })
    expect([ran.code, ran.output('code')]).toEqual([0, '1'])
    expect(ran.places()).toEqual(['new.js'])
    expect(ran.said).toMatch(/^::error file=new\.js,line=1/m)
    expect(ran.summary()).toContain('❌ 1 secret')
    expect(read(ran.output('html') ?? '')).toContain('<!doctype html>')
  })

  it('runs nothing that the branch brings along', () => {
    const at = here()
    const fake = 'process.stdout.write("nothing found")\n'
    commit(at, 'a.js', secret('fake'))
    at.write('node_modules/leakgate/bin/leakgate.cjs', fake)
    at.run('git add -f node_modules && git commit -q --no-verify -m "A gate of my own"')
    expect(act(at, { GITHUB_EVENT_NAME: 'schedule' }).output('code')).toBe('1')
  })

  it.each([
    ['a pull request of a clean commit', { GITHUB_EVENT_NAME: 'pull_request' }, '0', []],
    ['a schedule', { GITHUB_EVENT_NAME: 'schedule' }, '1', ['old.js']],
    ['the scope history', { GITHUB_EVENT_NAME: 'push', LEAKGATE_SCOPE: 'history' }, '1', ['old.js']],
    ['the scope tree', { LEAKGATE_SCOPE: 'tree' }, '0', []],
    ['the scope range', { LEAKGATE_SCOPE: 'range', LEAKGATE_RANGE: 'HEAD~2..HEAD~1' }, '0', []],
    ['more arguments', { LEAKGATE_SCOPE: 'tree', LEAKGATE_ARGS: '--no-cache --min-confidence 0.9' }, '0', []],
    ['arguments on several lines', { LEAKGATE_SCOPE: 'tree', LEAKGATE_ARGS: '--no-cache\n--history\n' }, '1', ['old.js']],
  ])('is told by %s', (_, env, code, places) => {
    const at = here()
    commit(at, 'old.js', secret('old'))
    at.run('git rm -q old.js && git commit -q --no-verify -m "Take it out"')
    const base = commit(at, 'readme.txt', 'Words\n')
    const ran = act(at, { LEAKGATE_BASE: base, ...env })
    expect([ran.code, ran.output('code'), ran.places()]).toEqual([0, code, places])
  })

  it.each([
    ['is new', '0'.repeat(40)],
    ['was rewritten', 'a'.repeat(40)],
  ])('looks at all that the default branch has not, when a branch %s', (_, base) => {
    const at = here()
    commit(at, 'old.js', secret('old'))
    at.run('git switch -q -c feature')
    commit(at, 'new.js', secret('new'))
    const ran = act(at, { GITHUB_EVENT_NAME: 'push', LEAKGATE_BASE: base })
    expect([ran.output('code'), ran.places()]).toEqual(['1', ['new.js']])
  })

  it('fetches the history that a shallow checkout lacks', () => {
    const at = here()
    const base = commit(at, 'new.js', secret('new'))
    commit(at, 'readme.txt', 'Words\n')
    at.run('git clone -q --depth 1 "file://$PWD" ../shallow')
    const ran = act(at, { GITHUB_EVENT_NAME: 'push', LEAKGATE_BASE: base }, '../shallow')
    expect([ran.output('code'), ran.places()]).toEqual(['1', ['new.js']])
  })

  it('looks at what a pull request brings where its target is checked out, fetching it if need be', () => {
    const at = here()
    at.run('git switch -q -c feature')
    const base = commit(at, 'new.js', secret('new'))
    const head = at.run('git rev-parse HEAD && git update-ref refs/pull/1/head HEAD && git switch -q main').said.trim()
    at.run('git branch -q -D feature && git clone -q --depth 1 "file://$PWD" ../target')
    const env = { GITHUB_EVENT_NAME: 'pull_request_target', LEAKGATE_BASE: base, LEAKGATE_HEAD: head }
    const ran = act(at, env, '../target')
    expect([ran.code, ran.output('code'), ran.places()]).toEqual([0, '1', ['new.js']])
    expect(act(at, { ...env, LEAKGATE_BASE: '' }, '../target').output('code')).toBe('1')
    const gone = act(at, { ...env, LEAKGATE_HEAD: 'a'.repeat(40) }, '../target')
    expect([gone.code, gone.output('code')]).toEqual([3, undefined])
    expect(gone.said).toMatch(/^::error .*a{40}, the head of the pull request, cannot be fetched/m)
  })

  it('fails if the history cannot be fetched', () => {
    const at = here()
    commit(at, 'readme.txt', 'Words\n')
    at.run('git clone -q --depth 1 "file://$PWD" ../shallow && git -C ../shallow remote set-url origin ../gone')
    const ran = act(at, { GITHUB_EVENT_NAME: 'schedule' }, '../shallow')
    expect([ran.code, ran.output('code')]).toEqual([3, undefined])
    expect(ran.said).toMatch(/^::error .*fetch-depth/m)
  })

  it.each([
    ['a scope that is none', { LEAKGATE_SCOPE: 'all' }, 2],
    ['an argument that is none', { LEAKGATE_SCOPE: 'tree', LEAKGATE_ARGS: '--hist' }, 2],
    ['an argument that is none, on a line of its own', { LEAKGATE_SCOPE: 'tree', LEAKGATE_ARGS: '--no-cache\n--hist' }, 2],
    ['a range that is none', { LEAKGATE_SCOPE: 'range', LEAKGATE_RANGE: 'nothing..HEAD' }, 2],
  ])('fails at once by %s', (_, env, code) => {
    const ran = act(here(), env)
    expect([ran.code, ran.output('code')]).toEqual([code, undefined])
  })

  it('says so if it cannot be installed', () => {
    const at = here()
    at.write('../bin/npm', '#!/bin/sh\nexit 1\n')
    const ran = act(at, { LEAKGATE_SCOPE: 'tree' })
    expect([ran.code, ran.output('code')]).toEqual([3, undefined])
    expect(ran.said).toMatch(/^::error .*leakgate@\d+\.\d+\.\d+ cannot be installed/m)
  })

  it('gives the script each variable that it reads, and puts no input into a command', () => {
    const text = read('action.yml')
    const asked = new Set([...read('bin/action.sh').matchAll(/\bLEAKGATE_[A-Z]+/g)].map(([name]) => name))
    for (const name of asked) expect(text).toContain(`${name}: \${{`)
    for (const [, run] of text.matchAll(/^\s+run: (.*)$/gm)) expect(run).not.toContain('${{')
    expect(yaml('action.yml', text)).toMatchObject({ runs: { using: 'composite' } })
  })

  it('has a script that shells can read', () => {
    expect(() => execFileSync('bash', ['-n', SCRIPT])).not.toThrow()
  })
})

describe('the hooks for pre-commit', () => {
  const hooks = yaml('.pre-commit-hooks.yaml', read('.pre-commit-hooks.yaml'))

  it('are those that leakgate has, at stages that it looks at; and the tree, for where nothing is staged', () => {
    expect(hooks).toMatchObject([
      { id: 'leakgate', entry: 'leakgate hook pre-commit', pass_filenames: false },
      { id: 'leakgate-message', entry: 'leakgate hook commit-msg' },
      { id: 'leakgate-push', entry: expect.stringContaining('leakgate hook pre-push'), pass_filenames: false },
      { id: 'leakgate-tree', entry: 'leakgate audit', pass_filenames: false },
    ])
    for (const { language, stages } of Array.isArray(hooks) ? hooks : []) {
      expect(language).toBe('node')
      expect([...HOOKS, 'manual']).toEqual(expect.arrayContaining(stages))
    }
  })

  it.each([
    ['a branch that the remote has', 'export PRE_COMMIT_FROM_REF=$(git rev-parse HEAD~1) PRE_COMMIT_TO_REF=$(git rev-parse HEAD)'],
    ['a branch that is new there, of which pre-commit may tell the name alone', 'unset PRE_COMMIT_FROM_REF PRE_COMMIT_TO_REF'],
  ])('refuse a push of %s', (_, refs) => {
    const at = world(leakgate)
    onTestFinished(() => at.remove())
    const entry = Array.isArray(hooks) && hooks.find(({ id }) => id === 'leakgate-push').entry
    at.write('../push', entry)
    const branch = 'PRE_COMMIT_LOCAL_BRANCH=refs/heads/main PRE_COMMIT_REMOTE_BRANCH=refs/heads/main'
    const push = `${refs} && ${branch} PRE_COMMIT_REMOTE_NAME=origin PRE_COMMIT_REMOTE_URL=../remote sh ../push`
    at.run('git init -q --bare ../remote && git remote add origin ../remote && git commit -q --allow-empty -m clean')
    expect(at.run(push)).toEqual({ code: 0, said: '' })
    at.write('key.js', secret('pushed'))
    at.run('git add . && git commit -q -m key')
    const { code, said } = at.run(push)
    expect([code, said]).toEqual([1, expect.stringContaining('would have been pushed')])
  })
})
