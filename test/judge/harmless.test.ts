import { expect, it } from 'vitest'
import { harmless } from '../../src/judge/harmless.ts'
import type { Context } from '../../src/types.ts'
import { sample } from '../helpers/sample.ts'

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
])('%s may be one', (_, context, value = VALUE) => {
  expect(harmless(value, context)).toBeUndefined()
})
