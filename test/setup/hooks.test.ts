import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { repository } from '../../src/collect/repository.ts'
import { applyEdits, changes } from '../../src/setup/edits.ts'
import { HOOKS } from '../../src/setup/owner/owner.ts'
import { plan, removal } from '../../src/setup/owners.ts'
import type { Repository } from '../../src/types.ts'
import { bytesIn, type Repo, repo } from '../helpers/repo.ts'

/** What there is before, and whose the hooks then are; `files` have their mode in front where it matters: `755 …`. */
interface Start {
  readonly state: string
  readonly owner: string
  readonly files?: Readonly<Record<string, string>>
  readonly name?: string
  readonly init?: readonly string[]
  /** Gives the repository to look at, if it is another one. */
  readonly prepare?: (start: Repo) => Repo | undefined
  readonly git?: readonly [number, number]
}

const HOOK = '.git/hooks/pre-commit'
const GIT = 'git’s own hooks'
const LEFTHOOK_HOOK = '755 #!/bin/sh\ncall_lefthook run "pre-commit" "$@"\n'

const STARTS: readonly Start[] = [
  { state: 'nothing', owner: GIT },
  { state: 'a path with a space and a quote', owner: GIT, name: `it's a "repo"` },
  { state: 'no hooks directory', owner: GIT, init: ['--template='] },
  {
    state: 'a package.json that says no more than npm install writes',
    owner: GIT,
    files: { 'package.json': '644 {\n  "dependencies": {\n    "leakgate": "^0.1.0"\n  }\n}\n' },
  },
  { state: 'a separate git directory', owner: GIT, init: ['--separate-git-dir=../elsewhere'] },
  { state: 'a shell hook', owner: GIT, files: { [HOOK]: '755 #!/bin/sh\necho theirs\n' } },
  { state: 'an env bash hook', owner: GIT, files: { [HOOK]: '755 #!/usr/bin/env bash\nset -euo pipefail\necho theirs\n' } },
  { state: 'a hook that ends in exec', owner: GIT, files: { [HOOK]: '755 #!/bin/sh\nexec echo theirs\n' } },
  { state: 'a hook with one line of Windows', owner: GIT, files: { [HOOK]: '755 #!/bin/sh\n# theirs\r\necho theirs\n' } },
  {
    state: 'hooks at the top of the worktree',
    owner: "the team's hooks in .",
    files: { 'pre-commit': '755 #!/bin/sh\necho theirs\n' },
    prepare: (start) => void start.git('config', 'core.hooksPath', '.'),
  },
  { state: 'a hook without a shebang', owner: GIT, files: { [HOOK]: '755 echo theirs\n' } },
  { state: 'a hook with CRLF', owner: GIT, files: { [HOOK]: '755 #!/bin/sh\r\necho theirs\r\n' } },
  { state: 'a hook without a last line end', owner: GIT, files: { [HOOK]: '755 #!/bin/sh\nexit 0' } },
  { state: 'a hook that is only a shebang', owner: GIT, files: { [HOOK]: '755 #!/bin/sh\n', '.git/hooks/pre-push': '755 #!/bin/sh' } },
  { state: 'an empty hook', owner: GIT, files: { [HOOK]: '755 ' } },
  { state: 'a hook that is not executable', owner: GIT, files: { [HOOK]: '644 #!/bin/sh\necho theirs\n' } },
  { state: 'a hook in node', owner: GIT, files: { [HOOK]: '755 #!/usr/bin/env node\nprocess.exit(0)\n' } },
  { state: 'a hook in python', owner: GIT, files: { [HOOK]: '755 #!/usr/bin/python3\n' } },
  {
    state: 'a hook in Latin-1',
    owner: GIT,
    prepare: (start) => void start.write(HOOK, Buffer.from('#!/bin/sh\n# caf\xe9\n', 'latin1'), 0o755),
  },
  { state: 'a binary hook', owner: GIT, prepare: (start) => void start.write(HOOK, Buffer.from([127, 69, 76, 70, 0, 1, 255, 254]), 0o755) },
  {
    state: 'a linked hook',
    owner: GIT,
    files: { 'scripts/hook': '755 #!/bin/sh\n' },
    prepare: (start) => void symlinkSync('../../scripts/hook', join(start.top, HOOK)),
  },
  { state: 'a link that leads nowhere', owner: GIT, prepare: (start) => void symlinkSync('../../gone', join(start.top, HOOK)) },
  { state: 'a folder of hooks', owner: GIT, files: { '.git/hooks/extra/one': '755 one\n' } },
  {
    state: 'a shared .githooks',
    owner: "the team's hooks in .githooks",
    files: { '.githooks/pre-commit': '755 #!/bin/sh\necho theirs\n', '.githooks/_/lib.sh': '644 x\n' },
    prepare: (start) => void start.git('config', 'core.hooksPath', '.githooks'),
  },
  {
    state: 'a hooks directory that is a link into the tree',
    owner: "the team's hooks in tools/hooks",
    init: ['--template='],
    files: { 'tools/hooks/pre-commit': '755 #!/bin/sh\necho theirs\n' },
    prepare: (start) => void symlinkSync('../tools/hooks', join(start.top, '.git/hooks')),
  },
  {
    state: 'husky',
    owner: 'husky',
    files: {
      '.husky/pre-commit': '644 npx lint-staged',
      '.husky/commit-msg': '644 ',
      '.husky/_/h': '755 #!/bin/sh\n',
      '.husky/_/pre-commit': '755 #!/usr/bin/env sh\n. "$(dirname "$0")/h"',
    },
    prepare: (start) => void start.git('config', 'core.hooksPath', '.husky/_'),
  },
  {
    state: 'husky in another folder',
    owner: 'husky',
    files: { '.config/hooks/pre-commit': '644 npx lint-staged\n', '.config/hooks/_/h': '755 #!/bin/sh\n' },
    prepare: (start) => void start.git('config', 'core.hooksPath', '.config/hooks/_'),
  },
  {
    state: 'husky that has not run yet',
    owner: 'husky',
    files: { 'package.json': '644 {"devDependencies":{"husky":"^9"}}', '.husky/pre-commit': '644 #!/bin/sh\nnpm test\n' },
  },
  {
    state: 'lefthook.yml with jobs',
    owner: 'lefthook',
    files: {
      'lefthook.yml':
        '644 # ours\npre-commit:\n  parallel: true\n\n  jobs:\n    # first\n    - name: lint\n      run: echo lint\n\npre-push:\n  jobs:\n  - run: echo push',
    },
  },
  {
    state: 'lefthook.yml with commands',
    owner: 'lefthook',
    files: {
      '.lefthook.yaml':
        '644 pre-commit:\n  commands:\n    lint:\n      run: echo lint\ncommit-msg:\n  scripts:\n    check.sh:\n      runner: sh\n',
      [HOOK]: LEFTHOOK_HOOK,
    },
  },
  {
    state: 'lefthook.yml with CRLF',
    owner: 'lefthook',
    files: { 'lefthook.yml': '644 pre-commit:\r\n  jobs:\r\n    - run: echo lint\r\n' },
  },
  { state: 'lefthook.yml without hooks', owner: 'lefthook', files: { 'lefthook.yml': '644 # nothing yet\npre-commit:\n# end\n' } },
  { state: 'lefthook.toml', owner: 'lefthook', files: { 'lefthook.toml': '644 [[pre-commit.jobs]]\nname = "lint"\nrun = "echo lint"' } },
  {
    state: 'lefthook.toml with commands',
    owner: 'lefthook',
    files: { '.config/lefthook.toml': '644 [pre-commit.commands.lint]\nrun = "echo lint"\n' },
  },
  {
    state: 'lefthook.json',
    owner: 'lefthook',
    files: {
      'lefthook.json':
        '644 {\n  "pre-commit": {\n    "jobs": [\n      { "run": "echo lint" }\n    ]\n  },\n  "pre-merge-commit": {"jobs": []},\n  "commit-msg": { "parallel": true }\n}\n',
    },
  },
  {
    state: 'lefthook.jsonc',
    owner: 'lefthook',
    files: { '.lefthook.jsonc': '644 { // ours\n\t"pre-commit": { "commands": { "lint": { "run": "echo lint", }, } },\n}' },
  },
  { state: 'an empty lefthook.json', owner: 'lefthook', files: { 'lefthook.json': '644 {}' } },
  {
    state: 'pre-commit',
    owner: 'pre-commit',
    files: {
      '.pre-commit-config.yaml': '644 # ours\nrepos:\n# one\n- repo: https://example.com/x\n  rev: v1\n  hooks:\n  - id: lint\n',
      [HOOK]: '755 #!/usr/bin/env bash\n# File generated by pre-commit: https://pre-commit.com\n',
    },
  },
  {
    state: 'pre-commit, indented',
    owner: 'pre-commit',
    files: {
      '.pre-commit-config.yaml':
        '644 default_stages: [pre-commit]\nrepos:\n  - repo: local\n    hooks: [{ id: x, name: x, entry: x, language: system }]',
    },
  },
  { state: 'prek.toml', owner: 'prek', files: { 'prek.toml': '644 [[repos]]\nrepo = "local"\n\n[[repos.hooks]]\nid = "lint"\n' } },
  {
    state: 'simple-git-hooks in package.json',
    owner: 'simple-git-hooks',
    files: {
      'package.json':
        '644 {\n\t"name": "x",\n\t"simple-git-hooks": {\n\t\t"pre-commit": "echo \\u00e9 && npm test",\n\t\t"pre-push": "npm run \\"all\\""\n\t}\n}',
    },
  },
  {
    state: 'simple-git-hooks on one line',
    owner: 'simple-git-hooks',
    files: { 'package.json': '644 {"simple-git-hooks":{"pre-commit":"npm test"}}' },
  },
  {
    state: 'simple-git-hooks before 2.10, which marks nothing',
    owner: 'simple-git-hooks',
    files: { 'package.json': '644 {"simple-git-hooks":{"pre-commit":"npm test"}}', [HOOK]: '755 #!/bin/sh\nnpm test' },
  },
  { state: 'simple-git-hooks without hooks', owner: 'simple-git-hooks', files: { 'package.json': '644 {"simple-git-hooks": {}}\n' } },
  {
    state: 'simple-git-hooks in a file of its own',
    owner: 'simple-git-hooks',
    files: { '.simple-git-hooks.json': '644 { "preserveUnused": ["pre-push"], "pre-commit": "npm test" }\n' },
  },
  {
    state: 'a hooks path of the whole machine, and a git that has hooks in its config',
    owner: 'git’s config',
    git: [2, 54],
    prepare: (start) => {
      mkdirSync(join(start.around, 'company'))
      writeFileSync(join(start.around, 'company/pre-commit'), '#!/bin/sh\n')
      start.git('config', '--global', 'core.hooksPath', join(start.around, 'company'))
      return undefined
    },
  },
  {
    state: 'hooks in the config',
    owner: 'git’s own hooks, and git’s config',
    git: [2, 55],
    prepare: (start) => void start.git('config', 'hook.lint.event', 'pre-commit'),
  },
  {
    state: 'hooks in the config, and lefthook',
    owner: 'lefthook, and git’s config',
    git: [2, 55],
    files: { 'lefthook.yml': '644 pre-commit:\n  jobs:\n    - run: echo lint\n' },
    prepare: (start) => void start.git('config', 'hook.lint.event', 'pre-commit'),
  },
  {
    state: 'hooks in the config that an older git does not read',
    owner: GIT,
    git: [2, 53],
    prepare: (start) => void start.git('config', 'hook.lint.event', 'pre-commit'),
  },
  {
    state: 'a linked work tree',
    owner: GIT,
    prepare: (start) => {
      start.git('commit', '-q', '--allow-empty', '-m', 'one')
      start.git('worktree', 'add', '-q', '../linked')
      return start.within(join(start.around, 'linked'))
    },
  },
  {
    state: 'a submodule',
    owner: GIT,
    prepare: (start) => {
      start.git('commit', '-q', '--allow-empty', '-m', 'one')
      start.git('init', '-q', '../over')
      start.within(join(start.around, 'over')).git('submodule', 'add', '-q', start.top, 'part')
      return start.within(join(start.around, 'over/part'))
    },
  },
]

