/** Keys and passwords passed to ciphers, key derivations and stores of keys: the callee is the only hint. */

import { GAP, INNER, QUOTE } from './parts.ts'
import { NO_TESTS_OR_DOCS } from './places.ts'
import type { Rule } from './rule.ts'
import { raw } from './sources.ts'

/** Callees whose first argument is the key. */
const FIRST = [
  'scryptSync',
  raw`pbkdf2(?:Sync)?`,
  'Cryptr',
  'new_from_slice',
  raw`Key(?:::<[\w:]{1,30}>)?::from_slice`,
  'SecretBox',
  'SigningKey',
  'PrivateKey',
  raw`AES(?:GCM|SIV|CCM|OCB3)`,
  'ChaCha20Poly1305',
  'SupportFactory',
  raw`AES_set_(?:en|de)crypt_key`,
  'Rfc2898DeriveBytes',
  raw`Message(?:Encryptor|Verifier)\.new`,
  raw`(?:en|de)cryptbypassphrase`,
  raw`Key\.fromUtf8`,
  raw`URLSafe(?:Timed)?Serializer`,
  'TimestampSigner',
  raw`Encryptors\.\w{4,12}`,
  raw`csrf\.Protect`,
  raw`cookie\.NewStore`,
  raw`SymmetricKey\(data:[ ](?:Data)?`,
  raw`(?:AES|ChaCha20|Blowfish)\(key:[ ]?(?:Array)?`,
].join('|')

/** Callees that are given something else before it: a text, a handle, an algorithm, a file. */
const LATER = [
  raw`aes_(?:en|de)crypt`,
  raw`sqlite3_(?:re)?key(?:_v2)?`,
  'openOrCreateDatabase',
  'X509Certificate2',
  'HMAC',
  raw`mbedtls_\w{3,10}_setkey\w{0,8}`,
  raw`EVP_\w{3,8}Init(?:_ex)?`,
  raw`PKey::\w{2,3}\.new`,
].join('|')

/** Up to four arguments: names, calls and texts. */
const ARGUMENTS = raw`(?:(?:"[^"\n]{0,80}"|'[^'\n]{0,80}'|[\w.:&>$@*-]{1,40}(?:\([^()\n]{0,80}\))?),${GAP}){1,4}`

/** What turns a text into bytes. */
const CAST = raw`(?:\((?:const )?(?:unsigned )?[\w:]{1,20}[ ]?\*{0,2}\)[ ]?|\[\]byte\(|(?![\w.:]{0,30}(?:[gG]et(?!Bytes)|[fF]etch|[eE]nv|[rR]ead|[lL]oad|[pP]aram|[cC]onfig))[\w.:]{1,30}(?:\(|Array\())?`

const TEXT = raw`[bruUN@]?${QUOTE}(?=[^"'\n]{0,199}\d)(?=[^"'\n]{0,199}[A-Za-z])(?!\$|aes-|[0-9a-z]{2,10}-\d{3}-)(?<secret>${INNER}{8,200})`

