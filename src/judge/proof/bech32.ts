/** Bech32 (BIP-173): text of five-bit letters whose last six are a checksum over all of it. */

const letters = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l'
const generator = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3]

/** The bytes behind `prefix1…` in either case, or undefined if the checksum does not hold. */
export function fromBech32(text: string, prefix: string): Buffer | undefined {
  const lower = text.toLowerCase()
  if (text !== lower && text !== text.toUpperCase()) return undefined
  if (text.length > 200 || !lower.startsWith(`${prefix}1`)) return undefined
  const values = Array.from(lower.slice(prefix.length + 1), (letter) => letters.indexOf(letter))
  if (values.length < 6 || values.includes(-1)) return undefined
  return polymod([...expanded(prefix), ...values]) === 1 ? bytesOf(values.slice(0, -6)) : undefined
}

export function toBech32(bytes: Uint8Array, prefix: string): string {
  const values: number[] = []
  let bits = 0
  let held = 0
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xfff
    for (bits += 8; bits >= 5; bits -= 5) values.push((held >> (bits - 5)) & 31)
  }
  if (bits > 0) values.push((held << (5 - bits)) & 31)
  const sum = polymod([...expanded(prefix), ...values, 0, 0, 0, 0, 0, 0]) ^ 1
  const check = [25, 20, 15, 10, 5, 0].map((shift) => (sum >> shift) & 31)
  return `${prefix}1${[...values, ...check].map((value) => letters.charAt(value)).join('')}`
}

function polymod(values: readonly number[]): number {
  let sum = 1
  for (const value of values) {
    const top = sum >>> 25
    sum = ((sum & 0x1ffffff) << 5) ^ value
    for (const [bit, term] of generator.entries()) if ((top >> bit) & 1) sum ^= term
  }
  return sum
}

function expanded(prefix: string): readonly number[] {
  const codes = Array.from(prefix, (letter) => letter.charCodeAt(0))
  return [...codes.map((code) => code >> 5), 0, ...codes.map((code) => code & 31)]
}

function bytesOf(values: readonly number[]): Buffer {
  const bytes: number[] = []
  let bits = 0
  let held = 0
  for (const value of values) {
    held = ((held << 5) | value) & 0xfff
    bits += 5
    if (bits < 8) continue
    bits -= 8
    bytes.push((held >> bits) & 0xff)
  }
  return Buffer.from(bytes)
}
