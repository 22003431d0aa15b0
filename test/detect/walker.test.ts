import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { compiled } from '../../src/build/wasm.ts'

it('walk.ts is what walk.as says', async () => {
  expect(readFileSync('src/detect/walk.ts', 'utf8')).toBe(await compiled())
})
