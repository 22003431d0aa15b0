import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { crc32 } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CHECKSUMS, type Proof } from '../../src/judge/checksum.ts'
import { fromBech32 } from '../../src/judge/proof/bech32.ts'
import * as codec from '../../src/judge/proof/codec.ts'
import { crc16, crc24 } from '../../src/judge/proof/crc.ts'
import { keccak256 } from '../../src/judge/proof/keccak.ts'
import { marvin32, marvin64 } from '../../src/judge/proof/marvin.ts'
import { supabase } from '../../src/judge/proof/sums.ts'
import { forge, forges } from '../helpers/forge.ts'
import { sample, sampler } from '../helpers/sample.ts'

const today = '2026-01-15'

function proof(name: string, secret: string, day = today): Proof {
  const prove = CHECKSUMS[name]
  if (!prove) throw new Error(`There is no proof ${name}`)
  return prove(secret, day)
}

function base64(text: string): string {
  return Buffer.from(text).toString('base64')
}

describe('the primitives give what their standards say', () => {
  const check = '123456789'
  const hello = crc32('hello')
  it.each([
    ['CRC-32', crc32(check).toString(16), 'cbf43926'],
    ['CRC-16/XMODEM', crc16(check).toString(16), '31c3'],
    ['CRC-24', crc24(check).toString(16), '21cf02'],
    ['base62', codec.digits(0xffffffff, codec.BASE62), '4gfFC3'],
    ['base62 of a CRC', codec.digits(hello, codec.BASE62).padStart(6, '0'), '0zNvy2'],
    ['base62, small letters first', codec.digits(hello, codec.BASE62_LOWER_FIRST).padStart(6, '0'), '0ZnVY2'],
    ['base36', codec.digits(hello, codec.BASE36).padStart(7, '0'), '0f01gna'],
    ['base32', codec.toBase32(Buffer.from('foobar')), 'MZXW6YTBOI'],
    ['base32, back', codec.fromBase32('mzxw6ytboi')?.toString(), 'foobar'],
    ['base58', codec.fromBase58('2NEpo7TZRRrLZSi2U')?.toString(), 'Hello World!'],
    ['base58 with a leading zero', codec.fromBase58('112')?.toString('hex'), '000001'],
    ['Bech32', fromBech32('A12UEL5L', 'a')?.length, 0],
    ['Bech32 that does not hold', fromBech32('A12UEL5M', 'a'), undefined],
    ['Marvin', marvin64(Buffer.from('abc'), 0xd53cd9cecd0893b7n).map((half) => half.toString(16)), ['492769bf', '22c74339']],
    ['Marvin, folded', marvin32(Buffer.from('abc'), 0xd53cd9cecd0893b7n).toString(16), '6be02a86'],
    ['Keccak-256', keccak256(Buffer.alloc(0)).toString('hex').slice(0, 16), 'c5d2460186f7233c'],
  ])('%s', (_, given, expected) => expect(given).toEqual(expected))
})

