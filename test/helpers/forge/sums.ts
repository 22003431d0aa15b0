/** Tokens that end in a checksum. */
import { createHash } from 'node:crypto'
import { crc32 } from 'node:zlib'
import { alphabets } from '../../../patterns/alphabets.ts'
import { BASE36, BASE62, BASE62_LOWER_FIRST, digits, hex32, toBase32 } from '../../../src/judge/proof/codec.ts'
import type { Forge } from '../forge.ts'
import { json64 } from './encode.ts'

export const sums = {
  github: (prefix, random) => {
    const body = random.text(BASE62, prefix === 'ghr_' ? 70 : 30)
    return (prefix || 'ghp_') + body + sum62(body)
  },
  'github-fine-grained': (_, random) => {
    const head = `github_pat_11${random.text(alphabets.base32, 13)}0${random.text(BASE62, 6)}_${random.text(BASE62, 43)}`
    return head + toBase32(createHash('sha256').update(head).digest()).slice(0, 8) + random.text(BASE62, 8)
  },
  'gitlab-routable': (prefix, random) => {
    const payload = random.text(alphabets.base64url, 34)
    const head = `${prefix || 'glpat-'}${payload}.01.${digits(payload.length, BASE36).padStart(2, '0')}`
    return head + digits(crc32(head), BASE36).padStart(7, '0')
  },
  atlassian: (prefix, random) => {
    const start = prefix || 'ATBB'
    const short = start.startsWith('ATBB')
    const head = short ? start + random.text(BASE62, 24) : `${start}${random.text(alphabets.base64url, 183 - start.length)}=`
    return head + hex32(crc32(head)).toUpperCase()
  },
  cloudflare: (prefix, random) => {
    const body = random.text(BASE62, 40)
    return (prefix || 'cfut_') + body + hex32(crc32(body))
  },
  grafana: (prefix, random) => {
    if (prefix.startsWith('glc_')) return `glc_${json64({ o: '123456', n: 'ci', k: random.text(BASE62, 24), m: { r: 'eu' } })}`
    if (prefix.startsWith('eyJ')) return json64({ k: random.text(BASE62, 32), n: 'ci', id: 1 })
    const head = `glsa_${random.text(BASE62, 32)}`
    return `${head}_${littleEndian(crc32(head)).toString('hex')}`
  },
  vercel: (prefix, random) => {
    const body = random.text(BASE62, 50)
    return (prefix || 'vcp_') + body + sum62(body)
  },
  salad: (prefix, random) => {
    const body = random.text(BASE62, 43)
    return (prefix || 'salad_cloud_org_') + body + sum62(body)
  },
  deno: (prefix, random) => {
    const head = (prefix || 'ddp_') + random.text(BASE62, 30)
    return head + sum62(head)
  },
  apify: (_, random) => {
    const head = `apify_api_${random.text(BASE62, 30)}`
    return head + digits(crc32(head), BASE62_LOWER_FIRST).padStart(6, '0')
  },
  confluent: (_, random) => {
    const body = random.text(alphabets.base64, 54)
    return `cflt${body}${littleEndian(crc32(body)).toString('base64').slice(0, 6)}`
  },
  zuplo: (_, random) => {
    const body = random.text(alphabets.hex, 32)
    return `zpka_${body}_${hex32(crc32(body))}`
  },
  supabase: (prefix, random) => {
    const head = (prefix || 'sb_secret_') + random.text(alphabets.base64url, 22)
    return `${head}_${createHash('sha256').update(`supabase-self-hosted|${head}`).digest('base64url').slice(0, 8)}`
  },
  luhn: (prefix, random) => {
    const length = prefix.startsWith('3') ? 14 : 15
    const body = (prefix || '4') + random.text(alphabets.digits, length - (prefix || '4').length)
    const sum = Array.from(body).reduce((total, digit, at) => total + ((length - at) % 2 === 1 ? doubled(Number(digit)) : Number(digit)), 0)
    return body + String((10 - (sum % 10)) % 10)
  },
} satisfies Record<string, Forge>

function sum62(text: string): string {
  return digits(crc32(text), BASE62).padStart(6, '0')
}

function doubled(digit: number): number {
  return digit > 4 ? digit * 2 - 9 : digit * 2
}

function littleEndian(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
