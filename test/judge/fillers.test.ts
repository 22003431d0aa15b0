import { expect, it } from 'vitest'
import { WORDS } from '../../patterns/words.ts'
import { filler } from '../../src/judge/fillers.ts'
import { sample } from '../helpers/sample.ts'
import { scanText } from '../helpers/scan.ts'

it.each([
  ['ghp_abababababababababababababab', {}, 'repeated'],
  ['deadbeefdeadbeefdeadbeefdead', {}, 'repeated'],
  ['testtesttesttest', {}, 'repeated'],
  ['Falcon-777', {}, undefined],
  ['GOCSPX-<secret>', {}, 'only the prefix of a token'],
  ['sk-ant-api03-', { after: '" + body' }, 'only the prefix of a token'],
  ['GOCSPX-', { after: '<secret>' }, 'only the prefix of a token'],
  ['sk-ant-api03-', { after: '",' }, undefined],
  ['trace_id=8f14e45fceea167a', {}, 'an identifier with its name'],
  ['requestId=2b0d7b3d-cc1b-4e70-9d6b-3f3b54a3b1c2', {}, 'an identifier with its name'],
  ['keyid:K0018f14e45fceea167a', {}, undefined],
  ['Madrid=2024x!', {}, undefined],
])('%s with %o is %s', (value, context, told) => expect(filler(value, context, false)).toBe(told))

it('a password may repeat itself', () => expect(filler('Qw3!Qw3!Qw3!Qw3!', {}, true)).toBeUndefined())

it.each(['GOOGLE_CLIENT_SECRET=GOCSPX-<secret>\n', 'GITHUB_TOKEN=ghp_{lower:2}{lower:2}', '1password request_id={uuid}\n'])(
  'nothing is found in %s',
  (line) => expect(scanText(sample(line.replace('{lower:2}{lower:2}', 'ab'.repeat(18)), 'filler'), 'app.log')).toEqual([]),
)

it('the words of a recovery phrase are words', () => {
  const words = WORDS.split(' ').filter((word) => /^[a-z]{4,8}$/.test(word))
  const phrase = Array.from({ length: 12 }, (_, i) => words[(i * 7919 + 101) % words.length]).join(' ')
  expect(scanText(`mnemonic = "${phrase}"`, 'wallet.py').map(({ finding }) => finding.rule)).toEqual(['recovery-phrase'])
})
