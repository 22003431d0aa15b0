/** Values of cryptography that open nothing: public keys and fingerprints, hashes, ciphertexts, the names of algorithms. */
import { oneOf, raw } from '../../patterns/sources.ts'
import type { Ground } from './ground.ts'

const KEYS: readonly Ground[] = [
  [
    'a public key',
    [
      /^(?:ssh-(?:rsa|dss|ed25519)|ecdsa-sha2-\w{1,20}|sk-(?:ssh|ecdsa)-\S{1,40})[ _]AAAA/,
      /^AAAA[BCE]3Nza/, // of SSH, without its type
      /^0[23][\dA-Fa-f]{64}$/, // a point of a curve, compressed
      /^04[\dA-Fa-f]{128}$/,
      /^B[A-P][\w-]{85}$/, // such a point in Base64, as of Web Push
      /^-----BEGIN (?:[A-Z\d]+ ){0,3}PUBLIC KEY/,
    ],
  ],
  // MIIFfjCCA2ag…: a sequence in a sequence, both of two bytes of length
  ['a certificate', /^MII[\w+/]{3}CC[A-D]/],
  // Of a ratchet the sender's key, of SCRAM the stored one
  ['a public key, by its name', (value, { name = '' }) => /^(?:sender_?key|stored_?key)$/i.test(name) && /^[\w+/-]{43}=?$/.test(value)],
  [
    'a key that is public in web pages',
    [
      /^(?:phc|pk_(?:live|test|prod))_[\w-]{20}/, // PostHog, Stripe and Clerk
      /^pk\.eyJ/, // Mapbox
      /^(?:appl|goog|amzn|strp)_[A-Za-z\d]{27,32}$/, // RevenueCat
      /^(?:live|test)_[A-Z\d]{32}$/, // Adyen
      /^live_[\da-f]{27}$/, // Paddle
      /^sdk-[A-Za-z\d]{12,16}$/, // GrowthBook
      /^pub[\da-f]{32}$/, // Datadog
      /^public-token-(?:live|test)-/, // Stytch
      /^sb_publishable_/, // Supabase
      /^client-[A-Za-z\d]{40,46}$/, // Statsig
    ],
  ],
  // keyAuth of ACME: a token, or the hash of a public key
  ['an authorization that a server shows', (value, { name = '' }) => /(?:^|[a-z])[kK]eyAuth$/.test(name) && /^[\w-]{43}$/.test(value)],
  [
    'a fingerprint',
    [
      /^SHA256:[A-Za-z\d+/]{43}=?$/,
      /^(?:MD5:)?(?:[\da-f]{2}:){15}[\da-f]{2}$/,
      /^[\dA-F]{4}(?: {1,2}[\dA-F]{4}){9}$/, // of PGP: 110E 21D8 B0E2 …
    ],
  ],
  // ENV GPG_KEY E3FF2839C048B25C084DEBE9B26995E310250568
  [
    'the fingerprint of a key',
    (value, { name = '' }) =>
      /^(?:0x)?(?:[\dA-Fa-f]{8}|[\dA-Fa-f]{16}|[\dA-Fa-f]{40})$/.test(value) &&
      (/(?:gpg|pgp|(?:^|[_.-])(?:apt|rpm))\w{0,12}(?:key|id|fpr|fingerprint)s?$/i.test(name) || /^(?:user\.)?signingkey$/.test(name)),
  ],
  // String $key = '8C695B0219AFDEB04A058ED8F4E789204D206F89' of a repository of packages
  ['the fingerprint of a key', (value, { name = '' }) => /^(?:String )?\$key$/.test(name) && /^(?=.*[A-F])[\dA-F]{40}$/.test(value)],
  // new upstream signing key 19882D92DDA4C400C22C0D56CC2AF4472167BE03, The signing key is 0x8F3DA5B21C7E4690.
  [
    'the fingerprint of a key',
    (value, { name = '', operator, syntax, before = '' }) =>
      (operator === '' || syntax === 'prose') &&
      /^(?:0x[\dA-F]{8,40}|[\dA-F]{16}|[\dA-F]{40})[.,]?$/.test(value) &&
      /sign(?:ing)?[ _-]?key$/i.test(before.slice(-12) + name),
  ],
  // using RSA key 0x4AEE18F83AFDEB23; not a password that is used
  [
    'the number of a key',
    (value, { name = '', before = '' }) =>
      /^(?:0x)?[\dA-F]{8,40}$/.test(value) && /(?:DSA|RSA|GPG|PGP|using) $/.test(before) && /key$/i.test(name),
  ],
  // 12D3KooW…, Qm…
  ['the address of a peer', /^12D3Koo\w{45}$|^Qm[1-9A-HJ-NP-Za-km-z]{44}$/],
  ['a blockchain address', /^0x[\dA-Fa-f]{40}$/],
]

