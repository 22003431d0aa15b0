/** Encoders that only a forger needs. */
import { createHash } from 'node:crypto'
import { BASE58 } from '../../../src/judge/proof/codec.ts'

export function json64(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64')
}

export function json64url(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}

/** A field of the formats of SSH: its length, then its bytes (RFC 4251, section 5). */
export function field(content: string | Buffer): Buffer {
  const bytes = Buffer.from(content)
  const length = Buffer.alloc(4)
  length.writeUInt32BE(bytes.length)
  return Buffer.concat([length, bytes])
}

export function toBase58(bytes: Uint8Array, alphabet = BASE58): string {
  let value = BigInt(`0x0${Buffer.from(bytes).toString('hex')}`)
  let text = ''
  for (; value > 0n; value /= 58n) text = alphabet.charAt(Number(value % 58n)) + text
  return alphabet.charAt(0).repeat(bytes.findIndex((byte) => byte !== 0)) + text
}

export function toBase58Check(prefix: string, body: Uint8Array, alphabet = BASE58): string {
  const bytes = Buffer.concat([Buffer.from(prefix, 'hex'), body])
  return toBase58(Buffer.concat([bytes, sha256(sha256(bytes)).subarray(0, 4)]), alphabet)
}

function sha256(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest()
}

export function toBech32(bytes: Uint8Array, prefix: string): string {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('')
  const values = (bits.match(/.{1,5}/g) ?? []).map((five) => parseInt(five.padEnd(5, '0'), 2))
  const codes = Array.from(prefix, (letter) => letter.charCodeAt(0))
  const sum = polymod([...codes.map((code) => code >> 5), 0, ...codes.map((code) => code & 31), ...values, 0, 0, 0, 0, 0, 0]) ^ 1
  const check = [25, 20, 15, 10, 5, 0].map((shift) => (sum >> shift) & 31)
  return `${prefix}1${[...values, ...check].map((value) => 'qpzry9x8gf2tvdw0s3jn54khce6mua7l'.charAt(value)).join('')}`
}

function polymod(values: readonly number[]): number {
  return values.reduce((sum, value) => {
    const top = sum >>> 25
    const next = ((sum & 0x1ffffff) << 5) ^ value
    return [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3].reduce((s, term, bit) => ((top >> bit) & 1 ? s ^ term : s), next)
  }, 1)
}
