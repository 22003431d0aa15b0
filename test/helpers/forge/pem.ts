/**
 * Private keys as text. All come from the sampler but `rsa` and `pkcs8`, made once a process, and
 * `encrypted`: these differ between runs.
 */
import { createECDH, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, type PrivateKeyInput } from 'node:crypto'
import { crc24 } from '../../../src/judge/proof/crc.ts'
import type { Sampler } from '../sampler.ts'
import { field } from './encode.ts'

let rsaOfThisProcess: KeyObject | undefined

const kinds: Readonly<Record<string, (random: Sampler) => string>> = {
  rsa: () => exported(rsa(), 'pkcs1'),
  pkcs8: () => exported(rsa(), 'pkcs8'),
  ec: (random) => exported(ec(random), 'sec1'),
  ed25519: (random) => exported(ed25519(random.bytes(32)), 'pkcs8'),
  encrypted: (random) =>
    String(ec(random).export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: random.bytes(16).toString('hex') })),
  openssh,
  pgp,
}

/** Without a line break at the end. */
export function pem(kind: string, random: Sampler): string {
  const make = kinds[kind]
  if (!make) throw new Error(`There is no key {pem:${kind}}; there are ${Object.keys(kinds).join(' ')}`)
  return make(random).trimEnd()
}

function exported(key: KeyObject, type: 'pkcs1' | 'pkcs8' | 'sec1'): string {
  return String(key.export({ type, format: 'pem' }))
}

function rsa(): KeyObject {
  rsaOfThisProcess ??= generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
  return rsaOfThisProcess
}

/** SEC1 on P-256: SEQUENCE { 1, scalar, [0] curve, [1] point } (RFC 5915). */
export function ec(random: Sampler): KeyObject {
  const scalar = Buffer.concat([Buffer.from([1 + random.below(254)]), random.bytes(31)])
  const curve = createECDH('prime256v1')
  curve.setPrivateKey(scalar)
  const parts = ['3077020101', '0420', scalar.toString('hex'), 'a00a06082a8648ce3d030107', 'a144034200', curve.getPublicKey('hex')]
  return der(parts.join(''), 'sec1')
}

export function ed25519(seed: Buffer): KeyObject {
  return der(`302e020100300506032b657004220420${seed.toString('hex')}`, 'pkcs8')
}

function der(hex: string, type: 'sec1' | 'pkcs8'): KeyObject {
  const key: PrivateKeyInput = { key: Buffer.from(hex, 'hex'), format: 'der', type }
  return createPrivateKey(key)
}

export function publicOf(seed: Buffer): Buffer {
  return createPublicKey(ed25519(seed)).export({ type: 'spki', format: 'der' }).subarray(-32)
}

/** Magic, cipher, KDF, KDF options, one key, public part, private part with two equal check numbers (OpenSSH's PROTOCOL.key). */
function openssh(random: Sampler): string {
  const seed = random.bytes(32)
  const check = random.bytes(4)
  const type = field('ssh-ed25519')
  const open = field(publicOf(seed))
  const body = Buffer.concat([check, check, type, open, field(Buffer.concat([seed, publicOf(seed)])), field('ci@build')])
  const padding = Buffer.from([1, 2, 3, 4, 5, 6, 7].slice(0, (8 - (body.length % 8)) % 8))
  const blob = Buffer.concat([
    Buffer.from('openssh-key-v1\0'),
    ...[field('none'), field('none'), field(''), Buffer.from([0, 0, 0, 1])],
    ...[field(Buffer.concat([type, open])), field(Buffer.concat([body, padding]))],
  ])
  return armoured('OPENSSH PRIVATE KEY', blob, 70)
}

/** One secret-key packet, version 4, Ed25519, without a passphrase (RFC 4880, section 5.5.3). */
function pgp(random: Sampler): string {
  const seed = Buffer.concat([Buffer.from([0x7f]), random.bytes(31)])
  const point = Buffer.concat([Buffer.from('010740', 'hex'), publicOf(seed)])
  const secret = Buffer.concat([Buffer.from('00ff', 'hex'), seed])
  const sum = Buffer.alloc(2)
  sum.writeUInt16BE(secret.reduce((total, byte) => (total + byte) & 0xffff, 0))
  const key = Buffer.concat([Buffer.from('0465a0bc0016092b06010401da470f01', 'hex'), point, Buffer.from([0]), secret, sum])
  const packet = Buffer.concat([Buffer.from([0xc5, key.length]), key])
  const check = Buffer.from(crc24(packet).toString(16).padStart(6, '0'), 'hex').toString('base64')
  return armoured('PGP PRIVATE KEY BLOCK', packet, 64)
    .replace('KEY BLOCK-----\n', 'KEY BLOCK-----\n\n')
    .replace('\n-----END', `\n=${check}\n-----END`)
}

function armoured(label: string, bytes: Buffer, width: number): string {
  const lines = bytes.toString('base64').match(new RegExp(`.{1,${width}}`, 'g')) ?? []
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`].join('\n')
}
