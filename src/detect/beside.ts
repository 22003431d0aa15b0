/** Whether a value is beside a word that identifies it. */
import { BADGE } from '../../patterns/places.ts'
import { blanked } from './decode.ts'
import { BESIDE } from './rules.ts'

/** What may be between a word and its value: an assignment, a call, a tag; not prose, not another statement. */
const BETWEEN = /^[\w\s.\-"'`[\](){}<>:=|,/\\&?$@+*#]{0,80}[\s:=>,("'`/|&]$/

/** What marks a value as something else, in lower case, its words separated: `"revision": "…"`, `order id: …`, `?etag=…`. */
const OTHER: readonly RegExp[] = [
  /(?:^|[^a-z])(?:id|ids|uuid|guid|sha\d{0,3}|md5|rev|revision|commit|checksum|digest|hash|integrity|etag|txid|version|ref|reference|tag|sum|sums|fingerprint|number|page|size|mac)["'\]]{0,2}\s{0,4}(?:[:=]|=>)\s{0,4}\(?["'`]?$/,
  // sha256 "…", <sha256 value="…", h1:…, "alg": "SHA-1", "content": "…", Subproject commit …
  /(?:^|[^a-z])(?:sha\d{1,3}(?:sums)?["']?[\s=:(]{1,4}(?:value=)?["']|h1:|commit\s|\ncc\s|content["']:\s?["'])$/,
  /^, err ?:?= ?[\w.]{1,60}\.get_\w{1,40}\(["'`]?$|[?&](?:id|etag|v|hash)=$|(?:commits?|blob|tree|raw|archive|compare|zipball|tarball)\/$|\/(?:s|sh|scl\/fi)\/$/,
  // A file and its checksum.
  /^[\w/.-]{0,60}\.(?:rs|[cm]?[jt]s|py|go|rb|toml|json|pem|md|ya?ml|txt|html|css|sh|c|h|java|svg|png)["']:\s?["']$/,
]

const isOther = (between: string) => {
  const words = between.replace(/([a-z\d])([A-Z])/g, '$1_$2').toLowerCase()
  return OTHER.some((form) => form.test(words))
}

/** The value is the name of a file in a URL. */
const FILE = /\.(?:png|jpe?g|gif|svg|webp|ico|js|css|html?)\b/y

/** `start`..`end`: the value. */
export function standsBeside(text: string, start: number, end: number, words: readonly string[]): boolean {
  FILE.lastIndex = end
  if (FILE.test(text)) return false
  const before = blanked(text.slice(Math.max(0, start - BESIDE), start))
  if (BADGE.test(before)) return false
  const lower = before.toLowerCase()
  return words.some((word) => {
    const at = lower.lastIndexOf(word.toLowerCase())
    if (at < 0) return false
    const between = before.slice(at + word.length)
    return (
      wordEdge(before, at, at + word.length) &&
      BETWEEN.test(between) &&
      !isOther(between) &&
      /[:=>,("'`/|&]|^\s/.test(between) &&
      (between.match(/\n/g)?.length ?? 0) < 3 &&
      !byChance(before, at)
    )
  })
}

/** Any word occurs by chance in a long base64 text. */
const byChance = (text: string, at: number) =>
  (/[A-Za-z0-9+/]*$/.exec(text.slice(0, at))?.[0].length ?? 0) + (/^[A-Za-z0-9+/]*/.exec(text.slice(at))?.[0].length ?? 0) > CHANCE

/** A longer run of base64 characters is not a name or a path. */
const CHANCE = 60

/** Is it a whole word? `asana` is not a word of `sasanak`, but it is one of `myAsanaKey` and `ASANA_KEY`. */
const wordEdge = (text: string, start: number, end: number) =>
  !glued(text.charCodeAt(start - 1), text.charCodeAt(start)) && !glued(text.charCodeAt(end - 1), text.charCodeAt(end))

/** Two letters of the same case: no word boundary between them. */
export const glued = (a: number, b: number) => (isLower(a) && isLower(b)) || (isUpper(a) && isUpper(b))

const isLower = (code: number) => code >= 97 && code <= 122
const isUpper = (code: number) => code >= 65 && code <= 90
