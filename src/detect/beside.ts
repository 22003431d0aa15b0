/** Whether a value is beside a word that identifies it. */

import { BADGE } from '../../patterns/badge.ts'
import { parted } from '../../patterns/casing.ts'
import { oneOf, raw } from '../../patterns/sources.ts'
import { blanked } from './decode.ts'
import { BESIDE, plainWord } from './rules.ts'
import { fitsAt } from './sticky.ts'

/**
 * What may be between a word and its value: an assignment, a call, a tag, an arrow or a dash outside ASCII; not prose, not another statement.
 */
const BETWEEN = /^[\w\s.\-"'`[\](){}<>:=|,/\\&?$@+*#\xe2\x80-\xbf]{0,80}[\s:=>,("'`/|&\x80-\xbf]$/

/** A word for a secret; a short one must be a whole word. */
const NOUN =
  '(?:key|token|secret|password|credential|(?<![a-z])(?:pat|o?auth|api|bearer|access|private|client|consumer|sdk|bot|rest)(?![a-z]))'

/** Such a word names the value, and one follows the vendor's, or what that opens has it. */
const NAMED = new RegExp(
  [
    raw`^(?:[\w.-]{0,24}?(?: \w{3,12}){0,2}? ?`, // _API_KEY=, ` API\nUsing key=`
    raw`|\w{0,12}["'\]]{0,2} ?[\]:={(][\]:={("'\s]{0,16}[\w.-]{0,20}?)`, // ": {"token": "
    raw`${NOUN}(?:[^:=,;{}]{0,40}${NOUN})?`,
    raw`(?:s|_?(?:value|string|id|live|prod|dev|main|default|pro|\d{1,2}))?`,
    raw`(?:\W{1,12}(?:value|default|string|is))?\W{1,16}$`, // _TOKEN\n  value:
  ].join(''),
)

/** Words for other things. */
const THINGS = [
  raw`id|uuid|guid|ref|reference|tag|number|page|size|form|project|namespace`,
  raw`sha\d{0,3}|md5|checksum|digest|hash|integrity|etag|sum|fingerprint|mac`,
  raw`rev|revision|commit|version|txid|trace|span|build|run|request`,
  '(?:public|cache|sort)[_ -]?key',
]

/** What marks a value as something else. */
const OTHER: readonly RegExp[] = [
  // "revision": "…", order id …, uuid = UUID("…")
  new RegExp(raw`(?:^|[^a-z])${oneOf(THINGS)}(?:e?s)?["'\]]{0,2}\s{0,4}(?:(?:[:=/]|=>)\s{0,4}(?:\w{0,8}\()?)?\(?["'\x60]?$`),
  // <sha256 value="…", h1:…, cc … as a test of properties notes what failed, "content": "…" of a list of components
  /(?:^|[^a-z])(?:sha\d{1,3}\svalue=["']|h1:\S{0,44}|\ncc\s|content["']:\s?["'])$/,
  // What a call returns by it: acme, err := cache.get("…")
  /^(?:, err ?:?=| of) ?[\w.]{1,80}\.get(?:_\w{1,40})?\([\s*]{0,12}["'`]?$/,
  // ?etag=…, /tree/…, /scl/fi/…
  /[?&](?:id|etag|v|hash)=$/,
  /(?:commits?|blob|tree|raw|archive|compare|zipball|tarball)\/$/,
  /\/(?:s|sh|scl\/fi)\/$/,
  // An image and its tag: dkr.ecr.eu-west-1.amazonaws.com/acme-api:…
  /\.[a-z]{2,10}\/(?:[\w.-]{1,60}\/){0,4}[\w.-]{1,60}[:@]$/,
  // A file and its checksum.
  /^[\w/.-]{0,60}\.(?:rs|[cm]?[jt]s|py|go|rb|toml|json|pem|md|ya?ml|txt|html|css|sh|c|h|java|svg|png)["']:\s?["']$/,
]

/** A map of hashes, not yet closed. */
const HASHES =
  /(?:^|[^a-z])(?:sha\d{0,3}|md5|hash|checksum|digest|integrity|revision|commit)(?:e?s)?["'\]]{0,2}\s{0,4}[:=]\s{0,4}\{[^{}]{0,400}$/

/** The value is the name of a file, or the checksum before one, as `md5sum` writes them. */
const FILE = /\.(?:png|jpe?g|gif|svg|webp|ico|js|css|html?|sig)\b|(?<=(?:^|\n)[\da-f]{32,128})[ ][ *][\w./-]+\r?(?:\n|$)/y

/** The value is the key of a map, or of a type: `"…": {`, `'…'?: string`, `"…" => `. */
const KEY = /["'](?:\??:|\s{0,4}=>)/y
/** But here it is the first of two, or what is compared: `test ? "…": key`, `if key == "…":` of Python. */
const TEST = /(?:\?|[!=]=|\bcase|\bin)\s{0,4}\(?["']$/

/** `start`..`end`: the value. */
export function standsBeside(text: string, start: number, end: number, words: readonly string[]): boolean {
  if (isFileOrKey(text, start, end)) return false
  const before = blanked(text.slice(Math.max(0, start - BESIDE), start))
  if (BADGE.test(before)) return false
  const lower = before.toLowerCase()
  const isHash = /^[\da-f]{32,40}$/i.test(text.slice(start, end))
  return words.some((marked) => {
    const word = plainWord(marked).toLowerCase()
    const at = lower.lastIndexOf(word)
    if (at < 0 || !wordEdge(before, at, at + word.length)) return false
    const between = before.slice(at + word.length)
    return (
      leads(between, word.length < marked.length) &&
      !byChance(text, start - before.length + at) &&
      !(before[at - 1] === '<' && /^\s+key=/.test(between)) && // of React
      !(isHash && (isTold(before, at, between) || HASHES.test(parted(text.slice(Math.max(0, start - FAR), start)))))
    )
  })
}

const isFileOrKey = (text: string, start: number, end: number) =>
  fitsAt(FILE, text, end) || (fitsAt(KEY, text, end) && !TEST.test(text.slice(Math.max(0, start - 12), start)))

/** Does what is between the word and the value lead to it? `asksMore`: than the word, which is a vendor's name. */
function leads(between: string, asksMore: boolean): boolean {
  const told = parted(between)
  return (
    BETWEEN.test(between) &&
    !OTHER.some((form) => form.test(told)) &&
    (asksMore ? NAMED.test(told) : /[:=>,("'`/|&\x80-\xbf]|^\s/.test(between)) &&
    (between.match(/\n/g)?.length ?? 0) < 3
  )
}

/** How far back a map of hashes may begin. */
const FAR = 400

/** In a sentence, a number after a name: `Merge acme 1f4e…`. */
const isTold = (before: string, at: number, between: string) =>
  /^\s+$/.test(between) && /(?:^|\n)[^\n]{0,60}[A-Z][a-z]+ (?:\w+ )?$/.test(before.slice(0, at))

/** Any word occurs by chance in a long base64 text. */
const byChance = (text: string, at: number) =>
  (/[A-Za-z0-9+/]*$/.exec(text.slice(Math.max(0, at - CHANCE - 1), at))?.[0].length ?? 0) +
    (/^[A-Za-z0-9+/]*/.exec(text.slice(at, at + CHANCE + 1))?.[0].length ?? 0) >
  CHANCE

/** A longer run of base64 characters is not a name or a path. */
const CHANCE = 60

/** Is it a whole word? `asana` is not a word of `sasanak`, but it is one of `myAsanaKey` and `ASANA_KEY`. */
const wordEdge = (text: string, start: number, end: number) =>
  !glued(text.charCodeAt(start - 1), text.charCodeAt(start)) && !glued(text.charCodeAt(end - 1), text.charCodeAt(end))

/** Two letters of the same case: no word boundary between them. */
export const glued = (a: number, b: number) => (isLower(a) && isLower(b)) || (isUpper(a) && isUpper(b))

const isLower = (code: number) => code >= 97 && code <= 122
const isUpper = (code: number) => code >= 65 && code <= 90
