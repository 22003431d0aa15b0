/** Text that stands in a text in another form, decoded, with a map back to where it stood; and the form that has no mark: base64, hex. */

export interface Decoded {
  readonly text: string
  readonly how: 'base64' | 'hex' | 'escapes' | 'joined'
  /** Where the decoded span `start`..`end` stands in the outer text. */
  outer(start: number, end: number): [number, number]
}

/** A text that was read from a mark on. */
export interface Read extends Decoded {
  /** What begins before is read already. */
  readonly end: number
}

/** Line ends and tabs that stand escaped in a string, or in a string of a string, as white space of as many characters: words end there. */
export const blanked = (text: string) =>
  text.includes('\\') ? text.replace(/\\{1,8}[nrt]/g, (mark) => ' '.repeat(mark.length - 1) + (mark.endsWith('t') ? '\t' : '\n')) : text

/** The letter of such a mark stands here. */
export const endsBlank = (text: string, at: number) => text.charCodeAt(at - 1) === 92 && /[nrt]/.test(text.charAt(at))

const SHORTEST_RUN = 24

/**
 * Each run of base64 or hex that gives readable text. Linear: only every sixteenth byte is looked at, and those behind it while they can be
 * of a run of `SHORTEST_RUN`; such a run holds a sixteenth byte and the eight behind it.
 */
export function* encodedRuns(text: string, bytes: Uint8Array): Generator<Decoded> {
  const step = SHORTEST_RUN - 8
  for (let i = 0; i + 8 < bytes.length; i += step) {
    if (!(isBase64(bytes, i) && isBase64(bytes, i + 8) && isBase64(bytes, i + 4) && isBase64(bytes, i + 2) && isBase64(bytes, i + 6)))
      continue
    let start = i
    const floor = Math.max(0, i - step)
    while (start > floor && isBase64(bytes, start - 1)) start--
    let end = i + 1
    while (end < bytes.length && isBase64(bytes, end)) end++
    if (end - start < SHORTEST_RUN) continue
    yield* decodedRun(text, start, end)
    i = end
  }
}

/** A-Z a-z 0-9 + / - _ */
const BASE64 = Uint8Array.from({ length: 256 }, (_, code) => (/[A-Za-z0-9+/_-]/.test(String.fromCharCode(code)) ? 1 : 0))
const isBase64 = (bytes: Uint8Array, at: number) => BASE64[bytes[at] ?? 0] === 1

function* decodedRun(text: string, start: number, end: number): Generator<Decoded> {
  const run = text.slice(start, end)
  if (/^[0-9a-fA-F]+$/.test(run.slice(0, 64))) {
    const decoded = run.length % 2 === 0 ? readable(Buffer.from(run, 'hex')) : undefined
    if (decoded) yield { text: decoded, how: 'hex', outer: (from, to) => [start + from * 2, start + to * 2] }
    return
  }
  const decoded = readable(Buffer.from(run, 'base64'))
  if (decoded)
    yield {
      text: decoded,
      how: 'base64',
      outer: (from, to) => [start + Math.floor(from / 3) * 4, Math.min(end, start + Math.ceil(to / 3) * 4)],
    }
}

/** The bytes as text, if they are text: the first 64 bytes must be printable ASCII, tabs or line ends. */
function readable(bytes: Buffer): string | undefined {
  if (bytes.length < 12) return undefined
  for (let i = 0; i < Math.min(64, bytes.length); i++) {
    const code = bytes[i] ?? 0
    if ((code < 32 || code > 126) && code !== 10 && code !== 13 && code !== 9) return undefined
  }
  return bytes.toString('latin1')
}

/** A piece of decoded text. `width`: how many outer characters each of its characters takes. */
export interface Piece {
  readonly text: string
  readonly at: number
  readonly width: number
}

export function together(pieces: readonly Piece[], how: Decoded['how']): Decoded {
  const starts: number[] = []
  let length = 0
  for (const piece of pieces) {
    starts.push(length)
    length += piece.text.length
  }
  const place = (offset: number) => {
    let i = starts.length - 1
    while (i > 0 && (starts[i] ?? 0) > offset) i--
    const piece = pieces[i]
    return piece ? { at: piece.at + (offset - (starts[i] ?? 0)) * piece.width, width: piece.width } : { at: 0, width: 1 }
  }
  return {
    text: pieces.map((piece) => piece.text).join(''),
    how,
    outer: (start, end) => {
      const last = place(Math.max(start, end - 1))
      return [place(start).at, last.at + last.width]
    },
  }
}
