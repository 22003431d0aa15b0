/** Secrets without a shape, told by the name that they are assigned to. Last of the families: any other rule knows better. */
import type { Rule } from './rule.ts'

export default [
  {
    id: 'generic-password',
    title: 'Hardcoded password',
    severity: 'high',
    assigned: [
      'password', 'passwd', 'passwort', 'pwd', 'pass', 'passphrase', 'passcode', 'kennwort', 'contrasena', 'senha', 'motdepasse', 'pswd', 'passwrd', 'userpass',
      'requirepass', 'masterauth', 'passw', 'psw', 'pw', 'identified by', 'mdp', 'wachtwoord', 'haslo', 'parola',
    ],
    remedy: 'Change the password, and read it from the environment or a secret store.',
    catches: ['password = "{base62:16}"', 'DB_PASSWORD={base62:16}', '<password>{base62:14}</password>', 'db.setPassword("{base62:14}")', 'password: {base62:14}'],
    spares: ['password = "${DB_PASSWORD}"', 'password: process.env.DB_PASSWORD', 'passwordHash = "{base62:20}"', 'password = "changeme"', '"password": "Password"'],
  },
  {
    id: 'generic-api-key',
    title: 'Hardcoded API key',
    severity: 'high',
    assigned: [
      'api key', 'app key', 'apikey', 'access key', 'secret key', 'private key', 'encryption key', 'signing key', 'auth key', 'master key', 'account key',
      'shared key', 'storage key', 'license key', 'server key', 'service key', 'client key', 'consumer key', 'subscription key', 'admin key', 'session key',
      'jwt key', 'hmac key', 'aes key', 'secret access key', 'secret key base', 'write key', 'ingest key', 'integration key', 'api secret', 'app secret', 'webhook key',
      'user key', 'cookie key', 'security key', 'crypt key', 'crypto key', 'cipher key', 'des key', 'rsa key', 'ssh key', 'host key', 'token key', 'auth secret', 'dev key',
    ],
    remedy: 'Revoke the key where it was made, and read the new one from the environment or a secret store.',
    catches: ['api_key = "{base62:32}"', 'apiKey: "{hex:32}"', 'SECRET_KEY={base64url:43}'],
    spares: ['api_key = os.environ["API_KEY"]', 'apiKey: "your-api-key-here"', 'public_key = "{base62:32}"', 'api_key_name = "{base62:32}"'],
  },
  {
    id: 'generic-secret',
    title: 'Hardcoded secret',
    severity: 'high',
    assigned: ['secret', 'client secret', 'consumer secret', 'shared secret', 'jwt secret', 'session secret', 'cookie secret', 'webhook secret', 'salt secret', 'geheimnis', 'credentials', 'credential', 'creds', 'cred'],
    remedy: 'Rotate the secret where it was made, and read the new one from the environment or a secret store.',
    catches: ['client_secret = "{base62:32}"', 'SESSION_SECRET={hex:40}'],
    spares: ['secret = get_secret("prod/api")', 'client_secret: ${CLIENT_SECRET}', 'secretName: my-secret'],
  },
  {
    id: 'generic-token',
    title: 'Hardcoded token',
    severity: 'high',
    assigned: ['token', 'access token', 'auth token', 'refresh token', 'bearer', 'authorization', 'api token', 'basic auth', 'bearer token', 'oauth token', 'session id', 'sid'],
    remedy: 'Revoke the token where it was made, and read the new one from the environment or a secret store.',
    catches: ['auth_token = "{base62:32}"', 'ACCESS_TOKEN={base62:40}'],
    spares: ['token = request.headers["x"]', 'csrf_token_input = "{base62:32}"', 'token_url = "https://example.org/token"'],
  },
] satisfies Rule[]