/** Names, prefixes, and how many characters at the end its checksum does not cover. */
const summed: readonly (readonly [name: string, prefixes: readonly string[], uncovered?: number])[] = [
  ['github', ['ghp_', 'gho_', 'ghu_', 'ghs_', 'ghr_', 'npm_']],
  ['github-fine-grained', ['github_pat_'], 8],
  ['gitlab-routable', ['glpat-', 'glrt-', 'glrt-t1_', 'glcbt-']],
  ['atlassian', ['ATBB', 'ATATT3xFfGF0', 'ATCTT3xFfGN0']],
  ['cloudflare', ['cfut_', 'cfat_', 'cfk_']],
  ['grafana', ['glsa_']],
  ['vercel', ['vcp_', 'vci_', 'vca_', 'vcr_', 'vck_']],
  ['salad', ['salad_cloud_org_', 'salad_cloud_user_']],
  ['deno', ['ddp_', 'ddo_']],
  ['apify', ['apify_api_']],
  ['confluent', ['cflt']],
  ['zuplo', ['zpka_']],
  ['supabase', ['sb_secret_', 'sb_publishable_']],
  ['azure-cask', ['']],
  ['entra', ['']],
  ['azure-his', ['+ASt', 'ACDb', '+ABa', 'APIM', '+AMC', '+ASb', '+AEh', '+ARm', 'AIoT', 'AzCa', 'AzSe', '+ACR', 'AzFu'], 3],
  ['azure-devops', [''], 1],
  ['ppk', ['']],
  ['wif', ['', '5']],
  ['bip32', ['xprv', 'tprv', 'yprv', 'zprv']],
  ['bip38', ['']],
  ['ripple', ['']],
  ['tezos', ['']],
  ['stellar', ['']],
  ['nats', ['SU', 'SA', 'SO', 'SN', 'SC', 'SX'], 1],
  ['age', ['']],
  ['nostr', ['']],
  ['solana', ['', '[']],
  ['coinbase-cdp', [''], 3],
]

/** What decodes to something that chance does not write. */
const decoded: readonly (readonly [name: string, prefixes: readonly string[]])[] = [
  ['grafana', ['glc_', 'eyJrIjoi']],
  ['aws-session', ['IQoJb3JpZ2luX2Vj', 'FwoGZXIvYXdz']],
  ['bedrock', ['ABSK', 'bedrock-api-key-']],
  ['jwt', ['']],
  ['mapbox', ['sk.', 'pk.']],
  ['openai', ['sk-', 'sk-proj-', 'sk-svcacct-', 'sk-admin-']],
  ['groq', ['']],
  ['discord', ['']],
  ['sentry', ['sntrys_']],
  ['onepassword', ['ops_']],
  ['teamcity', ['']],
  ['mercury', ['']],
  ['vault', ['']],
  ['intercom', ['']],
  ['clerk', ['pk_live_', 'pk_test_']],
  ['pem', ['rsa', 'pkcs8', 'ec', 'ed25519', 'encrypted', 'openssh', 'pgp']],
  ['jwk', ['EC', 'OKP']],
  ['jks', ['', 'android']],
  ['pypi', ['pypi-AgEI', 'pypi-AgEN']],
  ['nuget', ['']],
  ['jfrog', ['']],
  ['atlassian-data-center', ['', 'BBDC-']],
  ['rclone', ['']],
  ['cisco7', ['']],
  ['gpp', ['']],
  ['filezilla', ['']],
]

/** What has the right shape, which proves nothing. */
const shaped: readonly (readonly [name: string, prefixes: readonly string[]])[] = [
  ['aws-key-id', ['AKIA', 'ASIA']],
  ['sas', ['']],
  ['presigned-url', ['']],
  ['anthropic', ['sk-ant-api03-', 'sk-ant-admin01-']],
  ['stripe', ['sk_live_', 'rk_live_', 'sk_test_']],
  ['slack', ['xoxb-', 'xoxp-', 'xapp-', 'xoxe.xoxp-1-', 'https://hooks.slack.com']],
  ['telegram', ['']],
  ['sentry', ['sntryu_']],
  ['fcm', ['']],
  ['jwk', ['oct']],
  ['jfrog', ['AKCp']],
  ['basic-auth', ['']],
  ['told-password', ['']],
  ['url-password', ['https', 'postgres']],
  ['ethereum', ['', '0x']],
  ['wireguard', ['']],
  ['luhn', ['', '5', '34']],
]

const rows = (table: typeof summed) =>
  table.flatMap(([name, prefixes, uncovered = 0]) => prefixes.map((prefix) => [name, prefix, uncovered] as const))

