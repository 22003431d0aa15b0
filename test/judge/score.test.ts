import { expect, it } from 'vitest'
import { scanText } from '../helpers/scan.ts'

// Microsoft's documentation: the account of the storage emulator.
const EMULATED = ['Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFs', 'uFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw=='].join('')

it.each([
  ['by its shape', `AccountName=devstoreaccount1;AccountKey=${EMULATED};BlobEndpoint=http://127.0.0.1:10000`],
  ['beside a name', `storage_key = "${EMULATED}"`],
  ['assigned to a name', `password: "${EMULATED}"`],
])('what stands in documentation is an example, found %s', (_, text) => {
  const [verdict] = scanText(text)
  expect(verdict).toMatchObject({ outcome: 'warned', reason: expect.stringContaining('a published example') })
})
