/** JSON web tokens (RFC 7519), and Mapbox's tokens, one part of which is the same. */
import { createHmac } from 'node:crypto'
import { fromBase64, jsonOf } from './codec.ts'
import { until } from './expiry.ts'
import { example, named, open, type Proof, proofOf } from './proof.ts'
import { isPublished } from './published.ts'

/** Minimum and maximum length of a signature in bytes. An RSA signature is as long as its key. */
const LENGTHS: Readonly<Record<string, readonly [number, number]>> = {
  HS256: [32, 32],
  HS384: [48, 48],
  HS512: [64, 64],
  ES256: [64, 64],
  ES256K: [64, 64],
  ES384: [96, 96],
  ES512: [132, 132],
  EdDSA: [64, 114],
  ...Object.fromEntries(['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'].map((name) => [name, [128, 2048] as const])),
}

/** Secrets published by jwt.io and Supabase: a token signed with one is an example. */
const PUBLIC_SECRETS = [
  'secret',
  'your-256-bit-secret',
  'your-384-bit-secret',
  'your-512-bit-secret',
  'a-string-secret-at-least-256-bits-long',
  'a-valid-string-secret-that-is-at-least-384-bits-long-which-is-very-long',
  'a-valid-string-secret-that-is-at-least-512-bits-long-which-is-very-long',
  'super-secret-jwt-token-with-at-least-32-characters-long',
  'your-super-secret-jwt-token-with-at-least-32-characters-long',
]

/**
 * A vendor's prefix may precede it: `IST.eyJ…`. No token is refuted: one that anyone could have signed opens nothing, but its claims may be
 * true, and a real one may be next to it tomorrow; so its severity is low.
 */
export function jwt(secret: string, today: string): Proof {
  const [header = '', payload = '', signature = '', more] = secret.replace(/^(?!e[wy])[\w-]{1,30}[._](?=eyJ)/, '').split('.')
  const algorithm = jsonOf(header)?.alg
  const claims = jsonOf(payload)
  if (more !== undefined || claims === undefined || typeof algorithm !== 'string') return open
  const [least, most] = LENGTHS[algorithm] ?? [1, Infinity]
  if (isPublished(`${header}.${payload}`)) return example
  const length = fromBase64(signature)?.length ?? 0
  if (/^none$/i.test(algorithm) || length === 0) return proofOf('proven', ['not signed'], 'low')
  if (length < least || length > most) return proofOf('open', ['its signature has the wrong length for its algorithm'], 'low')
  if (algorithm.startsWith('HS') && isExample(`${header}.${payload}`, algorithm, signature))
    return proofOf('proven', ['signed with a published secret'], 'low')
  return classified(claims, today)
}

function isExample(signed: string, algorithm: string, signature: string): boolean {
  const hash = `sha${algorithm.slice(2)}`
  return PUBLIC_SECRETS.some((key) => createHmac(hash, key).update(signed, 'latin1').digest('base64url') === signature)
}

function classified(claims: Readonly<Record<string, unknown>>, today: string): Proof {
  const words = [named('issuer', claims.iss), named('role', claims.role)]
  const proof = proofOf('proven', claims.role === 'anon' ? [...words, 'public by design'] : words, severityOf(claims.role))
  return typeof claims.exp === 'number' ? until(proof, claims.exp, today) : proof
}

function severityOf(role: unknown): Proof['severity'] {
  if (role === 'anon') return 'low'
  return role === 'service_role' ? 'critical' : undefined
}

/** `sk.<JSON of user and id>.<signature>`; a temporary token (tk) has `exp`. */
export function mapbox(secret: string, today: string): Proof {
  const [kind, payload = ''] = secret.split('.')
  const claims = jsonOf(payload)
  if (claims === undefined || typeof claims.u !== 'string') return open
  const proof = kind === 'pk' ? proofOf('proven', ['public by design'], 'low') : proofOf('proven', [named('Mapbox user', claims.u)])
  return typeof claims.exp === 'number' ? until(proof, claims.exp, today) : proof
}
