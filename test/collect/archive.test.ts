import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { entries } from '../../src/collect/archive/archive.ts'
import { paxRecord, pdf, tar, zip } from '../helpers/archives.ts'

/** What is in it, as `path: text` or `path: ✖ why`. */
async function unpacked(path: string, bytes: Uint8Array): Promise<string[]> {
  const said: string[] = []
  for await (const { path: at, bytes: content, unread } of entries(path, bytes))
    said.push(`${at}: ${content && !unread ? shortened(content) : `✖ ${unread}`}`)
  return said
}

const shortened = (bytes: Uint8Array) => (bytes.includes(0) ? '…' : Buffer.from(bytes).toString())

const file = (name: string, content = name) => ({ name, content })
const long = `${'folder/'.repeat(20)}a.env`
const drawing = "BT /F1 12 Tf 72 700 Td [(ke) 20 (y = \\(se)-30(cret\\)) -250 (yes)] TJ 0 -14 Td (ne\\170t) Tj T* <6C617374> Tj (own) ' ET"
const shown = '\nkey = (secret) yes\nnext\nlast\nown'
const glyphs = Buffer.concat([
  pdf([
    { content: 'BT /F1 12 Tf 9 80 Td <00010002000300040005> Tj /Span << /ActualText (k) >> BDC <0009> Tj EMC ET' },
    { content: '\0 2 beginbfchar <0004> <0020> <0005> <006F> endbfchar 1 beginbfrange <0001> <0003> [<006b> <0065> <0079>] endbfrange' },
  ]),
  Buffer.from('9 0 obj << /Font << /F1 10 0 R >> >> endobj 10 0 obj << /Type /Font /ToUnicode 5 0 R >> endobj'),
])
const run = (text: string) => `<w:r><w:t>${text}</w:t></w:r>`

