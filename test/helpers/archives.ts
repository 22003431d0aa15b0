/** Archives made for tests, byte by byte: also such as no program would write. */
import { deflateRawSync, deflateSync } from 'node:zlib'

type Content = string | Uint8Array

interface ZipEntry {
  readonly name: string
  readonly content: Content
  /** 0 stored, 8 deflated; any other is only said. */
  readonly method?: number
  readonly flags?: number
  /** What the headers say, where it is not the truth. */
  readonly says?: { readonly packed?: number; readonly unpacked?: number; readonly offset?: number }
}

export function zip(entries: readonly ZipEntry[], comment = ''): Buffer {
  const parts: Buffer[] = []
  const list: Buffer[] = []
  let at = 0
  for (const { name, content, method = 8, flags = 0, says = {} } of entries) {
    const plain = Buffer.from(content)
    const packed = method === 8 ? deflateRawSync(plain) : plain
    const sizes = [says.packed ?? packed.length, says.unpacked ?? plain.length]
    const head = numbers([2, 20], [2, flags], [2, method], [4, 0], [4, 0], [4, ...sizes], [2, Buffer.byteLength(name), 0])
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), head, Buffer.from(name), packed])
    const more = numbers([2, 0, 0, 0], [4, 0, says.offset ?? at])
    list.push(Buffer.concat([Buffer.from('PK\x01\x02'), numbers([2, 20]), head, more, Buffer.from(name)]))
    parts.push(local)
    at += local.length
  }
  const directory = Buffer.concat(list)
  const count = Math.min(entries.length, 0xffff)
  const end = numbers([2, 0, 0, count, count], [4, directory.length, at], [2, comment.length])
  return Buffer.concat([...parts, directory, Buffer.from('PK\x05\x06'), end, Buffer.from(comment)])
}

/** Little-endian numbers of so many bytes each. */
function numbers(...groups: readonly (readonly [size: 2 | 4, ...values: number[]])[]): Buffer {
  return Buffer.concat(
    groups.flatMap(([size, ...values]) =>
      values.map((value) => {
        const bytes = Buffer.alloc(size)
        bytes.writeUIntLE(value, 0, size)
        return bytes
      }),
    ),
  )
}

interface TarEntry {
  readonly name: string
  readonly content?: Content
  readonly type?: string
  readonly link?: string
  readonly prefix?: string
  /** What the header says, where it is not the truth: a text of at most 12 bytes. */
  readonly size?: Content
}

export const tar = (entries: readonly TarEntry[]) => Buffer.concat([...entries.map(tarEntry), Buffer.alloc(1024)])

function tarEntry({ name, content = '', type = '0', link = '', prefix = '', size }: TarEntry): Buffer {
  const bytes = Buffer.from(content)
  const header = Buffer.alloc(512)
  header.write(name, 0, 100)
  header.write('0000644\0', 100)
  Buffer.from(size ?? `${bytes.length.toString(8).padStart(11, '0')}\0`).copy(header, 124)
  header.write(`        ${type}`, 148)
  header.write(link, 157, 100)
  header.write('ustar\x0000', 257)
  header.write(prefix, 345, 155)
  header.write(
    `${header
      .reduce((sum, byte) => sum + byte, 0)
      .toString(8)
      .padStart(6, '0')}\0 `,
    148,
  )
  return Buffer.concat([header, bytes, Buffer.alloc((512 - (bytes.length % 512)) % 512)])
}

/** A pax record tells its own length. */
export function paxRecord(key: string, value: string): string {
  const rest = ` ${key}=${value}\n`
  let length = rest.length
  while (String(length).length + rest.length !== length) length = String(length).length + rest.length
  return length + rest
}

/** Streams of a PDF, deflated unless their filter says otherwise. `more`: what else the dictionary says. */
export function pdf(
  streams: readonly { readonly content: Content; readonly filter?: string; readonly more?: string }[],
  trailer = '',
): Buffer {
  const objects = streams.flatMap(({ content, filter = '/FlateDecode', more = '' }, i) => {
    const bytes = filter === '/FlateDecode' ? deflateSync(content) : Buffer.from(content)
    const head = `${i + 4} 0 obj\n<< /Length ${bytes.length} ${filter === '' ? '' : `/Filter ${filter}`} ${more}>>\nstream\n`
    return [Buffer.from(head), bytes, Buffer.from('\nendstream\nendobj\n')]
  })
  return Buffer.concat([Buffer.from('%PDF-1.7\n'), ...objects, Buffer.from(`trailer\n<< /Size 9 ${trailer}>>\n%%EOF\n`)])
}
