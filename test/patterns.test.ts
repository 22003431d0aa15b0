import { describe, expect, it } from 'vitest'
import { rules } from '../patterns/index.ts'
import type { Example, Rule } from '../patterns/rule.ts'
import { LONG } from '../src/detect/runs.ts'
import { withoutRepeats } from '../src/gate/fresh.ts'
import { DEFAULTS } from '../src/setup/config.ts'
import { placed, sample } from './helpers/sample.ts'
import { scanText } from './helpers/scan.ts'

const examples = (pick: (rule: Rule) => readonly Example[]) =>
  rules.flatMap((rule) => pick(rule).map((example, i) => ({ id: rule.id, number: i + 1, example })))

/** Those of several lines. */
const inLines = examples((rule) => rule.catches).filter(({ example }) => /\n./s.test(placed(example).text))

/** The classes of characters in a pattern, without what is escaped, except digits. */
const classes = (pattern: RegExp | undefined) => (pattern?.source ?? '').replace(/\\[^d]/g, '').match(/\[[^\]]*\]/g) ?? []

const ranges = (characters: string) => characters.match(/\w-\w|\\d/g) ?? []

/** As in ASCII, so that one alphabet is always spelled alike; beside other ranges, digits are one. */
const ordered = (ranges: readonly string[]) => ranges.map((range) => range.replace('\\d', '0-9')).sort()

/** As in a commit, in which a refused file is told once. A rule that is off by default is asked all the same. */
const found = (example: Example, id: string, number: number, written = (text: string) => text) => {
  const { path, text } = placed(example)
  const off = rules.find((rule) => rule.id === id)?.level === 'off'
  return withoutRepeats(
    scanText(written(sample(text, `${id} ${number}`)), path, off ? { ...DEFAULTS, levels: { [id]: 'warn' } } : DEFAULTS),
  )
}

describe('a rule', () => {
  it.each(examples((rule) => rule.catches))('$id finds its example $number once, and no other rule does', ({ id, number, example }) => {
    expect(found(example, id, number).map((verdict) => verdict.finding.rule)).toEqual([id])
  })

  it.each(inLines)('$id finds its example $number with the line ends of Windows, too', ({ id, number, example }) => {
    const written = (text: string) => text.replace(/\r?\n/g, '\r\n')
    expect(found(example, id, number, written).map((verdict) => verdict.finding.rule)).toEqual([id])
  })

  it.each(examples((rule) => rule.spares))('$id spares its example $number', ({ id, number, example }) => {
    expect(found(example, id, number).map((verdict) => verdict.finding.rule)).not.toContain(id)
  })
})

describe('the families', () => {
  it('name each rule once', () => {
    const ids = rules.map((rule) => rule.id)
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([])
  })

  it.each(rules.map((rule) => ({ id: rule.id, rule })))('$id is well formed', ({ id, rule }) => {
    expect(id).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)+$/)
    expect(rule.remedy.length).toBeGreaterThan(20)
    expect([rule.literals, rule.beside, rule.run, rule.assigned, rule.path].filter(Boolean).length).toBeGreaterThan(0)
    for (const length of rule.run ?? []) expect(length).toBeGreaterThanOrEqual(LONG)
    for (const some of classes(rule.pattern).map(ranges)) if (some.length > 1) expect(some).toEqual(ordered(some))
    for (const literal of rule.literals ?? []) expect(literal.length).toBeGreaterThanOrEqual(3)
  })
})
