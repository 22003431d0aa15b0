/** Names that say that their value is no secret. */
import { oneOf, raw, words } from '../../patterns/sources.ts'

/** What a name ends with, as whole words. */
const ending = (source: string) => new RegExp(`(?:^|[^a-z])${source}$`)

/** Whose keys and tokens a web page shows. */
const SHOWN = words(
  'ably algolia amplitude analytics bugsnag builder clerk crisp dd datadog firebase fullstory growthbook hotjar intercom logrocket mapbox maps? mixpanel onesignal posthog pusher recaptcha hcaptcha rum search segment sentry site statsig turnstile vapid',
)

/** What a token stands for that opens nothing. */
const TOKENS = oneOf([
  raw`pagination|start(?:ing)?|end|next|prev\w*|first|last|page|paging|continuation|forward|backward|cursor`, // a page of a list
  raw`csrf|xsrf|forgery|authenticity|csrf_?middleware|request_verification`, // the form that a page has
  raw`change|lock|idempotency|request|lifecycle[ _-]action|sequence|unit|cancel\w*|sync(?:ed)?`, // a request, or a state of what is asked for
  'device|push', // where messages go
  'json[ _-]?web', // a kind of token, not one
])

/** Of a name in lower case, its words separated. */
export const BY_NAME: readonly (readonly [string, RegExp])[] = [
  ['public, by its name', /(?<!re)public[ _-]?(?:ed[ _-]?|api[ _-]?)?key|(?<![a-z])pub[ _-]?key|publishable|^data-(?:app|api|site)-?key/],
  // NEXT_PUBLIC_MAPBOX_TOKEN: the build writes it into the page, where its vendor wants it
  [
    'a key that is public in web pages, by its name',
    new RegExp(raw`^(?:[\w.]+[.'"[])?(?:(?:next|expo|nuxt)_public|public|vite)_(?:\w+_)?${SHOWN}_(?:\w+_)?(?:key|token)$`),
  ],
  // encrypted_session_key, X-…-Sealed-Key
  ['a ciphertext, by its name', ending(raw`(?:encrypted|wrapped|sealed)[ _-](?:(?:session|data|content)[ _-])?key(?:[ _-]?\d+)*`)],
  // cached_token_key; not CACHE_ACCESS_KEY, which opens the cache
  [
    'the key of a cache, by its name',
    ending(raw`cached?[ _-](?:(?!api|access|secret|private|encryption|sign|auth|master)[a-z]+[ _-]){0,2}key`),
  ],
  ['the name of a thing', /(?:^|[^a-z])etag[ _-]key$|non[ _-]?exist\w*[ _-](?:[a-z]+[ _-])?(?:key|token|secret)$/],
  // ERRCODE_INVALID_PASSWORD, errWrongToken, ER_NO_PASSWORD
  [
    'an error, by its name',
    /(?:^|[.: ])(?:err|error|errcode|sqlstate|er_(?:no|not|bad|wrong|invalid|must|unknown))_(?:[a-z]+_){0,4}(?:password|passwd|token|key|secret|credential)s?$/,
  ],
  ['an authorization that a server shows', ending('dkim[ _-]tokens?')],
  // lk.room_sid, primarySID
  [
    'an identifier, by its name',
    ending('(?:room|track|participant|primary|secondary|group|ns|domain|server|process|machine|computer)[ _-]sid'),
  ],
  // Of a trace
  ['an identifier, by its name', /^session\.id$/],
  ['a token of a page, of a request or of a parser, by its name', ending(`${TOKENS}[ _-]?token`)],
  ['an idempotency token', /^--client-token$/],
  // two-pass, lowPass, bypass; define-pass, nanopass of compilers
  [
    'another kind of pass',
    ending(
      '(?:by|one|two|three|single|multi|first|second|third|low|high|band|all|render|boarding|hall|season|ski|day|define|nano|cond)[ _-]?pass',
    ),
  ],
  [
    'a password that is not accepted, by its name',
    ending(
      raw`(?:bad|wrong|invalid|forgot(?:ten)?|expire|forbidden|banned|disallowed|breached|blacklist\w*|denylist\w*)[ _-]?pass(?:word|phrase|wd)?s?`,
    ),
  ],
  ['a hash, by its name', /(?:^|[_.])(?:hashed_|(?:md5|sha\d{1,3})_(?:pass|of_)|(?:hash|digest|checksum)_of_)/],
  // DROP FOREIGN KEY `FK_…`, COLUMN_ENCRYPTION_KEY = CEK_Auto1
  ['the name of a key in a database', ending('(?:foreign|column[ _-]encryption)[ _-]key')],
  ['a type of C', ending('struct passwd')],
  ['a WebSocket nonce', ending('sec[ _-]web_?socket[ _-]key')],
]
