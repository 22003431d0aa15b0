/** Ethereum private keys: numbers below the order of the curve. */
import { createECDH } from 'node:crypto'
import { keccak256 } from './keccak.ts'
import { example, open, type Proof, proofOf } from './proof.ts'
import { isPublished } from './published.ts'

const ORDER = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n

export function scalarHolds(bytes: Uint8Array): boolean {
  const scalar = BigInt(`0x0${Buffer.from(bytes).toString('hex')}`)
  return scalar > 0n && scalar < ORDER
}

/** 64 hex digits. The address is public, so it can be reported. */
export function ethereum(secret: string): Proof {
  const hex = secret.toLowerCase().replace(/^0x/, '')
  if (!/^[0-9a-f]{64}$/.test(hex)) return open
  if (isPublished(hex)) return example
  const scalar = Buffer.from(hex, 'hex')
  if (!scalarHolds(scalar)) return proofOf('refuted', ['not a key: it is not below the order of the curve'])
  const curve = createECDH('secp256k1')
  curve.setPrivateKey(scalar)
  return proofOf('open', [`address 0x${keccak256(curve.getPublicKey().subarray(1)).subarray(-20).toString('hex')}`])
}
