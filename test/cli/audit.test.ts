import { appendFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { auditing, auditingAll } from '../../src/audit/auditing.ts'
import { fed, killed, leakgate } from '../helpers/audit.ts'
import { PLACES, plantAll, token } from '../helpers/places.ts'
import { type Repo, repo } from '../helpers/repo.ts'
import { sample } from '../helpers/sample.ts'

const JSON_HISTORY = ['audit', '--history', '--format', 'json']

/** More than one thread has its share of. */
function large(): Repo {
  const here = repo()
  for (let i = 0; i < 60; i++) here.write(`src/${i}.js`, `// ${'a line of code that says nothing '.repeat(20)}\n`.repeat(400 + i))
  plantAll(here)
  return here
}

const cacheOf = (here: Repo) => {
  const folder = join(here.top, '.git/leakgate/cache')
  return readdirSync(folder).map((name) => join(folder, name))
}

describe('leakgate audit', () => {
  it('gives the same report in one thread, in several, and from shards', { timeout: 120_000 }, () => {
    const here = large()
    const whole = leakgate(here, ...JSON_HISTORY, '--no-cache', '--workers', '1').out
    expect(leakgate(here, ...JSON_HISTORY, '--no-cache', '--workers', '3').out).toBe(whole)
    const files = [1, 2, 3].map((part) => {
      const file = join(here.around, `${part}.json`)
      writeFileSync(file, leakgate(here, ...JSON_HISTORY, '--shard', `${part}/3`).out)
      return file
    })
    expect(leakgate(here, 'merge-reports', '--format', 'json', ...files.reverse()).out).toBe(whole)
    for (const format of ['html', 'sarif', 'terminal'])
      expect(leakgate(here, 'merge-reports', '--format', format, '--all', ...files).out).toBe(
        leakgate(here, 'audit', '--history', '--format', format, '--all').out,
      )
    const lacking = leakgate(here, 'merge-reports', '--format', 'json', ...files.slice(1))
    expect(lacking).toMatchObject({ code: 3, out: '' })
    expect(lacking.error).toContain('the report of 3 is missing')
    const tree = leakgate(here, 'audit', '--format', 'json').out
    const shares = [1, 2].map((part) => {
      const file = join(here.around, `tree-${part}.json`)
      writeFileSync(file, leakgate(here, 'audit', '--format', 'json', '--shard', `${part}/2`).out)
      return file
    })
    expect(leakgate(here, 'merge-reports', '--format', 'json', ...shares).out).toBe(tree)
  })

  it('keeps verdicts, never a secret, and trusts nothing broken', { timeout: 120_000 }, () => {
    const here = repo()
    plantAll(here)
    const whole = leakgate(here, ...JSON_HISTORY, '--no-cache').out
    expect(existsSync(join(here.top, '.git/leakgate'))).toBe(false)
    const again = () => {
      expect(leakgate(here, ...JSON_HISTORY).out).toBe(whole)
      const [file = ''] = cacheOf(here)
      return file
    }
    const file = again()
    const kept = readFileSync(file, 'latin1')
    for (const place of Object.keys(PLACES)) expect(kept).not.toContain(token(place).slice(8, 28))
    again()
    expect(readFileSync(file, 'latin1')).toBe(kept)
    appendFileSync(file, `${kept.slice(0, 100)}`) // a record that was torn
    again()
    expect(readFileSync(file, 'latin1')).toBe(kept)
    for (const broken of [kept.replace('"clean":["', '"clean":["0'), `nothing\n${kept}`, 'nothing\nat all\n']) {
      writeFileSync(file, broken, 'latin1')
      again()
      expect(readFileSync(file, 'latin1')).toBe(kept)
    }
    here.write('leakgate.config.json', '{ "rules": { "stripe-secret-key": "warn" } }')
    expect(leakgate(here, ...JSON_HISTORY).out).toContain('"outcome": "warned"')
    expect(cacheOf(here)).not.toEqual([file])
  })

  it('keeps the verdicts of a few other configs, as a checklist has two of its own', { timeout: 120_000 }, () => {
    const here = repo()
    plantAll(here)
    leakgate(here, ...JSON_HISTORY)
    const [file = ''] = cacheOf(here)
    leakgate(here, 'audit', '--checklist')
    const files = cacheOf(here)
    expect(files).toHaveLength(3)
    const kept = files.map((one) => readFileSync(one, 'latin1'))
    leakgate(here, 'audit', '--checklist')
    expect(files.map((one) => readFileSync(one, 'latin1'))).toEqual(kept)
    expect(files).toContain(file)
    for (const least of ['0.1', '0.2', '0.3']) leakgate(here, 'audit', '--min-confidence', least)
    expect(cacheOf(here)).toHaveLength(4)
  })

  it('looks again when the config is another file: own rules do not look at the one that holds them', { timeout: 60_000 }, () => {
    const here = repo()
    const key = sample('acme_{hex:32}', 'config')
    const rule = { id: 'acme-key', literals: ['acme_'], pattern: 'acme_[0-9a-f]{32}' }
    here.write('.leakgaterc.json', `${JSON.stringify({ own: [rule] })} // ${key}\n`)
    here.git('add', '.')
    expect(leakgate(here, 'audit').code).toBe(0)
    here.write('leakgate.config.json', JSON.stringify({ own: [rule] }))
    expect(leakgate(here, 'audit').out).toContain('.leakgaterc.json:1')
  })

  it.each(['rev-list', 'cat-file --batch'])('continues after Ctrl-C at git %s', { timeout: 120_000 }, (command) => {
    const here = large()
    const whole = leakgate(here, ...JSON_HISTORY, '--no-cache').out
    const path = process.env.PATH ?? ''
    // Once: a second Ctrl-C ends it where it stands.
    const sends = `mkdir '${here.around}/sent' 2>/dev/null && kill -INT $PPID`
    const git = `#!/bin/sh\ncase " $* " in *" ${command} "*) ${sends} ;; esac\nPATH='${path}' exec git "$@"\n`
    here.write('../early/git', git, 0o755)
    vi.stubEnv('PATH', `${join(here.around, 'early')}${delimiter}${path}`)
    const { code, out } = leakgate(here, ...JSON_HISTORY)
    vi.stubEnv('PATH', path)
    expect([code, JSON.parse(out).coverage.unread]).toEqual([130, [{ path: 'the rest', why: 'interrupted' }]])
    expect(leakgate(here, ...JSON_HISTORY).out).toBe(whole)
  })

  it('after it was killed, whenever that was, the same command gives the same report', { timeout: 120_000 }, async () => {
    const here = large()
    const whole = leakgate(here, ...JSON_HISTORY, '--no-cache').out
    for (const after of [150, 300, 450]) await killed(here, after, ...JSON_HISTORY)
    expect(leakgate(here, ...JSON_HISTORY).out).toBe(whole)
  })

  it.each([auditing, auditingAll])('ends with 130 after Ctrl-C, whatever git says, which was interrupted too: %o', async (run) => {
    const failing = async () => {
      process.emit('SIGINT', 'SIGINT')
      throw new Error('killed by SIGINT')
    }
    await expect(run({ least: 0, cached: false }, failing)).rejects.toMatchObject({ code: 130 })
  })

  it('reads what git ignores, and refuses nothing of it', () => {
    const here = repo()
    here.write('.gitignore', 'local.txt\n')
    here.write('local.txt', `${token('local')}\n`)
    expect(leakgate(here, 'audit', '--format', 'jsonl')).toMatchObject({ code: 0, out: '' })
    const { code, out } = leakgate(here, 'audit', '--ignored', '--format', 'jsonl')
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ path: 'local.txt', outcome: 'warned' })
  })

  it('reads standard input, by the name that it is given', () => {
    const here = repo()
    const { out, code } = fed(here, `key('${token('stream')}')\n`, 'audit', '--format', 'jsonl', '--stdin', '--path', 'config/a.js')
    expect(code).toBe(1)
    expect(JSON.parse(out)).toMatchObject({ path: 'config/a.js', line: 1 })
  })

  it('goes through a list of clones and mirrors', { timeout: 60_000 }, () => {
    const here = repo()
    here.write('a.js', `const key = '${token('listed')}'\n`)
    here.git('add', '.')
    here.git('commit', '-qm', 'one')
    here.git('clone', '-q', '--mirror', '.', '../mirror.git')
    writeFileSync(join(here.around, 'list'), '# mine\nrepo\n\nmirror.git\n')
    for (const words of [[], ['--history']]) {
      const { code, out } = leakgate(here, 'audit', '--repos', '../list', ...words, '--format', 'json')
      expect(code).toBe(1)
      expect(JSON.parse(out).findings.map(({ path }: { path: string }) => path)).toEqual(['mirror.git/a.js', 'repo/a.js'])
    }
    writeFileSync(join(here.around, 'list'), 'nowhere\nrepo\n')
    const { code, out } = leakgate(here, 'audit', '--repos', '../list', '--format', 'json')
    expect([code, JSON.parse(out).findings.length, JSON.parse(out).coverage.unread[0].path]).toEqual([1, 1, 'nowhere'])
  })

  it.each([
    [['--history', '--ignored'], '--history and --ignored cannot be combined'],
    [['--shard', '0/4'], '--shard needs'],
    [['--range', 'nowhere..HEAD'], 'git finds no commits'],
    [['--remotes'], '--remotes needs'],
    [['--path', 'a'], '--path needs'],
    [['--update-baseline'], '--update-baseline needs'],
    [['--baseline', 'a', '--update-baseline', '--format', 'json'], '--update-baseline needs'],
    [['--stdin', '--repos', 'list'], '--stdin and --repos cannot be combined'],
    [['--repos', 'list', 'folder'], '--repos and PATH cannot be combined'],
    [['--stdin', '--shard', '1/2'], '--stdin and --shard cannot be combined'],
    [['--min-confidence', ' '], '--min-confidence needs'],
    [['--baseline', 'none'], 'Write it: npx leakgate audit --baseline none --update-baseline'],
    [
      ['--history', '--remotes', '--baseline', 'none', '--format', 'json', '--shard', '1/1'],
      'Write it: npx leakgate audit --history --remotes --baseline none --update-baseline',
    ],
  ])('says of %j what is wrong', (words, problem) => {
    const here = repo()
    here.git('commit', '-q', '--allow-empty', '-m', 'one')
    const { code, out, error } = leakgate(here, 'audit', ...words)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(error).toContain(problem)
  })
})

