/** All candidates of a change: in its name, in its text, and in texts encoded in it. */
import { cleanPath } from '../path.ts'
import type { Candidate, Change } from '../types.ts'
import type { Book } from './book.ts'
import { type Decoded, encodedRuns, wideRuns } from './decode.ts'
import { MARKS, type Reader } from './marks.ts'
import { type TextScan, textCandidates } from './match.ts'
import { nameCandidates } from './named.ts'
import type { Source } from './source.ts'

/** Base64 in base64 in base64 is decoded; deeper nesting is not accidental. */
const DEEPEST = 3

/** `quiet`: per rule, 1 if it is off; left out, all are on. */
export function candidates(change: Change, book: Book, quiet?: Uint8Array): Candidate[] {
  const { path, text, bytes, binary } = change
  const source: Source = { path, clean: cleanPath(path), text, bytes, binary, context: {}, quiet }
  return [...nameCandidates(change, book, quiet), ...inSource(source, book, 0)]
}

function inSource(source: Source, book: Book, depth: number): Candidate[] {
  const { found, marks, runs } = textCandidates(source, book)
  if (depth === DEEPEST) return found
  for (const decoded of decodedTexts(source, marks, runs)) {
    const how = [...(source.context.decoded ?? []), decoded.how]
    const bytes = Buffer.from(decoded.text, 'latin1')
    for (const one of inSource({ ...source, text: decoded.text, bytes, context: { decoded: how } }, book, depth + 1)) {
      const [start, end] = decoded.outer(one.start, one.end)
      found.push({ ...one, start, end })
    }
  }
  return found
}

function* decodedTexts({ text, bytes, binary }: Source, marks: TextScan['marks'], runs: TextScan['runs']): Generator<Decoded> {
  if (text.includes('\0')) yield* wideRuns(text)
  if (binary) return
  yield* encodedRuns(text, bytes, runs)
  /** Text that was already read is not read again from a place within it. */
  const readTo = new Map<Reader, number>()
  for (let i = 0; i < marks.length; i += 2) {
    const reader = MARKS[marks[i] ?? 0]?.reader
    const at = marks[i + 1] ?? 0
    if (!reader || at < (readTo.get(reader) ?? 0)) continue
    const decoded = reader(text, at)
    if (!decoded) continue
    readTo.set(reader, decoded.end)
    yield decoded
  }
}
