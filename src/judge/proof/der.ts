/** Private keys in DER: PKCS #1, PKCS #8, SEC 1 (RFC 8017, 5958, 5915). */
import { open, type Proof, proofOf } from './proof.ts'

interface Element {
  readonly tag: number
  readonly body: Buffer
}

const INTEGER = 0x02
const BITS = 0x03
const OCTETS = 0x04
const SEQUENCE = 0x30

/** Object identifiers of the kinds of keys, in hex. */
const KINDS: Readonly<Record<string, string>> = {
  '2a864886f70d010101': 'RSA',
  '2a864886f70d01010a': 'RSA-PSS',
  '2a864886f70d010301': 'Diffie-Hellman',
  '2a8648ce380401': 'DSA',
  '2a8648ce3d0201': 'EC',
  '2b656e': 'X25519',
  '2b656f': 'X448',
  '2b6570': 'Ed25519',
  '2b6571': 'Ed448',
}

/** Password-based encryption of PKCS #5 and PKCS #12. */
const ENCRYPTION = /^(?:2a864886f70d0105|2a864886f70d010c01)/

/** Undefined if it is not a DER sequence. */
export function derKey(bytes: Buffer): Proof | undefined {
  const parts = sequence(bytes)
  const [first, second, third] = parts ?? []
  if (parts === undefined || first === undefined || second === undefined) return undefined
  if (first.tag === SEQUENCE) return notPlain(first, second)
  if (first.tag !== INTEGER) return open
  if (second.tag === OCTETS) return proofOf('proven', ['EC key', 'not encrypted'])
  if (second.tag === SEQUENCE && third?.tag === OCTETS) return wrapped(second, third)
  return numbers(parts)
}

/** A key that begins with a nested sequence is encrypted, or not a private key. */
function notPlain(first: Element, second: Element): Proof {
  if (first.body.toString('hex', 0, 5) === 'a003020102') return proofOf('refuted', ['a certificate'])
  if (second.tag === BITS) return proofOf('refuted', ['a public key'])
  return second.tag === OCTETS && ENCRYPTION.test(identifier(first)) ? proofOf('proven', ['encrypted'], 'medium') : open
}

function wrapped(algorithm: Element, key: Element): Proof {
  const kind = KINDS[identifier(algorithm)]
  if (kind === 'RSA') return derKey(key.body) ?? open
  return kind === undefined ? open : proofOf('proven', [`${kind} key`, 'not encrypted'])
}

/** RSA is 0 n e d p q and three more, DSA 0 p q g y x. */
function numbers(parts: readonly Element[]): Proof {
  if (!parts.slice(0, 6).every((part) => part.tag === INTEGER)) return open
  if (parts.length === 6) return proofOf('proven', ['DSA key', 'not encrypted'])
  const [, n = 0n, , , p = 0n, q = 0n] = parts.slice(0, 6).map((part) => number(part.body))
  if (parts.length < 9 || n === 0n) return open
  return p * q === n ? proofOf('proven', [`RSA key of ${n.toString(2).length} bits`, 'not encrypted']) : open
}

/** Supports up to 16,384 bits. */
export function number(bytes: Uint8Array): bigint {
  return bytes.length > 2100 ? 0n : BigInt(`0x0${Buffer.from(bytes).toString('hex')}`)
}

function identifier(algorithm: Element): string {
  return elements(algorithm.body)?.[0]?.body.toString('hex') ?? ''
}

/** The elements of the sequence at the start of the bytes; anything after it is ignored. */
export function sequence(bytes: Buffer): readonly Element[] | undefined {
  const whole = element(bytes, 0)
  return whole?.tag === SEQUENCE ? elements(whole.body) : undefined
}

export function elements(bytes: Buffer): readonly Element[] | undefined {
  const found: Element[] = []
  for (let at = 0; at < bytes.length; ) {
    const next = element(bytes, at)
    if (next === undefined || found.length > 50) return undefined
    found.push(next)
    at = next.end
  }
  return found
}

/** A tag, a length (one byte, or 8n and n bytes), the body. */
function element(bytes: Buffer, at: number): (Element & { readonly end: number }) | undefined {
  const [tag, short] = bytes.subarray(at, at + 2)
  if (tag === undefined || short === undefined || short === 0x80 || short > 0x84) return undefined
  const more = short < 0x80 ? 0 : short - 0x80
  const start = at + 2 + more
  if (start > bytes.length) return undefined
  const end = start + (more === 0 ? short : bytes.readUIntBE(at + 2, more))
  return end > bytes.length ? undefined : { tag, body: bytes.subarray(start, end), end }
}
