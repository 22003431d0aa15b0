/** What an excerpt shows, whatever else stands in the line. */
import { describe, expect, it } from 'vitest'
import { sample } from '../helpers/sample.ts'
import { scanText } from '../helpers/scan.ts'

const [key, chosen, other] = ['sk_live_{base62:24}', '{base62:16}', 'Thunder.turtle65?'].map((shape) => sample(shape, 'excerpts')) as [
  string,
  string,
  string,
]

const LINES: readonly (readonly [string, string, string, readonly string[]])[] = [
  ['a password that too little speaks for, beside a key', 'a.js', `{password: '${other}', apiKey: '${key}'}`, [other, key]],
  ['the secret once more', 'a.py', `u = 'postgres://app:${chosen}@db/x'  # ops: ${chosen}`, [chosen]],
  ['a part of it once more', 'a.py', `key = '${key}'  # ${key.slice(8)}`, [key.slice(8)]],
  ['what stands behind a bare value', 'a.txt', `password=${chosen}<x>Y9zQ`, [chosen, 'Y9zQ']],
  ['the rest of a line of YAML', 'a.yml', `password: ${chosen} wq8Zt #k2`, [chosen, 'wq8Zt', 'k2']],
]

describe('an excerpt does not show', () => {
  it.each(LINES)('%s', (_, path, line, secrets) => {
    const shown = scanText(line, path).map(({ finding }) => finding.excerpt.text)
    expect(shown.length).toBeGreaterThan(0)
    for (const secret of secrets) for (const text of shown) expect(text).not.toContain(secret)
  })
})
