/** Policy for code: TLS, CORS, password hashing, long-lived tokens, debugging. A violation is not a secret. */

import { oneOf, raw } from './parts.ts'
import { CODE, CONFIG, NO_TESTS_OR_DOCS, PRODUCTION } from './places.ts'
import type { Rule } from './rule.ts'

/** Calls that log or print. */
const LOGGERS = oneOf([
  raw`console\.(?:log|debug|info|warn|error)`,
  raw`log(?:ger|ging)?\.(?:debug|info|warn(?:ing)?|error|trace|log|print(?:ln|f)?)`,
  'print(?:ln|f)?',
  raw`fmt\.Print(?:ln|f)?`,
  raw`System\.out\.print(?:ln)?`,
  'puts',
])

export default [
  {
    id: 'tls-verification-off',
    title: 'Certificates are not checked',
    severity: 'medium',
    level: 'warn',
    policy: true,
    literals: [
      'rejectUnauthorized',
      'NODE_TLS_REJECT_UNAUTHORIZED',
      'verify=False',
      'verify = False',
      'InsecureSkipVerify',
      'create_unverified_context',
      'CURLOPT_SSL_VERIFYPEER',
      'VERIFY_NONE',
      'CERT_NONE',
      'danger_accept_invalid_certs',
    ],
    pattern:
      /\brejectUnauthorized["']?\s{0,3}[:=]\s{0,3}false\b|NODE_TLS_REJECT_UNAUTHORIZED["'\]]{0,2}\s{0,3}[:=]\s{0,3}["']?0\b|\bverify\s?=\s?False\b|\bInsecureSkipVerify["']?\s{0,3}[:=]\s{0,3}true\b|create_unverified_context\b|CURLOPT_SSL_VERIFYPEER["']?\s{0,3}(?:,|=>)\s{0,3}(?:false|0)\b|\bVERIFY_NONE\b|\bCERT_NONE\b|danger_accept_invalid_certs\(true\)/,
    path: [...CODE, ...CONFIG, ...NO_TESTS_OR_DOCS],
    remedy: 'Check certificates; give the client the CA of a private one (ca, verify="/path/ca.pem", RootCAs) instead.',
    catches: [
      { path: 'src/db.js', text: 'const pool = new Pool({ ssl: { rejectUnauthorized: false } })' },
      { path: 'app/client.py', text: 'requests.get(url, verify=False)' },
      { path: 'cmd/main.go', text: 'TLSClientConfig: &tls.Config{InsecureSkipVerify: true}' },
      { path: 'deploy/web.yml', text: 'NODE_TLS_REJECT_UNAUTHORIZED: "0"' },
    ],
    spares: [
      { path: 'src/db.js', text: 'ssl: { rejectUnauthorized: true }' },
      { path: 'app/client.py', text: 'requests.get(url, verify="/etc/ssl/ca.pem")' },
      { path: 'tests/test_client.py', text: 'requests.get(url, verify=False)' },
    ],
  },
  {
    id: 'database-tls-off',
    title: 'Database connection without TLS',
    severity: 'medium',
    level: 'off',
    policy: true,
    literals: ['sslmode', 'ssl-mode', 'ssl=false', 'ssl: false', 'TrustServerCertificate=true', 'tlsAllowInvalid'],
    pattern:
      /(?<!(?:localhost|127\.0\.0\.1|\[::1\])[^\n]{0,100})(?:\bssl-?mode["']?\s?[:=]\s?["']?(?:disabled?|allow|preferr?e?d?)\b|\buseSSL=false\b|[?&]ssl=false\b|TrustServerCertificate=true\b|tlsAllowInvalidCertificates=true\b|\bdialectOptions\b[^}]{0,60}\bssl: false\b)/i,
    path: [...CODE, ...CONFIG, ...PRODUCTION, ...NO_TESTS_OR_DOCS],
    remedy: 'Ask for TLS with a checked certificate: sslmode=verify-full, useSSL=true, Encrypt=true without TrustServerCertificate.',
    catches: [
      { path: 'config/app.yml', text: 'url: postgres://db.acme.io/main?sslmode=disable' },
      { path: 'src/main/application.properties', text: 'spring.datasource.url=jdbc:mysql://db.acme.io/main?useSSL=false' },
    ],
    spares: [
      { path: 'config/app.yml', text: 'url: postgres://db.acme.io/main?sslmode=verify-full' },
      { path: 'config/dev.yml', text: 'url: postgres://localhost/main?sslmode=disable' },
    ],
  },
  {
    id: 'cors-any-origin',
    title: 'CORS allows any origin, with credentials',
    severity: 'medium',
    level: 'warn',
    policy: true,
    literals: [
      'allow_credentials',
      'supports_credentials',
      'credentials: true',
      'allowCredentials',
      'Allow-Credentials',
      'CORS_ALLOW_CREDENTIALS',
    ],
    pattern: new RegExp(
      [
        raw`allow_origins\s?=\s?\[\s?["']\*["']\s?\][^)]{0,200}\ballow_credentials\s?=\s?True`,
        raw`allow_credentials\s?=\s?True[^)]{0,200}\ballow_origins\s?=\s?\[\s?["']\*["']`,
        raw`\borigin:\s{0,3}(?:["']\*["']|true)\s{0,3},[^}]{0,160}\bcredentials:\s{0,3}true\b`,
        raw`\bcredentials:\s{0,3}true\s{0,3},[^}]{0,160}\borigin:\s{0,3}(?:["']\*["']|true)`,
        raw`\bCORS_(?:ALLOW_ALL_ORIGINS|ORIGIN_ALLOW_ALL)\s?=\s?True\b[^#]{0,200}\bCORS_ALLOW_CREDENTIALS\s?=\s?True`,
        raw`\bCORS_ALLOW_CREDENTIALS\s?=\s?True\b[^#]{0,200}\bCORS_(?:ALLOW_ALL_ORIGINS|ORIGIN_ALLOW_ALL)\s?=\s?True`,
        raw`\borigins\s?=\s?["']\*["'][^)]{0,100}supports_credentials\s?=\s?True`,
        raw`allowedOrigin(?:s|Patterns)\("\*"\)[^;]{0,160}\ballowCredentials\(true\)`,
        raw`Allow-Origin["']?[,:]?\s{1,3}["']?\*["']?[^}]{0,160}Allow-Credentials["']?[,:]?\s{1,3}["']?true\b`,
      ].join('|'),
    ),
    path: [...CODE, ...CONFIG, 'nginx*', '*.conf', ...NO_TESTS_OR_DOCS],
    remedy: 'Name the origins that may send cookies: the domains of production, and no others.',
    catches: [
      {
        path: 'app/main.py',
        text: 'app.add_middleware(CORSMiddleware,\n    allow_origins=["*"],\n    allow_credentials=True,\n)',
      },
      { path: 'src/server.ts', text: "app.use(cors({ origin: '*', credentials: true }))" },
      { path: 'shop/settings.py', text: 'CORS_ALLOW_ALL_ORIGINS = True\nCORS_ALLOW_CREDENTIALS = True\n' },
    ],
    spares: [
      { path: 'src/server.ts', text: "app.use(cors({ origin: 'https://shop.acme.io', credentials: true }))" },
      { path: 'app/main.py', text: 'allow_origins=["*"],\nallow_credentials=False' },
    ],
  },
  {
    id: 'weak-password-hash',
    title: 'Passwords hashed by MD5 or SHA-1',
    severity: 'medium',
    level: 'warn',
    policy: true,
    literals: ['md5', 'sha1'],
    pattern:
      /(?:\b(?:md5|sha1)(?:Hex|\.hexdigest)?\(|\bcreateHash\(["'](?:md5|sha1)["']\)\.update\()\s?[$@]?(?:\w{1,30}(?:\.|->|\[["']))?\w{0,20}?passw(?:or)?d(?!\w{0,10}(?:file|path|url))|\b(?:Unsalted)?(?:MD5|SHA1)PasswordHasher\b/i,
    path: [...CODE, ...NO_TESTS_OR_DOCS],
    remedy: 'Hash passwords with bcrypt, scrypt or Argon2, each with its own salt, and rehash when people log in.',
    catches: [
      { path: 'app/users.py', text: 'digest = hashlib.md5(password.encode()).hexdigest()' },
      { path: 'src/login.php', text: "$hash = sha1($_POST['password']);" },
      { path: 'src/users.js', text: "crypto.createHash('md5').update(user.password).digest('hex')" },
    ],
    spares: [
      { path: 'app/files.py', text: 'etag = hashlib.md5(body).hexdigest()' },
      { path: 'app/users.py', text: 'bcrypt.hashpw(password.encode(), bcrypt.gensalt())' },
    ],
  },
  {
    id: 'jwt-long-lifetime',
    title: 'Tokens that live 30 days or longer',
    severity: 'low',
    level: 'off',
    policy: true,
    literals: ['expiresIn', 'EXPIRE_MINUTES', 'TOKEN_LIFETIME', 'ignoreExpiration', 'verify_exp', 'JWT_EXP', 'JWT_LIFETIME', 'JWT_MAX_AGE'],
    pattern: new RegExp(
      [
        raw`\bexpiresIn["']?\s?:\s?["'\x60](?:(?:[3-9]\d|[1-9]\d{2,3})\s?d(?:ays?)?|\d{1,3}\s?y(?:ears?)?)["'\x60]`,
        raw`\b(?:JWT_|ACCESS_)?(?:TOKEN_)?EXPIRE_MINUTES\b(?::\s?int)?\s?[=:]\s?["']?(?:4[3-9]\d{3}|[5-9]\d{4}|[1-9]\d{5,8}|60\s?\*\s?24\s?\*\s?(?:[3-9]\d|\d{3}))`,
        raw`\bACCESS_TOKEN_LIFETIME["']?\s?[:=]\s?(?:\w{1,20}\.)?timedelta\(days\s?=\s?(?:[3-9]\d|[1-9]\d{2,3})\b`,
        raw`\bignoreExpiration["']?\s?:\s?true\b`,
        raw`["']verify_exp["']\s?:\s?False\b`,
        raw`\bJWT_(?:EXP\w{0,12}|LIFETIME|MAX_AGE)\s?[=:]\s?["']?(?:[3-9]\d|[1-9]\d{2,3})d`,
      ].join('|'),
    ),
    path: [...CODE, ...CONFIG, '.env', ...PRODUCTION, ...NO_TESTS_OR_DOCS],
    remedy: 'Let access tokens live minutes, renewed by a refresh token that can be revoked; never ignore their end.',
    catches: [
      { path: 'src/auth.ts', text: "jwt.sign({ id }, secret, { expiresIn: '365d' })" },
      { path: 'app/core.py', text: 'ACCESS_TOKEN_EXPIRE_MINUTES = 60 * 24 * 60' },
      { path: '.env.production', text: 'JWT_EXPIRES_IN=90d\n' },
    ],
    spares: [
      { path: 'src/auth.ts', text: "jwt.sign({ id }, secret, { expiresIn: '15m' })" },
      { path: 'app/core.py', text: 'ACCESS_TOKEN_EXPIRE_MINUTES = 30' },
    ],
  },
  {
    id: 'debug-by-default',
    title: 'Debug mode in code',
    severity: 'medium',
    level: 'off',
    policy: true,
    literals: ['DEBUG = True', 'DEBUG=True', "'debug' => true"],
    pattern: /^[ \t]{0,40}DEBUG\s?=\s?True\b|\bapp\.run\([^)]{0,120}\bdebug\s?=\s?True|\bapp\.debug\s?=\s?True|'debug' => true\b/im,
    path: ['*.py', 'config/app.php', '!dev*', '!local*', ...NO_TESTS_OR_DOCS],
    remedy: 'Read it from the environment, off by default: DEBUG = os.environ.get("DEBUG") == "True".',
    catches: [
      { path: 'shop/settings.py', text: 'DEBUG = True\n' },
      { path: 'app.py', text: 'app.run(host="0.0.0.0", debug=True)' },
    ],
    spares: [
      { path: 'shop/settings.py', text: 'DEBUG = os.environ.get("DEBUG") == "True"\n' },
      { path: 'shop/settings/local.py', text: 'DEBUG = True\n' },
    ],
  },
  {
    id: 'debug-endpoint',
    title: 'Debug endpoint',
    severity: 'medium',
    level: 'off',
    policy: true,
    literals: ['phpinfo', 'exposure.include', 'exposure:', '/debug', '/_debug', '__debug__', 'errorhandler('],
    pattern:
      /\bphpinfo\s?\(|\bexposure\.include\s?[:=]\s?["']?\*|\bexposure:\s{1,20}include:\s{0,3}["']?\*|\.(?:get|use|all|route)\(\s{0,3}["'`]\/_?debug\b|\bpath\(["']__debug__\/|\.use\(errorhandler\(/,
    path: [...CODE, ...CONFIG, ...NO_TESTS_OR_DOCS],
    remedy: 'Do not deploy it, or mount it only in development; of Actuator, expose only health and info.',
    catches: [
      { path: 'src/main/resources/application.properties', text: 'management.endpoints.web.exposure.include=*' },
      { path: 'app.py', text: '@app.route("/debug/state")' },
      { path: 'public/info.php', text: '<?php phpinfo();' },
    ],
    spares: [{ path: 'application.properties', text: 'management.endpoints.web.exposure.include=health,info' }],
  },
  {
    id: 'session-cookie-insecure',
    title: 'Session cookie without protection',
    severity: 'medium',
    level: 'off',
    policy: true,
    literals: ['COOKIE_SECURE', 'COOKIE_HTTPONLY', 'httpOnly: false'],
    pattern:
      /\b(?:SESSION|CSRF)_COOKIE_(?:SECURE|HTTPONLY)\b["'\]]{0,2}\s?[:=]\s?False\b|\bsession\.cookie_(?:secure|httponly)\s?=\s?(?:0|off|false)\b|\bhttpOnly: false\b/i,
    path: [...CODE, ...CONFIG, 'php.ini', '!dev*', '!local*', ...NO_TESTS_OR_DOCS],
    remedy: 'Set Secure, HttpOnly and SameSite on the cookie of the session.',
    catches: [
      { path: 'shop/settings.py', text: 'SESSION_COOKIE_SECURE = False\n' },
      { path: 'src/app.js', text: 'app.use(session({ cookie: { httpOnly: false } }))' },
    ],
    spares: [{ path: 'shop/settings.py', text: 'SESSION_COOKIE_SECURE = True\n' }],
  },
  {
    id: 'secret-logged',
    title: 'Secret in a log',
    severity: 'medium',
    level: 'off',
    policy: true,
    literals: ['password', 'passwd', 'secret', 'api_key', 'apiKey', 'token'],
    pattern: new RegExp(
      raw`\b${LOGGERS}\s?\(?[^\n;]{0,160}?(?:[({+,]\s?|\$\{?|#\{|\.)(?<!\b(?:len|strlen|mask|redact|hash|encrypt|bool|Boolean|typeof|type)\()[\w.]{0,40}?(?:password|passwd|secret|api_?key|access_?token|auth_?token|refresh_?token)\s?[)}+,;]`,
      'i',
    ),
    path: [...CODE, ...NO_TESTS_OR_DOCS],
    remedy: 'Do not log it, or log only that it is set.',
    catches: [
      { path: 'src/login.js', text: 'console.log("login of", user.name, user.password)' },
      { path: 'src/login.ts', text: 'logger.debug(`token for ${user.id}: ${accessToken}`)' },
      { path: 'app/login.py', text: 'print(f"{user}: {password}")' },
      { path: 'cmd/login.go', text: 'log.Printf("key %s", cfg.APIKey)' },
    ],
    spares: [
      { path: 'src/login.js', text: 'console.log("Enter your password")' },
      { path: 'app/login.py', text: 'print(len(password))' },
      { path: 'app/login.py', text: 'logger.info("password changed by %s", user)' },
    ],
  },
] satisfies Rule[]
