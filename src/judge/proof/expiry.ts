/** When a token expires. */
import { fromPercent } from './codec.ts'
import { open, type Proof, proofOf } from './proof.ts'

/** Adds the day of expiry, given in seconds since 1970; after that day, the severity is low. */
export function until(proof: Proof, seconds: number, today: string): Proof {
  const last = day(seconds)
  if (last === undefined) return proof
  if (last < today) return proofOf(proof.verdict, [proof.says, `expired ${last}`], 'low')
  return proofOf(proof.verdict, [proof.says, `expires ${last}`], proof.severity)
}

/** YYYY-MM-DD; undefined for a year that no token can mean. */
function day(seconds: number): string | undefined {
  return seconds > 0 && seconds < 253402300800 ? new Date(seconds * 1000).toISOString().slice(0, 10) : undefined
}

/** An Azure shared access signature: `se=2024-01-31T00%3A00%3A00Z&sp=rl&sig=…`. */
export function sas(secret: string, today: string): Proof {
  const end = Date.parse(parameter(secret, 'se') ?? '')
  const rights = /^[a-z]{1,14}$/.exec(parameter(secret, 'sp') ?? '')
  const proof = proofOf('open', [rights ? `permissions ${rights[0]}` : undefined])
  return Number.isNaN(end) ? proof : until(proof, end / 1000, today)
}

/** AWS and Google give a start and a duration in seconds, CloudFront the end: `X-Amz-Date=20240101T000000Z&X-Amz-Expires=604800`. */
export function presignedUrl(secret: string, today: string): Proof {
  const end = presignedEnd(secret) ?? number(parameter(secret, 'Expires'))
  return end === undefined ? open : until(open, end, today)
}

/** In seconds since 1970. */
export function presignedEnd(text: string): number | undefined {
  for (const vendor of ['X-Amz', 'X-Goog']) {
    const start = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(parameter(text, `${vendor}-Date`) ?? '')
    const length = number(parameter(text, `${vendor}-Expires`))
    if (!start || length === undefined) continue
    const [year = 0, month = 0, date = 0, hour = 0, minute = 0, second = 0] = start.slice(1).map(Number)
    return Date.UTC(year, month - 1, date, hour, minute, second) / 1000 + length
  }
  return undefined
}

/** A query parameter; ampersands may be escaped as in HTML or JSON. */
function parameter(text: string, name: string): string | undefined {
  const at = ['?', '&', '&amp;', '\\u0026'].map((before) => text.indexOf(`${before}${name}=`)).filter((found) => found >= 0)
  const start = text.startsWith(`${name}=`) ? 0 : Math.min(...at)
  const value = /=([^&\\"'\s]{0,80})/.exec(text.slice(start, start + name.length + 100))
  return Number.isFinite(start) && value ? fromPercent(value[1] ?? '') : undefined
}

function number(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,12}$/.test(text) ? Number(text) : undefined
}
