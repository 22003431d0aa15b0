/**
 * The names of secrets in other languages than English, for the rules in generic.ts. In a text, a name may lack the accents that a word has
 * here. The hook's shim looks for parts of these words in a message (src/setup/shim.ts).
 */

export const PASSWORD: readonly string[] = [
  'passwort', // German
  'kennwort',
  'zugangscode',
  'contraseña', // Spanish
  'clave acceso',
  'clave de acceso',
  'clave secreta',
  'clave usuario',
  'clave de usuario',
  ...['bd', 'db', 'admin', 'root', 'smtp', 'ftp', 'correo', 'wifi', 'mysql'].map((what) => `clave ${what}`),
  'senha', // Portuguese
  'palavra passe',
  'mot de passe', // French
  'mdp',
  'parola chiave', // Italian
  'wachtwoord', // Dutch
  'hasło', // Polish
  'heslo', // Czech and Slovak
  'jelszó', // Hungarian
  'şifre', // Turkish
  'parolă', // Romanian; Italian, Turkish and Bulgarian have it without the accent
  'salasana', // Finnish
  'lösenord', // Swedish
  'adgangskode', // Danish
  'passord', // Norwegian
  'kata sandi', // Indonesian
  'wlan schlüssel', // of a network
  'wlan schluessel',
  'clé wifi',
  'wifi key',
  'wlan key',
  'lozinka', // Croatian and Serbian
  'лозинка',
  'parol',
  'пароль', // Russian and Ukrainian
  ...['бд', 'базы', 'от базы', 'пользователя', 'администратора', 'от админки', 'для входа'].map((whose) => `пароль ${whose}`),
  'парола', // Bulgarian
  'κωδικός', // Greek
  'κωδικός πρόσβασης',
  'συνθηματικό',
  'mật khẩu', // Vietnamese
  'סיסמה', // Hebrew
  'סיסמא',
  'كلمة المرور', // Arabic
  'كلمة السر',
  'رمز عبور', // Persian
  'รหัสผ่าน', // Thai
  '密码', // Chinese
  '密碼',
  '口令',
  'パスワード', // Japanese
  'パスフレーズ',
  '暗証番号',
  '비밀번호', // Korean
  '패스워드',
  '암호',
]

/** Words for a key that opens something. */
export const SECRET_KEY: readonly string[] = [
  'api schlüssel', // German
  'api schluessel',
  'zugriffsschlüssel',
  'zugriffsschluessel',
  'geheimer schlüssel',
  'geheimer schluessel',
  'privater schlüssel',
  'privater schluessel',
  'clave api', // Spanish
  'clave de api',
  'clave privada',
  'chave api', // Portuguese
  'chave de api',
  'chave secreta',
  'chave privada',
  'clé api', // French
  'clé secrète',
  'clé privée',
  'chiave api', // Italian
  'chiave segreta',
  'chiave privata',
  'klucz api', // Polish
  'секретный ключ', // Russian
  'ключ доступа',
  'закрытый ключ',
  'приватный ключ',
  'api ключ',
  'ключ api',
  'секретний ключ', // Ukrainian
  'таен ключ', // Bulgarian
  'khóa bí mật', // Vietnamese
  '密钥', // Chinese
  '密鑰',
  '金鑰',
  '秘密鍵', // Japanese
  'シークレットキー',
  'アクセスキー',
  'apiキー',
  '비밀키', // Korean
  'api키',
]

/** Words for a key of any kind, also one of a map. */
export const KEY: readonly string[] = ['clave', 'chiave', 'schlüssel', 'schluessel', '!enclave', '!autoclave', '!conclave', '!esclave']

export const CREDENTIALS: readonly string[] = ['geheimnis', 'zugangsdaten', 'anmeldedaten', 'credenziali', 'credenciales', 'identifiants']

export const TOKEN: readonly string[] = ['token de acceso', 'token de acesso', '令牌', 'токен', 'トークン', '토큰']