function begun({ name, init, files = {}, prepare }: Start): Repo {
  const start = repo(name, init)
  for (const [path, content] of Object.entries(files)) start.write(path, content.slice(4), Number.parseInt(content.slice(0, 3), 8))
  return prepare?.(start) ?? start
}

const seen = async (at: Repo, git: Start['git']): Promise<Repository> => ({ ...(await repository(at.top)), ...(git && { version: git }) })

describe('init', () => {
  it.each(STARTS)('finds the owner, says the same twice, and can be taken back byte for byte: $state', async (start) => {
    const at = begun(start)
    const before = bytesIn(at.around)

    const first = plan(await seen(at, start.git), HOOKS)
    expect(first.owner).toBe(start.owner)
    expect(changes(first.edits)).not.toEqual([])
    applyEdits(first.edits)
    const after = bytesIn(at.around)
    expect(after).not.toEqual(before)

    const second = plan(await seen(at, start.git), HOOKS)
    expect(second.owner).toBe(start.owner)
    expect(changes(second.edits)).toEqual([])
    applyEdits(second.edits)
    expect(bytesIn(at.around)).toEqual(after)
    expect(changes(plan(await seen(at, start.git), HOOKS.slice(0, -1)).edits)).toEqual([]) // as doctor asks, and init --no-push

    applyEdits(removal(await seen(at, start.git)).edits)
    expect(bytesIn(at.around)).toEqual(before)
    expect(changes(removal(await seen(at, start.git)).edits)).toEqual([])
  })

  it('gives a list in TOML that it cannot edit what to paste, and then finds it', async () => {
    const at = begun({ state: '', owner: '', files: { 'prek.toml': '644 repos = [\n]\n' } })
    const { edits, notes } = plan(await repository(at.top), HOOKS)
    expect(edits).toEqual([])
    const [, lines = ''] = notes[0]?.split('\n\n') ?? []
    expect(lines).toContain('{ repo = "local", hooks = [\n  { id = "leakgate", name = "leakgate", entry = \'\'\'sh -c')
    at.write('prek.toml', `repos = [\n${lines}\n]\n`)
    expect(plan(await repository(at.top), HOOKS).owner).toBe('prek, which runs leakgate already')
  })

  it('says that no hook is written if one cannot be: other files are', async () => {
    const at = begun({ state: '', owner: '' })
    rmSync(join(at.top, '.git/hooks'), { recursive: true })
    at.write('.git/hooks', '')
    const { edits, notes } = plan(await seen(at, undefined), HOOKS)
    expect(edits).toEqual([])
    expect(notes).toEqual([expect.stringMatching(/pre-commit cannot be written, so no hook was\./)])
  })

  it('adds nothing where pre-commit runs our own repository, and says what is missing there', async () => {
    const config = 'repos:\n- repo: https://example.com/leakgate\n  rev: v1\n  hooks: [{ id: leakgate }, { id: leakgate-message }]\n'
    const made = '#!/usr/bin/env bash\n# File generated by pre-commit: https://pre-commit.com\n'
    const at = begun({ state: '', owner: '', files: { '.pre-commit-config.yaml': `644 ${config}`, [HOOK]: `755 ${made}` } })
    const { edits, notes } = plan(await seen(at, undefined), HOOKS)
    expect(edits).toEqual([])
    expect(notes).toEqual([
      '.pre-commit-config.yaml has no hook leakgate-push: add it beside leakgate.',
      expect.stringContaining('pre-commit does not run pre-merge-commit, commit-msg, pre-push yet'),
    ])
  })

  it('writes the push too when it is asked for later', async () => {
    const at = begun({ state: '', owner: '', files: { 'lefthook.yml': '644 pre-commit:\n  jobs:\n    - run: echo lint\n' } })
    const before = bytesIn(at.around)
    applyEdits(plan(await seen(at, undefined), ['pre-commit']).edits)
    applyEdits(plan(await seen(at, undefined), HOOKS).edits)
    const all = at.read('lefthook.yml')
    for (const hook of HOOKS) expect(all).toContain(`"$leakgate" ${hook}`)
    applyEdits(removal(await seen(at, undefined)).edits)
    expect(bytesIn(at.around)).toEqual(before)
  })
})

