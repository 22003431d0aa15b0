/** Splits names into words: do the last words of a name say that it holds a secret? */
import { hasForeign, plainly, withoutAccents } from './letters.ts'

/**
 * Words that may follow without changing what a name holds: `PASSWORD_PROD`, `secret_value`, `password_for_db`, `API_KEY_MAPS`; with
 * numbers, `apiKey2`, `secret_b64`, `pass_v4`.
 */
export const TRAILING: ReadonlySet<string> = new Set(
  [
    'value val str string text txt plain plaintext raw bytes base b v', // what the value is, and how it is encoded
    'default current old new main master primary secondary replica backup', // which of several
    'prod production prd preprod dev development staging stage test testing qa uat live sandbox demo local env', // the stage that it is for
    'admin root bot web here for of', // whose, of what
    'db database bd banco mysql mariadb postgres postgresql pg redis mongo mongodb rabbitmq mssql', // a database
    'smtp ftp sftp ssh ldap jwt email mail mailer', // a protocol
    'aws azure gcp google firebase supabase cloudflare digitalocean heroku netlify vercel github gitlab', // clouds, hosts and forges
    'openai gemini anthropic claude mistral groq cohere deepseek huggingface', // models
    'slack telegram discord twilio sendgrid mailgun mailchimp', // messages and mail
    'spotify youtube twitch twitter facebook fb ig stripe paypal square shopify', // media and shops
    'maps mapbox weather openweather algolia sentry datadog jira confluence notion airtable', // other vendors
  ].flatMap((words) => words.split(' ')),
)

/** Chinese, Japanese and Korean write `is` at the end of the word: `密码是`. */
export const IS = '是为為は는은'
const ENDS_IN_IS = new RegExp(`(?<=.{2})[${IS}]$`)

/**
 * `dbUserPassword`, `DB_USER_PASSWORD` and `db.user-password` become `db user password`; `APIKey` becomes `api key`. Letters outside ASCII
 * are decoded, and lose their accents.
 */
export function nameWords(name: string): string[] {
  return (/[\x80-\xff]/.test(name) ? decoded(name) : name)
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .replace(/([a-z\u0100-\ufffc])(\d+)(?![a-z0-9])/g, '$1 $2')
    .split(/[^a-z0-9\u0100-\ufffc]+/)
    .filter(Boolean)
}

function decoded(name: string): string {
  if (!hasForeign(name)) return withoutAccents(name)
  return plainly(Buffer.from(name, 'latin1').toString())
    .split(' ')
    .map((word) => word.replace(ENDS_IN_IS, ''))
    .join(' ')
}

/**
 * Endings of at least this length may be glued to what precedes them: `dbpassword`; shorter ones must be whole words: `bypass` is not a
 * `pass`.
 */
const GLUED = 5
/** Shorter ones that few other words end in, or after words that they often follow: `rootpwd`, `signpw`, `dnpass`. */
const SHORT =
  /pwd$|pswd$|(?<=db|sql|user|root|admin|mail|smtp|ftp|ssh|ssl|key|store|sign|bind|ldap|login|proxy|web|auth|wifi|backup|master|my)pw$|(?<=wifi|wlan|wpa|ipsec|vpn)psk$|(?<!by|ch|com|tres|sur|over|under|mini|multi|sub|low|high|band|all|render|shader|pre|post|main|single|one|two|first|second|last|next|^name|^field|^tag)pass$/
/** Chinese, Japanese and Korean have no blanks between words, and short ones. */
const GLUED_SIGNS = 2
const LONGEST = 24

/**
 * All endings of the name, without spaces: `dbUserPassword` ends in `password` and in `userpassword`. `+password` means
 * that a word precedes it.
 */
export function endings(words: readonly string[]): string[] {
  let last = words.slice(-3, -1).join() === 'do,not' ? words.length - 3 : words.length // secret_do_not_commit
  while (last > 1 && (TRAILING.has(words[last - 1] ?? '') || /^\d+$/.test(words[last - 1] ?? ''))) last--
  const whole = last < words.length ? [words.slice(last - 1).join('')] : [] // clave_bd
  let joined = ''
  for (let i = last - 1; i >= 0 && joined.length < LONGEST; i--) {
    joined = words[i] + joined
    whole.push(joined)
  }
  const short = SHORT.exec(joined)?.[0]
  if (short) whole.push(short)
  if (last > 1) whole.push(`+${words[last - 1]}`)
  const shortest = joined.charCodeAt(joined.length - 1) < 0x2e80 ? GLUED : GLUED_SIGNS
  for (let length = shortest; length < Math.min(joined.length, LONGEST); length++) whole.push(joined.slice(-length))
  return whole
}