describe('what is in an archive', () => {
  it.each<[string, string, Buffer, readonly string[]]>([
    ['a gzip', 'a/dump.sql.gz', gzipSync('one'), ['a/dump.sql.gz!/dump.sql: one']],
    ['a gzip of several members', 'a.gz', Buffer.concat([gzipSync('one,'), gzipSync('two')]), ['a.gz!/a: one,two']],
    ['a zip', 'a.zip', zip([file('conf/app.env'), { ...file('b'), method: 0 }]), ['a.zip!/conf/app.env: conf/app.env', 'a.zip!/b: b']],
    ['a zip behind a program', 'a.sh', Buffer.concat([Buffer.from('#!/bin/sh\n'), zip([file('b')])]), ['a.sh!/b: b']],
    [
      'a zip behind a program, with a comment',
      'a.exe',
      Buffer.concat([Buffer.from('MZ'), zip([file('b')], 'made by hand')]),
      ['a.exe!/b: b'],
    ],
    ['a zip with a long comment', 'a.sh', Buffer.concat([Buffer.from('#!'), zip([file('b')], '.'.repeat(0xffff))]), ['a.sh!/b: b']],
    ['a zip in a zip', 'a.zip', zip([{ name: 'b.jar', content: zip([file('c')]), method: 0 }]), ['a.zip!/b.jar: …', 'a.zip!/b.jar!/c: c']],
    ['a tar', 'a.tar', tar([file('conf/app.env'), file('b')]), ['a.tar!/conf/app.env: conf/app.env', 'a.tar!/b: b']],
    ['a tar of ustar’s long names', 'a.tar', tar([{ ...file('b'), prefix: 'a' }]), ['a.tar!/a/b: b']],
    ['a tar of pax’s', 'a.tar', tar([{ name: 'x', type: 'x', content: paxRecord('path', long) }, file('b')]), [`a.tar!/${long}: b`]],
    ['a tar of GNU’s', 'a.tar', tar([{ name: '././@LongLink', type: 'L', content: `${long}\0` }, file('b')]), [`a.tar!/${long}: b`]],
    [
      'links and folders',
      'a.tar',
      tar([
        { name: 'a/', type: '5' },
        { name: 'a/b', type: '2', link: '../c' },
      ]),
      ['a.tar!/a/b: ../c'],
    ],
    ['two tars in one', 'a.tar', Buffer.concat([tar([file('a')]), tar([file('b')])]), ['a.tar!/a: a', 'a.tar!/b: b']],
    ['a size in binary', 'a.tar', tar([{ ...file('a'), size: Buffer.from([128, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]) }]), ['a.tar!/a: a']],
    ['a tarball', 'a.tgz', gzipSync(tar([file('b')])), ['a.tgz!/b: b']],
    [
      'names of other systems, and tricks',
      'a.zip',
      zip(['../../x', '/etc/y', 'C:\\z\\w', 'a\x1b[31m\n'].map((name) => file(name, ''))),
      ['a.zip!/x: ', 'a.zip!/etc/y: ', 'a.zip!/z/w: ', 'a.zip!/a\x1b[31m\n: '],
    ],
    ['a page of a PDF', 'a.pdf', pdf([{ content: drawing }]), [`a.pdf!/object-4: ${shown}`]],
    [
      'a line in pieces',
      'a.pdf',
      pdf([{ content: 'BT 1 0 0 1 9 80 Tm (sk_) Tj ET BT 1 0 0 1 20 80 Tm (live) Tj 9 0 Td (!) Tj ET BT 9 60 Td (next) Tj ET' }]),
      ['a.pdf!/object-4: \nsk_ live !\nsk_live!\nnext'],
    ],
    ['glyphs by number', 'a.pdf', glyphs, ['a.pdf!/object-5: …', 'a.pdf!/object-4: \nkey ok']],
    ['a plain page', 'a.pdf', pdf([{ content: drawing, filter: '' }]), [`a.pdf!/object-4: ${shown}`]],
    [
      'no way of packing',
      'a.pdf',
      pdf([
        { content: 'one', filter: '[ ]' },
        { content: 'two', filter: 'null' },
      ]),
      ['a.pdf!/object-4: one\n', 'a.pdf!/object-5: two\n'],
    ],
    ['what else a PDF holds', 'a.pdf', pdf([{ content: 'this.submit()' }]), ['a.pdf!/object-4: this.submit()']],
    [
      'a PDF’s letters of base 85',
      'a.pdf',
      pdf([{ content: '87cURD]j7BEbo80~>', filter: '[/ASCII85Decode]' }]),
      ['a.pdf!/object-4: Hello world!'],
    ],
    ['a PDF’s pictures', 'a.pdf', pdf([{ content: 'dots', more: '/Subtype /Image ' }]), []],
    [
      'a document',
      'a.docx',
      zip([{ name: 'word/document.xml', content: `<w:p>${run('se')}${run('cret &amp;')}</w:p><w:p>${run('b')}</w:p>` }]),
      [
        'a.docx!/word/document.xml: secret &\nb\n\nw:p\nw:r\nw:t\n/w:t\n/w:r\nw:r\nw:t\n/w:t\n/w:r\n/w:p\nw:p\nw:r\nw:t\n/w:t\n/w:r\n/w:p\n',
      ],
    ],
    ['no archive', 'a.txt', Buffer.from('PK and %PDF-1.7 in a text'), []],
    ['no zip, though it tells of one', 'a.md', Buffer.from(`PK\x05\x06 is its end${'.'.repeat(40)}`), []],
    [
      'a tar that ends with a zip',
      'a.tar',
      tar([file('a'), { name: 'b.zip', content: zip([file('c')]) }]),
      ['a.tar!/a: a', 'a.tar!/b.zip: …', 'a.tar!/b.zip!/c: c'],
    ],
  ])('%s', async (_, path, bytes, expected) => {
    expect(await unpacked(path, bytes)).toEqual(expected)
  })
})

const zeros = (megabytes: number) => Buffer.alloc(megabytes << 20)
const nested = (depth: number): Buffer =>
  depth === 0 ? Buffer.from('deep') : zip([{ name: `${depth}.zip`, content: nested(depth - 1), method: 0 }])
