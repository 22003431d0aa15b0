/** Finds what is assigned to a name, in the syntaxes of code and config, around a word that may name a secret. */
import { byteSet } from './bytes.ts'
import { connectorsAt } from './joints.ts'
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

/** The assignment to the name at `start`..`end`, if one follows. */
export function assignment(text: string, start: number, end: number): Assignment | undefined {
  const unset = text.startsWith('${', start - 2) ? defaultValue(text, end) : undefined
  if (unset) return unset
  const isOption = text[start] === '-'
  const before = text.slice(Math.max(0, start - 100), start)
  for (const { form, takes } of connectorsAt(text, end)) {
    const joint = matchAt(form, text, end)?.[0]
    const whole = joint !== undefined && valueAt(text, inTuple(text, start, end + joint.length), takes)
    const value = whole && ownPart(text, [start, end], joint, whole)
    if (!value || (value.syntax === 'bare' && joint.includes('\n') && isElsewhere(text, joint, value))) continue
    if (!isOption && (ITEM.test(joint) || (takes === 'quoted' && isNextLine(joint, before)))) continue
    if (takes === 'element' && !ELEMENT.test(before)) continue
    if (!isOption && takes === 'bare' && joint.trim() === '' && !isSpaced(before)) return undefined
    return { ...value, operator: operatorOf(joint) }
  }
  return undefined
}

/** Of what follows the name at `start`..`end`, the part that it names: credentials without their scheme, the argument after the user names. */
function ownPart(text: string, [start, end]: readonly [number, number], joint: string, whole: Value): Value | undefined {
  if (AUTHORIZATION.test(text.slice(start, end))) return credentials(text, whole)
  return CALL.test(joint) ? lastOf(text, whole) : ofTuple(text, start, whole)
}

/** In a list, the next line is another item; in a call, the next argument, if the name is the first one. */
const isNextLine = (joint: string, before: string) => /,\s*\n/.test(joint) && !FIRST.test(before)
const FIRST = /\(\s*["'`]?$/

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
