/** Private keys between BEGIN and END lines, as found in files, in string literals and in diffs (RFC 7468). */
import { fromBase64 } from './codec.ts'
import { derKey } from './der.ts'
import { openssh } from './openssh.ts'
import { pgp } from './pgp.ts'
import { example, open, type Proof, proofOf } from './proof.ts'
import { isPublished } from './published.ts'

export function pem(secret: string): Proof {
  const { label, body, ended } = block(secret)
  const lines = content(body)
  if (label.startsWith('PGP')) return pgp(lines)
  const texts = [lines, undiffed(lines)].map((them) =>
    them
      .filter((line) => !isHeader(line))
      .join('')
      .replaceAll(' ', ''),
  )
  if (texts.some(isPublished)) return example
  const [text = ''] = texts
  const known = ended && /^(?:RSA |EC |DSA |ENCRYPTED |OPENSSH )?PRIVATE KEY$/.test(label)
  if (ended && isExcerpt(lines)) return proofOf('refuted', ['lines of it are left out'])
  if (known && isNone(text)) return proofOf('refuted', ['no key between its lines'])
  if (lines.some((line) => /^(?:Proc-Type: *4, *ENCRYPTED|DEK-Info:)/.test(line))) return proofOf('open', ['encrypted'], 'medium')
  return texts.map(key).find((found) => found !== undefined) ?? open
}

interface Block {
  readonly label: string
  readonly body: string
  /** The END line with the same label was found; without it the key may continue. */
  readonly ended: boolean
}

function block(text: string): Block {
  const begin = /-----BEGIN ([A-Z0-9 -]{1,40})-----/.exec(text)
  if (!begin) return { label: '', body: text, ended: false }
  const label = begin[1] ?? ''
  const start = begin.index + begin[0].length
  const end = text.indexOf(`-----END ${label}-----`, start)
  return { label, body: text.slice(start, end < 0 ? undefined : end), ended: end >= 0 }
}

/** The lines, without the code, markup and quotes around them. */
function content(body: string): readonly string[] {
  return body
    .replace(/\\{1,9}u000[aAdD]|\\{1,9}[nrt]|&#(?:10|13|x0?[aAdD]);|<br {0,2}\/?>/g, '\n')
    .replace(/\\{1,9}\//g, '/')
    .replace(/["'`]\s{0,9}[+.&,\\]?\s{0,200}["'`]/g, '\n')
    .split(/[\n\r]+/)
    .map(bare)
}

function bare(line: string): string {
  const start = line
    .trim()
    .replace(/^(?:[>|*#-]{1,9}\s{0,9}|\/{2,3}\s{1,9})/, '')
    .replace(/^[+.&]?\s{0,9}["'`]{1,3}/, '')
  return start
    .replace(/["'`]{1,3}\s{0,9}[+.&,;)\\]{0,3}\s{0,9}[_\\]?$/, '')
    .replace(/[,;\\|]{1,3}$/, '')
    .trim()
}

/** A diff puts a + before each line. */
function undiffed(lines: readonly string[]): readonly string[] {
  const filled = lines.filter((line) => line !== '')
  return filled.every((line) => line.startsWith('+')) ? filled.map((line) => line.slice(1)) : lines
}

function isHeader(line: string): boolean {
  return /^[A-Za-z][A-Za-z-]{1,40}: /.test(line)
}

function key(text: string): Proof | undefined {
  const bytes = fromBase64(text)
  return bytes && (openssh(bytes) ?? derKey(bytes))
}

/** Of an RSA key, the first and the last lines: they hold the public part, and not all of any secret number. */
function isExcerpt(lines: readonly string[]): boolean {
  const [first = ''] = lines.filter((line) => line !== '')
  return lines.some((line) => /^\[?\.{3,}\]?$/.test(line)) && /^MII[EJ]/.test(first) && lines.join('').length < 400
}

/** Shorter than the shortest key (Ed25519, 64 characters; P-256 without its point, 52). A longer text may be a truncated or garbled key. */
function isNone(text: string): boolean {
  return text.replace(/[^A-Za-z0-9+/]/g, '').length < 48
}