const overlapping = zip([
  file('a', 'x'.repeat(999)),
  { ...file('b'), says: { offset: 0 } },
  { ...file('c'), says: { offset: 1, packed: 40 } },
])
const ENCRYPTED = 1
const [RATIO, BROKEN] = ['unpacks to more than 200 times its size', 'it is broken']

describe('what cannot be scanned in an archive is told', () => {
  it.each<[string, string, Buffer, readonly string[]]>([
    ['a ratio of 1000:1', 'a.gz', gzipSync(zeros(20)), [`a.gz: ✖ it ${RATIO}`]],
    [
      'a ratio of 1000:1 of one of its files',
      'a.zip',
      zip([{ name: 'a', content: zeros(20) }, file('b')]),
      [`a.zip!/a: ✖ it ${RATIO}`, 'a.zip!/b: b'],
    ],
    ['a lie about its size', 'a.zip', zip([{ name: 'a', content: zeros(20), says: { unpacked: 9 } }]), [`a.zip!/a: ✖ it ${RATIO}`]],
    [
      'a huge size',
      'a.zip',
      zip([{ ...file('a'), says: { packed: 0xfffffffe, unpacked: 0xfffffffe } }, file('b')]),
      [`a.zip!/a: ✖ ${BROKEN}: its bytes are not where the list says`, 'a.zip!/b: b'],
    ],
    [
      'archives in archives',
      'a.zip',
      nested(4),
      [
        'a.zip!/4.zip: …',
        'a.zip!/4.zip!/3.zip: …',
        'a.zip!/4.zip!/3.zip!/2.zip: …',
        'a.zip!/4.zip!/3.zip!/2.zip: ✖ it is nested in 3 archives: it was not unpacked',
      ],
    ],
    [
      'entries that overlap',
      'a.zip',
      overlapping,
      [`a.zip!/a: ${'x'.repeat(999)}`, 'a.zip!/b: ✖ it overlaps another entry', 'a.zip!/c: ✖ it overlaps another entry'],
    ],
    ['an encrypted entry', 'a.zip', zip([{ ...file('a'), flags: ENCRYPTED }, file('b')]), ['a.zip!/a: ✖ it is encrypted', 'a.zip!/b: b']],
    [
      'strong encryption',
      'a.zip',
      zip([file('b'), { ...file('a'), flags: 0x41 }]),
      ['a.zip!/b: b', `a.zip: ✖ ${BROKEN}: strong encryption is not supported`],
    ],
    [
      'other ways of packing',
      'a.zip',
      zip([14, 77].map((method) => ({ ...file('a'), method }))),
      ['a.zip!/a: ✖ it is packed with LZMA, which is not supported', 'a.zip!/a: ✖ it is packed with method 77, which is not supported'],
    ],
    ['other archives', 'a.7z', Buffer.from('7z\xbc\xaf\x27\x1c', 'latin1'), ['a.7z: ✖ it is packed with 7z, which is not supported']],
    [
      'a zip without its end',
      'a.zip',
      zip([file('a')]).subarray(0, 40),
      [`a.zip: ✖ ${BROKEN}: End of central directory record signature not found. Either not a zip file, or file is truncated.`],
    ],
    ['a gzip that was cut', 'a.gz', gzipSync('one'.repeat(99)).subarray(0, 20), [`a.gz: ✖ ${BROKEN}: unexpected end of file`]],
    [
      'a tar that was cut',
      'a.tar',
      tar([file('a', 'x'.repeat(600))]).subarray(0, 1024),
      [`a.tar!/a: ${'x'.repeat(512)}`, `a.tar: ✖ ${BROKEN}: it ends in the middle of an entry`],
    ],
    [
      'a tar with a broken header',
      'a.tar',
      Buffer.concat([tar([file('a')]).subarray(0, 1024), Buffer.alloc(512, 'x')]),
      ['a.tar!/a: a', `a.tar: ✖ ${BROKEN}: no header at byte 1024`],
    ],
    [
      'a huge size in a tar',
      'a.tar',
      tar([{ ...file('a'), size: Buffer.alloc(12, 255) }]),
      ['a.tar!/a: …', `a.tar: ✖ ${BROKEN}: it ends in the middle of an entry`],
    ],
    ['an encrypted PDF', 'a.pdf', pdf([], '/Encrypt 8 0 R '), ['a.pdf: ✖ it is encrypted']],
    [
      'other ways of packing in a PDF',
      'a.pdf',
      pdf([{ content: 'x', filter: '/LZWDecode' }]),
      ['a.pdf!/object-4: ✖ it is packed with LZWDecode, which is not supported'],
    ],
    ...['5 0 R', '[5 0 R]', '<< /X 1 >>', '/', ''].map((filter): [string, string, Buffer, readonly string[]] => [
      `a PDF that says elsewhere how it is packed: ${filter}`,
      'a.pdf',
      pdf([{ content: 'key', filter: filter || ' ' }]),
      ['a.pdf!/object-4: ✖ it does not name its filter'],
    ]),
    [
      'a PDF whose fonts keep to themselves what they show',
      'a.pdf',
      pdf([{ content: 'BT /F1 9 Tf <00030004> Tj ET' }]),
      ['a.pdf!/object-4: ✖ its text is glyph numbers, and its fonts do not map them to characters'],
    ],
    ['a bomb in a PDF', 'a.pdf', pdf([{ content: zeros(20) }]), [`a.pdf!/object-4: ✖ it ${RATIO}`]],
  ])('%s', async (_, path, bytes, expected) => expect(await unpacked(path, bytes)).toEqual(expected))

  it('more files than there is room for', { timeout: 60_000 }, async () => {
    const said = await unpacked('a.zip', zip(Array.from({ length: 60_000 }, (_, i) => ({ name: `${i}`, content: '', method: 0 }))))
    expect(said).toHaveLength(50_001)
    expect(said.at(-1)).toBe('a.zip: ✖ it contains more than 50,000 files: the rest was not scanned')
  })

  it('more bytes than there is room for, in all', { timeout: 60_000 }, async () => {
    const bomb = zip([{ name: 'a', content: zeros(20) }])
    const said = await unpacked('a.zip', zip(Array.from({ length: 1000 }, (_, i) => ({ name: `${i}.zip`, content: bomb, method: 0 }))))
    const told = said.filter((line) => line.includes('✖'))
    expect(told).toHaveLength(1000)
    expect(told.at(-1)).toBe('a.zip!/999.zip: ✖ it unpacks to more than 512 MB: the rest was not scanned')
  })
})

describe('no bytes are too strange', () => {
  const samples = [
    zip([file('a.txt', 'text'.repeat(50)), { name: 'b.zip', content: zip([file('c')]) }]),
    gzipSync(tar([file('a'), { name: 'x', type: 'x', content: paxRecord('path', long) }, file('b')])),
    tar([file('a'), { name: 'l', type: 'L', content: long }, file('b'), { ...file('c'), size: Buffer.alloc(12, 200) }]),
    pdf([{ content: drawing }, { content: drawing, filter: '' }, { content: '<~87cURD]j~>', filter: '/A85' }]),
    zip([{ name: 'word/document.xml', content: `<w:p>${run('a')}`, method: 0 }]),
  ]

  it('cut off, or with bytes changed, they are read or told', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...samples),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(255)), { maxLength: 6 }),
        async (sample, share, changes) => {
          const bytes = Buffer.from(sample.subarray(0, Math.ceil(sample.length * share)))
          for (const [place, byte] of changes) bytes[Math.floor(place * bytes.length)] = byte
          const said = await unpacked('a', bytes)
          expect(said.join('').length).toBeLessThan(1 << 20)
        },
      ),
      { numRuns: 3000 },
    )
  })
})