describe('a token tells whether it is one', () => {
  it.each([...rows(summed), ...rows(decoded)])('%s %s is proven', (name, prefix) => {
    for (let seed = 0; seed < 20; seed++) expect(proof(name, forge(name, prefix, sampler(seed))).verdict).toBe('proven')
  })

  it.each(rows(summed))('%s %s with one character changed is not', (name, prefix, uncovered) => {
    const token = forge(name, prefix, sampler(7))
    const start = Math.max(prefix.length, token.indexOf('Private-Lines'))
    const proven = Array.from(token.slice(start, token.length - uncovered), (letter, at) => {
      const other = letter === '2' ? '3' : '2'
      return proof(name, token.slice(0, start + at) + other + token.slice(start + at + 1)).verdict
    }).filter((verdict) => verdict === 'proven')
    expect(proven).toEqual([])
  })

  it.each(rows(shaped))('%s %s stays open', (name, prefix) => {
    for (let seed = 0; seed < 20; seed++) expect(proof(name, forge(name, prefix, sampler(seed))).verdict).toBe('open')
  })

  it('has a forged token for every proof but one', () => {
    const forged = [...summed, ...decoded, ...shaped].map(([name]) => name)
    expect(Object.keys(CHECKSUMS).filter((name) => !forged.includes(name))).toEqual(['pkcs12'])
    expect(Object.keys(forges).filter((name) => !(name in CHECKSUMS))).toEqual([])
  })
})

describe('a format that is known well enough refutes', () => {
  it.each([
    ['github', 'ghp_{base62:36}'],
    ['github', 'npm_{base62:36}'],
    ['gitlab-routable', 'glpat-{base64url:34}.01.0y{alnum:7}'],
    ['atlassian', 'ATBB{base62:24}{HEX:8}'],
    ['cloudflare', 'cfut_{base62:40}{hex:8}'],
    ['grafana', 'glsa_{base62:32}_{hex:8}'],
    ['vercel', 'vcp_{base62:56}'],
    ['confluent', 'cflt{base64:60}'],
    ['zuplo', 'zpka_{hex:32}_{hex:8}'],
    ['azure-his', '{base64:76}+ASt{base64:5}A=='],
    ['aws-key-id', 'AKIA{base32:8}0189{base32:4}'],
    ['wif', 'K{base58:51}'],
    ['bip32', 'xprv{base58:107}'],
    ['stellar', 'S{base32:55}'],
    ['nats', 'SU{base32:56}'],
    ['age', 'AGE-SECRET-KEY-1{from:QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L:58}'],
    ['nostr', 'nsec1{from:qpzry9x8gf2tvdw0s3jn54khce6mua7l:58}'],
    ['telegram', '{digits:10}:AB{base64url:33}'],
    ['discord', '{base62:24}.{base62:6}.{base62:27}'],
    ['nuget', 'oy3{from:abcdefghijklmnopqrstuvwxyz234567:43}'],
    ['slack', 'xoxb-0000000000-0000000000-{base62:24}'],
    ['slack', 'https://hooks.slack.com/services/T00000000/B00000000/XXXXXXXXXXXXXXXXXXXXXXXX'],
    ['ethereum', 'ffffffffffffffffffffffffffffffff{hex:32}'],
    ['luhn', '4242424242424241'],
    ['pem', '-----BEGIN RSA PRIVATE KEY-----\nMIIE...\n-----END RSA PRIVATE KEY-----'],
    ['jwk', '{"kty":"EC","crv":"P-256","x":"{base64url:43}","y":"{base64url:43}"}'],
    ['basic-auth', base64('nothing here')],
    ['url-password', 'https://user:$PASSWORD@acme.io'],
    ['url-password', 'https://admin:admin@acme.io'],
    ['url-password', 'https://alice:alice@acme.io'],
    ['url-password', 'changeme'],
    ['ripple', 's{base58:28}'],
  ])('%s', (name = '', text = '') => {
    for (let seed = 0; seed < 5; seed++) expect(proof(name, sample(text, seed)).verdict).toBe('refuted')
  })

  it('refutes a key pair whose halves do not belong together', () => {
    expect(proof('solana', JSON.stringify([...sampler(1).bytes(64)])).verdict).toBe('refuted')
  })
})

