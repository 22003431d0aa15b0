/** The curves of 32 bytes: Ed25519, and X25519 (RFC 8410). */
import { createPrivateKey, createPublicKey } from 'node:crypto'

/** What precedes the seed in PKCS #8. */
const PKCS8: Readonly<Record<string, string>> = {
  Ed25519: '302e020100300506032b657004220420',
  X25519: '302e020100300506032b656e04220420',
}

/** The public key of a seed. Throws if that has another length, or the curve another name. */
export function publicOf(seed: Buffer, curve = 'Ed25519'): Buffer {
  const head = Buffer.from(PKCS8[curve] ?? '', 'hex')
  const key = createPrivateKey({ key: Buffer.concat([head, seed]), format: 'der', type: 'pkcs8' })
  return createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-32)
}
