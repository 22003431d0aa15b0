import { describe, expect, it } from 'vitest'
import { rules } from '../../patterns/index.ts'
import { changeOf } from '../../src/collect/text.ts'
import { candidates } from '../../src/detect/candidates.ts'
import { sample } from '../helpers/sample.ts'
import { book } from '../helpers/scan.ts'

const isNamed = (text: string) =>
  [...changeOf('settings.txt', Buffer.from(text))].flatMap((change) => candidates(change, book)).some(({ rule }) => rule.assigned)

describe('a name of several words', () => {
  const endings = rules
    .filter(({ pattern }) => !pattern)
    .flatMap(({ assigned = [] }) => assigned.filter((ending) => /^[^!+]* /.test(ending)))

  it.each(['_', '-', ''])('joined by "%s" is looked for, though a part of it may be all that is', (joint) => {
    const value = sample('{base62:40}', joint)
    const names = endings.map((ending) => `my_${ending.replaceAll(' ', joint)}`)
    expect(names.filter((name) => !isNamed(`${name}: "${value}"`))).toEqual([])
  })
})
