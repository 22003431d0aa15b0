/** The marks of an encoded or joined text, and its readers. The automaton finds them in its one pass. */
import { characters, codes } from './characters.ts'
import { commandLine } from './commandline.ts'
import type { Read } from './decode.ts'
import { quotedPrintable, unescaped } from './escapes.ts'
import { concatenation, continued, folded, formatted, join, literals, template } from './joins.ts'

/** Reads the text around the mark at `at`; undefined if it is not what the mark suggests. */
export type Reader = (text: string, at: number) => Read | undefined

const READERS: readonly (readonly [Reader, readonly string[]])[] = [
  [
    literals,
    ['+', ' +', ' .', '..', '&', ' &', '||', ' ||', ' ~', '\n', '\r\n', ' \\', ' @', ' b', ' f', ' r', ' u']
      .flatMap((sign) => [`"${sign}`, `'${sign}`])
      .concat('`+', '` +', '" "', "' '", '"."', "'.'", '""', "''"),
  ],
  [concatenation, ['concat(', 'plus(', 'append(', 'paste0(']],
  [join, ['join(']],
  [formatted, ['%s%s']],
  [characters, [`", "`, `","`, `', '`, `','`]],
  [codes, ['charcode(', 'byte{', 'bytes([', 'array([', '{0x', '[0x', '{ 0x']],
  [template, [`\${'`, '${"']],
  // `test: [`, `entrypoint: [`, `args: [`, `CMD ["`, `Command("`: they use only letters of other marks, to leave room for custom rules.
  [commandLine, ['test: [', 'point: [', 'rs: [', 'd ["', 'and("', 'execfile(', 'popen([', 'run([', 'call([', 'output([']],
  [continued, ['\\\n', '\\\r\n']],
  [folded, ['>-\n', ': >\n', '>-\r\n', ': >\r\n']],
  [quotedPrintable, ['=\n', '=\r\n']],
  [unescaped, ['\\x', '\\u00', '\\u{', '&#', '%3a', '%40', '%2f', '%3d', '%22', '%6', '%7', '\\/', '\\:', '\\=']],
]

/** In lower case. */
export const MARKS: readonly { readonly text: string; readonly reader: Reader }[] = READERS.flatMap(([reader, texts]) =>
  texts.map((text) => ({ text, reader })),
)
