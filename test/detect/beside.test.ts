import { describe, expect, it } from 'vitest'
import { sample } from '../helpers/sample.ts'
import { scanText } from '../helpers/scan.ts'

const rulesIn = (text: string) => scanText(sample(text, 'beside')).map(({ finding }) => finding.rule)

describe('a vendor’s name and a word for a secret', () => {
  it.each([
    'HEROKU_KEY={uuid}',
    'HEROKU_PAT={uuid}',
    'HEROKU_AUTH={uuid}',
    'HEROKU_API="{uuid}"',
    'HEROKU_TOKEN_PROD={uuid}',
    '[DEBUG] Using heroku KEY={uuid}',
    '[INFO] Sending request to the heroku API\n[DEBUG] Using Key={uuid}\n[INFO] Response received: 200 OK',
    'heroku personal access token: {uuid}',
    'heroku key - {uuid}',
    'heroku key – {uuid}',
    'heroku key -> {uuid}',
    'Heroku API key → {uuid}',
    'heroku key\n{uuid}',
    'heroku_token,{uuid}',
    'heroku_token <= "{uuid}"',
    'heroku_token > "{uuid}"',
    '| Heroku API key | {uuid} |',
    '| Heroku API key        | `{uuid}` |',
    '- name: HEROKU_PAT\n  value: "{uuid}"',
  ])('identify the value of %s', (text) => {
    expect(rulesIn(text)).toEqual(['heroku-api-key-uuid'])
  })

  it.each([
    'HEROKU_APP={uuid}',
    'HEROKU_KEY_ID={uuid}',
    'heroku keys are listed by app {uuid}',
    'https://dashboard.heroku.com/apps/{uuid}',
    'easing: linear\nkey: {hex:32}',
    'linear search of a key: {hex:32}',
    'the wise say that it is a key: {uuid}',
    '{ "easing": "linear", "key": "{hex:32}" }',
    'scale: { "linear": "{hex:32}" }',
    'linear_cache_key = "{hex:32}"',
    'linear_public_key = "{hex:32}"',
    'spotify = "{hex:32}"',
    'spotify_token_hash = "{hex:32}"',
    'uses: mattermost/action@{hex:40} # key',
    'particle:\n  keys: 2\n  build: {hex:40}',
    'compatible with particle, format: {hex:40}',
  ])('are both needed: %s', (text) => {
    expect(rulesIn(text)).toEqual([])
  })
})

describe('a value beside a vendor’s name', () => {
  it.each([
    'datadog etag "{hex:32}"',
    'datadog trace {hex:32} span {hex:16}',
    'datadog trace id {hex:32}',
    'rollbar request {hex:32}',
    'wandb build {hex:40}',
    'wandb run id {hex:40}',
    'kucoin_namespace = UUID("{uuid}")',
    'https://kucoin.com/projects/{uuid}',
    'hubspot_form = "{uuid}"',
    'akamai_public_key = "{base64:43}="',
    'Merge datadog {hex:40}',
    'This uses facebook {hex:32}',
    '{ "hashes": { "google": "{hex:32}", "facebook": "{hex:32}" } }',
    'type Pipedrive = { "{hex:40}"?: string }',
    'pipedrive := map[string][]byte{"{hex:40}": []byte("a")}',
    "'pipedrive' => ['{hex:40}' => 'a']",
    'pipedrive.acme.io/deals:{hex:40}',
    'private key:\nPushing the signature to acme/demo:{hex:64}.sig',
    'for await (const referenceGetResponse of acme.pools.references.get(\n *   "{hex:32}",',
    'registry.acme.io/acme-api:{hex:40}',
    '{base62:51}7wiz8{base62:8}\n{base62:30}/{base62:33}\n{base62:64}\n',
    'github.com/exoscale/egoscale v1.2.3 h1:{base64:43}=',
  ])('is another thing by its words: %s', (text) => {
    expect(rulesIn(text)).toEqual([])
  })
})

it('a value of two is no key', () => {
  expect(rulesIn('const pipedriveToken = test ? "{hex:40}": other')).toEqual(['pipedrive-api-token'])
})

describe('an arrow or a dash', () => {
  it.each(['wandb → {hex:40}', 'wandb key → {hex:40}', 'wandb – {hex:40}', 'wandb -> `{hex:40}`'])(
    'joins a value to its vendor’s name: %s',
    (text) => {
      expect(rulesIn(text)).toEqual(['wandb-api-key'])
    },
  )
})
