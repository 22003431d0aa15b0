/** Secrets in rows: one cell or key names them, or names a user, and another holds them. */

import { NO_TESTS, NO_TESTS_OR_DOCS } from './places.ts'
import type { Rule } from './rule.ts'
import { oneOf, raw } from './sources.ts'

/** The name of a setting that is a password. */
const PASSWORD = raw`(?!\w{0,30}(?:reset|change|forgot|update|confirm|min|max)_)[\w.$\['"-]{0,40}(?:[pP]assword|PASSWORD|passwd|PASSWD|_pass|_PASS|_pwd|_PWD|_pw|_PW)`

/** A name of several users, up to the first of them. */
const USERS = raw`(?:[uU]sers|USERS|[aA]ccounts|ACCOUNTS|[lL]ogins|LOGINS)["']?\]?\s{0,3}(?::|=>?)\s{0,8}(?:array)?`

/** A user as a key; in a list, as the first of two. Other keys name what they hold. */
const USER = raw`(?:\{|\(|\[(?!["']))\s{0,20}(?!["']?(?:id|name|e?mail|avatar|colou?r|handle|path|query|label|title|count|cron|list|url|type|role|icon|image|discord)\b)(?:["'\x60]?[\w.@-]{2,40}["'\x60]?\s?(?::|=>)\s?|[\[(]\s?["'][\w.@-]{2,40}["'],\s?)`

const CHOSEN = raw`(?!(?:n?(?:var)?char|string|bcrypt|text|int)\d?|\w{1,8}#\d)(?=[^"'<\n]{0,40}\d)(?=[^"'<\n]{0,40}[A-Za-z])(?![$:{%])(?<secret>[^\s"'<>$\\{}/]{7,64})`

export default [
  {
    id: 'password-in-a-record',
    title: 'Password in a row of data',
    severity: 'high',
    literals: ['values (', 'values(', 'set value', '/td'],
    pattern: new RegExp(
      oneOf([
        raw`\b(?:VALUES|values)[ ]?\([^;\n]{0,400}?["']${PASSWORD}["'],\s?["']`,
        raw`\b(?:SET|set)\s\x60?value\x60?\s?=\s?["'](?=[^"'\n]{1,80}["']\s(?:WHERE|where)\s[\w\x60".]{1,40}\s?=\s?["']${PASSWORD}["'])`,
        raw`>${PASSWORD}["'\]]{0,2}\s?<\/td>\s{0,20}<td(?:\s[^<>\n]{0,80})?>`,
      ]) +
        CHOSEN +
        raw`(?=["']|\s?<\/td>)`,
    ),
    path: ['*', ...NO_TESTS],
    general: true,
    checksum: 'url-password',
    randomness: 20,
    remedy: 'Change the password, and take it out of the data.',
    catches: [
      { path: 'dump.sql', text: "INSERT INTO `settings` (`id`, `name`, `value`) VALUES (4, 'smtp_password', 'Kt7{base62:10}');" },
      { path: 'dump.sql', text: "UPDATE config SET value = 'Kt7{base62:10}' WHERE name = 'ldap_password';" },
      { path: 'info.html', text: '<tr><td class="e">DB_PASSWORD </td><td class="v">Kt7{base62:10} </td></tr>' },
    ],
    spares: [
      { path: 'dump.sql', text: "INSERT INTO labels (id, key, text) VALUES (4, 'forgot_password', 'Forgot password?');" },
      { path: 'dump.sql', text: "INSERT INTO mails VALUES ('reset_password','Reset2FA!'), ('user_password','varchar255!')" },
      { path: 'dump.sql', text: "UPDATE users SET email = 'ann1@acme.io' WHERE name = 'ann'" },
      { path: 'info.html', text: '<td>password</td><td>The password of the user, 8 to 64 letters</td>' },
    ],
  },
  {
    id: 'password-in-a-list-of-users',
    title: 'Password in a list of users',
    severity: 'high',
    literals: ['users', 'accounts', 'logins'],
    pattern: new RegExp(
      raw`${USERS}${USER}["'](?!#[0-9A-Fa-f]{3,8}["']|\?|[\w.+-]{1,40}@[\w-]{1,40}\.|[^"'\n]{0,40}(?:\.\w{2,4}\?|:))(?=[^"'\n]{0,40}[!@#$%^&*?+])${CHOSEN}["']`,
    ),
    path: ['*.*', ...NO_TESTS_OR_DOCS],
    general: true,
    checksum: 'url-password',
    randomness: 24,
    remedy: 'Change the password, and read the users from outside of the repository.',
    catches: [
      { path: 'seed.js', text: "const users = [['ines', 'Kt7{base62:10}!']]" },
      { path: 'seed.py', text: 'users = [("ines", "Kt7{base62:10}!")]' },
    ],
    spares: [
      { path: 'settings.py', text: 'USERS = {"ines": "engineer", "piet": "operator"}' },
      { path: 'app.js', text: "users: { list: '/api/v1/users?page=1' }" },
      { path: 'app.js', text: "users: [{ color: '#1f77b4', id: 'uuid!1234' }], more: ['ann', 'bob#12345']" },
      { path: 'app.js', text: "auth: { user: 'changeme!1' }" },
    ],
  },
] satisfies Rule[]
