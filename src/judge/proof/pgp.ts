/** OpenPGP private keys (RFC 9580). */
import { fromBase64 } from './codec.ts'
import { crc24 } from './crc.ts'
import { open, type Proof, proofOf } from './proof.ts'

/** The lines of an armoured block: headers, an empty line, base64, `=` and an optional CRC. */
export function pgp(lines: readonly string[]): Proof {
  const check = lines.find((line) => /^=[A-Za-z0-9+/]{4}$/.test(line))
  const bytes = fromBase64(lines.filter((line) => /^[A-Za-z0-9+/]{1,200}={0,2}$/.test(line)).join(''))
  const usage = bytes && usageOf(bytes)
  if (bytes === undefined || usage === undefined) return open
  if (check !== undefined && fromBase64(check.slice(1))?.readUIntBE(0, 3) !== crc24(bytes)) return open
  return usage === 0 ? proofOf('proven', ['not encrypted']) : proofOf('proven', ['protected by a passphrase'], 'medium')
}

/** The byte after the public part of the first packet, if that is a secret key (5) or a secret subkey (7). */
function usageOf(bytes: Buffer): number | undefined {
  const [first = 0, length = 0] = bytes
  const modern = (first & 0x40) !== 0
  const tag = modern ? first & 0x3f : (first & 0x3c) >> 2
  const start = modern ? headOf(length) : [2, 3, 5, 1][first & 3]
  return first & 0x80 && (tag === 5 || tag === 7) && start ? afterPublic(bytes.subarray(start)) : undefined
}

/** Size of the packet header: the length takes one byte, two or five. */
function headOf(length: number): number {
  if (length < 192) return 2
  return length < 224 ? 3 : 6
}

/** Per algorithm: the number of multiprecision integers in the public part; -1: a curve identifier comes first. */
const INTEGERS: Readonly<Record<number, readonly number[]>> = {
  1: [2],
  2: [2],
  3: [2],
  16: [3],
  17: [4],
  18: [-1, 1, -1],
  19: [-1, 1],
  22: [-1, 1],
}

/** Skips version, creation time, algorithm, from version 5 on the length of the public part, and the public part. */
function afterPublic(key: Buffer): number | undefined {
  const [version = 0] = key
  const algorithm = key[5] ?? 0
  if (version > 4 && key.length > 10) return key[10 + key.readUInt32BE(6)]
  let at = 6
  for (const count of INTEGERS[algorithm] ?? []) at = count < 0 ? at + 1 + (key[at] ?? 0) : pastIntegers(key, at, count)
  return algorithm in INTEGERS ? key[at] : undefined
}

/** Each integer is a bit count in two bytes, followed by that many bits. */
function pastIntegers(key: Buffer, from: number, count: number): number {
  let at = from
  for (let i = 0; i < count && at + 2 <= key.length; i++) at += 2 + Math.ceil(key.readUInt16BE(at) / 8)
  return at
}
