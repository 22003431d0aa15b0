/** Microsoft's identifiable keys. */

import { crc32 } from 'node:zlib'
import { alphabets } from '../../../patterns/alphabets.ts'
import { BASE62, BASE66, digits, toBase32 } from '../../../src/judge/proof/codec.ts'
import { marvin32 } from '../../../src/judge/proof/marvin.ts'
import type { Forge } from '../forge.ts'

export const microsoft = {
  'azure-cask': (prefix, random) => {
    const head = `${random.text(BASE62, 52)}JQQJ99BFAC${'A'.repeat(14)}${prefix || 'AZDO'}`
    const sum = littleEndian(marvin32(Buffer.from(head, 'base64'), 'Default0')).readUInt32BE()
    return head + digits(sum, BASE62).padEnd(6, '0').slice(0, 4)
  },
  entra: (_, random) => {
    const head = `${random.text(BASE62, 3)}8Q~${random.text(BASE66.replace('~', ''), 31)}`
    return (
      head +
      digits(marvin32(Buffer.from(head), 'AadPwd00'), BASE66)
        .padStart(6, 'a')
        .slice(0, 3)
    )
  },
  /** The prefix is the service's signature: `+ASt`. */
  'azure-his': (prefix, random) => {
    const [at, length, seed] = services[prefix || '+ASt'] ?? [76, 64, 'Default0']
    const text = random.text(alphabets.base64, at) + (prefix || '+ASt') + random.text(alphabets.base64, 4)
    const head = Buffer.from(text, 'base64').subarray(0, length - 4)
    return Buffer.concat([head, littleEndian(marvin32(head, seed))]).toString('base64')
  },
  'azure-devops': (_, random) => {
    const bytes = random.bytes(32)
    const data = Buffer.concat([bytes.subarray(0, 2), bytes.subarray(3, 7), bytes.subarray(9, 22), bytes.subarray(23)])
    const sum = littleEndian((crc32(data) ^ 0xe0b9692d) >>> 0)
    for (const [from, to] of [22, 8, 7, 2].entries()) bytes[to] = sum[from] ?? 0
    return toBase32(bytes).toLowerCase()
  },
} satisfies Record<string, Forge>

/** Where the signature stands, bytes in all, seed. */
const services: Readonly<Record<string, readonly [number, number, string]>> = {
  '+ASt': [76, 64, 'Default0'],
  ACDb: [76, 64, 'MastRW00'],
  '+ABa': [76, 64, 'AbAcct00'],
  APIM: [76, 64, 'IoTHub00'],
  '+AMC': [76, 64, 'Classic0'],
  '+ASb': [33, 32, 'Send0000'],
  '+AEh': [33, 32, 'Send0000'],
  '+ARm': [33, 32, 'Send0000'],
  AIoT: [33, 32, 'IoTHub00'],
  AzCa: [33, 32, 'Access00'],
  AzSe: [42, 39, 'PAdmin00'],
  '+ACR': [42, 39, 'ACRDflt0'],
  AzFu: [44, 40, 'Functi00'],
}

function littleEndian(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
