/** Tokens of chat services: ids and times that must be plausible. */
import { fromBase64 } from './codec.ts'
import { open, type Proof, proofOf } from './proof.ts'

const placeholder = proofOf('refuted', ['a placeholder'])

/** `xoxb-<team>-<bot>-<secret>`, `/services/T…/B…/<secret>`: no checksum, but placeholder ids can be told. */
export function slack(secret: string): Proof {
  const parts = secret
    .replace(/^.*\/(?:services|workflows|triggers)\//, '')
    .split(/[-/]/)
    .slice(secret.includes('/') ? 0 : 1)
  const ids = parts.slice(0, -1).filter((part) => part.length > 2)
  const dummy = ids.some((id) => /^[A-Z]?(?:0+|X+|1234567890\d*)$/.test(id)) || /^(.)\1+$/.test(parts.at(-1) ?? '')
  return dummy ? placeholder : open
}

/** `<base64 of the user id>.<time>.<27 or 38>`; the id contains the creation time (discord.com/developers/docs, snowflakes). */
export function discord(secret: string): Proof {
  const [head = '', time = '', tail = '', more] = secret.split('.')
  const id = fromBase64(head)?.toString('latin1') ?? ''
  if (tail === '') return open
  if (!/^\d{17,20}$/.test(id)) return proofOf('refuted', ['not a Discord token: it does not begin with a user id'])
  const made = new Date(Number(BigInt(id) >> 22n) + 1420070400000).toISOString().slice(0, 10)
  const holds = more === undefined && time.length >= 5 && [27, 38].includes(tail.length)
  return proofOf(holds ? 'proven' : 'open', [`the bot was created on ${made}`])
}

/** `<bot id>:AA<33>`. */
export function telegram(secret: string): Proof {
  return /^\d{6,12}:AA[\w-]{33}$/.test(secret)
    ? open
    : proofOf('refuted', ['not a Telegram token: AA and 33 characters must follow the colon'])
}