describe('a format that is not leaves it open', () => {
  it.each([
    ['github', 'ghs_{digits:6}_{jwt}'],
    ['github', 'ghp_{base62:40}'],
    ['github-fine-grained', 'github_pat_{base62:22}_{base62:59}'],
    ['gitlab-routable', 'glpat-{base64url:20}'],
    ['supabase', 'sb_secret_{base64url:22}_{base64url:8}'],
    ['salad', 'salad_cloud_org_{base62:49}'],
    ['deno', 'ddp_{base62:36}'],
    ['apify', 'apify_api_{base62:36}'],
    ['entra', '{base62:3}7Q~{base62:34}'],
    ['entra', '{base62:3}8Q~{base62:34}'],
    ['azure-his', '{base64:33}+AEh{base64:6}='],
    ['azure-devops', '{from:abcdefghijklmnopqrstuvwxyz234567:52}'],
    ['openai', 'sk-{hex:32}'],
    ['jwt', 'eyJ{base62:20}.{base62:20}.{base62:43}'],
    ['pem', '-----BEGIN PRIVATE KEY-----\n{base64:64}\n{base64:64}\n-----END PRIVATE KEY-----'],
    ['discord', 'mfa.{base64url:84}'],
    ['pem', '-----BEGIN RSA PRIVATE KEY-----\n{base64:64}\n{base64:64}\n'],
    ['pem', '-----BEGIN NEBULA ED25519 PRIVATE KEY-----\n{base64:64}\n{base64:64}\n-----END NEBULA ED25519 PRIVATE KEY-----'],
    ['url-password', '{base62:16}'],
  ])('%s', (name, text) => {
    for (let seed = 0; seed < 5; seed++) expect(proof(name, sample(text, seed)).verdict).toBe('open')
  })
})