describe('init, while another init runs', () => {
  const HOOKS_OF: Record<string, (at: Repo) => void> = {
    'a hook in perl': (at) => at.write(HOOK, '#!/usr/bin/env perl\n1;\n', 0o755),
    'a linked hook': (at) => symlinkSync('../../README.md', join(at.top, HOOK)),
  }
  it.each(Object.keys(HOOKS_OF))('keeps what was there: %s', async (kind) => {
    const at = begun({ state: '', owner: '' })
    HOOKS_OF[kind]?.(at)
    const before = bytesIn(at.around)
    const [one, other] = [plan(await seen(at, undefined), HOOKS), plan(await seen(at, undefined), HOOKS)]
    applyEdits(one.edits)
    const after = bytesIn(at.around)
    expect(() => applyEdits(other.edits)).toThrow('Nothing was changed')
    expect(bytesIn(at.around)).toEqual(after)
    expect(changes(plan(await seen(at, undefined), HOOKS).edits)).toEqual([])
    applyEdits(removal(await seen(at, undefined)).edits)
    expect(bytesIn(at.around)).toEqual(before)
  })

  it('takes no harm from one that was killed after it had put the hook aside', async () => {
    const at = begun({ state: '', owner: '', files: { [HOOK]: '755 #!/usr/bin/env perl\n1;\n' } })
    const before = bytesIn(at.around)
    const half = () => at.run('ln', HOOK, `${HOOK}_leakgate-chained`)
    half()
    applyEdits(removal(await seen(at, undefined)).edits)
    expect(bytesIn(at.around)).toEqual(before)
    half()
    applyEdits(plan(await seen(at, undefined), HOOKS).edits)
    applyEdits(removal(await seen(at, undefined)).edits)
    expect(bytesIn(at.around)).toEqual(before)
  })
})

