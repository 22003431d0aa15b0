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

/** What it finds as a commit asks it, walking, and as an audit does, by its table; in the order in which it finds it. */
function found(literals: readonly string[], bytes: string): [string[], string[]] {
  const automaton = new Automaton(compileAutomaton(literals))
  const hits = (text: Uint8Array) => {
    const all: string[] = []
    automaton.scan(text, (literal, end) => all.push(`${literal} ${end}`))
    return all
  }
  const text = Buffer.from(bytes, 'latin1')
  const walked = hits(text)
  automaton.scan(Buffer.alloc(1 << 20), () => {})
  return [walked, hits(text)]
}

describe('the automaton', () => {
  it('finds what a search for each literal finds, in any case', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(text('abC_', 4), { minLength: 1, maxLength: 12, selector: (one) => one.toLowerCase() }),
        text('aAbBcC_\xff', 400),
        (literals, bytes) => {
          const [walked, run] = found(literals, bytes)
          expect(run).toEqual(walked)
          expect(walked.sort()).toEqual(expected(literals, bytes))
        },
      ),
    )
  })

  it('finds the same, and in order, wherever its streams and turns meet', () => {
    const bytes = Array.from({ length: 100_000 }, (_, i) => 'abC_'[(i * i + (i >> 3)) % 4]).join('')
    const [walked, run] = found(['abc', 'c', '_b', 'ca_b', 'bbbb'], bytes)
    expect(walked.length).toBeGreaterThan(1000)
    expect(run).toEqual(walked)
  })

  it('finds letters outside ASCII, as capitals too, and takes few others for them', () => {
    const bytes = (text: string) => Buffer.from(text).toString('latin1')
    const words = ['пароль', '密码', 'パスワ', 'şifre'].map(bytes)
    const text = bytes('ПАРОЛЬ, 密码: パスワード; Şifre "****" ~~~~ 100%')
    expect(found(words, text)[0].map((hit) => hit.split(' ')[0])).toEqual(['0', '1', '2', '3'])
    expect(found(words, bytes('Сегодня хорошая погода, 今日は天気がいいです'))[0]).toEqual([])
  })

  it('refuses an empty literal, and more kinds of characters than a row has', () => {
    expect(() => compileAutomaton([''])).toThrow('empty literal')
    expect(() => compileAutomaton([String.fromCharCode(...Array.from({ length: 64 }, (_, i) => 1 + i))])).toThrow('different characters')
  })
})
