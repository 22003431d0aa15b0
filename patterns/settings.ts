/** Settings in environment files: which lines hold a secret? */
import { oneOf, raw, words } from './sources.ts'

const PUBLIC_PREFIXES = words('NEXT_PUBLIC NUXT_PUBLIC VITE REACT_APP EXPO_PUBLIC GATSBY PUBLIC VUE_APP STORYBOOK NG_APP SOPS COMPOSE')
const HARMLESS_NAMES = words(
  'PORTS? HOSTS? HOSTNAME ENV ENVIRONMENT DEBUG LEVEL TZ TIMEZONE LANG LC_ALL LOCALE VERSION TAG NAME MODE REGION ZONE DIR DIRECTORY PATH ROOT HOME DRIVER CONNECTION CHANNEL PREFIX SUFFIX TIMEOUT TTL COUNT SIZE LIMIT WORKERS THREADS CONCURRENCY ENABLED? DISABLED? FORMAT TYPE PROTOCOL SCHEME DOMAIN IMAGE PLATFORM UID GID ID USER USERNAME EMAIL FROM ADDRESS MAILER LOCATION PROJECT NAMESPACE CLUSTER STAGE BRANCH PROFILE THEME TITLE DESCRIPTION AUTHOR INTERVAL RETRIES ORIGINS? MODEL LIFETIME EXPIRY EXPIRES_IN ALGORITHM PUBLIC_KEY PUBLISHABLE_KEY FILE',
)
/** Settings that are public or harmless, by their names. */
const PUBLIC = oneOf([
  raw`${PUBLIC_PREFIXES}_[\w.-]{0,80}`,
  raw`DOTENV_PUBLIC_KEY[\w.-]{0,40}`,
  raw`(?:[\w.-]{0,60}[_.-])?${HARMLESS_NAMES}`,
])

/** Settings that are secrets, by their names. */
const SECRET_WORDS = words(
  raw`PASS PWD SECRET TOKEN KEY(?!CLOAK|BOARD|WORD|SPACE) CREDENTIAL AUTH(?!OR) SALT COOKIE MNEMONIC SEED DSN _PW\b _PIN\b`,
)
const SECRET = raw`(?=[\w.-]{0,60}${SECRET_WORDS})`

const NAME = raw`[A-Za-z_][\w.-]{0,80}`
const IS = raw`["']?[ \t]*(?:=|:[ \t])[ \t]*`
const END = raw`["'\x60]?[ \t]*(?:[#;]|$)`

/** Words that fill a place. */
const FILLERS = words(
  'none null nil undefined true false yes no on off test testing secret password passwd pass root admin postgres mysql guest user dev local default foo bar changeit empty -',
)

/** Values that are no secret: empty, references, encrypted, paths, placeholders, local or public addresses. */
const HARMLESS = raw`["'\x60]?${oneOf([
  raw`["'\x60]?[ \t]*(?:#|$)`,
  raw`["'\x60][ \t]*(?:#|$)`,
  '=',
  raw`\$`,
  raw`\x60`,
  '<',
  raw`\{\{`,
  raw`\[`,
  raw`%\w+%`,
  '(?:op|vault|ssm|arn|ref|secretsmanager|gcp-sm|aws-sm|keyvault|azurekv|bw|keyring|file|secret|doppler)[:+]',
  'encrypted:',
  'ENC[[(]',
  '-----BEGIN (?:CERT|PUBLIC|AGE|PGP MESSAGE)',
  raw`\.{1,2}\/`,
  raw`~\/`,
  raw`\/(?:etc|var|usr|opt|home|tmp|app|run|data|mnt|srv|secrets|certs?|root|Users)\/`,
  raw`(?:your|change|replace|example|sample|dummy|placeholder|insert|todo|fixme|xxx|redacted|\*{3}|\.\.\.|!change)`,
  raw`[^\n#]{0,60}(?:change[-_ ]?me|example|placeholder|your[-_ ]|xxxx|[-_ ]here\b)`,
  raw`${FILLERS}${END}`,
  raw`\w{2,12}:\/\/(?:localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1\]|host\.docker\.internal|[a-z][a-z_-]{1,30})(?::\d{2,5})?(?:\/[\w.-]{0,30}){0,4}(?:\?[\w=&.-]{0,80})?${END}`,
  raw`https?:\/\/[0-9a-z.-]{3,80}(?::\d{2,5})?(?:\/[0-9a-z_.-]{0,16}){0,4}${END}`,
])}`

/** Plain values, which are no secret under a name that does not say so: numbers, words, e-mail addresses, hosts, options, paths. */
const PLAIN = raw`["'\x60]?${oneOf([
  raw`v?\d[\d.,:_-]{0,20}[a-z%]{0,3}`,
  '[a-z]{1,14}(?:[-_.,:+ ]{1,2}[0-9a-z]{1,14}){0,8}',
  raw`[\w.+-]{1,40}@[\w-]{1,40}\.[\w.-]{2,20}`,
  raw`[0-9a-z-]{1,20}(?:\.[0-9a-z-]{1,20}){1,6}(?::\d{2,5})?`,
  raw`-{1,2}[a-z][^\n]{0,200}`,
  raw`\/?[\w.-]{0,24}(?:\/[\w.-]{0,24}){1,8}`,
])}${END}`

/** A line of an environment file. */
export const envLine = new RegExp(
  raw`^[ \t]*(?:export[ \t]+|set[ \t]+)?(?!${PUBLIC}[ \t]*[=:])(?:${SECRET}${NAME}${IS}(?!${HARMLESS})|${NAME}${IS}(?!${HARMLESS}|${PLAIN}))[^\s=]`,
  'im',
)

/** A line of direnv's file, which is a script: only names count. */
export const direnvLine = new RegExp(raw`^[ \t]*export[ \t]+(?!${PUBLIC}[ \t]*=)${SECRET}${NAME}=(?!${HARMLESS})[^\s=]`, 'im')

/** A line of a file of secrets, with references of Dynaconf. */
export const secretsLine = new RegExp(
  raw`^[ \t]*(?!${PUBLIC}[ \t]*[=:])${SECRET}${NAME}${IS}(?!["']?@(?:format|jinja))(?!${HARMLESS})[^\s=]`,
  'im',
)

/** Before a value in any other file: neither empty, nor a reference, nor a placeholder. */
export const REAL = raw`(?!["']?(?:\$|<|\{\{|%\w|your|change|replace|example|xxx|\*{3}|\.\.\.|(?:password|passwd|pass|secret|token|changeit|changeme|none|null|hunter2)\b|["']))`