describe('init, when another owner comes later', () => {
  it('leaves nothing of the first behind at the end', async () => {
    const at = begun({ state: '', owner: '' })
    const before = bytesIn(join(at.top, '.git/hooks'))
    applyEdits(plan(await seen(at, undefined), HOOKS).edits)
    at.git('config', 'core.hooksPath', '.githooks')
    applyEdits(plan(await seen(at, undefined), HOOKS).edits)
    applyEdits(removal(await seen(at, undefined)).edits)
    expect(bytesIn(join(at.top, '.git/hooks'))).toEqual(before)
    expect(bytesIn(join(at.top, '.githooks'))).toEqual({})
  })

  it('takes back its hook that pre-commit has put aside and would run as well', async () => {
    const at = begun({ state: '', owner: '', files: { '.pre-commit-config.yaml': '644 repos:\n- repo: local\n  hooks: []\n' } })
    at.write('.git/hooks/pre-commit', '#!/usr/bin/env bash\n# File generated by pre-commit: https://pre-commit.com\n', 0o755)
    at.write(
      '.git/hooks/pre-commit.legacy',
      '#!/bin/sh\n# >>> leakgate >>> made this file\n"${0%/*}/../leakgate/shim" pre-commit "$@" || exit $?\n# <<< leakgate <<<\n',
      0o755,
    )
    applyEdits(plan(await seen(at, undefined), HOOKS).edits)
    expect(Object.keys(bytesIn(join(at.top, '.git/hooks')))).toEqual(['pre-commit'])
  })
})

