import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { auditOf } from '../helpers/audit.ts'
import { PLACES, plantAll, token } from '../helpers/places.ts'
import { repo } from '../helpers/repo.ts'
import { scanText } from '../helpers/scan.ts'

const fingerprint = (place: string) => scanText(token(place))[0]?.finding.fingerprint

describe('an audit of the history', () => {
  it.each([['sha1'], ['sha256']])('sees all eighteen places, in a repository of %s', { timeout: 60_000 }, async (hash) => {
    const here = repo('repo', [`--object-format=${hash}`])
    plantAll(here)
    const { verdicts } = await auditOf(here, { kind: 'history' })
    const seen = new Set(verdicts.map(({ finding }) => finding.fingerprint))
    expect(Object.keys(PLACES).filter((place) => !seen.has(fingerprint(place) ?? ''))).toEqual([])
    expect(Object.keys(PLACES)).toHaveLength(18)
  })

  it('sees them in a bare mirror too, but for what a clone does not get', { timeout: 60_000 }, async () => {
    const here = repo()
    plantAll(here)
    here.git('clone', '-q', '--mirror', '--no-local', '.', '../mirror.git')
    const { verdicts } = await auditOf(here.within(`${here.around}/mirror.git`), { kind: 'history' })
    const seen = new Set(verdicts.map(({ finding }) => finding.fingerprint))
    expect(Object.keys(PLACES).filter((place) => !seen.has(fingerprint(place) ?? ''))).toEqual([
      'a blob that nothing names',
      'a commit that was amended',
      'a file that is only staged',
    ])
  })

  it('says since when, by whom, in which branches, and whether it is still there', { timeout: 60_000 }, async () => {
    const here = repo()
    const at = (day: string, ...args: string[]) =>
      here.run('env', `GIT_COMMITTER_DATE=${day}T12:00:00Z`, 'git', '-c', 'user.name=Ann', 'commit', '-q', ...args)
    here.write('a.js', `const key = '${token('way')}'\n`)
    here.git('add', '.')
    at('2024-01-02', '-m', 'one')
    here.write('a.js', `// moved\nconst key = '${token('way')}'\n`)
    at('2024-02-03', '-am', 'two')
    here.git('branch', 'kept')
    here.write('a.js', 'const key = process.env.KEY\n')
    at('2024-03-04', '-am', 'three')
    const { verdicts } = await auditOf(here, { kind: 'history' })
    expect(verdicts).toHaveLength(1)
    const { finding } = verdicts[0] ?? { finding: undefined }
    expect(finding).toMatchObject({ path: 'a.js', line: 1, author: 'Ann <a@example.com>', date: '2024-01-02T12:00:00Z' })
    expect(finding?.commit).toBe(here.git('rev-parse', 'main~2'))
    expect(finding?.history).toMatchObject({
      inTree: false,
      commits: [here.git('rev-parse', 'main~2'), here.git('rev-parse', 'main~1')],
      refs: ['refs/heads/kept', 'refs/heads/main'],
      last: { date: '2024-02-03T12:00:00Z' },
      pushed: 'unknown',
      object: here.git('rev-parse', 'main~2:a.js'),
    })
    expect(finding?.history?.steps[0]).toMatch(/^Rotate it first/)
  })

  it.each([
    ['a pushed branch', 'yes', (here: ReturnType<typeof repo>) => here.git('push', '-q', 'origin', 'main')],
    ['no pushed branch', 'no', (here: ReturnType<typeof repo>) => here.git('push', '-q', 'origin', 'main~1:refs/heads/main')],
  ])('says of what is in %s whether it was pushed: %s', async (_, pushed, push) => {
    const here = repo()
    here.git('init', '-q', '--bare', '../origin.git')
    here.git('remote', 'add', 'origin', '../origin.git')
    here.git('commit', '-q', '--allow-empty', '-m', 'one')
    here.write('a.js', `const key = '${token('pushed')}'\n`)
    here.git('add', '.')
    here.git('commit', '-qm', 'two')
    push(here)
    here.git('fetch', '-q')
    const { verdicts } = await auditOf(here, { kind: 'history' })
    expect(verdicts.map(({ finding }) => finding.history?.pushed)).toEqual([pushed])
  })

  it('takes the secret out with the commands that it gives', async () => {
    const here = repo()
    for (const text of [`one\nconst key = '${token('line')}'\nthree\n`, `key: '${token('line')}' // now in a map\n`]) {
      here.write('a.js', text)
      here.git('add', '.')
      here.git('commit', '-qm', text.slice(0, 3))
    }
    const { verdicts } = await auditOf(here, { kind: 'history' })
    const steps = verdicts[0]?.finding.history?.steps.filter((one) => one.includes('>> "$clean/lines.txt"')) ?? []
    here.run('mkdir', 'clean.git')
    for (const step of steps) here.run('sh', '-c', `clean=clean.git; ${step.slice(2)}`)
    const removed = (line: string) => `literal:${line}==>***REMOVED***`
    const found = here.read('clean.git/lines.txt').trim().split('\n').sort()
    expect(found).toEqual([removed(`const key = '${token('line')}'`), removed(`key: '${token('line')}' // now in a map`)].sort())
    expect(steps.join()).not.toContain(token('line').slice(10))
  })

  it('takes each part of a secret out, whatever the encoding of its lines', async () => {
    const here = repo()
    const parts = token('parts').match(/.{1,7}/g) ?? []
    const joined = parts.map((part, i) => `"${part}"${i < parts.length - 1 ? ' +' : ' // \xe4\xf6'}`)
    writeFileSync(join(here.top, 'a.js'), `const k =\n${joined.join('\n')}\n`, 'latin1')
    here.git('add', '.')
    here.git('commit', '-qm', 'one')
    const { verdicts } = await auditOf(here, { kind: 'history' })
    const steps = verdicts[0]?.finding.history?.steps.filter((one) => one.includes('>> "$clean/lines.txt"')) ?? []
    here.run('mkdir', 'clean.git')
    for (const step of steps) here.run('sh', '-c', `clean=clean.git; export LC_ALL=C.UTF-8; ${step.slice(2)}`)
    const found = readFileSync(join(here.top, 'clean.git/lines.txt'), 'latin1')
    for (const part of parts) expect(found).toContain(`literal:"${part}"`)
  })

  it('hides an author’s and a branch’s name that holds a secret', async () => {
    const here = repo()
    here.write('a.js', `const key = '${token('shown')}'\n`)
    here.git('add', '.')
    here.git('-c', `user.name=${token('name')}`, 'commit', '-qm', 'one')
    here.git('branch', `for-${token('branch')}`)
    const report = JSON.stringify(await auditOf(here, { kind: 'history' }))
    for (const hidden of ['shown', 'name', 'branch']) expect(report).not.toContain(token(hidden).slice(8, 28))
    expect(report).toContain('(hidden: it contains a secret)')
  })
})

