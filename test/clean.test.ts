import { describe, expect, it } from 'vitest'
import { Clean } from '../src/clean.ts'
import { changeOf } from '../src/collect/text.ts'
import { AUDIT } from '../src/judge/thresholds.ts'
import { scan } from '../src/scan.ts'
import { DEFAULTS } from '../src/setup/config.ts'
import { sample } from './helpers/sample.ts'
import { book, TODAY } from './helpers/scan.ts'

const settings = { books: [book], config: DEFAULTS, today: TODAY, least: AUDIT }
const code = Array.from({ length: 200 }, (_, i) => `export const line${i} = compute(${i}, other) // and so on`)

/** The text with lines in the place of one of its own. */
const withLines = (at: number, ...lines: string[]) => [...code.slice(0, at), ...lines, ...code.slice(at + 1)].join('\n')

const plain = code.join('\n')
const pem = sample('{pem:rsa}', 'clean').split('\n')
const broken = (at: number) => pem.map((line, i) => (i === at ? '' : line))

/** Versions of a file, one after the other; which of them have a finding. */
const CASES: readonly (readonly [string, string, readonly string[], readonly boolean[]])[] = [
  [
    'a token that comes and goes',
    'a.js',
    [plain, withLines(90, `key('${sample('sk_live_{base62:24}', 1)}')`), plain],
    [false, true, false],
  ],
  [
    'small changes in many places',
    'a.js',
    [plain, withLines(3, 'one'), withLines(150, 'two', 'three'), withLines(199)],
    [false, false, false, false],
  ],
  [
    'a value on the line after its name',
    'a.yml',
    [withLines(50, 'title:', `  "${sample('{base62:32}', 2)}"`), withLines(50, 'password:', `  "${sample('{base62:32}', 2)}"`)],
    [false, true],
  ],
  ['a private key of which one line is mended', 'a.txt', [withLines(50, ...broken(0)), withLines(50, ...pem)], [false, true]],
  ['a private key that gets its last line', 'a.txt', [withLines(50, ...broken(pem.length - 2)), withLines(50, ...pem)], [true, true]],
  [
    'lines that are taken out between a name and its value',
    'a.js',
    [
      withLines(50, 'password =', ...code.slice(0, 30), `'${sample('{base62:32}', 3)}'`),
      withLines(50, 'password =', `'${sample('{base62:32}', 3)}'`),
    ],
    [false, true],
  ],
  [
    'a line far below the name of its map',
    'a.yml',
    [0, 1].map((i) =>
      withLines(
        50,
        'passwords:',
        ...Array.from({ length: 30 }, (_, at) => `  user${at}: ${i === 1 && at === 25 ? sample('{base62:20}', 8) : 'changeme'}`),
      ),
    ),
    [false, true],
  ],
  [
    'a value far below the head of its column',
    'a.csv',
    [0, 1].map((i) =>
      [
        'id,name,description,password',
        ...code
          .slice(0, 30)
          .map((line, at) => `${at},x,${line.replaceAll(',', ';')},${i === 1 && at === 20 ? sample('{base62:20}', 5) : ''}`),
      ].join('\n'),
    ),
    [false, true],
  ],
  [
    'an item far below the name of its list',
    'a.js',
    ['changeme', sample('{base62:32}', 6)].map((last) =>
      withLines(
        50,
        'const API_TOKENS = [',
        ...Array.from({ length: 30 }, (_, i) => `  "changeme_number_${i}_of_the_list",`),
        `  "${last}",`,
        ']',
      ),
    ),
    [false, true],
  ],
  [
    'a row far below its columns',
    'a.sql',
    ['changeme', sample('{base62:32}', 7)].map((last) =>
      withLines(
        50,
        'INSERT INTO users (name, password) VALUES',
        ...Array.from({ length: 30 }, (_, i) => `  ('user number ${i}', 'changeme'),`),
        `  ('last', '${last}');`,
      ),
    ),
    [false, true],
  ],
  [
    'a file that is taken whole',
    '.env',
    [`${plain}\nDB_HOST=localhost\n`, `${plain}\nDB_PASSWORD=${sample('{base62:20}', 4)}\n`],
    [true, true],
  ],
]

describe('a text that a former version vouches for', () => {
  it.each(CASES)('gives what it gives alone: %s', (_, path, versions, found) => {
    const clean = new Clean(settings)
    const seen = versions.map((text) => {
      const [change] = changeOf(path, Buffer.from(text))
      if (!change) return undefined
      const vouched = clean.vouch(change)
      const verdicts = scan(change, settings)
      if (vouched) expect(verdicts).toEqual([])
      else if (verdicts.length === 0) clean.keep(change, vouched)
      return verdicts.length > 0
    })
    expect(seen.slice(1)).toEqual(found.slice(1))
  })

  it('is vouched for where little has changed, and not where a secret came', () => {
    const clean = new Clean(settings)
    const [before] = changeOf('a.js', Buffer.from(plain))
    const [after] = changeOf('a.js', Buffer.from(withLines(90, 'one line', 'and one more')))
    const [secret] = changeOf('a.js', Buffer.from(withLines(90, `key('${sample('sk_live_{base62:24}', 1)}')`)))
    if (!before || !after || !secret) throw new Error('a text is a change')
    expect(clean.vouch(after)).toBeUndefined()
    clean.keep(before, undefined)
    expect(clean.vouch(after)).toEqual({ far: false })
    expect(clean.vouch(secret)).toBeUndefined()
  })
})
