import { expect, it } from 'vitest'
import { firstWhere } from '../src/search.ts'

it.each([0, 1, 2, 7, 8])('of %i, the first is found wherever it is, and their number if there is none', (count) => {
  for (let first = 0; first <= count; first++) expect(firstWhere(count, (index) => index >= first)).toBe(first)
})