describe('an audit of a range', () => {
  it.each([
    ['what was added in it', 'A..B', ['added.txt']],
    ['what came and went in it', 'A..C', ['added.txt', 'gone.txt']],
    ['nothing that was there before, moved or not', 'B..D', ['gone.txt']],
  ])('finds %s', async (_, commits, paths) => {
    const here = repo()
    const commit = (name: string, files: Record<string, string>) => {
      for (const [path, text] of Object.entries(files)) here.write(path, text)
      here.git('add', '-A')
      here.git('commit', '-qm', name)
      here.git('tag', name)
    }
    commit('A', { 'old.txt': `${token('old')}\n` })
    commit('B', { 'added.txt': `${token('added')}\n`, 'old.txt': `changed\n${token('old')}\n` })
    commit('C1', { 'gone.txt': `${token('gone')}\n` })
    commit('C', { 'gone.txt': 'nothing\n' })
    here.git('mv', 'old.txt', 'moved.txt')
    commit('D', { 'moved.txt': `moved\n${token('old')}\n` })
    const { verdicts } = await auditOf(here, { kind: 'range', commits })
    expect(verdicts.map(({ finding }) => finding.path).sort()).toEqual(paths)
  })

  it('finds what is new since a day', async () => {
    const here = repo()
    for (const year of ['2020', '2024']) {
      here.write(`${year}.txt`, `${token(year)}\n`)
      here.git('add', '.')
      here.run('env', `GIT_COMMITTER_DATE=${year}-05-06T12:00:00Z`, 'git', 'commit', '-qm', year)
    }
    const { verdicts } = await auditOf(here, { kind: 'range', since: '2022-01-01' })
    expect(verdicts.map(({ finding }) => finding.path)).toEqual(['2024.txt'])
  })

  it.each([
    ['feature', ['new.txt']],
    ['main', ['old.txt']],
  ])('of the branch %s finds what is new in it', async (branch, paths) => {
    const here = repo()
    here.write('old.txt', `${token('old')}\n`)
    here.git('add', '.')
    here.git('commit', '-qm', 'one')
    here.git('checkout', '-q', '-b', 'feature')
    here.write('new.txt', `${token('new')}\n`)
    here.git('add', '.')
    here.git('commit', '-qm', 'two')
    const { verdicts } = await auditOf(here, { kind: 'range', branch })
    expect(verdicts.map(({ finding }) => finding.path)).toEqual(paths)
  })
})
