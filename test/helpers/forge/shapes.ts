/** Tokens that tell something when they are decoded. */

import { alphabets } from '../../../patterns/alphabets.ts'
import { BASE62, toBase32 } from '../../../src/judge/proof/codec.ts'
import type { Forge } from '../forge.ts'
import type { Sampler } from '../sampler.ts'
import { json64, json64url } from './encode.ts'
import { jwt } from './jwt.ts'

export const shapes = {
  'aws-key-id': (prefix, random) => (prefix || 'AKIA') + random.text('QRSTUVWXYZ234567', 1) + random.text(alphabets.base32, 15),
  'aws-session': (prefix, random) => (prefix || 'IQoJb3JpZ2luX2Vj') + random.text(alphabets.base64, 400),
  bedrock: (prefix, random) =>
    prefix.startsWith('bedrock-api-key-')
      ? `bedrock-api-key-${base64(`bedrock.amazonaws.com/?Action=CallWithBearerToken&${presigned(random)}&Version=1`)}`
      : `ABSK${base64(`BedrockAPIKey-${random.text(alphabets.alnum, 4)}-at-123456789012:${random.text(BASE62, 44)}`)}`,
  jwt: (_, random) => jwt('', random),
  mapbox: (prefix, random) =>
    `${prefix || 'sk.'}${json64url({ u: 'someone', a: `c${random.text(alphabets.alnum, 24)}` })}.${random.text(alphabets.base64url, 22)}`,
  sas: (_, random) => {
    const signature = encodeURIComponent(random.bytes(32).toString('base64'))
    return `sv=2022-11-02&ss=b&srt=sco&sp=rwdl&se=2099-01-01T00%3A00%3A00Z&st=2024-01-01T00%3A00%3A00Z&spr=https&sig=${signature}`
  },
  'presigned-url': (_, random) => `https://${random.text(alphabets.lower, 8)}.s3.amazonaws.com/report.pdf?${presigned(random)}`,
  openai: (prefix, random) => {
    const half = prefix === '' || prefix === 'sk-' ? 20 : 74
    return `${prefix || 'sk-'}${random.text(BASE62, half)}T3BlbkFJ${random.text(BASE62, half)}`
  },
  groq: (_, random) => `gsk_${random.text(BASE62, 20)}WGdyb3FY${random.text(BASE62, 24)}`,
  anthropic: (prefix, random) => `${prefix || 'sk-ant-api03-'}${random.text(alphabets.base64url, 93)}AA`,
  stripe: (prefix, random) => (prefix || 'sk_live_') + random.text(BASE62, 99),
  slack: (prefix, random) => {
    const id = () => random.text('123456789', 1) + random.text(alphabets.digits, 12)
    if (prefix.startsWith('xoxp-')) return `xoxp-${id()}-${id()}-${id()}-${random.text(alphabets.hex, 32)}`
    if (prefix.startsWith('xapp-')) return `xapp-1-A${random.text(alphabets.ALNUM, 10)}-${id()}-${random.text(alphabets.hex, 64)}`
    if (prefix.startsWith('xoxe')) return prefix + random.text(BASE62, 163)
    if (prefix.startsWith('https'))
      return `https://hooks.slack.com/services/T${upper(random, 10)}/B${upper(random, 10)}/${random.text(BASE62, 24)}`
    return `xoxb-${id()}-${id()}-${random.text(BASE62, 24)}`
  },
  discord: (_, random) => {
    const id = `${random.text('12345678', 1)}${random.text(alphabets.digits, 17)}`
    const time = random.text('GHIM', 1) + random.text(BASE62, 5)
    return `${Buffer.from(id).toString('base64url')}.${time}.${random.text(alphabets.base64url, 38)}`
  },
  telegram: (_, random) => `${random.text('123456789', 1)}${random.text(alphabets.digits, 9)}:AA${random.text(alphabets.base64url, 33)}`,
  sentry: (prefix, random) => {
    if (prefix !== '' && prefix !== 'sntrys_') return prefix + random.text(alphabets.hex, 64)
    const claims = { iat: 1700000000.5, url: 'https://sentry.io', region_url: 'https://us.sentry.io', org: 'someone' }
    return `sntrys_${json64(claims).replace(/=+$/, '')}_${random.bytes(32).toString('base64').slice(0, 43)}`
  },
  onepassword: (_, random) => {
    const secretKey = `A3-${[6, 6, 5, 5, 5, 5].map((length) => upper(random, length)).join('-')}`
    const claims = { signInAddress: 'my.1password.com', userAuth: { method: 'SRPg-4096' }, email: 'a@1passwordserviceaccounts.com' }
    return `ops_${json64url({ ...claims, muk: { k: random.text(alphabets.base64url, 43), kty: 'oct' }, secretKey })}`
  },
  teamcity: (_, random) => `${json64({ typ: 'TCV2' })}.${random.text(BASE62, 36)}.${random.text(BASE62, 48)}`,
  mercury: (_, random) => `secret-token:mercury_production_wma_${random.text(BASE62, 40)}_yrucrem`,
  vault: (_, random) => `hvs.${Buffer.concat([Buffer.from('08011220', 'hex'), random.bytes(65)]).toString('base64url')}`,
  fcm: (_, random) => {
    const sender = Buffer.concat([Buffer.alloc(3), random.bytes(5)])
    return `${sender.toString('base64url')}:APA91b${random.text(alphabets.base64url, 134)}`
  },
  intercom: (_, random) =>
    Buffer.from(`tok:${random.text(alphabets.hex, 8)}_${random.text(alphabets.hex, 4)}_${random.text(alphabets.hex, 20)}:1:0`).toString(
      'base64',
    ),
  clerk: (prefix, random) =>
    `${prefix || 'pk_live_'}${Buffer.from(`${random.text(alphabets.lower, 8)}.clerk.accounts.dev$`).toString('base64')}`,
  pypi: (prefix, random) => {
    const location = prefix.startsWith('pypi-AgEN') ? 'test.pypi.org' : 'pypi.org'
    const identifier = `${random.text(alphabets.hex, 8)}-0000-4000-8000-${random.text(alphabets.hex, 12)}`
    const caveat = `[3,"${random.text(alphabets.hex, 8)}-0000-4000-8000-${random.text(alphabets.hex, 12)}"]`
    const fields = [[1, location], [2, identifier], [0], [2, caveat], [0], [0]] as const
    const packets = fields.map(([type, text]) => (text === undefined ? Buffer.from([type]) : packet(type, Buffer.from(text))))
    return `pypi-${Buffer.concat([Buffer.from([2]), ...packets, packet(6, random.bytes(32))]).toString('base64url')}`
  },
  nuget: (_, random) => {
    const known = Buffer.concat([Buffer.from('v4'), random.bytes(10).map((byte) => byte || 1)])
    return (toBase32(known) + toBase32(random.bytes(16))).toLowerCase()
  },
  jfrog: (prefix, random) =>
    prefix.startsWith('AKCp')
      ? `AKCp${random.text(alphabets.base58, 69)}`
      : Buffer.from(`reftkn:01:4070908800:${random.text(BASE62, 28)}`).toString('base64url'),
  'atlassian-data-center': (prefix, random) => {
    const id = Buffer.from(`${random.text('123456789', 1)}${random.text(alphabets.digits, 11)}:`)
    return prefix + Buffer.concat([id, random.bytes(20)]).toString('base64')
  },
  'basic-auth': (_, random) => Buffer.from(`${random.text(alphabets.lower, 6)}:${random.text(BASE62, 16)}`).toString('base64'),
  'told-password': (_, random) => `Kt7!${random.text(BASE62, 10)}`,
  'url-password': (prefix, random) => `${prefix || 'https'}://${random.text(alphabets.lower, 6)}:${random.text(BASE62, 16)}@db.acme.io/x`,
} satisfies Record<string, Forge>

function upper(random: Sampler, length: number): string {
  return random.text(alphabets.ALNUM, length)
}

function presigned(random: Sampler): string {
  const scope = encodeURIComponent(`AKIAQ${random.text(alphabets.base32, 15)}/20990101/us-east-1/s3/aws4_request`)
  const parameters = ['Algorithm=AWS4-HMAC-SHA256', `Credential=${scope}`, 'Date=20990101T000000Z', 'Expires=604800', 'SignedHeaders=host']
  return [...parameters, `Signature=${random.text(alphabets.hex, 64)}`].map((parameter) => `X-Amz-${parameter}`).join('&')
}

function base64(text: string): string {
  return Buffer.from(text).toString('base64')
}

/** A field of a macaroon: type, length, bytes. */
function packet(type: number, bytes: Buffer): Buffer {
  return Buffer.concat([Buffer.from([type, bytes.length]), bytes])
}
