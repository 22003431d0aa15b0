/** Passwords that stand beside the name of their user, whatever they are called: in a map, a comparison, a pair. */

import { written } from './parts.ts'
import { NO_TESTS_OR_DOCS } from './places.ts'
import type { Rule } from './rule.ts'
import { raw } from './sources.ts'

/** A quoted name of a user. */
const USER = raw`(?:"[\w.@+-]{2,40}"|'[\w.@+-]{2,40}')`

/** A quoted password: neither a constant, nor letters alone in one case. */
const PASSWORD = raw`["'](?![0-9A-Z_]{1,60}["']|[a-z]{1,60}["'])(?<secret>${written()}{6,64})["']`

export default [
  // What users and accounts are mapped to may be titles: Team-Lead-2. IDs have no capitals, or a prefix such as acct_, or more letters.
  {
    id: 'passwords-of-users',
    title: 'Passwords of users in a map',
    severity: 'high',
    assigned: ['users', 'accounts', 'logins', 'string data', '!gin accounts'],
    entries: true,
    pattern:
      /(?=[^a-z]{0,20}[a-z])(?=[^A-Z]{0,20}[A-Z])(?=[^\d]{0,20}\d)(?![a-z]{2,6}_)(?!\S{1,20}@[\w-]{1,20}\.|\w{1,20}=|(?:\d{0,2}[A-Za-z][a-z]{0,19}[-_. ]?){1,5}\d{0,4}$)[\w!@#%^&*?+~=.,;-]{8,20}/,
    path: ['*.*', ...NO_TESTS_OR_DOCS],
    checksum: 'url-password',
    randomness: 24,
    remedy: 'Change the passwords, and read them from the environment, or keep only their hashes.',
    catches: [
      { path: 'a.go', text: 'basicauth.New(basicauth.Config{Users: map[string]string{"john": "{upper:1}{base62:12}7q"}})' },
      { path: 'a.js', text: "app.use(basicAuth({ users: { admin: '{upper:1}{base62:12}7q' }, challenge: true }))" },
      { path: 'chart/templates/k8s.yaml', text: 'stringData:\n  admin: {upper:1}{base62:12}7q\n' },
      { path: 'prod.tfvars', text: 'users = { alice = "{upper:1}{base62:12}7q" }' },
    ],
    spares: [
      { path: 'a.js', text: "const users = { admin: 'Administrator', ops: 'Operations2024', ann: 'Team-Lead-2' }" },
      { path: 'a.js', text: "const users = { admin: 'U0{upper:7}2', ops: 'usr_{base62:16}' }" },
      { path: 'a.js', text: "const users = { id: '{upper:1}{base62:12}7q', name: 'Ann' }" },
      { path: 'a.js', text: "const users = '{upper:1}{base62:12}7q'" },
      { path: 'a.js', text: "const accounts = { main: 'acct_{base62:16}', old: '{uuid}', safe: '0x{hex:40}' }" },
      { path: 'test/a.js', text: "const users = { admin: '{upper:1}{base62:12}7q' }" },
    ],
  },
  {
    id: 'passwords-of-basic-auth',
    title: 'Passwords of users in a map',
    severity: 'high',
    assigned: ['basic auth', 'gin accounts', 'password pairs', 'user passwords'],
    entries: true,
    pattern: /(?=[^A-Za-z]{0,40}[A-Za-z])(?=[a-z]{0,40}[^a-z])(?!(?:[A-Za-z][a-z]{0,19}[-_]){1,5}v?\d{1,4}$)[\w!@#%^&*?+~=.,;-]{6,40}/,
    path: ['*.*', ...NO_TESTS_OR_DOCS],
    checksum: 'url-password',
    randomness: 14,
    remedy: 'Change the passwords, and read them from the environment, or keep only their hashes.',
    catches: [
      { path: 'a.go', text: 'r.Use(gin.BasicAuth(gin.Accounts{"admin": "{upper:1}{base62:12}7q"}))' },
      { path: 'a.py', text: 'dash_auth.BasicAuth(app, {"admin": "{upper:1}{base62:12}7q"})' },
      { path: 'a.py', text: "VALID_USERNAME_PASSWORD_PAIRS = {'hello': '{upper:1}{base62:12}7q'}" },
    ],
    spares: [
      { path: 'a.go', text: 'r.Use(gin.BasicAuth(gin.Accounts{"admin": os.Getenv("ADMIN_PW_2")}))' },
      { path: 'a.py', text: 'dash_auth.BasicAuth(app, {"admin": "password"})' },
      { path: 'a.py', text: 'security = BasicAuth(realm="Acme-Intranet-2")' },
    ],
  },
  {
    id: 'compared-login',
    title: 'User and password that code compares',
    severity: 'high',
    literals: ['&& p', 'and p', '&& $p'],
    pattern: new RegExp(
      raw`(?<![A-Za-z])(?:u|[uU]ser|usr|[uU]ser_?[nN]ame|[lL]ogin|[eE]mail)(?:\.value)?\s?={1,3}\s?${USER}\s?(?:&&|and|AND)\s(?:\$|\w{1,20}\.)?p(?:w|wd|ass)?(?:\.value)?\s?={1,3}\s?${PASSWORD}`,
    ),
    path: ['*.*', ...NO_TESTS_OR_DOCS],
    checksum: 'url-password',
    randomness: 14,
    remedy: 'Change the password, and compare its hash with one that is read from the environment.',
    catches: [
      { path: 'a.ts', text: "if (u === 'admin' && p === '{base62:14}') ok()" },
      { path: 'a.py', text: 'def check(u, p): return u == "admin" and p == "{base62:14}"' },
      { path: 'x.rb', text: "Sidekiq::Web.use(Rack::Auth::Basic) { |u, p| u == 'admin' && p == '{base62:14}' }" },
    ],
    spares: [
      { path: 'a.ts', text: "if (u === 'admin' && p === process.env.ADMIN_PASSWORD) ok()" },
      { path: 'a.ts', text: "if (name === 'size' && p === 'Large-2') ok()" },
      { path: 'a.ts', text: "if (kind === 'admin' && p === '{base62:14}') ok()" },
    ],
  },
  {
    id: 'login-of-letters',
    title: 'User and password, named by a letter',
    severity: 'high',
    literals: [', p: "', ", p: '", ', "p": "', ',"p":"'],
    pattern: new RegExp(raw`\b(?:u|usr|user)["']?:[ ]?${USER},[ ]?["']?p["']?:[ ]?${PASSWORD}`),
    path: ['*.*', ...NO_TESTS_OR_DOCS],
    checksum: 'url-password',
    randomness: 14,
    remedy: 'Change the password, and read it from the environment or a secret store.',
    catches: [
      { path: 'config.js', text: 'var ADMIN = { u: "root", p: "{base62:14}" };' },
      { path: 'config.json', text: '{"u":"root","p":"{base62:14}"}' },
    ],
    spares: [
      { path: 'config.js', text: 'var ADMIN = { u: "root", p: process.env.PW };' },
      { path: 'config.js', text: "const geometry = { u: 'north', p: 'south' }" },
      { path: 'config.js', text: "const text = { h1: 'Title', p: '{base62:14}' }" },
    ],
  },
  {
    id: 'login-under-auth',
    title: 'User and password in a setting',
    severity: 'high',
    literals: ['auth = "', "auth = '", 'auth="', "auth='", 'auth: "', "auth: '", 'auth": "', "auth' => '"],
    pattern: new RegExp(
      raw`(?<![A-Za-z]|_)(?:(?:http|proxy|basic|web|api)_)?(?:auth|AUTH)["']?\s{0,4}(?:=>?|:)\s{0,4}["'](?<user>(?!(?:can|guard|jwt|permission|role|scope|token):)[A-Za-z][\w.@-]{1,40}):(?!\k<user>["']|\d{1,5}["'])(?=[^"'\n]{0,40}[0-9A-Z!#%&*?])(?<secret>${written(':/')}{6,64})["']`,
    ),
    path: ['*.*', ...NO_TESTS_OR_DOCS],
    checksum: 'url-password',
    randomness: 14,
    remedy: 'Change the password, and read it from the environment or a secret store.',
    catches: [
      { path: 'main.tf', text: 'provider "grafana" { auth = "admin:{base62:14}" }' },
      { path: 'run.sh', text: 'AUTH="svc:{base62:14}"' },
    ],
    spares: [
      { path: 'main.tf', text: 'auth = "admin:${var.password}"' },
      { path: 'a.yml', text: 'auth: "basic:required"' },
      { path: 'a.yml', text: "auth: 'Bearer:8080'" },
    ],
  },
] satisfies Rule[]