const HASHES: readonly Ground[] = [
  ['a hash', /^(?:hmac-)?(?:sha\d{1,3}|md5)[:=-][\da-f]{16,128}$/i],
  // us.gcr.io/acme/shop@sha256:124e1fdee…
  ['an image, by its digest', /^[\w./-]+(?::[\w.-]+)?@sha256:[\da-f]{6,64}/],
  [
    'the hash of a password',
    [
      /^\*[\dA-F]{40}$/, // MySQL
      /^0x0[12]00[\dA-Fa-f]{8,}$/, // SQL Server
      /^SCRAM-SHA-\d+\$\d+:/, // PostgreSQL
      /^md5[\da-f]{32}$/, // PostgreSQL, before
      /^grub\.pbkdf2\./, // GRUB
      /^\{S?(?:SHA\d{0,3}|MD5)\}[\w+/=]{20}/, // LDAP
      /^\{PBKDF2[A-Z\d-]*\}\d/,
      /^\$2[aby]?\$\d\d\$$/, // the beginning of one of bcrypt
      /^\{(?:SASL|RADIUS|KERBEROS)\}/, // LDAP, kept by another server
      // $2b$12$…, {CRYPT}$6$…$…, pbkdf2_sha256$…$…$…
      /^(?:\{[A-Z\d-]{2,12}\}|&quot;)?(?:\$[a-z\d][a-z\d-]{0,15}|(?:pbkdf2|bcrypt|argon2|scrypt|sha\d|md5)\w{0,20})\$[^$\s]{1,80}\$[^$\s]/,
    ],
  ],
]

const CIPHERTEXTS: readonly Ground[] = [
  [
    'a ciphertext',
    [
      /^wc[BF]MA[\w+/]{60}/, // PGP
      /^(?:\w{2,8}:)?AQICAH[\w+/-]{60}/, // AWS KMS
      /^Ci[QU]A[\w+/-]{60}/, // Google KMS
      /^Ag[A-D][A-Za-z\d+/]{300}/, // Sealed Secrets
      /^gAAAAAB[\w-]{60}/, // Fernet
      /^U2FsdGVkX1[89+/][A-Za-z\d+/]/, // OpenSSL
      /^(?:0x)?01000000d08c9ddf/, // DPAPI of Windows, also in Base64, and as PowerShell writes it
      /^AQAAANCMnd8BFdER/,
      /^76492d1116743f04/,
      /^\$7\$[A-Za-z\d+/]{20,}={0,2}$/, // Splunk
      /^enc:[\w.]{4,60}:[\w+/=]{16,}$/, // Talend
      /^NACL\[[\w+/]{40,}={0,2}\]$/, // Salt
      /^\{[\w+/]{16,}={0,2}\}$/, // Maven
      /^-----BEGIN (?:AGE ENCRYPTED FILE|PGP MESSAGE)/,
    ],
  ],
  // What stands before the ciphertext of a secret in a state of Pulumi
  ['a mark of Pulumi', /^1b47061264138c4ac30d75fd1eb44270$/],
]

/** What joins the parts of a name. */
const SIGN = '[_.:+/#-]'
/** Parts of names of algorithms, wherever they stand. */
const PARTS = [
  raw`aes|camellia|aria|3?des|ede\d?|chacha20`, // ciphers
  'cbc|ccm|cfb|ctr|cts|ecb|gcm|ofb|siv|xts', // their modes
  raw`poly1305|hmac|sha\d{0,3}|s\d{3}|md5`, // hashes
  raw`ecdsa|ecdhe?|dhe?|rsa|dsa|dss|oaep|pkcs\d*`, // signatures, key agreements and paddings
  raw`(?:nist)?p\d{3}|ed\d{4,5}|x\d{4,5}`, // curves
]
/** A part of another name, too: it does not stand alone. */
const SHARED = 'psk|srp|pss|mac|plus|etm|all|none'
const FIRST = [
  ...PARTS,
  raw`tdes|blowfish|(?:cbc|ccm|cfb)\d+|umac|ssha\d{0,3}|shake|s?md[45]?|eddsa`,
  raw`kdf|hkdf|argon2(?:id?|d)?|bcrypt|scrypt|pbkdf2`, // derivations of keys
  raw`secp\d{3}[rk]\d|prime\d{3}v\d|brainpoolp\d{3}[rt]\d`, // curves
  raw`x5t|[rehps]s\d{3}`, // of JWT
  `(?:${SHARED}|ssh|tls|ssl|kx|comp|vers|normal)(?=${SIGN})`,
]
/** aes128-cbc, chacha20-poly1305, HMAC-SHA256, ecdsa-sha2-nistp256, prime256v1, x5t#S256; not aria1987, a name and a year */
const ALGORITHM = new RegExp(
  raw`^\+?${oneOf(FIRST)}(?:${SIGN}{0,2}${oneOf([...PARTS, SHARED, raw`v\d`])}|${SIGN}{0,2}(?<=[a-z_.:+/#-])(?!(?:19\d|20[0-3])\d$)\d{1,4}){0,10}$`,
  'i',
)

const NAMES: readonly Ground[] = [
  ['an algorithm', ALGORITHM],
  // AWS4-HMAC-SHA256, GSS-SPNEGO, SCRAM-SHA-256
  [
    'a mechanism',
    /^(?:AWS4-(?:HMAC|ECDSA-P256)-SHA256|GSS-SPNEGO|GSSAPI|GS2-KRB5|SCRAM-SHA-\d+(?:-PLUS)?|TOTP-SHA\d+|OAUTHBEARER|(?:CRAM|DIGEST)-MD5)\b/,
  ],
  // ssh-ed25519,ecdsa-sha2-nistp256
  ['a list of algorithms', (value) => value.includes(',') && value.split(',').every((one) => ALGORITHM.test(one))],
  // !PSK:!RC4:@STRENGTH
  ['a list of ciphers', /^!\w{2,10}(?::[!@+-]?[\w@]{2,20})+$/],
]

export const BY_CRYPTOGRAPHY: readonly Ground[] = [...KEYS, ...HASHES, ...CIPHERTEXTS, ...NAMES]
