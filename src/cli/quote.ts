/** What others wrote, as a message may quote it: without secrets, and without control characters but line ends. */
import { latin1 } from '../collect/text.ts'
import { candidates } from '../detect/candidates.ts'
import { quoted } from '../judge/quote.ts'
import type { Settings } from '../scan.ts'

export function quote(text: string, { books, today }: Settings): string {
  const bytes = Buffer.from(text)
  const change = { path: 'quote.txt', text: latin1(bytes), bytes, binary: false, line: 1, named: false, own: [0, bytes.length] } as const
  const found = books.flatMap((book) => candidates(change, book))
  return quoted(change.text, found, today)
}