it('says what it cannot do', async () => {
  const at = begun({ state: '', owner: '', files: { 'lefthook.yml': '644 pre-commit:\n  jobs:\n    - run: echo lint\n' } })
  const repo = await seen(at, [2, 53])
  expect(() => plan(repo, HOOKS, { last: true })).toThrow('here, lefthook manages them')
  expect(() => plan(repo, HOOKS, { config: true })).toThrow('git 2.53 does not run hooks from its config')
})

it('a hook of the config is a command that the shell can run', async () => {
  const at = begun({ state: '', owner: '', name: 'a "b" c', prepare: (start) => void start.git('config', 'hook.lint.event', 'pre-commit') })
  applyEdits(plan(await seen(at, [2, 54]), HOOKS).edits)
  for (const hook of HOOKS) {
    expect(at.git('config', '--get-all', `hook.leakgate-${hook}.event`)).toBe(hook)
    expect(at.git('config', '--get', `hook.leakgate-${hook}.command`)).toBe(
      `"$(git rev-parse --git-common-dir)/leakgate/shim" config ${hook}`,
    )
  }
})

/** States in which nothing may be written: `says` is a part of the note. */
const REFUSED: readonly (Start & { readonly says: string })[] = [
  {
    state: 'a hooks path of the whole machine, and an older git',
    owner: 'outside',
    git: [2, 53],
    says: 'leakgate writes nothing there',
    prepare: (start) => void start.git('config', '--global', 'core.hooksPath', join(start.around, 'company')),
  },
  {
    state: 'a hooks path beside the repository',
    owner: 'outside',
    git: [2, 39],
    says: 'leakgate writes nothing there',
    prepare: (start) => void start.git('config', 'core.hooksPath', '../shared'),
  },
  {
    state: 'a place that cannot be written',
    owner: GIT,
    init: ['--template='],
    files: { '.git/hooks': '644 a file' },
    says: 'cannot be written',
  },
  {
    state: 'lefthook in flow style',
    owner: 'lefthook',
    files: { 'lefthook.yml': '644 pre-commit: { jobs: [{ run: echo lint }] }\n' },
    says: '- name: leakgate',
  },
  {
    state: 'lefthook with jobs in brackets',
    owner: 'lefthook',
    files: { 'lefthook.toml': '644 [pre-commit]\njobs = [{ run = "echo" }]\n' },
    says: '- name: leakgate',
  },
  {
    state: 'lefthook in broken YAML',
    owner: 'lefthook',
    files: { 'lefthook.yml': '644 pre-commit:\n  jobs: [\n' },
    says: '- name: leakgate',
  },
  {
    state: 'pre-commit in flow style',
    owner: 'pre-commit',
    files: { '.pre-commit-config.yaml': '644 repos: []\n' },
    says: '- repo: local',
  },
  {
    state: 'simple-git-hooks in code',
    owner: 'simple-git-hooks',
    files: { '.simple-git-hooks.cjs': '644 module.exports = {}\n' },
    says: 'npx simple-git-hooks',
  },
  {
    state: 'lefthook with its config elsewhere',
    owner: 'lefthook',
    files: { [HOOK]: LEFTHOOK_HOOK },
    says: '- name: leakgate',
  },
  {
    state: 'pre-commit with its config elsewhere',
    owner: 'pre-commit',
    files: {
      [HOOK]:
        '755 #!/usr/bin/env bash\n# File generated by pre-commit: https://pre-commit.com\nARGS=(hook-impl --config=ci/pc.yaml --hook-type=pre-commit)\n',
    },
    says: 'ci/pc.yaml',
  },
  {
    state: 'simple-git-hooks with its config elsewhere',
    owner: 'simple-git-hooks',
    files: {
      'package.json': '644 {"scripts":{"prepare":"simple-git-hooks ./config/hooks.json"}}',
      [HOOK]: '755 #!/bin/sh\nif [ "$SKIP_SIMPLE_GIT_HOOKS" = "1" ]; then\n    exit 0\nfi\necho team',
    },
    says: 'npx simple-git-hooks ./config/hooks.json',
  },
  {
    state: 'husky 4, which writes the hook again at each install',
    owner: 'husky 4',
    files: { [HOOK]: '755 #!/bin/sh\n# husky\n. "$(dirname "$0")/husky.sh"\n' },
    says: 'Update or remove it',
  },
  { state: 'yorkie', owner: 'yorkie', files: { [HOOK]: '755 #!/bin/sh\n#yorkie 2.0.0\n' }, says: 'Update or remove it' },
  { state: 'hk', owner: 'hk', files: { 'hk.pkl': '644 x\n', [HOOK]: '755 #!/bin/sh\nhk run pre-commit "$@"\n' }, says: 'hk.pkl' },
  {
    state: 'a folder of scripts',
    owner: 'the scripts in',
    files: { [HOOK]: '755 #!/bin/sh\nrun-parts "$0.d"\n', '.git/hooks/pre-commit.d/one': '755 x\n' },
    says: 'executable script',
  },
]