describe('it says what it is, of whom, until when', () => {
  const told: readonly (readonly [name: string, secret: string, says: string, severity?: string])[] = [
    ['aws-key-id', ['ASIA', 'QNZGKIQY56JQ7WML'].join(''), 'AWS account 029608264753'],
    ['aws-key-id', `AKIAI${'A'.repeat(15)}`, ''],
    ['bedrock', forge('bedrock', 'ABSK', sampler(1)), 'AWS account 123456789012'],
    ['jwt', sample('{jwt:expired}', 1), 'expired 2020-09-13', 'low'],
    ['jwt', sample('{jwt:anon}', 1), 'issuer supabase, role anon, public by design', 'low'],
    ['jwt', sample('{jwt:service}', 1), 'issuer supabase, role service_role', 'critical'],
    ['jwt', `${base64('{"alg":"none"}')}.${base64('{"sub":"a"}')}.`, 'not signed', 'low'],
    ['mapbox', forge('mapbox', 'pk.', sampler(1)), 'public by design', 'low'],
    ['sas', 'https://a.blob.core.windows.net/x?sp=r&se=2023-11-14T00:00:00Z&sig=x', 'permissions r, expired 2023-11-14', 'low'],
    ['sas', forge('sas', '', sampler(1)), 'permissions rwdl, expires 2099-01-01'],
    ['presigned-url', 'https://a.io/?X-Amz-Date=20240101T000000Z&X-Amz-Expires=604800', 'expired 2024-01-08', 'low'],
    ['presigned-url', 'https://a.io/?X-Goog-Date=20240101T000000Z&amp;X-Goog-Expires=60', 'expired 2024-01-01', 'low'],
    ['presigned-url', 'https://a.io/?Expires=4070908800&Signature=x', 'expires 2099-01-01'],
    ['stripe', forge('stripe', 'rk_test_', sampler(1)), 'test mode', 'low'],
    ['anthropic', sample('sk-ant-api03-{base62:95}', 1), 'it does not end as Anthropic keys do'],
    ['sentry', forge('sentry', '', sampler(1)), 'organization someone'],
    ['fcm', `${Buffer.from('0000001cbe991a14', 'hex').toString('base64url')}:APA91b`, 'sender 123456789012'],
    ['azure-cask', forge('azure-cask', '', sampler(1)), 'created 2025-06'],
    ['azure-his', forge('azure-his', '+AEh', sampler(1)), 'Event Hubs'],
    ['nats', forge('nats', 'SA', sampler(1)), 'of an account'],
    ['pem', sample('{pem:rsa}', 1), 'RSA key of 2048 bits, not encrypted'],
    ['pem', sample('{pem:ed25519}', 1), 'Ed25519 key, not encrypted'],
    ['pem', sample('{pem:openssh}', 1), 'SSH key of type ssh-ed25519, not encrypted'],
    ['pem', sample('{pem:encrypted}', 1), 'encrypted', 'medium'],
    ['pem', sample('{pem:pgp}', 1), 'not encrypted'],
    ['jks', forge('jks', 'android', sampler(1)), 'an Android debug key store', 'low'],
    ['pypi', forge('pypi', '', sampler(1)), 'pypi.org, for all projects of the user', 'critical'],
    ['jfrog', forge('jfrog', '', sampler(1)), 'expires 2099-01-01'],
    ['url-password', sample('postgres://app:{base62:20}@localhost:5432/x', 1), 'the host is an example, or this machine', 'low'],
    ['ethereum', '2'.padStart(64, '0'), 'address 0x2b5ad5c4795c026514f8317c7a215e218dccd6cf'],
    ['bip38', forge('bip38', '', sampler(1)), 'encrypted', 'medium'],
    ['cisco7', '0822455D0A16', 'only obscured: anyone can read it'],
    ['luhn', forge('luhn', '34', sampler(1)), 'American Express'],
    ['supabase', forge('supabase', 'sb_publishable_', sampler(1)), 'public by design', 'low'],
  ]
  it.each(told.map((row) => [row[0], row] as const))('%s: %#', (_, [name, secret, expected, severity]) => {
    const { says = '', ...rest } = proof(name, secret)
    expect([says, rest.severity]).toEqual([expected, severity])
  })

  it('holds nothing of the secret', () => {
    for (const [name, prefix] of [...rows(summed), ...rows(decoded), ...rows(shaped)]) {
      const secret = forge(name, prefix, sampler(3))
      const { says = '' } = proof(name, secret)
      for (let at = 0; at + 12 <= secret.length; at++) expect(says.includes(secret.slice(at, at + 12))).toBe(false)
    }
  })

  it('takes the day from its caller', () => {
    const token = sample('{jwt:expired}', 1)
    expect(proof('jwt', token, '2020-09-13').severity).toBeUndefined()
    expect(proof('jwt', token, '2020-09-14').severity).toBe('low')
  })
})

describe('what stands in documentation is an example', () => {
  it.each([
    ['aws-key-id', ['AKIA', 'IOSFODNN7', 'EXAMPLE']],
    ['github', ['ghp_', '16C7e42F292c6912E7710', 'c838347Ae178B4a']],
    ['cloudflare', ['cfat_', 'aAbBcCdDeEfFgGhHiIjJkKlLmMnNoOpPqQrRsStT', '03fa099b']],
    ['basic-auth', [base64('Aladdin:open sesame')]],
    ['discord', [Buffer.from('198622483471925248').toString('base64'), '.Cl2FMQ.', 'ZnCjm1XVW7vRze4b7Cq4se7kKWs']],
    ['wif', ['5HpHagT65TZzG1PH3CSu63k8', 'DbpvD8s5ip4nEB3kEsreAnchuDf']],
    ['ripple', ['snoPBrXtMeMy', 'MHUVTgbuqAfg1SUTb']],
    ['ethereum', ['0xac0974bec39a17e36ba4a6b4d238ff94', '4BACB478CBED5EFCAE784D7BF4F2FF80']],
    ['luhn', ['4242 4242', ' 4242 4242']],
    ['rclone', ['YWFhYWFhYWFhYWFh', 'YWFhYXMaGgIlEQ']],
  ])('%s', (name, parts) => expect(proof(name, parts.join(''))).toEqual({ verdict: 'refuted', says: 'a published example' }))

  it('but a JSON web token that anyone could have signed is one all the same, of low severity', () => {
    const head = `${base64('{"alg":"HS256","typ":"JWT"}')}.`
    const claims = `${Buffer.from('{"sub":"1234567890","name":"John Doe","iat":1516239022}').toString('base64url')}.`
    const token = [head, claims, 'SflKxwRJSMeKKF2QT4fw', 'pMeJf36POk6yJV_adQssw5c'].join('')
    expect(proof('jwt', token)).toEqual({ verdict: 'proven', says: 'signed with a published secret', severity: 'low' })
  })
})

