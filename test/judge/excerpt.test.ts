/** What an excerpt shows, whatever else stands in the line. */
import { describe, expect, it } from 'vitest'
import { sample } from '../helpers/sample.ts'
import { scanText } from '../helpers/scan.ts'

const [key = '', chosen = '', other = '', long = '', pat = ''] = [
  'sk_live_{base62:24}',
  '{base62:16}',
  'Thunder.turtle65?',
  'sk_live_{base62:54}',
  'github_pat_{base62:22}_{base62:59}',
].map((shape) => sample(shape, 'excerpts'))

const LINES: readonly (readonly [string, string, string, readonly string[]])[] = [
  ['a password that too little speaks for, beside a key', 'a.js', `{password: '${other}', apiKey: '${key}'}`, [other, key]],
  ['the secret once more', 'a.py', `u = 'postgres://app:${chosen}@db/x'  # ops: ${chosen}`, [chosen]],
  ['a part of it once more', 'a.py', `key = '${key}'  # ${key.slice(8)}`, [key.slice(8)]],
  ['the first half of it', 'a.js', `x = '${key}' // starts with ${key.slice(8, 20)}`, [key.slice(8, 20)]],
  ['another one that no rule knows', 'a.csv', `bob,${chosen},${key}`, [chosen]],
  ['what stands behind a bare value', 'a.txt', `password=${chosen}<x>Y9zQ`, [chosen, 'Y9zQ']],
  ['the rest of a line of YAML', 'a.yml', `password: ${chosen} wq8Zt #k2`, [chosen, 'wq8Zt', 'k2']],
  ['the rest of a line of properties', 'a.properties', `db.password=${chosen} wq8Zt`, [chosen, 'wq8Zt']],
  ['what stands behind a doubled quote', 'a.yml', `password: '${chosen}''wq8Zt'`, [chosen, 'wq8Zt']],
  ['what a shell puts behind a quote', 'a.sh', `export PASSWORD='${chosen}'\\''wq8Zt'`, [chosen, 'wq8Zt']],
  ['a literal that is added', 'a.js', `const password = "${chosen}" + "wq8Zt"`, [chosen, 'wq8Zt']],
  ['a literal that stands beside', 'a.py', `password = "${chosen}" "wq8Zt"`, [chosen, 'wq8Zt']],
  ['what stands behind a blank within quotes', 'a.sh', `curl -u "joe:${chosen} wq8Zt" https://api.acme.io`, [chosen, 'wq8Zt']],
  ['what stands behind a blank that is escaped', 'a.sh', `curl -u joe:${chosen}\\ wq8Zt https://api.acme.io`, [chosen, 'wq8Zt']],
  ['what stands behind a bar', '.env.x', `DB_PASSWORD=${chosen}|wq8Zt`, [chosen, 'wq8Zt']],
  ['a literal with a prefix', 'a.py', `password = "${chosen}" f"wq8Zt"`, [chosen, 'wq8Zt']],
  ['a literal behind a name', 'a.js', `password = "${chosen}" + sep + "wq8Zt"`, [chosen, 'wq8Zt']],
  ['another word of prose', 'a.md', `The password is ${chosen} wq8Zt.`, [chosen, 'wq8Zt']],
]

describe('an excerpt does not show', () => {
  it.each(LINES)('%s', (_, path, line, secrets) => {
    const shown = scanText(line, path).map(({ finding }) => finding.excerpt.text)
    expect(shown.length).toBeGreaterThan(0)
    for (const secret of secrets) for (const text of shown) expect(text).not.toContain(secret)
  })

  it.each<[string, string]>([
    ['a.js', `login({ password: '${chosen}', host: 'db1' })`],
    ['a.json', `{"password": "${chosen}", "host": "db1"}`],
    ['a.xml', `<add password="${chosen}" host="db1" />`],
    ['a.sh', `sshpass -p '${chosen}' ssh db1`],
    ['a.md', `| password | ${chosen} | db1 |`],
  ])('and in %s shows what stands behind a value that has ended: %s', (path, line) => {
    for (const { finding } of scanText(line, path)) expect(finding.excerpt.text).toContain('db1')
  })

  it('but dots, where the secret stands once more', () => {
    const texts = scanText(`password = '${chosen}'; again('${chosen}')`, 'a.js').map(({ finding }) => finding.excerpt.text)
    expect(texts).toEqual(["password = '••••••••'; again('••••••••')"])
  })

  it.each([
    ['a token', `'${key}_password'`],
    ['a token that is longer than what is shown of a name', `'${long}_password'`],
    ['a token that is longer than a name', `'${pat}_password'`],
  ])('names what a value is assigned to without %s that is part of the name', (_, name) => {
    const reasons = scanText(`const x = { ${name}: '${other}' }`, 'a.js').flatMap(({ finding }) => (finding.named ? finding.reasons : []))
    expect(reasons[0]).toMatch(/^assigned to (?:\w{4}_)?password$/)
  })

  it('names the last part only of what a value is assigned to', () => {
    const [found] = scanText(`keys["${key}"].password = "${other}"`, 'a.js').filter(({ finding }) => finding.named)
    expect(found?.finding.reasons[0]).toBe('assigned to password')
  })
})
