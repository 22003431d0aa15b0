/** Tar: ustar, pax, and GNU's long names. */
import { latin1 } from '../text.ts'
import type { Read } from '../tree.ts'
import { entryName } from './name.ts'
import { Unreadable } from './unpacklimits.ts'

/**
 * A header is one block; its content follows, padded to whole blocks:
 *
 *     name 0–99   size 124–135   sum 148–155   type 156   link 157–256   "ustar" 257   prefix 345–499
 */
const BLOCK = 512

/** Checks the header's checksum: the sum of its bytes, with blanks for the checksum itself. */
export function isTar(bytes: Uint8Array, at = 0): boolean {
  const header = bytes.subarray(at, at + BLOCK)
  const said = /^ {0,7}([0-7]{1,7})[ \0]/.exec(latin1(header.subarray(148, 156)))?.[1]
  if (header.length < BLOCK || said === undefined) return false
  let sum = 8 * 32
  for (let i = 0; i < BLOCK; i++) if (i < 148 || i >= 156) sum += header[i] ?? 0
  return sum === Number.parseInt(said, 8)
}

export function* tar(_path: string, bytes: Uint8Array): Generator<Read> {
  let more: Attributes = {}
  for (let at = 0; at + BLOCK <= bytes.length; ) {
    if (isFiller(bytes, at)) {
      at += BLOCK
      continue
    }
    if (!isTar(bytes, at)) throw new Unreadable(`it is broken: no header at byte ${at}`)
    const header = bytes.subarray(at, at + BLOCK)
    const size = more.size ?? number(header.subarray(124, 136))
    const type = String.fromCharCode(header[156] ?? 0)
    const content = bytes.subarray(at + BLOCK, at + BLOCK + size)
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK
    if (content.length === size && LATER[type]) {
      more = { ...more, ...LATER[type](content) }
      continue
    }
    const path = entryName(more.name ?? nameOf(header))
    if (LINKS.has(type)) yield { path, bytes: more.link ?? field(header, 157, 100) }
    if (size > 0 || !EMPTY.has(type)) yield { path, bytes: content }
    if (content.length < size) throw new Unreadable('it is broken: it ends in the middle of an entry')
    if (type === 'S') throw new Unreadable('it contains a sparse file: the rest was not scanned')
    more = {}
  }
}

/** Archives end with empty blocks; more entries may follow if another archive was appended. */
const isFiller = (bytes: Uint8Array, at: number) => bytes[at] === 0 && bytes[at + 148] === 0

/** Links are read as their targets, as everywhere. Links, folders, devices and pipes normally have no content. */
const LINKS: ReadonlySet<string> = new Set(['1', '2'])
const EMPTY: ReadonlySet<string> = new Set([...LINKS, '3', '4', '5', '6'])

/** Attributes of the following entry. */
interface Attributes {
  readonly name?: Uint8Array
  readonly link?: Uint8Array
  readonly size?: number
}

/** Entries that describe the next one; a global pax header describes all. */
const LATER: Readonly<Record<string, (content: Uint8Array) => Attributes>> = {
  L: (content) => ({ name: field(content, 0, content.length) }),
  K: (content) => ({ link: field(content, 0, content.length) }),
  x: pax,
  g: () => ({}),
}

/** Records `<length> <key>=<value>\n`, where the length includes the whole record. */
function pax(content: Uint8Array): Attributes {
  const values = new Map<string, string>()
  const text = latin1(content)
  const record = /(\d{1,10}) ([\w.-]{1,100})=/y
  for (let match = record.exec(text); match; match = record.exec(text)) {
    const end = match.index + Number(match[1])
    if (end <= record.lastIndex) break
    values.set(match[2] ?? '', text.slice(record.lastIndex, end - 1))
    record.lastIndex = end
  }
  const [name, link, size] = [values.get('path'), values.get('linkpath'), values.get('size')]
  return {
    ...(name === undefined ? {} : { name: Buffer.from(name, 'latin1') }),
    ...(link === undefined ? {} : { link: Buffer.from(link, 'latin1') }),
    ...(size === undefined || !/^\d{1,15}$/.test(size) ? {} : { size: Number(size) }),
  }
}

/** Octal digits or, if the first bit is set, a binary number. */
function number(bytes: Uint8Array): number {
  const [first = 0, ...rest] = bytes
  if (first < 128) return Number.parseInt(/[0-7]+/.exec(latin1(bytes))?.[0] ?? '0', 8)
  return rest.reduce((sum, byte) => sum * 256 + byte, first & 127)
}

/** Up to the first zero byte. */
function field(bytes: Uint8Array, start: number, length: number): Uint8Array {
  const all = bytes.subarray(start, start + length)
  const end = all.indexOf(0)
  return end < 0 ? all : all.subarray(0, end)
}

function nameOf(header: Uint8Array): Uint8Array {
  const name = field(header, 0, 100)
  const prefix = latin1(header.subarray(257, 263)) === 'ustar\0' ? field(header, 345, 155) : []
  return prefix.length > 0 ? Uint8Array.from([...prefix, 47, ...name]) : name
}