describe('init says', () => {
  it('what a setting of lefthook leaves out', async () => {
    const at = begun({ state: '', owner: '', files: { 'lefthook.yml': '644 pre-commit:\n  exclude: ["*.cfg"]\n' } })
    expect(plan(await seen(at, undefined), HOOKS).gaps?.join()).toContain('`exclude` of pre-commit applies to leakgate, too')
  })

  it('that a hook which looks at its own name has another one now', async () => {
    const at = begun({ state: '', owner: '', files: { 'hk/all': '755 #!/bin/sh\ncase $(basename "$0") in pre-commit) exit 1 ;; esac\n' } })
    at.run('ln', '-s', '../../hk/all', '.git/hooks/pre-commit')
    expect(plan(await seen(at, undefined), HOOKS).notes.join()).toContain('seems to look at its own name')
  })
})

describe('init writes nothing, and says what to do', () => {
  it.each(REFUSED)('$state', async (start) => {
    const at = begun(start)
    const { owner, edits, notes } = plan(await seen(at, start.git), HOOKS)
    expect(owner).toContain(start.owner)
    expect(edits).toEqual([])
    expect(notes.join('\n')).toContain(start.says)
  })
})

describe('a hook that was there', () => {
  const SHIM = '#!/bin/sh\necho "ours $*" >> "$LOG"\nif [ "$1" = pre-push ]; then cat >> "$LOG"; fi\nexit "${OURS:-0}"\n'
  const KINDS: readonly (readonly [string, string])[] = [
    ['shell', '#!/bin/sh\necho "theirs $*" >> "$LOG"\ncat >> "$LOG"\nexit 0\n'],
    [
      'strict shell',
      '#!/usr/bin/env bash\nset -euo pipefail\necho "theirs $*" >> "$LOG"\nwhile read -r line; do echo "$line" >> "$LOG"; done\n',
    ],
    [
      'shell for a line',
      '#!/bin/sh\n":" //# ; exec /usr/bin/env node "$0" "$@"\nconst fs = require("fs")\nfs.appendFileSync(process.env.LOG, "theirs " + process.argv.slice(2).join(" ") + "\\n" + fs.readFileSync(0))\n',
    ],
    [
      'another language',
      '#!/usr/bin/env node\nconst fs = require("fs")\nfs.appendFileSync(process.env.LOG, "theirs " + process.argv.slice(2).join(" ") + "\\n" + fs.readFileSync(0))\n',
    ],
  ]

  /** With a shim that keeps a record of its calls. */
  async function armed(hook: string, content: string) {
    const at = begun({ state: '', owner: '', files: { [`.git/hooks/${hook}`]: `755 ${content}` } })
    applyEdits(plan(await seen(at, undefined), HOOKS).edits)
    at.write('.git/leakgate/shim', SHIM, 0o755)
    at.git('init', '-q', '--bare', '../remote')
    vi.stubEnv('LOG', join(at.around, 'log'))
    return at
  }

  it.each(KINDS)('in %s gets its arguments and its standard input, after ours', async (_, content) => {
    const at = await armed('pre-push', content)
    at.git('commit', '-q', '--allow-empty', '-m', 'one')
    at.write('../log', '')
    const id = at.git('rev-parse', 'HEAD')
    at.git('push', '-q', '../remote', 'main', 'main:other')
    const line = (name: string) => `refs/heads/main ${id} refs/heads/${name} ${'0'.repeat(40)}\n`
    const refs = line('main') + line('other')
    expect(at.read('../log')).toBe(`ours pre-push ../remote ../remote\n${refs}theirs ../remote ../remote\n${refs}`)
  })

  it.each(KINDS)('in %s is not reached when ours refuses', async (_, content) => {
    const at = await armed('pre-commit', content)
    at.write('../log', '')
    expect(at.run('env', 'OURS=1', 'git', 'commit', '-q', '--allow-empty', '-m', 'one').code).toBe(1)
    expect(at.read('../log')).toBe('ours pre-commit\n')
  })

  it.each(KINDS)('in %s comes first with --last, but for a push', async (_, content) => {
    const files = { '.git/hooks/commit-msg': `755 ${content}`, '.git/hooks/pre-push': `755 ${content}` }
    const at = begun({ state: '', owner: '', files })
    const before = bytesIn(join(at.top, '.git/hooks'))
    applyEdits(plan(await seen(at, undefined), HOOKS, { last: true }).edits)
    const after = bytesIn(at.around)
    for (const wish of [{ last: true }, {}]) applyEdits(plan(await seen(at, undefined), HOOKS, wish).edits)
    expect(bytesIn(at.around)).toEqual(after)

    at.write('.git/leakgate/shim', SHIM, 0o755)
    at.git('init', '-q', '--bare', '../remote')
    vi.stubEnv('LOG', join(at.around, 'log'))
    at.git('commit', '-q', '--allow-empty', '-m', 'one')
    expect(
      at
        .read('../log')
        .split('\n')
        .filter((line) => line.includes('MSG')),
    ).toEqual(['theirs .git/COMMIT_EDITMSG', 'ours commit-msg .git/COMMIT_EDITMSG'])
    at.write('../log', '')
    at.git('push', '-q', '../remote', 'main')
    expect(at.read('../log')).toMatch(/^ours pre-push .*\n.*\ntheirs /)

    applyEdits(removal(await seen(at, undefined)).edits)
    expect(bytesIn(join(at.top, '.git/hooks'))).toEqual(before)
  })

  it.each([
    ['[ $# -gt 0 ] || exit 0', true],
    ['[ -z "$CI" ] || return 0', true],
    ['exec other "$@"', true],
    ['# exit 0', false],
    ['exec 1>&2', false],
    ['PATH=$PATH:/opt/exit/bin', false],
  ])('that gets this line above ours: %s', async (line, ends) => {
    const at = await armed('pre-commit', '#!/bin/sh\n')
    const before = at.read(HOOK)
    at.write(HOOK, before.replace('\n', `\n${line}\n`), 0o755)
    applyEdits(plan(await seen(at, undefined), HOOKS).edits)
    const moved = `${before}${line}\n`
    expect(at.read(HOOK)).toBe(ends ? moved : before.replace('\n', `\n${line}\n`))
    applyEdits(removal(await seen(at, undefined)).edits)
    expect(at.read(HOOK)).toBe(`#!/bin/sh\n${line}\n`)
  })

  it('stays where it is when it stands behind ours already: --last says so', async () => {
    const at = await armed('pre-commit', '#!/bin/sh\n')
    const repo = await seen(at, undefined)
    expect(() => plan(repo, HOOKS, { last: true })).toThrow('leakgate already runs first')
  })

  it('has the last word when ours passes', async () => {
    const at = await armed('pre-commit', '#!/usr/bin/env node\nprocess.exit(3)\n')
    expect(at.run('git', 'commit', '-q', '--allow-empty', '-m', 'one').code).toBe(1)
  })

  it('in node is still a module where its package says so: node goes by the ending of a name', async () => {
    const at = await armed('pre-commit', '#!/usr/bin/env node\nimport fs from "node:fs"\nfs.appendFileSync(process.env.LOG, "theirs")\n')
    at.write('package.json', '{ "type": "module" }')
    at.git('commit', '-q', '--allow-empty', '-m', 'one')
    expect(at.read('../log')).toContain('theirs')
  })

  it('is passed over, as git does, when it is a link that leads nowhere', async () => {
    const at = begun({ state: '', owner: '', prepare: (start) => void symlinkSync('gone', join(start.top, HOOK)) })
    applyEdits(plan(await seen(at, undefined), HOOKS).edits)
    at.write('.git/leakgate/shim', '#!/bin/sh\n', 0o755)
    expect(at.run('git', 'commit', '-q', '--allow-empty', '-m', 'one').code).toBe(0)
  })
})

it('a hook has the line ends of its first line', async () => {
  const at = begun({ state: '', owner: '', files: { '.git/hooks/pre-push': '755 #!/bin/sh\n# theirs\r\nod -c\n' } })
  applyEdits(plan(await seen(at, undefined), HOOKS).edits)
  expect(at.read('.git/hooks/pre-push').match(/\r/g)).toEqual(['\r'])
})

it('a clone of a team without a shim of its own refuses, and says how to make one', async () => {
  const at = begun({ state: '', owner: '', prepare: (start) => void start.git('config', 'core.hooksPath', '.githooks') })
  applyEdits(plan(await seen(at, undefined), HOOKS).edits)
  const { code, error } = at.run('git', 'commit', '-q', '--allow-empty', '-m', 'one')
  expect([code, error]).toEqual([1, 'leakgate is not set up in this clone: npx leakgate init\n'])
})
