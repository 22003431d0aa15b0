/** Names that say that their value is no secret. */

/** Of a name in lower case, its words separated. */
export const BY_NAME: readonly (readonly [string, RegExp])[] = [
  ['public, by its name', /public[ _-]?(?:ed[ _-]?|api[ _-]?)?key|pub[ _-]?key|publishable|^data-(?:app|api|site)-?key/],
  // NEXT_PUBLIC_MAPBOX_TOKEN: the build writes it into the page, where its vendor wants it
  [
    'a key that is public in web pages, by its name',
    /^(?:[\w.]+[.'"[])?(?:(?:next|expo|nuxt)_public|public|vite)_(?:\w+_)?(?:ably|algolia|amplitude|analytics|bugsnag|builder|clerk|crisp|dd|datadog|firebase|fullstory|growthbook|hotjar|intercom|logrocket|mapbox|maps?|mixpanel|onesignal|posthog|pusher|recaptcha|hcaptcha|rum|search|segment|sentry|site|statsig|turnstile|vapid)_(?:\w+_)?(?:key|token)$/,
  ],
  // encrypted_session_key, X-…-Sealed-Key
  ['a ciphertext, by its name', /(?:^|[^a-z])(?:encrypted|wrapped|sealed)[ _-](?:(?:session|data|content)[ _-])?key(?:[ _-]?\d+)*$/],
  // cached_token_key; not CACHE_ACCESS_KEY, which opens the cache
  [
    'the key of a cache, by its name',
    /(?:^|[^a-z])cached?[ _-](?:(?!api|access|secret|private|encryption|sign|auth|master)[a-z]+[ _-]){0,2}key$/,
  ],
  ['the name of a thing', /(?:^|[^a-z])etag[ _-]key$|non[ _-]?exist\w*[ _-](?:[a-z]+[ _-])?(?:key|token|secret)$/],
  ['a list of names', /(?:^|[^a-z])(?:required|needed|missing)[ _-](?:secret|credential|key|token)s?$/],
  // ERRCODE_INVALID_PASSWORD, errWrongToken, ER_NO_PASSWORD
  [
    'an error, by its name',
    /(?:^|[.: ])(?:err|error|errcode|sqlstate|er_(?:no|not|bad|wrong|invalid|must|unknown))_(?:[a-z]+_){0,4}(?:password|passwd|token|key|secret|credential)s?$/,
  ],
  ['an authorization that a server shows', /(?:^|[^a-z])dkim[ _-]tokens?$/],
  // lk.room_sid, primarySID; session.id of a trace
  [
    'an identifier, by its name',
    /^session\.id$|(?:^|[^a-z])(?:room|track|participant|primary|secondary|group|ns|domain|server|process|machine|computer)[ _-]sid$/,
  ],
  [
    'a token of a page, of a request or of a parser, by its name',
    /(?:^|[^a-z])(?:change|lock|idempotency|request|lifecycle[ _-]action|pagination|starting|next|page|paging|continuation|forward|backward|input|output|sequence|update|unit|cursor|csrf|xsrf|forgery|json[ _-]?web|cancel\w*|sync(?:ed)?|start|end|left|right|open|close|current|last|first|prev\w*|eof|lexer?|parse\w*|device|push|consume|delim\w*|authenticity|csrf_?middleware|request_verification)[ _-]?token$/,
  ],
  ['an idempotency token', /^--client-token$/],
  // two-pass, lowPass, bypass
  [
    'another kind of pass',
    /(?:^|[^a-z])(?:by|one|two|three|single|multi|first|second|third|low|high|band|all|render|boarding|hall|season|ski|day)[ _-]?pass$/,
  ],
  [
    'a password that is not accepted, by its name',
    /(?:^|[^a-z])(?:bad|expire|forbidden|banned|disallowed|breached|blacklist\w*|denylist\w*)[ _-]?pass(?:word|phrase|wd)?s?$/,
  ],
  ['a hash, by its name', /(?:^|_)(?:hashed_|(?:md5|sha\d{1,3})_(?:pass|of_)|(?:hash|digest|checksum)_of_)/],
  // DROP FOREIGN KEY `FK_…`, COLUMN_ENCRYPTION_KEY = CEK_Auto1
  ['the name of a key in a database', /(?:^|[^a-z])(?:foreign|column[ _-]encryption)[ _-]key$/],
  ['a type of C', /(?:^|[^a-z])struct passwd$/],
  ['a WebSocket nonce', /(?:^|[^a-z])sec[ _-]web_?socket[ _-]key$/],
]
