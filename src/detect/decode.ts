/** Text that stands in a text in another form (base64, hex, escapes, joined literals), decoded, with a map back to where it stood. */

export interface Decoded {
  readonly text: string
  readonly how: 'base64' | 'hex' | 'escapes' | 'joined'
  /** Where the decoded span `start`..`end` stands in the outer text. */
  outer(start: number, end: number): [number, number]
}

/** Texts at which a literal goes on in another one, or an escape begins; the automaton looks for them in passing. */
export const JOINTS = ['"+', '" +', "'+", "' +", '" .', "' .", '"\n', "'\n", '" "', '" \\', "' \\", '`+', '` +'] as const
export const ESCAPES = ['\\x', '\\u00', '&#', '%3a', '%40', '%2f'] as const

const SHORTEST_RUN = 24
const LONGEST_LITERAL = 4096

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

/** The literal around the escape at `at`, with its escapes taken off; undefined if there is none. */
export function unescaped(text: string, at: number): (Decoded & { readonly end: number }) | undefined {
  const [start, end] = literalAround(text, at)
  const pieces: Piece[] = []
  const form = /\\x([0-9a-f]{2})|\\u00([0-9a-f]{2})|\\u\{0{0,4}([0-9a-f]{2})\}|&#x([0-9a-f]{2});|&#(\d{2,3});|%([0-9a-f]{2})/gi
  const inner = text.slice(start, end)
  let last = 0
  for (let match = form.exec(inner); match; match = form.exec(inner)) {
    if (match.index > last) pieces.push({ text: inner.slice(last, match.index), at: start + last, width: 1 })
    const code = match[5] ? Number(match[5]) : Number.parseInt(match.slice(1).find((one) => one !== undefined) ?? '', 16)
    pieces.push({ text: String.fromCharCode(code & 255), at: start + match.index, width: match[0].length })
    last = match.index + match[0].length
  }
  if (last === 0) return undefined
  if (last < inner.length) pieces.push({ text: inner.slice(last), at: start + last, width: 1 })
  return { ...together(pieces, 'escapes'), end }
}

/** The quoted literal or unbroken run of characters that holds `at`. */
function literalAround(text: string, at: number): [number, number] {
  const before = text.slice(Math.max(0, at - LONGEST_LITERAL), at)
  const after = text.slice(at, at + LONGEST_LITERAL)
  const from = Math.max(...[...'"\'`\n\r <>'].map((stop) => before.lastIndexOf(stop))) + 1
  const to = after.search(/["'`\n\r <>]/)
  return [at - before.length + from, to < 0 ? at + after.length : at + to]
}

const JOIN = /[ \t]*(?:[+.&]|\\?[ \t]*\r?\n[ \t]*[+.]?|\+[ \t]*\\?\r?\n)?[ \t]*(?:\\?\r?\n[ \t]*)?(["'`])/y

/** The literals that are joined where one ends with the quote at `at`; undefined if there are not two. */
export function joined(text: string, at: number): (Decoded & { readonly end: number }) | undefined {
  const quote = text[at]
  if (!quote) return undefined
  const line = text.slice(Math.max(0, at - 512), at)
  const open = line.lastIndexOf(quote)
  if (open < 0 || line.includes('\n', open)) return undefined
  const pieces: Piece[] = [{ text: line.slice(open + 1), at: at - line.length + open + 1, width: 1 }]
  let end = at + 1
  while (end - at < LONGEST_LITERAL) {
    JOIN.lastIndex = end
    const joint = JOIN.exec(text)
    const next = joint?.[1]
    if (!joint || !next) break
    const from = end + joint[0].length
    const close = text.slice(from, from + 512).search(next === '"' ? /["\n]/ : next === "'" ? /['\n]/ : /`/)
    if (close < 0 || text[from + close] !== next) break
    pieces.push({ text: text.slice(from, from + close), at: from, width: 1 })
    end = from + close + 1
  }
  return pieces.length > 1 ? { ...together(pieces, 'joined'), end } : undefined
}

/** A piece of decoded text. `width`: how many outer characters each of its characters takes. */
interface Piece {
  readonly text: string
  readonly at: number
  readonly width: number
}

function together(pieces: readonly Piece[], how: Decoded['how']): Decoded {
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
