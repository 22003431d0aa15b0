import { describe, expect, it } from 'vitest'
import { isName } from '../../src/cli/exampleedits.ts'
import { sample } from '../helpers/sample.ts'

describe('the key of a setting', () => {
  it.each([
    'DB_PASSWORD',
    'K8S_NS',
    'X509_CERT',
    'OAUTH2_CLIENT_ID',
    'GOOGLEAPPLICATIONCREDENTIALS',
    'NEXT_PUBLIC_FIREBASE_MSG_SENDER_ID',
    'CLOUDFLARE_R2_ACCESS_KEY_ID_2',
    'QBITTORRENT_PWD',
    'awsS3BucketURLv2',
    'spring.datasource.url',
  ])('is %s', (key) => expect(isName(key)).toBe(true))

  it.each([
    '{base62:20}',
    '{base62:43}',
    '{base62:8}_{base62:8}-{base62:24}',
    '{hex:32}',
    '{HEX:40}',
    '{BASE62:26}',
    '{from:abcdefghijklmnopqrstuvwxyz:32}',
  ])('is not like %s', (form) => expect(isName(sample(form, 'the key of a setting'))).toBe(false))
})
