/** Passwords that people choose by a policy, and what looks like them. */
import { describe, expect, it } from 'vitest'
import { scanText } from '../helpers/scan.ts'

const refused = (text: string, path: string) => scanText(text, path).some(({ outcome }) => outcome === 'blocked')

const CHOSEN = ['Thunder.turtle65?', 'Window78!', 'Thunder@8040', 'garden-birch19!', 'tUrtle#2020']

describe('a chosen password', () => {
  it.each(CHOSEN)('%s', (password) => {
    expect(refused(`db_password: ${password}`, 'app.yml')).toBe(true)
    expect(refused(`const password = '${password}'`, 'src/db.js')).toBe(true)
    expect(refused(`db_password = "${password}"`, 'app.py')).toBe(true)
    expect(refused(`setPassword("${password}");`, 'App.java')).toBe(true)
  })
})

it.each([
  ['under the name of a secret', 'auth_secret: Thunder.turtle65!', 'alertmanager.yml'],
  ['after a blank, at the end of a line', 'auth_pass garden-birch19!\n', 'keepalived.conf'],
  ['in a document', '| host | password |\n|---|---|\n| web1 | Thunder.turtle65! |\n', 'docs/hosts.md'],
  ['in a sentence of a document', 'The password is `Thunder.turtle65!`.', 'README.md'],
  ['with a plus for a sign', 'password: Lantern+2019', 'app.yml'],
  ['after an option', 'git ftp push --passwd Thunder.turtle65! ftp://ftp01/', 'deploy.yml'],
])('a chosen password %s', (_, text, path) => expect(refused(text, path)).toBe(true))

describe('a password of words', () => {
  it.each([
    'Tundra.Otter.88',
    'Glacier+Lantern30',
    'Summer2024ops',
    'banana_coffee_25',
    'hammer-lantern-velvet73',
    'Harbor-Mast9',
    'MeadowLark7',
    'Meadow7Lark',
    'Taffrail44',
    'JupiterHockey90_',
    'Willow$Creek',
    'brisk-otter-nine-lanterns',
  ])('%s', (password) => {
    expect(refused(`db_password: ${password}`, 'app.yml')).toBe(true)
    expect(refused(`password = '${password}'`, 'app.py')).toBe(true)
  })

  it.each(['db-password-01', 'login-form-field2', 'app-config-server-02', 'Base64Encoder', 'LoginForm2', 'page-that-links-here'])(
    '%s is a name',
    (name) => {
      expect(refused(`db_password: ${name}`, 'app.yml')).toBe(false)
    },
  )
})

it('what code compares with a secret is one', () => {
  expect(refused('if creds.Secret != "open-sesame" {', 'a.txt')).toBe(true)
  expect(refused('if creds.Secret != "none" {', 'a.txt')).toBe(false)
})

it.each([
  ['made up for a document', 'The password is `Welcome123!`, or `Admin#2024`.', 'README.md'],
  ['a number of a bug', '* ftpasswd: Bug#3995 - ftpasswd should prevent', 'CHANGES.md'],
  ['two words run together', 'url = "s3://APIUSER:APIPASS@storage.acme.io/bucket"', 'a.py'],
  ['a text for people', '"password": "PKCS#12 Парольна фраза", "pass": "Mật khẩu tối thiểu 8 ký tự"', 'a.json'],
  ['in a class of tests', `password = "Window78!";`, 'src/LoginTests.cs'],
  ['a name of a code', `Password: &v5.ChangePassword{`, 'a.go'],
  ['an address', `password_from = 'ann22@mail.acme.io'`, 'a.py'],
  ['a label', `"password": "Your password!"`, 'a.json'],
  ['an error', `passwordError = "Must have 1 digit!"`, 'a.js'],
  ['an example', `password = "ChangeMe123!"`, 'a.py'],
  ['a text of a translation, with a number', `"api_key": "A 32 bites API-kulcsa"`, 'components/acme/translations/hu.json'],
  ['a word of a translation', `$labels['password'] = 'Wachtwurd'`, 'localization/fy_NL/labels.inc'],
  ['a translation with escapes', `"fr": "Mot de passe chiffr\\u00e9"`, 'errors.json'],
  ['a type of a schema', 'credentials:flags.0?true', 'api.tl'],
  ['in a test', `password = "Window78!"`, 'test/login.js'],
])('%s is none', (_, text, path) => expect(refused(text, path)).toBe(false))
