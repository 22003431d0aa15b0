/** Until when a token is good. */
import { fromPercent } from './codec.ts'
import { open, type Proof, told } from './proof.ts'

/** The proof, and the day on which it ends (seconds since 1970); past it, the severity is low. */
export function until(proof: Proof, seconds: number, today: string): Proof {
  const last = day(seconds)
  if (last === undefined) return proof
  if (last < today) return told(proof.verdict, [proof.says, `expired ${last}`], 'low')
  return told(proof.verdict, [proof.says, `expires ${last}`], proof.severity)
}

/** YYYY-MM-DD, for the years that a token can mean. */
function day(seconds: number): string | undefined {
  return seconds > 0 && seconds < 253402300800 ? new Date(seconds * 1000).toISOString().slice(0, 10) : undefined
}

/** A shared access signature of Azure: `se=2024-01-31T00%3A00%3A00Z&sp=rl&sig=…`. */
export function sas(secret: string, today: string): Proof {
  const end = Date.parse(parameter(secret, 'se') ?? '')
  const rights = /^[a-z]{1,14}$/.exec(parameter(secret, 'sp') ?? '')
  const proof = told('open', [rights ? `permissions ${rights[0]}` : undefined])
  return Number.isNaN(end) ? proof : until(proof, end / 1000, today)
}

/** AWS and Google give a start and seconds, CloudFront the end: `X-Amz-Date=20240101T000000Z&X-Amz-Expires=604800`. */
export function presignedUrl(secret: string, today: string): Proof {
  const end = presignedEnd(secret) ?? number(parameter(secret, 'Expires'))
  return end === undefined ? open : until(open, end, today)
}

/** Seconds since 1970. */
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

/** A query's parameter, whether the ampersands are written plainly or as in HTML and JSON. */
function parameter(text: string, name: string): string | undefined {
  const at = ['?', '&', '&amp;', '\\u0026'].map((before) => text.indexOf(`${before}${name}=`)).filter((found) => found >= 0)
  const start = text.startsWith(`${name}=`) ? 0 : Math.min(...at)
  const value = /=([^&\\"'\s]{0,80})/.exec(text.slice(start, start + name.length + 100))
  return Number.isFinite(start) && value ? fromPercent(value[1] ?? '') : undefined
}

function number(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,12}$/.test(text) ? Number(text) : undefined
}