describe('a baseline', () => {
  const FILE = 'leakgate.baseline'
  const update = (here: Repo) => leakgate(here, 'audit', '--baseline', FILE, '--update-baseline')
  const plant = (here: Repo, path: string) => here.write(path, `const key = '${token(path)}'\n`)

  it('lets pass what was there, moved or not, and refuses what is new', { timeout: 60_000 }, () => {
    const here = repo()
    plant(here, 'a.js')
    expect(leakgate(here, 'audit').code).toBe(1)
    expect(update(here).code).toBe(0)
    expect(here.read(FILE)).toMatch(/^# .*\n[0-9a-f]{12} a\.js # stripe-secret-key\n$/)
    expect(leakgate(here, 'audit', '--baseline', FILE).code).toBe(0)
    here.run('mv', 'a.js', 'b.js')
    expect(leakgate(here, 'audit', '--baseline', FILE).code).toBe(0)
    plant(here, 'new.js')
    expect(leakgate(here, 'audit', '--baseline', FILE).code).toBe(1)
    here.run('rm', 'b.js', 'new.js')
    update(here)
    expect(here.read(FILE)).not.toContain('.js')
  })

  it('is written of what could be looked at, and names the rest', { timeout: 60_000 }, () => {
    const here = repo()
    for (const path of ['a.js', 'b.js']) plant(here, path)
    here.git('add', '.')
    here.run('rm', `.git/objects/${here.git('rev-parse', ':b.js').replace(/^../, '$&/')}`)
    const { code, error } = update(here)
    expect(code).toBe(3)
    expect(error).toMatch(/1 file could not be scanned.*b\.js.*git does not have its content/s)
    expect(here.read(FILE)).toMatch(/^# .*\n[0-9a-f]{12} a\.js # stripe-secret-key\n$/)
    here.write('leakgate.config.json', '{ "unread": "warn" }')
    expect(update(here)).toMatchObject({ code: 0, error: expect.stringContaining('b.js') })
  })

  it('merges without a conflict', { timeout: 60_000 }, () => {
    const here = repo()
    const work = (path: string) => {
      plant(here, path)
      update(here)
      here.git('add', '.')
      here.git('commit', '-qm', path)
    }
    work('a.js')
    here.git('checkout', '-q', '-b', 'side')
    for (const path of ['b.js', 'c.js', 'd.js']) work(path)
    here.git('checkout', '-q', 'main')
    for (const path of ['e.js', 'f.js', 'g.js']) work(path)
    here.git('merge', '-q', '--no-edit', 'side')
    expect(leakgate(here, 'audit', '--baseline', FILE).code).toBe(0)
    update(here)
    expect(here.read(FILE).split('\n').slice(1, -1)).toHaveLength(7)
    expect(here.read(FILE).split('\n').slice(1, -1)).toEqual(here.read(FILE).split('\n').slice(1, -1).sort())
  })
})
