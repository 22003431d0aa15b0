/** What AWS credentials reveal. */
import { fromBase32, fromBase64 } from './codec.ts'
import { presignedEnd, until } from './expiry.ts'
import { open, type Proof, proofOf, proven } from './proof.ts'

/** `AKIA` + 16 of base32, which in newer ids encode the account number. */
export function awsKeyId(secret: string): Proof {
  if (!/^[A-Z0-9]{20}$/.test(secret)) return open
  if (/EXAMPLE$/.test(secret)) return proofOf('refuted', ['a published example'])
  const bytes = fromBase32(secret.slice(4))
  if (bytes === undefined) return proofOf('refuted', ['not an AWS key id: it has letters that AWS does not use'])
  if (/^.{4}[IJ]/.test(secret)) return open
  const account = (bytes.readUIntBE(0, 6) % 2 ** 47) / 2 ** 7
  return proofOf('open', [`AWS account ${String(Math.floor(account)).padStart(12, '0')}`])
}

/** Base64 with the name of the issuer near its start. */
export function awsSession(secret: string): Proof {
  const start = Buffer.from(secret.slice(0, 40), 'base64').toString('latin1')
  return start.includes('origin_ec') || start.includes('er/aws') ? proven : open
}

/** `ABSK` + base64 of `BedrockAPIKey-<4>-at-<account>:<secret>`, or `bedrock-api-key-` + base64 of a presigned URL. */
export function bedrock(secret: string, today: string): Proof {
  const text = fromBase64(secret.replace(/^(?:ABSK|bedrock-api-key-)/, ''))?.toString('latin1') ?? ''
  const account = /^BedrockAPIKey-\w{1,12}-at-(\d{12})(?:-\w{1,12})?:/.exec(text)?.[1]
  if (account) return proofOf('proven', [`AWS account ${account}`])
  if (!text.startsWith('bedrock.amazonaws.com')) return open
  const end = presignedEnd(text)
  return end === undefined ? proven : until(proven, end, today)
}
