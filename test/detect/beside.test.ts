import { describe, expect, it } from 'vitest'
import { sample } from '../helpers/sample.ts'
import { scanText } from '../helpers/scan.ts'

const rulesIn = (text: string) => scanText(sample(text, 'beside')).map(({ finding }) => finding.rule)

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
    'github.com/exoscale/egoscale v1.2.3 h1:{base64:43}=',
  ])('is another thing by its words: %s', (text) => {
    expect(rulesIn(text)).toEqual([])
  })
})

describe('an arrow or a dash', () => {
  it.each(['wandb → {hex:40}', 'wandb key → {hex:40}', 'wandb – {hex:40}', 'wandb -> `{hex:40}`'])(
    'joins a value to its vendor’s name: %s',
    (text) => {
      expect(rulesIn(text)).toEqual(['wandb-api-key'])
    },
  )
})
