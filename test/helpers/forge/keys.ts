/** Private keys in text files, and passwords that anyone can read. */
import { createCipheriv, createHash, createHmac } from 'node:crypto'
import { alphabets } from '../../../patterns/alphabets.ts'
import { GPP_KEY, RCLONE_KEY } from '../../../src/judge/proof/obscured.ts'
import type { Forge } from '../forge.ts'
import type { Sampler } from '../sampler.ts'
import { field } from './encode.ts'
import { ec, ed25519, pem, publicOf } from './pem.ts'

export const keys = {
  /** The prefix is the kind: `rsa`. */
  pem: (prefix, random) => pem(prefix || 'ec', random),
  /** Version 3, not encrypted (PuTTY's manual, appendix C). */
  ppk: (_, random) => {
    const seed = random.bytes(32)
    const open = Buffer.concat([field('ssh-ed25519'), field(publicOf(seed))])
    const secret = field(seed)
    const mac = createHmac('sha256', '')
    for (const part of ['ssh-ed25519', 'none', 'ci@build', open, secret]) mac.update(field(part))
    return [
      ...['PuTTY-User-Key-File-3: ssh-ed25519', 'Encryption: none', 'Comment: ci@build'],
      ...['Public-Lines: 2', ...lines(open), 'Private-Lines: 1', ...lines(secret), `Private-MAC: ${mac.digest('hex')}`],
    ].join('\n')
  },
  /** The prefix is the key type: `EC`, `OKP`, `oct`. */
  jwk: (prefix, random) => {
    if (prefix === 'oct') return JSON.stringify({ kty: 'oct', k: random.bytes(32).toString('base64url') })
    return JSON.stringify((prefix === 'OKP' ? ed25519(random.bytes(32)) : ec(random)).export({ format: 'jwk' }))
  },
  wireguard: (_, random) => clamped(random.bytes(32)).toString('base64'),
  rclone: (_, random) => {
    const iv = random.bytes(16)
    return Buffer.concat([iv, createCipheriv('aes-256-ctr', RCLONE_KEY, iv).update(password(random))]).toString('base64url')
  },
  cisco7: (_, random) => {
    const table = 'dsfd;kfoA,.iyewrkldJKDHSUBsgvca69834ncxv9873254k;fg87'
    const offset = random.below(16)
    const bytes = Buffer.from(password(random)).map((byte, at) => byte ^ table.charCodeAt((offset + at) % table.length))
    return String(offset).padStart(2, '0') + Buffer.from(bytes).toString('hex').toUpperCase()
  },
  gpp: (_, random) => {
    const cipher = createCipheriv('aes-256-cbc', GPP_KEY, Buffer.alloc(16))
    return Buffer.concat([cipher.update(Buffer.from(password(random), 'utf16le')), cipher.final()])
      .toString('base64')
      .replace(/=+$/, '')
  },
  /** One private key, under the password of the prefix; the bytes as Latin-1. */
  jks: (prefix, random) => {
    const entries = Buffer.concat([Buffer.from('feedfeed0000000200000001000000010003', 'hex'), Buffer.from('key'), random.bytes(600)])
    const password = Buffer.from(prefix || 'changeit', 'utf16le').swap16()
    const sum = createHash('sha1').update(password).update('Mighty Aphrodite').update(entries).digest()
    return Buffer.concat([entries, sum]).toString('latin1')
  },
  filezilla: (_, random) => Buffer.from(password(random)).toString('base64'),
} satisfies Record<string, Forge>

function password(random: Sampler): string {
  return random.text(alphabets.base62, 14)
}

function clamped(bytes: Buffer): Buffer {
  bytes[0] = (bytes[0] ?? 0) & 248
  bytes[31] = ((bytes[31] ?? 0) & 127) | 64
  return bytes
}

function lines(bytes: Buffer): readonly string[] {
  return bytes.toString('base64').match(/.{1,64}/g) ?? []
}