describe('a private key is read as it stands', () => {
  const key = sample('{pem:rsa}', 1)
  const [first = '', ...others] = key.split('\n')
  it.each([
    ['in a string with \\n', JSON.stringify(key)],
    ['in a string in a string', JSON.stringify(JSON.stringify(key))],
    ['with Windows line ends', key.replaceAll('\n', '\r\n')],
    ['with \\r\\n', key.replaceAll('\n', '\\r\\n')],
    ['indented', key.replaceAll('\n', '\n      ')],
    ['quoted in a mail', key.replaceAll('\n', '\n> ')],
    ['in a comment', key.replaceAll('\n', '\n# ')],
    ['in an added part of a diff', key.replaceAll('\n', '\n+')],
    ['in a removed part of a diff', key.replaceAll('\n', '\n-')],
    ['as strings that are put together', `"${key.replaceAll('\n', '\\n" +\n  "')}"`],
    ['as strings of Python', `'${key.replaceAll('\n', "\\n'\n  '")}'`],
    ['as a list', `"${key.replaceAll('\n', '",\n  "')}"`],
    ['with continued lines', key.replaceAll('\n', '\\\n')],
    ['on one line', key.replaceAll('\n', ' ')],
    ['in XML', key.replaceAll('\n', '&#10;')],
    ['without its end', [first, ...others.slice(0, -1)].join('\n')],
  ])('%s', (_, text) => expect(proof('pem', text)).toEqual({ verdict: 'proven', says: 'RSA key of 2048 bits, not encrypted' }))

  it('leaves a key open whose text it cannot take apart', () => {
    expect(proof('pem', key.replaceAll('\n', '\\n" & vbLf & NEXT & "')).verdict).toBe('open')
  })

  it('reads an encrypted key of OpenSSL', () => {
    const head = `${first}\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,0011\n`
    expect(proof('pem', [head, ...others].join('\n'))).toEqual({ verdict: 'open', says: 'encrypted', severity: 'medium' })
  })
})

it('knows the project that a Supabase key is for', () => {
  const head = `sb_secret_${sampler(1).text(codec.BASE62, 22)}`
  const key = forge('supabase', 'sb_secret_', sampler(1))
  expect(supabase(key, 'abcdefghijklmnopqrst').verdict).toBe('open')
  expect(head.length + 9).toBe(key.length)
})

const openssl = spawnSync('openssl', ['version']).status === 0
it.runIf(openssl)('opens a PKCS #12 store with a usual password', () => {
  const options = ['-export', '-nocerts', '-passout']
  const store = (password: string) =>
    spawnSync('openssl', ['pkcs12', ...options, `pass:${password}`], { input: sample('{pem:ec}', 1) }).stdout
  expect(proof('pkcs12', store('changeit').toString('latin1'))).toEqual({
    verdict: 'proven',
    says: 'a private key, opens with a common password',
  })
  expect(proof('pkcs12', store('gb7Hq2').toString('latin1'))).toEqual({ verdict: 'open', says: 'a private key' })
})

