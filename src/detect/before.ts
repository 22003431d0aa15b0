/** Values that precede their name: compared with it, its default, or the other attribute of an element. */
import type { Assignment } from './assign.ts'
import { isWord, LONGEST_NAME } from './span.ts'
import { valueFrom } from './value.ts'

const COMPARED = /(["'])([^"'\\\n]{4,200})\1[ \t]{0,4}(?:[!=]==?|\.[eE]quals(?:IgnoreCase)?\()[ \t]{0,4}(?:[A-Za-z_$][\w$.]{0,60}[.>])?$/d

const NAMED_BEHIND =
  /(?:\b[vV]alue["']?\s?[=:]\s?|(?=@?["'][^"'\n]{4,200}["'],?[ \t](?:for|in|into)))@?(["'])([^"'\\\n<>]{4,200})\1[ \t]{0,4},?[ \t]{0,4}(?:\b(?:forHTTPHeaderField|forKey):|\b(?:in|into|for)[ \t](?:the[ \t])?|["']?\b(?:[nN]ame|[kK]ey)["']?\s?[=:])\s{0,4}@?["'][\w.-]{0,40}$/d

/**
 * The value precedes the name at `start`: `value="…" name="password"`, `setValue("…", forHTTPHeaderField: "X-Api-Key")`,
 * `I enter "…" in the "password" field`.
 */
export function valueBeforeName(text: string, start: number): Assignment | undefined {
  if (!/["'.]/.test(text[start - 1] ?? '')) return undefined
  const from = Math.max(0, start - 300)
  const before = text.slice(from, start)
  return /alue| (?:for|in)/.test(before) ? precedes(NAMED_BEHIND, before, from) : undefined
}

/** The value that the form has found, which is its second group, in text that begins at an offset. */
function precedes(form: RegExp, before: string, from: number, operator = '='): Assignment | undefined {
  const match = form.exec(before)
  const [first, last] = match?.indices?.[2] ?? [0, 0]
  return match ? { ...valueFrom(before.slice(first, last), from + first, 'quoted'), operator } : undefined
}

const DEFAULT_BEFORE =
  /\b[dD]efault(?:_?[vV]alue)?(?:_t)?(?:[ ]?=[ ]?|\()(")([^"\\\n]{4,200})"[^()"\n]{0,40}\)(?:\]\s{1,40}(?:pub(?:\(crate\))?[ ])?|\s{1,40}(?:(?:public|private|protected|final)[ ]){0,2}String[ ])$/d

/** `#[arg(default_value = "…")] token: String`, `@DefaultValue("…") String token`: the default precedes the name at `start`. */
export function defaultBeforeName(text: string, start: number): Assignment | undefined {
  if (!/\s/.test(text[start - 1] ?? '')) return undefined
  const from = Math.max(0, start - 400)
  const before = text.slice(from, start)
  return before.includes('efault') ? precedes(DEFAULT_BEFORE, before, from) : undefined
}

/** `"…" == password`, `"…".equals(user.password)`: the value precedes the name at `start`..`end`. */
export function compared(text: string, start: number, end: number): Assignment | undefined {
  if (text[end] === '.') return undefined // a member of it is compared
  let at = start - 1
  while (at > start - LONGEST_NAME && (isWord(text.charCodeAt(at)) || text[at] === '.' || text[at] === ' ')) at--
  if (text[at] !== '=' && text[at] !== '(') return undefined
  const from = Math.max(0, start - 300)
  return precedes(COMPARED, text.slice(from, start), from, '==')
}
