import { expect, it } from 'vitest'
import { harmless } from '../../src/judge/harmless.ts'
import type { Context } from '../../src/types.ts'
import { sample } from '../helpers/sample.ts'

const latin1 = (text: string) => Buffer.from(text).toString('latin1')
const VALUE = sample('{base62:24}', 'harmless')

it.each<[string, Context, string?]>([
  ['a token of pages', { name: 'nextToken' }],
  ['a token of forms', { name: 'proposalHunt_sAntiCsrfToken' }],
  ['a token against doubled requests', { name: 'ClientRequestToken' }],
  ['a public key', { name: 'STRIPE_PUBLIC_KEY' }],
  ['the name of an assembly', { name: 'PublicKeyToken' }],
  ['a type of CloudFormation', { name: 'ApiKey', before: '"AWS::ApiGateway::' }],
  ['a type with an acronym', { name: 'APIKey', before: '"AWS::Location::' }],
  ['a statement of a policy', { name: 'Sid' }],
  ['a part of the name of a resource', { name: 'secret', before: '"Resource": "arn:aws:secretsmanager:eu-west-1:123456789012:' }],
  ['what a signature is for', { name: 'Credential' }, `${VALUE}/20260101/eu-west-1/s3/aws4_request`],
  ['a list of constants', { name: 'USER_PASS', operator: ',' }, 'USER_NAME'],
  ['a list of fields', { name: 'AppKey', operator: ',' }, 'NwkKey'],
  ['a number of an error', { name: 'NTE_INCORRECT_PASSWORD' }, '-2146893773'],
  ['a number in hex', { name: 'SEC_E_NO_TOKEN' }, '0x80090022'],
  ['the version of a package', { name: 'passwd' }, '1:4.13+dfsg1-1'],
  ['a pass of a compiler', { name: 'two-pass', operator: '' }],
  ['what a lexer knows', { name: 'createToken', operator: '(' }],
  ['a word of a sentence', { name: 'password', syntax: 'prose' }, 'falsch.'],
  ['a template', { name: 'password' }, '${PASSWORD}'],
  ['a template of printf', { name: 'Bearer' }, '%s%s\\x01'],
  ['a key that is meant for a page', { name: 'data-app-key' }],
  ['a point in time', { name: 'secret', operator: '' }, '2026-01-30T15:24:28Z'],
  ['a hash by its name', { name: 'hashedTokenKey' }],
  ['a hash by its form', { name: 'password' }, `$2b$12$${VALUE}`],
  ['a hash of Django', { name: 'password' }, `pbkdf2_sha256$36000$abc$${VALUE}`],
  ['a hash with its scheme', { name: 'password' }, `{CRYPT}$6$abc$${VALUE}`],
  ['nothing', { name: 'auth_token' }, 'null'],
  ['what is cut short', { name: 'token' }, `${VALUE}..`],
  ['words in hex', { name: 'password' }, `0x${Buffer.from('invalid password 12').toString('hex')}`],
  ['one sign over and over', { name: 'apiKey' }, `AIza${'a'.repeat(35)}`],
  ['code between two texts', { name: 'password' }, '+md5(e)+'],
  ['a call between two texts', { name: 'password' }, '+hex_md5($('],
  ['a pattern', { name: 'Bearer' }, '[a-z0-9]{32}/'],
  ['an encoding', { name: 'secret' }, 'utf-8'],
  ['a constant', { name: 'password', syntax: 'bare', operator: '=' }, 'NEBULA_ADMIN_ID'],
  ['what stands behind a value', { name: 'TOKEN_HERE', syntax: 'bare', operator: '', before: '-e SLACK_TOKEN=' }, 'acme/image'],
  ['the name of the user', { name: 'SHOP_PASSWORD', before: 'SHOP_USER=acme_shop\n' }, 'acme_shop'],
  ['what is said in brackets', { name: 'password', syntax: 'bare', operator: '' }, '(1399x'],
  ['a label in Dutch', { name: 'password', operator: ':' }, 'Nieuw wachtwoord'],
  ['a label in Polish', { name: 'password', operator: ':' }, latin1('Hasło')],
  ['the ids of a token of Slack', { name: 'access_token' }, 'xoxb-123456789012-123456789012'],
])('%s is no secret', (_, context, value = VALUE) => {
  expect(harmless(value, context)).toBeDefined()
})

it.each<[string, Context, string?]>([
  ['a token', { name: 'accessToken' }],
  ['a token of a backend', { name: 'BACKEND_TOKEN' }],
  ['a token of an exchange', { name: 'exchange_token' }],
  ['a password of Keystone', { name: 'KEYSTONE_PASS' }],
  ['a variable of a program', { name: 'secret', before: 'Config::instance().' }],
  ['a password, in short', { name: 'db_pass' }],
  ['what a client is given', { name: 'setToken', operator: '(' }],
  ['a password in a sentence', { name: 'password', syntax: 'prose' }, 'garden22'],
  ['a session', { name: 'sid' }],
  ['a secret beside a resource', { name: 'secret', before: '"Resource": "arn:aws:s3:::bucket", ' }],
  ['a password given to a constant', { name: 'DB_PASSWORD', operator: ',' }],
  ['a key in capitals given to a constant', { name: 'TOTP_SECRET', operator: ',' }, sample('{base32:14}A2', 'capitals')],
  ['a member of a class', { name: 'Password', before: 'Config::' }],
  ['a constant of a class', { name: 'API_KEY', before: "['host' => 'x', Config::" }],
  ['a password of digits', { name: 'password' }, '21468937'],
  ['hex', { name: 'password' }, sample('{hex:24}', 'hex')],
  ['a password with dollars', { name: 'password' }, 'pa$$w$12'],
  ['a password in capitals', { name: 'PASSWORD', syntax: 'quoted', operator: '=' }, 'GREEN_GARDEN'],
  ['a password with a sign before', { name: 'password' }, '+garden22'],
  ['a password with such a word in it', { name: 'password' }, 'heslo4821'],
  ['a password in letters of one', { name: 'password' }, 'aaaaaaaa'],
  ['a token of Slack', { name: 'access_token' }, sample('xoxb-123456789012-123456789012-{base62:24}', 'slack')],
])('%s may be one', (_, context, value = VALUE) => {
  expect(harmless(value, context)).toBeUndefined()
})
