/** Tokens that end in a checksum of the preceding characters. */
import { createHash } from 'node:crypto'
import { crc32 } from 'node:zlib'
import { BASE36, BASE62, BASE62_LOWER_FIRST, digits, fromBase64, hex32, jsonOf, toBase32 } from './codec.ts'
import { open, type Proof, proofOf, proven, refuted } from './proof.ts'

/** GitHub and npm: `ghp_` + 30 + CRC of the 30 (github.blog/2021-04-05-behind-githubs-new-authentication-token-formats). */
export function github(secret: string): Proof {
  const [prefix = '', body = ''] = /^([a-z]{3}_)([0-9A-Za-z]+)$/.exec(secret)?.slice(1) ?? []
  if (body.length >= 36 && sum62(body.slice(0, -6), BASE62) === body.slice(-6)) return proven
  return body.length === (prefix === 'ghr_' ? 76 : 36) ? refuted : open
}

/** `github_pat_11…`: part of a SHA-256, and eight more characters whose meaning is unknown. */
export function githubFineGrained(secret: string): Proof {
  const sum = toBase32(createHash('sha256').update(secret.slice(0, -16), 'latin1').digest()).slice(0, 8)
  return /^github_pat_\w{82}$/.test(secret) && sum === secret.slice(-16, -8) ? proven : open
}

/**
 * `glpat-<payload>.01.<its length><CRC>` (GitLab handbook, "routable tokens"); the first generation has no version. A runner's `t1_` belongs
 * to its prefix.
 */
export function gitlabRoutable(secret: string): Proof {
  const form = /^[a-z]{2,12}-(t\d_)?([\w-]+)\.(?:[0-9a-z]{2}\.)?([0-9a-z]{2})([0-9a-z]{7})$/
  const [type = '', payload, length = '', sum] = form.exec(secret)?.slice(1) ?? []
  if (payload === undefined) return open
  const lengths = [payload.length, type.length + payload.length]
  const holds = digits(crc32(secret.slice(0, -7)), BASE36).padStart(7, '0') === sum && lengths.includes(parseInt(length, 36))
  return holds ? proofOf('proven', [route(payload)]) : refuted
}

/** Decodes lines such as `u:2s`, numbers in base 36, before the random part of the payload. */
function route(payload: string): string | undefined {
  const user = /(?:^|\n)u:([0-9a-z]{1,10})(?:\n|$)/.exec(Buffer.from(payload, 'base64url').toString('latin1'))
  return user?.[1] && `GitLab user ${parseInt(user[1], 36)}`
}

/** `ATATT3…=1A2B3C4D`, `ATBB…`. */
export function atlassian(secret: string): Proof {
  if (!/^AT[A-Z]{2}[\w=-]{16,}[0-9A-F]{8}$/.test(secret)) return open
  return hex32(crc32(secret.slice(0, -8))).toUpperCase() === secret.slice(-8) ? proven : refuted
}

/** Bitbucket and Jira Data Center: base64 of `<decimal id>:<random>`. */
export function atlassianDataCenter(secret: string): Proof {
  const text = fromBase64(secret.replace(/^BBDC-/, ''))?.toString('latin1') ?? ''
  return /^\d{6,20}:/.test(text) ? proven : refuted
}

/** `cfut_` + 40 + CRC. */
export function cloudflare(secret: string): Proof {
  const [body = '', sum] = /^cf[a-z]{1,2}_([0-9A-Za-z]{40})([0-9a-f]{8})$/.exec(secret)?.slice(1) ?? []
  return sum === undefined ? open : holds(hex32(crc32(body)) === sum)
}

/** `glsa_<32>_<CRC>` (grafana, pkg/components/satokengen), and the older ones that are JSON. */
export function grafana(secret: string): Proof {
  if (secret.startsWith('glsa_')) return grafanaAccount(secret)
  const claims = jsonOf(secret.replace(/^glc_/, ''))
  const keys = secret.startsWith('glc_') ? ['o', 'n', 'k'] : ['k', 'n', 'id']
  return claims && keys.every((key) => key in claims) ? proven : open
}

function grafanaAccount(secret: string): Proof {
  if (!/^glsa_[0-9A-Za-z]{32}_[0-9a-f]{8}$/.test(secret)) return open
  return holds(littleEndian(crc32(secret.slice(0, 37))).toString('hex') === secret.slice(-8))
}

/** `vcp_` + 50 + CRC. */
export function vercel(secret: string): Proof {
  const body = /^vc[a-z]_([0-9A-Za-z]{56})$/.exec(secret)?.[1]
  return body === undefined ? open : holds(sum62(body.slice(0, -6), BASE62) === body.slice(-6))
}

export function salad(secret: string): Proof {
  const body = /^salad_cloud_[a-z]{1,12}_([0-9A-Za-z]{49})$/.exec(secret)?.[1] ?? ''
  return sum62(body.slice(0, -6), BASE62) === body.slice(-6) ? proven : open
}

/** The checksum includes the prefix. */
export function deno(secret: string): Proof {
  return /^dd[a-z]_[0-9A-Za-z]{36}$/.test(secret) && sum62(secret.slice(0, -6), BASE62) === secret.slice(-6) ? proven : open
}

/** The checksum includes the prefix; its alphabet has lower case first. */
export function apify(secret: string): Proof {
  return /^apify_api_[0-9A-Za-z]{36}$/.test(secret) && sum62(secret.slice(0, -6), BASE62_LOWER_FIRST) === secret.slice(-6) ? proven : open
}

/** `cflt` + 54 + base64 of the CRC. */
export function confluent(secret: string): Proof {
  const [body = '', sum] = /^cflt([A-Za-z0-9+/]{54})([A-Za-z0-9+/]{6})$/.exec(secret)?.slice(1) ?? []
  return sum === undefined ? open : holds(littleEndian(crc32(body)).toString('base64').slice(0, 6) === sum)
}

/** `zpka_<32>_<CRC>`. */
export function zuplo(secret: string): Proof {
  const [body = '', sum] = /^zpka_([0-9A-Za-z]{32})_([0-9a-f]{8})$/.exec(secret)?.slice(1) ?? []
  return sum === undefined ? open : holds(hex32(crc32(body)) === sum)
}

/** `sb_secret_<22>_<8>`: the checksum depends on the project's name (supabase/supabase, docker/utils/add-new-auth-keys.sh). */
export function supabase(secret: string, project = 'supabase-self-hosted'): Proof {
  const head = /^(sb_(?:secret|publishable)_[\w-]{22})_[\w-]{8}$/.exec(secret)?.[1] ?? ''
  const sum = createHash('sha256').update(`${project}|${head}`, 'latin1').digest('base64url').slice(0, 8)
  const publishable = secret.startsWith('sb_publishable_')
  return proofOf(
    sum === secret.slice(-8) ? 'proven' : 'open',
    [publishable ? 'public by design' : undefined],
    publishable ? 'low' : undefined,
  )
}

function sum62(text: string, alphabet: string): string {
  return digits(crc32(text), alphabet).padStart(6, '0')
}

function littleEndian(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

function holds(statement: boolean): Proof {
  return statement ? proven : refuted
}
