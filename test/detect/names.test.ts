import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { builtin } from '../../src/detect/builtin.ts'

const ENDS = [...new Map(builtin.data.endings).keys()].filter((end) => !end.startsWith('!'))
const word = fc.oneof(fc.constantFrom('db', 'my', 'x', 'prod', 'b', 'v', 'qa', 'value', '2', 'b64', 'old'), fc.constantFrom(...ENDS))
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
const STYLES: readonly ((words: readonly string[]) => string)[] = [
  (words) => words.map(capital).join(''),
  (words) => words.join('_'),
  (words) => words.join('-').toUpperCase(),
  (words) => words.join(''),
  (words) => `${words.join('.')}_`,
]

describe('the last letters of a name', () => {
  it('never say that nothing claims it when something does', () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), fc.constantFrom(...STYLES), (words, style) => {
        const name = style(words)
        if (builtin.claims(name).length > 0) expect(builtin.mayClaim(`x ${name}=`, 2 + name.length), name).toBe(true)
      }),
      { numRuns: 3000 },
    )
  })

  it('tell of most other names', () => {
    const others = ['keyboard', 'tokenizer', 'passwordField', 'secretName', 'authority']
    expect(others.filter((name) => builtin.mayClaim(name, name.length))).toEqual([])
  })
})
