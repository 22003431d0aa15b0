/** JSON web keys (RFC 7517, 7518, 8037). */
import { createECDH } from 'node:crypto'
import { fromBase64, fromJson } from './codec.ts'
import { number } from './der.ts'
import { publicOf } from './ed25519.ts'
import { example, open, type Proof, proofOf } from './proof.ts'
import { isPublished } from './published.ts'

type Fields = Readonly<Record<string, unknown>>

/** Private if it has `d`, or `k` for a symmetric key. */
export function jwk(secret: string): Proof {
  const fields = fromJson(secret)
  const secretPart = fields?.d ?? fields?.k
  if (fields === undefined || typeof fields.kty !== 'string') return open
  if (secretPart === undefined) return proofOf('refuted', ['a public key'])
  if (typeof secretPart === 'string' && isPublished(secretPart)) return example
  const kind = fields.kty
  const holds = { EC: curveHolds, OKP: edwardsHolds, RSA: productHolds }[kind]
  return holds?.(fields) ? proofOf('proven', [`${kind} key`]) : open
}

const CURVES: Readonly<Record<string, string>> = {
  'P-256': 'prime256v1',
  'P-384': 'secp384r1',
  'P-521': 'secp521r1',
  secp256k1: 'secp256k1',
}

/** Does the public point belong to the private number? */
function curveHolds(fields: Fields): boolean {
  const curve = createECDH(CURVES[String(fields.crv)] ?? '')
  curve.setPrivateKey(bytes(fields.d))
  return curve.getPublicKey().equals(Buffer.concat([Buffer.from([4]), bytes(fields.x), bytes(fields.y)]))
}

const edwardsHolds = (fields: Fields) => publicOf(bytes(fields.d), String(fields.crv)).equals(bytes(fields.x))

function productHolds(fields: Fields): boolean {
  const n = number(bytes(fields.n))
  return n > 0n && number(bytes(fields.p)) * number(bytes(fields.q)) === n
}

function bytes(value: unknown): Buffer {
  return (typeof value === 'string' ? fromBase64(value) : undefined) ?? Buffer.alloc(0)
}
