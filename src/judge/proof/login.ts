/** User name and password, in a header or a URL. */
import { fromBase64, fromPercent } from './codec.ts'
import { open, type Proof, proofOf } from './proof.ts'

/** Placeholder words for a password. */
const WORDS =
  /^(?:user(?:name)?|android|(?:db|sql|root|user|admin)?[_-]?pass(?:w(?:or)?d?)?|pwd|admin|root|test|example|changeme|(?:super)?secret|hunter2|foobar|passwrd|guest|anonymous|anoncvs|[x*.]+|(?:\xe2\x80\xa2)+|(?:your|my).?password)$/i

/** `$X`, `${X}`, `{{x}}`, `<x>`, `%s`, `%(x)s`, `[x]`, `:x`. */
const REFERENCE = /^(?:\$[A-Za-z_]\w*(?:->\w+)?|\$?\{.*\}|\$\(.*\)|\$\d|<.*>|%[sdv]|%\w+%|%\(.*\)s|\[.*\]|:[A-Za-z_]\w*|#\{.*\})$/

/** ASCII control characters; passwords may be Latin-1 (RFC 7617, 2.1). */
const CONTROL = /[\0-\x1f\x7f]/

/** `Basic dXNlcjpwYXNz`, or only its base64 (RFC 7617). */
export function basicAuth(secret: string): Proof {
  const bytes = fromBase64(secret.replace(/^basic +/i, ''))
  const text = bytes?.toString('latin1') ?? ''
  const colon = text.indexOf(':')
  if (colon < 0 || CONTROL.test(text)) return proofOf('refuted', ['no user name and password in it'])
  return password(text.slice(colon + 1), text.slice(0, colon))
}

/** `scheme://user:password@host`, or only the password. */
export function urlPassword(secret: string): Proof {
  const [user, word, host = ''] =
    /^(?:[a-z]{2,10}:)?[a-z][a-z0-9+.-]{0,30}:\/\/([^/@]{0,200}?):([^/]{0,400})@([^/?#]{0,200})/i.exec(secret)?.slice(1) ?? []
  if (user === undefined || word === undefined) return password(fromPercent(secret))
  const proof = password(fromPercent(word), fromPercent(user))
  return proof.verdict === 'open' && isLocal(host) ? proofOf('open', ['the host is an example, or this machine'], 'low') : proof
}

function password(word: string, user?: string): Proof {
  if (word === '') return proofOf('refuted', ['no password'])
  if (REFERENCE.test(word)) return proofOf('refuted', ['a reference, not a password'])
  if (/^aladdin$/i.test(user ?? '') && /^open ?sesame$/i.test(word)) return proofOf('refuted', ['the example of RFC 7617'])
  if (!/[A-Za-z\d\x80-\xff]/.test(word)) return proofOf('refuted', ['only signs'])
  if (WORDS.test(word) || WORDS.test(lettersOf(word)) || /^[a-z]{1,3}$/.test(word))
    return proofOf('refuted', ['a placeholder for a password'])
  return word === user ? proofOf('refuted', ['the password is the user name']) : open
}

/** `p@ss`, `password:`, `pa$$word!`, as tests of URLs have them. A person chooses digits and capitals, too. */
const lettersOf = (word: string) =>
  /[A-Z\d]/.test(word)
    ? ''
    : word
        .replace(/(?<=[a-z])@(?=[a-z])/g, 'a')
        .replaceAll('$', 's')
        .replace(/[^a-z]/g, '')

function isLocal(host: string): boolean {
  return /^(?:localhost|127\.0\.0\.1|\[::1\]|(?:[\w-]{1,60}\.){0,4}example(?:\.[a-z]{2,10})?)(?::\d{1,5})?$/i.test(host)
}
