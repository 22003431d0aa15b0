/** The name above a key that says nothing itself: `"TokenSettings": { "Key": "…" }`, `[jwt]` and below it `key = …`, YAML's `aes:`. */
import type { Book } from './book.ts'
import { byteSet } from './bytes.ts'

/** How far above it may be. */
const FAR = 400

const ALONE = /^keys?$/i
/** What opens a map: `"jwt": {`, `'jwt' => [`, `JWT = {`, `jwt: array(`. */
const OPENER = /(?<![\w.-])([A-Za-z][\w-]{1,40})["']?\]?\s{0,8}(?:=>|[:=])\s{0,8}(?:array|dict)?$/
/** `jwt:` or `[jwt]` on a line of its own. */
const LINE = /^["'[]?([A-Za-z][\w-]{1,40})["']?[:\]][ \t]{0,8}(?:#.{0,80})?\r?$/
/** Says only that it is a map. */
const SUFFIX = /[-_]?(?:settings|options|config|s)$/i
/** What is above is one of many things, and its key a name. */
const THING =
  /^(?:data|item|entr(?:y|ie)|object|record|result|response|request|block|upload|commit|lock|hash|etag|account|client|cookie|server|service|session|tenant|user|apt|gpg|repo)$/i

/** The name with the one above it, if both say more together. */
export function nameBelow(name: string, text: string, from: number, book: Book): string {
  if (!ALONE.test(name)) return name
  const before = text.slice(Math.max(0, from - FAR), from)
  const above = (opened(before) ?? outdented(before))?.replace(SUFFIX, '')
  if (!above || THING.test(above)) return name
  const one = name.replace(/s$/i, '')
  return book.claims(`${above}.${one}`).length > book.claims(one).length ? `${above}.${name}` : name
}

const OPENING = byteSet('{[(')
const CLOSING = byteSet('}])')

/** The name of the map whose bracket is still open. */
function opened(before: string): string | undefined {
  let depth = 0
  for (let at = before.length - 1; at >= 0; at--) {
    const code = before.charCodeAt(at)
    if (CLOSING[code] === 1) depth++
    else if (OPENING[code] === 1 && depth-- === 0) return OPENER.exec(before.slice(Math.max(0, at - 70), at))?.[1]
  }
  return undefined
}

/** The name on the last line that is indented less, or the section of an INI file. */
function outdented(before: string): string | undefined {
  const lines = before.split('\n')
  const margin = /^([ \t]*)["']?$/.exec(lines.pop() ?? '')?.[1]?.length
  if (margin === undefined) return undefined
  for (const line of lines.reverse()) {
    const rest = line.trimStart()
    if (/^[^#;\r]/.test(rest) && (rest[0] === '[' || line.length - rest.length < margin)) return LINE.exec(rest)?.[1]
  }
  return undefined
}
