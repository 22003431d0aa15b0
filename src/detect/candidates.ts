/** All candidates of a change: of its name, of its text, and of the texts that stand in it in another form. */
import type { Candidate, Change } from '../types.ts'
import type { Book } from './book.ts'
import { type Decoded, encodedRuns, joined, unescaped } from './decode.ts'
import { type Source, textCandidates } from './match.ts'
import { nameCandidates } from './named.ts'

/** Base64 in base64 in base64 is looked into; deeper, nobody hides by accident. */
const DEEPEST = 3

export function candidates(change: Change, book: Book): Candidate[] {
  const source: Source = { path: change.path, text: change.text, bytes: change.bytes, binary: change.binary, context: {} }
  const named = change.continued ? [] : nameCandidates(change, book)
  return [...named, ...inSource(source, book, 0)]
}

function inSource(source: Source, book: Book, depth: number): Candidate[] {
  const { found, joints, escapes } = textCandidates(source, book)
  if (depth === DEEPEST || source.binary) return found
  for (const decoded of decodedTexts(source, joints, escapes)) {
    const how = [...(source.context.decoded ?? []), decoded.how]
    const bytes = Buffer.from(decoded.text, 'latin1')
    for (const one of inSource({ ...source, text: decoded.text, bytes, context: { decoded: how } }, book, depth + 1)) {
      const [start, end] = decoded.outer(one.start, one.end)
      found.push({ ...one, start, end })
    }
  }
  return found
}

function* decodedTexts(source: Source, joints: readonly number[], escapes: readonly number[]): Generator<Decoded> {
  yield* encodedRuns(source.text, source.bytes)
  yield* eachOnce(joints, (at) => joined(source.text, at))
  yield* eachOnce(escapes, (at) => unescaped(source.text, at))
}

/** What begins inside of what was read already is not read again. */
function* eachOnce(places: readonly number[], read: (at: number) => (Decoded & { readonly end: number }) | undefined): Generator<Decoded> {
  let readTo = 0
  for (const at of places) {
    if (at < readTo) continue
    const decoded = read(at)
    if (!decoded) continue
    readTo = decoded.end
    yield decoded
  }
}
