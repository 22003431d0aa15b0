/** Tokens of package registries. */
import { fromBase32, fromBase58, fromBase64, toBase32 } from './codec.ts'
import { until } from './expiry.ts'
import { open, type Proof, proofOf, proven, refuted } from './proof.ts'

/** `pypi-` + a macaroon: 02, then fields of type, length and bytes; 00 ends a group; type 6 is the signature. */
export function pypi(secret: string, today: string): Proof {
  const bytes = fromBase64(secret.replace(/^pypi-/, ''))
  const fields = bytes?.[0] === 2 ? macaroon(bytes) : undefined
  if (fields === undefined || fields.find(([type]) => type === 6)?.[1].length !== 32) return open
  const location = fields.find(([type]) => type === 1)?.[1] ?? ''
  if (!/^(?:test\.)?pypi\.org$/.test(location)) return open
  const caveats = fields.filter(([type], at) => type === 2 && at > 1).map(([, text]) => caveat(text))
  const limited = caveats.some((it) => it.projects)
  const proof = proofOf('proven', [location, limited ? 'for some projects' : 'for all projects of the user'], limited ? 'high' : 'critical')
  const end = caveats.find((it) => it.end !== undefined)?.end
  return end === undefined ? proof : until(proof, end, today)
}

/** The type and the Latin-1 text of each field. */
function macaroon(bytes: Buffer): readonly (readonly [number, string])[] | undefined {
  const fields: (readonly [number, string])[] = []
  let at = 1
  while (at < bytes.length) {
    const type = bytes[at++] ?? 0
    if (type === 0) continue
    let length = bytes[at++] ?? 0
    if (length > 127) length = (length & 127) | ((bytes[at++] ?? 0) << 7)
    if (at + length > bytes.length || fields.length > 100) return undefined
    fields.push([type, bytes.toString('latin1', at, at + length)])
    at += length
  }
  return fields
}

/** `[0, <end>, <start>]`, `[1, [<names>]]`, `[2, [<ids>]]`, `[3, <user>]`; the old form is an object with `permissions`. */
function caveat(text: string): { readonly projects: boolean; readonly end?: number } {
  const end = /^\[0, ?(\d{1,11}),/.exec(text)?.[1]
  const projects = /^\[[12],/.test(text) || /"projects"/.test(text)
  return end === undefined ? { projects } : { projects, end: Number(end) }
}

/** 46 letters of base32: 20 for "v4" and ten non-zero bytes, 26 for sixteen more (NuGetGallery, ApiKeyV4). */
export function nuget(secret: string): Proof {
  if (!/^[a-z2-7]{46}$/.test(secret)) return open
  const [head, tail] = [fromBase32(secret.slice(0, 20)), fromBase32(secret.slice(20))]
  const whole = head && tail && toBase32(head).toLowerCase() + toBase32(tail).toLowerCase() === secret
  return whole && head.toString('latin1', 0, 2) === 'v4' && !head.includes(0) ? proven : refuted
}

/** Base64 of `reftkn:01:<end>:<28>`, or `AKCp` + 69 of base58. */
export function jfrog(secret: string, today: string): Proof {
  const end = /^reftkn:\d\d:(\d{1,11}):[0-9A-Za-z]{20,}$/.exec(fromBase64(secret)?.toString('latin1') ?? '')?.[1]
  if (end !== undefined) return until(proven, Number(end), today)
  if (!/^AKCp\w{69}$/.test(secret)) return open
  return fromBase58(secret)?.length === 54 ? open : refuted
}
