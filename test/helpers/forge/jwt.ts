/** JSON web tokens signed (HS256) with a key that nobody knows. */
import { createHmac } from 'node:crypto'
import { alphabets } from '../../../patterns/alphabets.ts'
import type { Sampler } from '../sampler.ts'
import { json64url } from './encode.ts'

const kinds: Readonly<Record<string, object>> = {
  '': {},
  expired: { exp: 1_600_000_000 },
  anon: { iss: 'supabase', role: 'anon' },
  service: { iss: 'supabase', role: 'service_role' },
}

export function jwt(kind: string, random: Sampler): string {
  const claims = kinds[kind]
  if (!claims) throw new Error(`There is no token {jwt:${kind}}; there are ${Object.keys(kinds).join(' ')}`)
  const header = json64url({ alg: 'HS256', typ: 'JWT' })
  const payload = json64url({ iat: 1_580_000_000 + random.below(10_000_000), sub: random.text(alphabets.base62, 20), ...claims })
  return `${header}.${payload}.${createHmac('sha256', random.bytes(32)).update(`${header}.${payload}`).digest('base64url')}`
}
