/** Microsoft's identifiable keys (github.com/microsoft/security-utilities). */

import { crc32 } from 'node:zlib'
import { BASE62, BASE66, digits, fromBase32, fromBase64 } from './codec.ts'
import { marvin32 } from './marvin.ts'
import { open, type Proof, proofOf, proven, refuted } from './proof.ts'

/** `<52>JQQJ99<year><month>…<service><checksum>`, 84 or 88 characters. */
export function azureCask(secret: string): Proof {
  if (!/^[A-Za-z0-9+/]{52}JQQJ9[9DH][A-Z][A-L][A-Za-z0-9+/]{24,26}(?:==)?$/.test(secret)) return open
  const sum = Buffer.alloc(4)
  sum.writeUInt32LE(marvin32(Buffer.from(secret.slice(0, 80), 'base64'), 'Default0'))
  const forms = [digits(sum.readUInt32BE(), BASE62).padEnd(6, '0'), sum.toString('base64')]
  return forms.some((form) => form.startsWith(secret.slice(80, 84))) ? proofOf('proven', [made(secret)]) : open
}

/** Decodes the date: A is 2024, and A is January. */
function made(secret: string): string {
  const month = secret.charCodeAt(59) - 64
  return `created ${secret.charCodeAt(58) - 65 + 2024}-${String(month).padStart(2, '0')}`
}

/** A client secret: `abc8Q~<31><checksum>`. The older 7Q~ has no checksum, and some public 8Q~ secrets that look real have another one. */
export function entra(secret: string): Proof {
  if (!/^[\w.~-]{3}8Q~[\w.~-]{34}$/.test(secret)) return open
  const sum = digits(marvin32(Buffer.from(secret.slice(0, 37), 'latin1'), 'AadPwd00'), BASE66).padStart(6, 'a')
  return sum.slice(0, 3) === secret.slice(-3) ? proven : open
}

interface Service {
  readonly name: string
  /** Offset of the four-character signature. */
  readonly at: number
  readonly seeds: readonly string[]
  /** A key with a wrong checksum is refuted: public samples have confirmed the format. */
  readonly strict?: true
}

const SERVICES: Readonly<Record<string, Service>> = {
  '+ASt': { name: 'Azure Storage', at: 76, seeds: ['Default0'], strict: true },
  ACDb: {
    name: 'Cosmos DB',
    at: 76,
    seeds: ['MastRW00', 'MastRO00', 'SystRW00', 'SystRO00', 'SysAll00', 'Resour00', 'Encryp00'],
    strict: true,
  },
  '+ABa': { name: 'Azure Batch', at: 76, seeds: ['AbAcct00'] },
  APIM: { name: 'API Management', at: 76, seeds: ['Tenant00', 'IoTHub00', 'Gatewy00', 'GitKey00'] },
  '+AMC': { name: 'Azure ML (classic)', at: 76, seeds: ['Classic0'] },
  '+ASb': { name: 'Service Bus', at: 33, seeds: ['Send0000', 'Listen00', 'Manage00', 'System00', 'Unknown0'] },
  '+AEh': { name: 'Event Hubs', at: 33, seeds: ['Send0000', 'Listen00', 'Manage00', 'System00', 'Unknown0'] },
  '+ARm': { name: 'Azure Relay', at: 33, seeds: ['Send0000', 'Listen00', 'Manage00', 'System00', 'Unknown0'] },
  AIoT: { name: 'Azure IoT', at: 33, seeds: ['IoTHub00', 'DpsKey00', 'Device00'] },
  AzCa: { name: 'Azure Cache for Redis', at: 33, seeds: ['Access00'] },
  AzSe: { name: 'Azure AI Search', at: 42, seeds: ['PAdmin00', 'Query000'] },
  '+ACR': { name: 'Azure Container Registry', at: 42, seeds: ['ACRDflt0'] },
  AzFu: { name: 'Azure Functions', at: 44, seeds: ['Functi00', 'System00', 'Master00'] },
}

/** Base64 of random bytes, a signature, and the hash of both. */
export function azureHis(secret: string): Proof {
  const at = { 44: 33, 52: 42, 56: 44, 88: 76 }[secret.length] ?? 0
  const service = SERVICES[secret.slice(at, at + 4)]
  if (service?.at !== at) return open
  const holds = spellings(secret, service).some((text) => hashed(text, service.seeds))
  if (holds) return proofOf('proven', [service.name])
  return service.strict ? refuted : open
}

/** A Redis key may be written with P for + and F for /, so each P and F is tried as both. */
function spellings(secret: string, service: Service): readonly string[] {
  if (!service.name.endsWith('Redis') || (secret.match(/[PF]/g) ?? []).length > 8) return [secret]
  const both: Readonly<Record<string, string>> = { P: 'P+', F: 'F/' }
  return Array.from(secret).reduce<readonly string[]>(
    (texts, letter) => {
      return Array.from(both[letter] ?? letter).flatMap((next) => texts.map((text) => text + next))
    },
    [''],
  )
}

function hashed(text: string, seeds: readonly string[]): boolean {
  const bytes = fromBase64(text)
  if (bytes === undefined || bytes.length < 8) return false
  const sum = bytes.readUInt32LE(bytes.length - 4)
  return seeds.some((seed) => marvin32(bytes.subarray(0, -4), seed) === sum)
}

/** 52 characters of base32: 28 bytes, with their CRC spread among them. */
export function azureDevops(secret: string): Proof {
  const bytes = secret.length === 52 ? fromBase32(secret) : undefined
  if (bytes?.length !== 32) return open
  const data = Buffer.concat([bytes.subarray(0, 2), bytes.subarray(3, 7), bytes.subarray(9, 22), bytes.subarray(23)])
  const sum = Buffer.from([22, 8, 7, 2].map((at) => bytes[at] ?? 0)).readUInt32LE()
  if ((crc32(data) ^ 0xe0b9692d) >>> 0 === sum) return proofOf('proven', ['a personal access token'])
  return (crc32(data) ^ 0x1019f92e) >>> 0 === sum ? proofOf('proven', ['an app token']) : open
}
