/** Cryptocurrency keys in base58 whose last four bytes are a hash of the rest. */
import { createHash } from 'node:crypto'
import { BASE58, BASE58_RIPPLE, fromBase58 } from './codec.ts'
import { open, type Proof, proofOf, proven, refuted } from './proof.ts'
import { scalarHolds } from './secp256k1.ts'

/** Bitcoin's wallet import format: 80 (or EF, test network), 32 bytes, 01 if the public key is compressed. */
export function wif(secret: string): Proof {
  const bytes = checked(secret)
  if (bytes === undefined) return refuted
  const long = bytes.length === 34 && bytes[33] === 1
  if (!(long || bytes.length === 33) || !scalarHolds(bytes.subarray(1, 33))) return refuted
  return bytes[0] === 0xef ? proofOf('proven', ['test network'], 'low') : proofOf(bytes[0] === 0x80 ? 'proven' : 'refuted', [])
}

const VERSIONS: Readonly<Record<string, string>> = {
  '0488ade4': 'xprv',
  '04358394': 'tprv',
  '049d7878': 'yprv',
  '04b2430c': 'zprv',
}

/** An extended private key: 78 bytes, with 00 as the 46th. */
export function bip32(secret: string): Proof {
  const bytes = checked(secret)
  const version = VERSIONS[bytes?.toString('hex', 0, 4) ?? '']
  if (bytes?.length !== 78 || bytes[45] !== 0) return refuted
  if (version === undefined) return open
  return version === 'tprv' ? proofOf('proven', ['test network'], 'low') : proven
}

/** An encrypted private key (BIP-38). */
export function bip38(secret: string): Proof {
  const bytes = checked(secret)
  return bytes?.length === 39 && /^014[23]/.test(bytes.toString('hex', 0, 2)) ? proofOf('proven', ['encrypted'], 'medium') : open
}

/** A seed: 21 or 01E14B, and 16 bytes, in Ripple's alphabet. */
export function ripple(secret: string): Proof {
  return /^(?:21|01e14b)[0-9a-f]{32}$/.test(checked(secret, BASE58_RIPPLE)?.toString('hex') ?? '') ? proven : refuted
}

/** `edsk`, of 54 characters (a seed) or 98. */
export function tezos(secret: string): Proof {
  return /^(?:0d0f3a07[0-9a-f]{64}|2bf64e07[0-9a-f]{128})$/.test(checked(secret)?.toString('hex') ?? '') ? proven : open
}

/** The bytes without their checksum, if it is valid. */
function checked(text: string, alphabet = BASE58): Buffer | undefined {
  const bytes = fromBase58(text, alphabet)
  if (bytes === undefined || bytes.length < 5) return undefined
  const body = bytes.subarray(0, -4)
  return sha256(sha256(body)).subarray(0, 4).equals(bytes.subarray(-4)) ? body : undefined
}

function sha256(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest()
}
