/** PuTTY's private keys (PuTTY's manual, appendix C). */
import { createHash, createHmac } from 'node:crypto'
import { fromBase64 } from './codec.ts'
import { open, type Proof, proofOf } from './proof.ts'

/**
 *   PuTTY-User-Key-File-3: ssh-ed25519
 *   Encryption: none
 *   Comment: …
 *   Public-Lines: 2, and the lines
 *   Private-Lines: 1, and the lines
 *   Private-MAC: <hex>
 */
export function ppk(secret: string): Proof {
  const lines = secret
    .replace(/\\{1,9}[rn]/g, '\n')
    .split(/[\n\r]+/)
    .map((line) => line.trim())
  const first = lines.find((line) => line.startsWith('PuTTY')) ?? ''
  const [version, algorithm] = /^PuTTY-User-Key-File-([123]): ?([\w@.-]{1,60})$/.exec(first)?.slice(1) ?? []
  const cipher = after(lines, 'Encryption')
  if (version === undefined || algorithm === undefined || cipher === undefined) return open
  if (cipher !== 'none') return proofOf('open', ['encrypted'], 'medium')
  const parts = [algorithm, cipher, after(lines, 'Comment') ?? '', blob(lines, 'Public-Lines'), blob(lines, 'Private-Lines')]
  const mac = version === '3' ? createHmac('sha256', '') : createHmac('sha1', oldKey())
  for (const part of parts) mac.update(field(Buffer.from(part)))
  return mac.digest('hex') === after(lines, 'Private-MAC')?.toLowerCase() ? proofOf('proven', [`${algorithm} key`, 'not encrypted']) : open
}

const oldKey = () => createHash('sha1').update('putty-private-key-file-mac-key').digest()

function after(lines: readonly string[], name: string): string | undefined {
  return lines
    .find((line) => line.startsWith(`${name}:`))
    ?.slice(name.length + 1)
    .trim()
}

function blob(lines: readonly string[], name: string): Buffer {
  const start = lines.findIndex((line) => line.startsWith(`${name}:`)) + 1
  const count = Math.min(Number(after(lines, name)) || 0, 1000)
  return fromBase64(lines.slice(start, start + count).join('')) ?? Buffer.alloc(0)
}

/** With its length in front. */
function field(content: Buffer): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(content.length)
  return Buffer.concat([length, content])
}
