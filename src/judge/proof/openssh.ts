/** OpenSSH's own private key format (openssh-portable, PROTOCOL.key). */
import { named, open, type Proof, proofOf } from './proof.ts'

const MAGIC = Buffer.from('openssh-key-v1\0')

/** Magic, cipher, KDF, KDF options, count, public part, private part. Undefined if it is something else. */
export function openssh(bytes: Buffer): Proof | undefined {
  if (!bytes.subarray(0, MAGIC.length).equals(MAGIC)) return undefined
  const [cipher, , , rest] = strings(bytes.subarray(MAGIC.length), 3)
  const [publicPart, privatePart] = strings(rest?.subarray(4) ?? Buffer.alloc(0), 2)
  if (cipher === undefined || publicPart === undefined || privatePart === undefined || privatePart.length < 8) return open
  if (cipher.toString('latin1') !== 'none') return proofOf('proven', ['encrypted'], 'medium')
  const kind = named('SSH key of type', strings(publicPart, 1)[0]?.toString('latin1'))
  return privatePart.readUInt32BE(0) === privatePart.readUInt32BE(4) ? proofOf('proven', [kind, 'not encrypted']) : open
}

/** Up to `count` length-prefixed strings, and the rest of the bytes. Fewer if the bytes end early. */
function strings(bytes: Buffer, count: number): readonly Buffer[] {
  const found: Buffer[] = []
  let at = 0
  while (found.length < count && at + 4 <= bytes.length) {
    const end = at + 4 + bytes.readUInt32BE(at)
    if (end > bytes.length) return found
    found.push(bytes.subarray(at + 4, end))
    at = end
  }
  return [...found, bytes.subarray(at)]
}