describe('whatever the text', () => {
  const latin = fc.string({ unit: fc.integer({ min: 0, max: 255 }).map((code) => String.fromCharCode(code)), maxLength: 300 })
  const near = fc.tuple(fc.constantFrom(...rows(summed), ...rows(decoded), ...rows(shaped)), fc.nat(99), latin, fc.nat(600))
  const judged = (text: string) => Object.values(CHECKSUMS).map((prove) => prove(text, today).verdict)

  it('no proof throws', () => {
    fc.assert(
      fc.property(fc.oneof(latin, fc.base64String(), fc.json()), (text) => judged(text).length > 0),
      { numRuns: 200 },
    )
  })

  it('no proof throws on a token that is broken', () => {
    const broken = near.map(([[name, prefix], seed, noise, at]) => {
      const token = forge(name, prefix, sampler(seed))
      return token.slice(0, at % token.length) + noise + token.slice((at % token.length) + (seed % 9))
    })
    fc.assert(
      fc.property(broken, (text) => judged(text).length > 0),
      { numRuns: 200 },
    )
  })

  const pieces = [
    'A',
    '0',
    '1',
    'f',
    ' ',
    '\n',
    '\\',
    '\\n',
    '"',
    '" + "',
    '+',
    '=',
    '-',
    '.',
    ':',
    '/',
    '_',
    '%41',
    '[1,',
    '{"a":',
    '&se=',
    '\u00ff',
    '0\u0080',
    '-----BEGIN PRIVATE KEY-----',
    'A\n=AAAA\n',
    'xoxb-0-',
    '://a:',
    'P',
    'F+',
    '\x30\x82\x02\x02',
  ]
  it.each(pieces.map((piece, number) => [number, piece] as const))(
    'every proof comes to the end of a long text: %#',
    { timeout: 20_000 },
    (_, piece) => {
      const text = piece.repeat(Math.ceil(200_000 / piece.length))
      for (const before of ['', '-----BEGIN RSA PRIVATE KEY-----', 'https://', 'PuTTY-User-Key-File-2: ssh-rsa\nEncryption: none\n']) {
        for (const prove of Object.values(CHECKSUMS)) prove(before + text, today)
      }
    },
  )
})

const vectors = process.env.LEAKGATE_VECTORS
describe.runIf(vectors)('vectors from elsewhere agree', () => {
  interface Vector {
    readonly proof: string
    readonly kind: string
    readonly token: string
    readonly valid: boolean
  }

  const names: Readonly<Record<string, string>> = {
    P1: 'github',
    P1b: 'vercel',
    P2: 'github-fine-grained',
    P3: 'gitlab-routable',
    P4: 'atlassian',
    P5: 'aws-key-id',
    P6: 'azure-cask',
    P6b: 'entra',
    P6c: 'azure-his',
    P7: 'azure-devops',
    P8: 'jwt',
    P9: 'cloudflare',
    P13: 'grafana',
    P13b: 'grafana',
    P13c: 'confluent',
    P13d: 'zuplo',
    P18: 'sentry',
    P21: 'pypi',
    P22: 'nuget',
    P23: 'jfrog',
    P25: 'wif',
    P31: 'solana',
    P33: 'supabase',
    salad_cloud_org_: 'salad',
    ddp_: 'deno',
    apify_api_: 'apify',
    stellar: 'stellar',
    nats: 'nats',
    age: 'age',
    nsec: 'nostr',
  }

  const read: readonly Vector[] = vectors ? JSON.parse(readFileSync(vectors, 'utf8')) : []
  it.each(read.map((vector, number) => [`${vector.proof} ${vector.kind} ${number}`, vector] as const))(
    '%s',
    (_, { proof: group, kind, token, valid }) => {
      const name = names[kind] ?? names[group] ?? ''
      const { verdict, says = '' } = proof(name, token)
      const known =
        says === 'a published example' || /^AWS account \d{12}$/.test(says) || supabase(token, 'abcdefghijklmnopqrst').verdict === 'proven'
      expect(valid ? verdict === 'proven' || known : verdict !== 'proven').toBe(true)
    },
  )
})