export default [
  {
    id: 'cipher-key-in-a-call',
    title: 'Encryption key or password in code',
    severity: 'high',
    literals: [
      'scryptSync(',
      'pbkdf2(',
      'pbkdf2Sync(',
      'Cryptr(',
      'new_from_slice(',
      '::from_slice(',
      'SecretBox(',
      'SigningKey(',
      'PrivateKey(',
      'AESGCM(',
      'AESSIV(',
      'AESCCM(',
      'AESOCB3(',
      'Poly1305(',
      'SupportFactory(',
      'Rfc2898DeriveBytes(',
      'Encryptor.new(',
      'Verifier.new(',
      'cryptByPassphrase(',
      'Key.fromUtf8(',
      'URLSafeSerializer(',
      'URLSafeTimedSerializer(',
      'TimestampSigner(',
      'Encryptors.',
      'csrf.Protect(',
      'cookie.NewStore(',
      'SymmetricKey(data:',
      'AES(key:',
      'ChaCha20(key:',
      'Blowfish(key:',
      'aes_encrypt(',
      'aes_decrypt(',
      'sqlite3_key',
      'sqlite3_rekey',
      'openOrCreateDatabase(',
      'X509Certificate2(',
      'HMAC(EVP_',
      'AES_set_',
      'mbedtls_',
      'EVP_EncryptInit',
      'EVP_DecryptInit',
      'EVP_CipherInit',
      'PKey::RSA.new(',
      'PKey::EC.new(',
    ],
    pattern: new RegExp(
      raw`(?<![A-Za-z])(?:(?:${FIRST})\(${GAP}|(?:${LATER})\(${GAP}${ARGUMENTS})${CAST}${TEXT}(?=\k<quote>\s{0,4}[,).])`,
      'i',
    ),
    path: ['*.*', ...NO_TESTS_OR_DOCS],
    randomness: 20,
    remedy: 'Create a new key, and read it from a secret store; anything encrypted or signed with the old one is exposed.',
    catches: [
      { path: 'a.js', text: "const key = crypto.scryptSync('{base62:16}', salt, 32)" },
      { path: 'a.ts', text: "const cryptr = new Cryptr('{base62:20}')" },
      { path: 'a.swift', text: 'let key = SymmetricKey(data: Data("K7{base62:30}".utf8))' },
      { path: 'a.rs', text: 'let mac = HmacSha256::new_from_slice(b"K7{base62:24}")?;' },
      { path: 'a.rs', text: 'let cipher = Aes256Gcm::new(Key::<Aes256Gcm>::from_slice(b"K7{base62:30}"));' },
      { path: 'a.py', text: 'box = SecretBox(bytes.fromhex("7f{hex:62}"))' },
      { path: 'a.kt', text: 'val db = SupportFactory(SQLiteDatabase.getBytes("K7{base62:14}".toCharArray()))' },
      { path: 'a.go', text: 'store := cookie.NewStore([]byte("K7{base62:24}"))' },
      { path: 'a.c', text: 'AES_set_encrypt_key((const unsigned char *)"K7{base62:14}", 128, &key);' },
      { path: 'a.c', text: 'rc = sqlite3_key(db, "K7{base62:14}", 16);' },
      { path: 'a.cs', text: 'var cert = new X509Certificate2("app.pfx", "K7{base62:14}");' },
      { path: 'a.rb', text: "crypt = ActiveSupport::MessageEncryptor.new('K7{base62:30}')" },
      { path: 'a.sql', text: "INSERT INTO card VALUES (AES_ENCRYPT(@number, 'K7{base62:14}'));" },
    ],
    spares: [
      { path: 'a.js', text: 'crypto.scryptSync(password, salt, 32)' },
      { path: 'a.cs', text: 'new X509Certificate2("app.pfx", password)' },
      { path: 'a.sql', text: "SELECT AES_ENCRYPT(number, 'your-key-1') FROM card" },
      { path: 'a.rs', text: 'let nonce = Nonce::from_slice(b"{base62:12}");' },
      { path: 'a.py', text: 'box = SecretBox(bytes.fromhex(os.environ["BOX_KEY_2"]))' },
      { path: 'test/a.js', text: "crypto.scryptSync('{base62:16}', salt, 32)" },
    ],
  },
  {
    id: 'password-of-characters',
    title: 'Password passed as characters in code',
    severity: 'high',
    literals: ['.toCharArray('],
    pattern: new RegExp(
      raw`(?:,|PasswordProtection\()${GAP}"(?!\$|[^"\n]{0,80}(?:[aA][bB][cC][dD]|[bB][cC][dD][fF]|1234|2345))(?<secret>(?:[^\s"$\\{}<>]|\$(?![{A-Za-z_])){6,80})"\.toCharArray\(\)`,
    ),
    path: ['*.java', '*.kt', '*.kts', '*.scala', '*.groovy', ...NO_TESTS_OR_DOCS],
    checksum: 'url-password',
    randomness: 14,
    remedy: 'Change the password, and read it from the environment or a secret store.',
    catches: [
      { path: 'A.java', text: 'keyStore.load(in, "{base62:12}".toCharArray());' },
      { path: 'A.java', text: 'new KeyStore.PasswordProtection("{base62:12}".toCharArray())' },
      { path: 'A.kt', text: 'ks.getKey("signing", "{base62:12}".toCharArray())' },
    ],
    spares: [
      { path: 'A.java', text: 'keyStore.load(in, password.toCharArray());' },
      { path: 'A.java', text: 'Arrays.fill(line, "0123456789".toCharArray());' },
    ],
  },
] satisfies Rule[]
