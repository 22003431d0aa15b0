/** Seeds of key pairs: Stellar, NATS, age, Nostr, Solana. */
import { fromBech32 } from './bech32.ts'
import { fromBase32, fromBase58, fromBase64 } from './codec.ts'
import { crc16 } from './crc.ts'
import { publicOf } from './ed25519.ts'
import { example, type Proof, proofOf, proven, refuted } from './proof.ts'

/** `S` + 55 of base32: 90, 32 bytes, CRC (SEP-23). */
export function stellar(secret: string): Proof {
  const bytes = fromBase32(secret)
  return secret.length === 56 && bytes?.[0] === 0x90 && summed(bytes) ? proven : refuted
}

const OWNERS: Readonly<Record<number, string>> = {
  160: 'a user',
  0: 'an account',
  112: 'an operator',
  104: 'a server',
  16: 'a cluster',
  184: 'a curve key',
}

/** `SU` + 56 of base32: 90 and the type over two bytes, 32 bytes, CRC (nats-io/nkeys). */
export function nats(secret: string): Proof {
  const bytes = fromBase32(secret)
  const [first = 0, second = 0] = bytes ?? []
  if (secret.length !== 58 || (first & 0xf8) !== 0x90 || bytes === undefined || !summed(bytes)) return refuted
  const owner = OWNERS[((first & 7) << 5) | (second >> 3)]
  return proofOf('proven', [owner && `of ${owner}`])
}

function summed(bytes: Buffer): boolean {
  return crc16(bytes.subarray(0, -2)) === bytes.readUInt16LE(bytes.length - 2)
}

export function age(secret: string): Proof {
  return ofBech32(secret, 'age-secret-key-')
}

export function nostr(secret: string): Proof {
  return ofBech32(secret, 'nsec')
}

/** 32 bytes; in test suites, one byte over and over. */
function ofBech32(secret: string, prefix: string): Proof {
  const bytes = fromBech32(secret, prefix)
  if (bytes?.length !== 32) return refuted
  return new Set(bytes).size === 1 ? example : proven
}

/** 64 bytes, the second half the public key of the first: a list of numbers, base58, or base64 (Coinbase). */
export function ed25519Pair(secret: string): Proof {
  const bytes = pairOf(secret)
  if (bytes?.length !== 64) return refuted
  const own = publicOf(bytes.subarray(0, 32))
  return own.equals(bytes.subarray(32)) ? proven : { ...refuted, says: 'its halves are not a key pair' }
}

function pairOf(secret: string): Buffer | undefined {
  if (secret.endsWith('==')) return fromBase64(secret)
  if (!secret.startsWith('[')) return fromBase58(secret)
  const numbers = secret.match(/\d{1,3}/g)?.map(Number) ?? []
  return numbers.length === 64 && numbers.every((number) => number < 256) ? Buffer.from(numbers) : undefined
}
