/** Finds what is assigned to a name, in the syntaxes of code and config, around a word that may name a secret. */
import { byteSet } from './bytes.ts'
import { connectorsAt } from './connectors.ts'
import { fitsAt, matchAt } from './sticky.ts'
import { inTuple, lastOf, ofTuple } from './tuples.ts'
import { bareAt, type Value, valueAt, valueFrom } from './value.ts'

export interface Assignment extends Value {
  /** What joins it to its name: `=`, `:`, `=>`, `(`, or nothing. */
  readonly operator: string
}

/** A text in quotes that begins at `start`, assigned by its place in a list or a row. */
export const quoted = (value: string, start: number): Assignment => ({ ...valueFrom(value, start, 'quoted'), operator: '=' })

/** Can white space alone join the name to a value, as in an option, a Dockerfile or a plain config file? Not far into a line. */
const isSpaced = (before: string) => before.slice(before.lastIndexOf('\n') + 1).trimStart().length <= 80

/** Text before a name that an XML element's content belongs to: the name is the tag, or its attribute `name`, `key` or `id`. */
const ELEMENT =
  /<(?:[\w.-]{1,60}[.:])?$|<(?:[\w-]{1,16}[-:])?(?:name|key|string|stringProp(?:\s[^<>]{0,40})?)>[\w.-]{0,60}$|<[\w.:-]{1,30}\s+(?:[^<>]{0,30}\s)?(?:name|key|id)\s?=\s?["'][\w.-]{0,30}$/i

/** The name is the first argument of a call; in a list, the next line is another item. */
const FIRST = /\(\s*["'`]?$/

/** The assignment to the name at `start`..`end`, if one follows. */
export function assignment(text: string, start: number, end: number): Assignment | undefined {
  const unset = text.startsWith('${', start - 2) ? defaultValue(text, end) : undefined
  if (unset) return unset
  for (const { form, takes } of connectorsAt(text, end)) {
    const connector = matchAt(form, text, end)
    if (!connector) continue
    const whole = valueAt(text, inTuple(text, start, end + connector[0].length), takes)
    if (!whole) continue
    const value = AUTHORIZATION.test(text.slice(start, end))
      ? credentials(text, whole)
      : CALL.test(connector[0])
        ? lastOf(text, whole)
        : ofTuple(text, start, whole)
    if (!value || (value.syntax === 'bare' && connector[0].includes('\n') && isElsewhere(text, connector[0], value))) continue
    if (ITEM.test(connector[0]) && text[start] !== '-') continue
    const before = text.slice(Math.max(0, start - 100), start)
    if (takes === 'quoted' && /,\s*\n/.test(connector[0]) && !FIRST.test(before) && text[start] !== '-') continue
    if (takes === 'element' && !ELEMENT.test(before)) continue
    if (takes === 'bare' && connector[0].trim() === '' && text[start] !== '-' && !isSpaced(before)) return undefined
    return { ...value, operator: operatorOf(connector[0]) }
  }
  return undefined
}

/** The significant characters of a connector, at most the last three; an arrow is `=>`, and a wide sign a colon. */
function operatorOf(connector: string): string {
  if (/[\xe3\xef]/.test(connector)) return ':'
  let operator = ''
  for (let i = connector.length - 1; i >= 0 && operator.length < 3; i--) {
    const isArrow = connector[i] === '>' && connector[i - 1] === '='
    const isNot = connector[i] === '!' && operator.startsWith('=')
    if (isArrow || isNot || !MUTE[connector.charCodeAt(i)]) operator = connector[i] + operator
  }
  return operator
}

const MUTE = byteSet(' \t\r\n\v\f\xa0"\'`*\\]?!>|+-')

const UNSET = /:[-=](["']?)([^}"'`\n]{1,200})\1\}/dy

/** `${PASSWORD:-…}` in a shell or compose file: the default if it is unset. */
function defaultValue(text: string, end: number): Assignment | undefined {
  const match = matchAt(UNSET, text, end)
  const [from, to] = match?.indices?.[2] ?? [0, 0]
  return match ? { ...valueFrom(text.slice(from, to), from, 'bare'), operator: '=' } : undefined
}

const AUTHORIZATION = /authorization$/i
const SCHEME = /[A-Za-z][A-Za-z0-9-]{1,30}[ \t]{1,4}(?=[^\s"'`])/y
const SCHEME_ALONE = /^(?:[A-Za-z][A-Za-z-]{1,14}|AWS4-HMAC-SHA256)$/
const PARAMETER = /[A-Za-z_-]{2,30}=(?:\w|["'][^"'\s,;)])/y

/** `Authorization: SSWS …`: a scheme, then the credentials or named parameters (RFC 9110, 11.4). */
function credentials(text: string, value: Value): Value | undefined {
  const scheme = matchAt(SCHEME, text, value.start)?.[0].length ?? 0
  if (scheme === 0) return SCHEME_ALONE.test(value.value) ? undefined : value
  const start = value.start + scheme
  const rest = value.syntax === 'bare' ? bareAt(text, start, 'bare') : { ...value, start, value: text.slice(start, value.end) }
  return fitsAt(PARAMETER, text, start) ? undefined : rest
}

const CALL = /\(\s*$/

/** The next item of a YAML list. */
const ITEM = /\n[ \t]*-[ \t]+$/

/**
 * The name has no value: the line below is another name with its value, or a command or a sentence, or the `=` at the end of the line is that
 * of Base64.
 */
const isElsewhere = (text: string, connector: string, { value, end }: Value) =>
  /^=\r?\n$/.test(connector) ||
  PAIR.test(value) ||
  (/[\d!#$%^&*?+~]|[a-z][A-Z].*[a-z][A-Z]/.test(value) ? /^[ \t]{1,40}[:=]/ : /^[ \t]{1,40}[:=A-Za-z-]/).test(text.slice(end, end + 42))

const PAIR = /^(?:[A-Za-z_][\w.-]*:$|[A-Za-z_]+(?:[._-][A-Za-z_]+)*[:=](?!=))/
