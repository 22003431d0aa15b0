/** Passwords that are only obscured: with published constants anyone can decode them. The decoded text is never reported. */
import { createDecipheriv } from 'node:crypto'
import { fromBase64 } from './codec.ts'
import { open, type Proof, proofOf } from './proof.ts'

const readable = proofOf('proven', ['only obscured: anyone can read it'])

/** rclone's constant (fs/config/obscure). */
export const RCLONE_KEY = hex('9c935b48 730a554d 6bfd7c63 c886a92b d390198e b8128afb f4de162b 8b95f638')

/** Base64url of an IV and AES-256-CTR. */
export function rclone(secret: string): Proof {
  const bytes = fromBase64(secret)
  if (bytes === undefined || bytes.length < 16 + 4) return open
  const decipher = createDecipheriv('aes-256-ctr', RCLONE_KEY, bytes.subarray(0, 16))
  return isText(decipher.update(bytes.subarray(16)).toString('utf8')) ? readable : open
}

/** The key that Microsoft published (MS-GPPREF, 2.2.1.1.4). */
export const GPP_KEY = hex('4e9906e8 fcb66cc9 faf49310 620ffee8 f496e806 cc057990 209b09a4 33b66c1b')

/** A `cpassword` of a group policy: base64 of UTF-16, encrypted with AES-256-CBC and a zero IV. */
export function gpp(secret: string): Proof {
  const bytes = fromBase64(secret)
  if (bytes === undefined || bytes.length === 0 || bytes.length % 16 !== 0) return open
  const decipher = createDecipheriv('aes-256-cbc', GPP_KEY, Buffer.alloc(16)).setAutoPadding(false)
  const plain = decipher.update(bytes)
  const padding = plain.at(-1) ?? 0
  return padding <= 16 && isText(plain.subarray(0, plain.length - padding).toString('utf16le')) ? readable : open
}

const CISCO = 'dsfd;kfoA,.iyewrkldJKDHSUBsgvca69834ncxv9873254k;fg87'

/** Two digits are the start offset in Cisco's table; the rest is hex. */
export function cisco7(secret: string): Proof {
  const [offset = '', hex = ''] = /^(\d\d)((?:[0-9A-Fa-f]{2}){1,100})$/.exec(secret)?.slice(1) ?? []
  const bytes = Buffer.from(hex, 'hex').map((byte, at) => byte ^ CISCO.charCodeAt((Number(offset) + at) % CISCO.length))
  return Number(offset) < CISCO.length && isText(Buffer.from(bytes).toString('latin1')) ? readable : open
}

/** FileZilla's `<Pass encoding="base64">`. */
export function filezilla(secret: string): Proof {
  return isText(fromBase64(secret)?.toString('utf8') ?? '') ? readable : open
}

function hex(words: string): Buffer {
  return Buffer.from(words.replaceAll(' ', ''), 'hex')
}

function isText(text: string): boolean {
  return text !== '' && !/[\p{Cc}\p{Co}\p{Cn}\p{Cs}\ufffd]/u.test(text)
}

/**
 * `wg genkey` clears three bits of the first byte and sets two of the last; other tools clamp a key only when they use it, so this proves
 * nothing.
 */
export function wireguard(secret: string): Proof {
  const bytes = fromBase64(secret)
  if (bytes?.length !== 32) return open
  const clamped = ((bytes[0] ?? 0) & 7) === 0 && ((bytes[31] ?? 0) & 0xc0) === 0x40
  return proofOf('open', [clamped ? 'clamped, as wg genkey does' : 'not clamped: a preshared or a public key, or not from wg genkey'])
}
