import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { rules } from '../../patterns/index.ts'
import * as vocabulary from '../../patterns/vocabulary.ts'
import { plainly } from '../../src/detect/letters.ts'
import { shim } from '../../src/setup/shim.ts'
import { SUSPICIOUS } from '../../src/setup/suspicious.ts'
import { placed, sample } from '../helpers/sample.ts'
import { scanText } from '../helpers/scan.ts'

const messages = rules.flatMap((rule) =>
  rule.catches.map((example, i) => ({
    id: rule.id,
    number: i + 1,
    text: sample(placed(example).text, `${rule.id} ${i}`),
  })),
)

describe('the shim starts node', () => {
  it('for every message in which a rule finds its example', () => {
    const coarse = new RegExp(SUSPICIOUS, 'i')
    const missed = messages.filter(
      ({ text }) => scanText(text, 'the commit message').length > 0 && !text.split('\n').some((line) => coarse.test(line)),
    )
    expect(missed.map(({ id, number }) => `${id} ${number}`)).toEqual([])
  }, 60_000)

  it('for what a rule finds alone in a sentence, without the line of its example', () => {
    const coarse = new RegExp(SUSPICIOUS, 'i')
    const missed = rules.flatMap(({ id, pattern, catches }) =>
      catches.flatMap((example, i) =>
        Array.from({ length: 4 }, (_, n) => {
          const text = sample(placed(example).text, `${id} ${i} alone ${n}`)
          const alone = pattern && new RegExp(pattern.source, pattern.flags.replace(/[gy]/g, '')).exec(text)?.[0]
          const message = `Use ${alone} for the app`
          const isMissed =
            alone && !message.split('\n').some((line) => coarse.test(line)) && scanText(message, 'the commit message').length > 0
          return isMissed ? `${id} ${i + 1}` : []
        }).flat(),
      ),
    )
    expect(missed).toEqual([])
  }, 60_000)

  it.each([
    'Set the credentials to V',
    'set bearer to V',
    'zugangscode of admin is "V"',
    'requirepass V',
    'process.env.DB_PASS ?? "V"',
    '#define API_SECRET @"V"',
    'Das Passwort lautet: V',
    'Authorization: Bearer V',
    'if ("V".equals(pass)) {',
    '| user | pass |\n|---|---|\n| app | V |',
  ])('for %s', (line) => {
    const message = line.replace('V', 'xK9s2mZq!7Lw')
    expect(scanText(message, 'the commit message')).not.toEqual([])
    expect(message.split('\n').some((line) => new RegExp(SUSPICIOUS, 'i').test(line))).toBe(true)
  })

  it('for every word of another language, by bytes as grep reads them', () => {
    const words = [...vocabulary.PASSWORD, ...vocabulary.SECRET_KEY, ...vocabulary.CREDENTIALS, ...vocabulary.TOKEN, ...vocabulary.KEY]
    const lines = words
      .flatMap((word) => [word, word.toUpperCase(), plainly(word)])
      .flatMap((word) => [
        `${word}: aB3!xyz9`,
        `${word}：aB3!xyz9`,
        `${word} of admin is "aB3!xyz9"`,
        `${word.replaceAll(' ', '_')}="aB3!xyz9"`,
      ])
      .filter((line) => !line.startsWith('!') && scanText(line, 'the commit message').length > 0)
    const env = { ...process.env, LC_ALL: 'C' }
    expect(spawnSync('grep', ['-Eiv', SUSPICIOUS], { input: lines.join('\n'), env, encoding: 'utf8' }).stdout).toBe('')
  })

  it.each([
    'Mend the parser',
    'Add a test for merges (#123)\n\nCo-authored-by: Ann Example <ann@example.com>',
    '修复解析器 (#123)',
    'Починить разбор строк',
  ])('not for %s', (message) => expect(message.split('\n').some((line) => new RegExp(SUSPICIOUS, 'i').test(line))).toBe(false))
})

it.skipIf(process.platform === 'win32').each(['sh', 'bash'])(
  'in %s, a message that cannot be handed to grep is not taken for one without a match',
  (shell) => {
    const folder = mkdtempSync(join(tmpdir(), 'leakgate-shim-'))
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    const [file, message] = [join(folder, 'shim'), join(folder, 'message')]
    writeFileSync(file, shim({ node: '', cli: '', twice: false }))
    writeFileSync(message, sample(`${'Words\n'.repeat(20_000)}sk_live_{base62:24}\n`, 'message'))
    const env = { PATH: process.env.PATH, LEAKGATE_CLI: file, LEAKGATE_NODE: 'false' }
    // No file can be written, and a pipe takes half of it.
    const command = `trap '' XFSZ; ulimit -f 0; exec ${shell} "$0" commit-msg "$1"`
    expect(spawnSync('sh', ['-c', command, file, message], { cwd: folder, env, encoding: 'utf8' })).toMatchObject({
      status: 3,
      stderr: expect.stringContaining('false did not run it to its end'),
    })
  },
)
