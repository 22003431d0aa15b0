/** Which of several texts in a row is the value: after user names in a call, or at the place of its name among several. */
import { matchAt } from './sticky.ts'
import { quotedAt, type Value } from './value.ts'

/** A user name: a word, an address, `DOMAIN\user`. */
const USER = /^(?:[A-Za-z]+|[\w.+-]+@[\w.-]+|\w+\\{1,2}\w+)$/
const NEXT_TEXT = /["'`]\s{0,8},\s{0,40}(?:Some\()?["'`](?![${])/y

/** A service, a user and a domain may precede the secret. */
const MOST_USERS = 3

/** `Credential("user", "…")`: the secret is the first string argument after the user names; `verify("…", "$2b$…")` is given a hash. */
export function lastOf(text: string, first: Value): Value {
  let value = first
  for (let users = 0; users < MOST_USERS && USER.test(value.value); users++) {
    const between = matchAt(NEXT_TEXT, text, value.end)?.[0]
    const next = between && quotedAt(text, value.end + between.length, between.slice(-1), 'argument')
    if (!next) break
    value = next
  }
  return value
}

const NAMES_BEFORE = /(?:^|[\n;{([])[ \t]*(?:(?:const|let|var|my)[ \t]{1,4})?[[(]?((?:[$A-Za-z_][\w.]{0,60},[ \t]{0,4}){1,3})$/

/** The offset after the bracket, if several names are assigned a list of strings: `(user, password) = ("…", "…")`. */
export const inTuple = (text: string, start: number, at: number) =>
  (text[at] === '(' || text[at] === '[') &&
  /["'`]/.test(text[at + 1] ?? '') &&
  NAMES_BEFORE.test(text.slice(Math.max(0, start - 200), start))
    ? at + 1
    : at

/** `user, password = "…", "…"`: skips as many values as there are names before this one. */
export function ofTuple(text: string, start: number, first: Value): Value {
  const names = first.syntax === 'quoted' ? NAMES_BEFORE.exec(text.slice(Math.max(0, start - 200), start))?.[1] : undefined
  let value = first
  for (let left = names?.match(/,/g)?.length ?? 0; left > 0; left--) {
    const between = matchAt(NEXT_TEXT, text, value.end)?.[0]
    const next = between && quotedAt(text, value.end + between.length, between.slice(-1), 'quoted')
    if (!next) return first
    value = next
  }
  return value
}
