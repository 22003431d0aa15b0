/** Java and PKCS #12 key stores: can one of the most common passwords open them? The bytes are read as Latin-1. */
import { createHash, createHmac } from 'node:crypto'
import { elements, number, sequence } from './der.ts'
import { open, type Proof, proofOf } from './proof.ts'

/** Of the key store that the SDK of Android makes for debugging. */
const ANDROID = 'android'
const PASSWORDS = ['', 'changeit', ANDROID, 'password', 'notasecret', '123456']

/** FEEDFEED (or CECECECE), version 2, number of entries, kind of the first; SHA-1 at the end (OpenJDK, JavaKeyStore). */
export function jks(secret: string): Proof {
  const bytes = Buffer.from(secret, 'latin1')
  if (bytes.length < 32 || !['feedfeed', 'cececece'].includes(bytes.toString('hex', 0, 4))) return open
  const holds = bytes.readUInt32BE(12) === 1 ? 'a private key' : undefined
  const password = PASSWORDS.find((word) => javaHash(word, bytes.subarray(0, -20)).equals(bytes.subarray(-20)))
  if (password === ANDROID) return proofOf('proven', ['an Android debug key store'], 'low')
  return password === undefined ? proofOf('open', [holds]) : proofOf('proven', [holds, 'opens with a common password'])
}

function javaHash(password: string, data: Buffer): Buffer {
  return createHash('sha1').update(wide(password)).update('Mighty Aphrodite').update(data).digest()
}

/** Digests by object identifier: name, length, block length. */
const DIGESTS: Readonly<Record<string, readonly [string, number, number]>> = {
  '2b0e03021a': ['sha1', 20, 64],
  '608648016503040201': ['sha256', 32, 64],
  '608648016503040203': ['sha512', 64, 128],
}

/** Version 3, the content, and a MAC of the content: digest, salt, iterations (RFC 7292, section 4). */
export function pkcs12(secret: string): Proof {
  const bytes = Buffer.from(secret, 'latin1')
  const [version, content, check] = sequence(bytes) ?? []
  if (version?.body.toString('hex') !== '03' || content === undefined || check === undefined) return open
  const holds = /2a864886f70d010c0a010[12]/.test(bytes.toString('hex')) ? 'a private key' : undefined
  const digest = DIGESTS[inside(check.body, 0, 0, 0).toString('hex')]
  const iterations = Number(number(inside(check.body, 2))) || 1
  if (digest === undefined || iterations > 10_000) return proofOf('open', [holds])
  const opens = PASSWORDS.some((word) => {
    const key = derived({ digest, salt: inside(check.body, 1), iterations }, word)
    return createHmac(digest[0], key)
      .update(inside(content.body, 1, 0))
      .digest()
      .equals(inside(check.body, 0, 1))
  })
  return opens ? proofOf('proven', [holds, 'opens with a common password']) : proofOf('open', [holds])
}

/** The nested element at these indices. */
function inside(bytes: Buffer, ...path: readonly number[]): Buffer {
  return path.reduce((body, at) => elements(body)?.[at]?.body ?? Buffer.alloc(0), bytes)
}

interface Derivation {
  readonly digest: readonly [string, number, number]
  readonly salt: Buffer
  readonly iterations: number
}

/** The key of a MAC (3), one digest long, as in appendix B.2. */
function derived({ digest: [name, , block], salt, iterations }: Derivation, password: string): Buffer {
  const filled = (text: Buffer) => Buffer.alloc(Math.ceil(text.length / block) * block, text)
  const word = Buffer.concat([wide(password), Buffer.alloc(2)])
  let key = createHash(name).update(Buffer.alloc(block, 3)).update(filled(salt)).update(filled(word)).digest()
  for (let round = 1; round < iterations; round++) key = createHash(name).update(key).digest()
  return key
}

/** UTF-16, big-endian. */
function wide(text: string): Buffer {
  return Buffer.from(text, 'utf16le').swap16()
}
