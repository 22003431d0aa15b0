/** Keys to money, and others that are written the same way. */
import { BASE58_RIPPLE, toBase32 } from '../../../src/judge/proof/codec.ts'
import { crc16 } from '../../../src/judge/proof/crc.ts'
import type { Forge } from '../forge.ts'
import { toBase58, toBase58Check, toBech32 } from './encode.ts'
import { publicOf } from './pem.ts'

export const wallets = {
  /** K or L; with the prefix `5` an uncompressed key. */
  wif: (prefix, random) =>
    toBase58Check('80', Buffer.concat([Buffer.from([1]), random.bytes(31), Buffer.alloc(prefix === '5' ? 0 : 1, 1)])),
  bip32: (prefix, random) => {
    const version = { xprv: '0488ade4', tprv: '04358394', yprv: '049d7878', zprv: '04b2430c' }[prefix || 'xprv'] ?? '0488ade4'
    return toBase58Check(version, Buffer.concat([Buffer.from([3]), random.bytes(40), Buffer.from([0, 1]), random.bytes(31)]))
  },
  /** Under a password. */
  bip38: (_, random) => toBase58Check('0142', Buffer.concat([Buffer.from([0xe0]), random.bytes(36)])),
  ripple: (_, random) => toBase58Check('21', random.bytes(16), BASE58_RIPPLE),
  tezos: (_, random) => toBase58Check('0d0f3a07', random.bytes(32)),
  stellar: (_, random) => summed(Buffer.concat([Buffer.from([0x90]), random.bytes(32)])),
  /** The prefix is `SU`, `SA`, `SO` … */
  nats: (prefix, random) => {
    const type = { SU: 0xa0, SA: 0, SO: 0x70, SN: 0x68, SC: 0x10, SX: 0xb8 }[prefix || 'SU'] ?? 0xa0
    return summed(Buffer.concat([Buffer.from([0x90 | (type >> 5), (type & 31) << 3]), random.bytes(32)]))
  },
  age: (_, random) => toBech32(random.bytes(32), 'age-secret-key-').toUpperCase(),
  nostr: (_, random) => toBech32(random.bytes(32), 'nsec'),
  /** The bytes as numbers with the prefix `[`. */
  solana: (prefix, random) => {
    const seed = random.bytes(32)
    const pair = Buffer.concat([seed, publicOf(seed)])
    return prefix === '[' ? JSON.stringify([...pair]) : toBase58(pair)
  },
  'coinbase-cdp': (_, random) => {
    const seed = random.bytes(32)
    return Buffer.concat([seed, publicOf(seed)]).toString('base64')
  },
  ethereum: (prefix, random) => prefix + Buffer.concat([Buffer.from([1]), random.bytes(31)]).toString('hex'),
} satisfies Record<string, Forge>

/** Base32 of the bytes and their CRC. */
function summed(bytes: Buffer): string {
  const sum = Buffer.alloc(2)
  sum.writeUInt16LE(crc16(bytes))
  return toBase32(Buffer.concat([bytes, sum]))
}
