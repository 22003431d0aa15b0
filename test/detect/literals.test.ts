import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Automaton } from '../../src/detect/automaton.ts'
import { compileAutomaton } from '../../src/detect/literals.ts'

const text = (symbols: string, most: number) => fc.string({ unit: fc.constantFrom(...symbols), minLength: 1, maxLength: most })

/** What the automaton must find, looked for one by one. */
function expected(literals: readonly string[], bytes: string): string[] {
  const lower = bytes.toLowerCase()
  const hits: string[] = []
  for (let end = 1; end <= bytes.length; end++) {
    literals.forEach((literal, i) => {
      if (lower.slice(0, end).endsWith(literal.toLowerCase())) hits.push(`${i} ${end}`)
    })
  }
  return hits.sort()
}

function found(literals: readonly string[], bytes: string): string[] {
  const hits: string[] = []
  new Automaton(compileAutomaton(literals)).scan(Buffer.from(bytes, 'latin1'), (literal, end) => hits.push(`${literal} ${end}`))
  return hits.sort()
}

describe('the automaton', () => {
  it('finds what a search for each literal finds, in any case', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(text('abC_', 4), { minLength: 1, maxLength: 12, selector: (one) => one.toLowerCase() }),
        text('aAbBcC_\xff', 60),
        (literals, bytes) => {
          expect(found(literals, bytes)).toEqual(expected(literals, bytes))
        },
      ),
    )
  })

  it('refuses an empty literal, and more kinds of characters than a row has', () => {
    expect(() => compileAutomaton([''])).toThrow('empty literal')
    expect(() => compileAutomaton([String.fromCharCode(...Array.from({ length: 64 }, (_, i) => 160 + i))])).toThrow('different characters')
  })
})
