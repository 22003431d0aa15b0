/** The cyclic redundancy checks that vendors put into their tokens. Text is Latin-1: one character is one byte. */

type Data = string | Uint8Array

/** XMODEM, as in Stellar and NATS keys. */
export function crc16(data: Data): number {
  let crc = 0
  for (const byte of bytesOf(data)) {
    crc ^= byte << 8
    for (let bit = 0; bit < 8; bit++) crc = (crc & 0x8000 ? (crc << 1) ^ 0x1021 : crc << 1) & 0xffff
  }
  return crc
}

/** OpenPGP's, the `=XXXX` line of an armoured key (RFC 4880, section 6.1). */
export function crc24(data: Data): number {
  let crc = 0xb704ce
  for (const byte of bytesOf(data)) {
    crc ^= byte << 16
    for (let bit = 0; bit < 8; bit++) crc = (crc & 0x800000 ? (crc << 1) ^ 0x864cfb : crc << 1) & 0xffffff
  }
  return crc
}

function bytesOf(data: Data): Uint8Array {
  return typeof data === 'string' ? Buffer.from(data, 'latin1') : data
}
