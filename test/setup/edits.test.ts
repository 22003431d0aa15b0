import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { applyEdits } from '../../src/setup/edits.ts'
import { added, shown } from '../../src/setup/shown.ts'

describe('edits', () => {
  let at = ''
  beforeEach(() => {
    at = mkdtempSync(join(tmpdir(), 'leakgate-edits-'))
  })
  afterEach(() => rmSync(at, { recursive: true }))

  const edit = (path: string, after: string) => ({ path: join(at, path), before: undefined, after, why: 'test' })

  it('are written, and nothing else', () => {
    applyEdits([edit('a', 'one\n'), edit('b/c', 'two\n'), edit('a', 'three\n')])
    expect(readFileSync(join(at, 'a'), 'utf8')).toBe('three\n')
    expect(readFileSync(join(at, 'b/c'), 'utf8')).toBe('two\n')
    expect([readdirSync(at).sort(), readdirSync(join(at, 'b'))]).toEqual([['a', 'b'], ['c']])
  })

  it('are all left out if one is not possible', () => {
    mkdirSync(join(at, 'folder'))
    expect(() => applyEdits([edit('a', 'one\n'), edit('folder', 'two\n')])).toThrow('Nothing was changed')
    symlinkSync('nowhere', join(at, 'link'))
    expect(() => applyEdits([edit('a', 'one\n'), edit('link', 'two\n')])).toThrow('Nothing was changed')
    expect(readdirSync(at).sort()).toEqual(['folder', 'link'])
  })

  it('do not write through a link with the name of a temporary file', () => {
    writeFileSync(join(at, 'outside'), 'keep')
    symlinkSync('outside', join(at, 'a.leakgate-new'))
    applyEdits([edit('a', 'one\n')])
    expect(readFileSync(join(at, 'outside'), 'utf8')).toBe('keep')
    expect(readdirSync(at).sort()).toEqual(['a', 'a.leakgate-new', 'outside'])
  })
})

describe('an edit', () => {
  const lines = (text: string) =>
    text
      .split('\n')
      .slice(1)
      .map((line) => line.trim())
  const of = (before: string, after: string) => ({ path: 'file', before, after, why: 'test' })

  it.each<[string, string, string, readonly string[]]>([
    ['with lines put in at two places', 'a\ntoken\nb\n', 'new\na\ntoken\nb\nnew\n', ['+ new', '+ new']],
    ['with lines taken out at two places', 'old\na\ntoken\nb\nold\n', 'a\ntoken\nb\n', ['- old', '- old']],
    ['with a text put into a line', '"run": "token x"\n', '"run": "gate; token x"\n', ['+ …gate; …']],
    ['with a text taken out of a line', '"run": "gate; token x"\n', '"run": "token x"\n', ['- …gate; …']],
    ['with a text replaced in a line', '"run": "gate 1; token x"\n', '"run": "gate 2; token x"\n', ['- …1…', '+ …2…']],
    ['with a line that gets a comma', 'token\n', 'token,\nnew\n', ['+ …,', '+ new']],
    ['with other line ends', 'a\r\ntoken\r\n', 'a\ntoken\n', []],
  ])('%s is shown without what stays', (_, before, after, expected) => expect(lines(shown(of(before, after)))).toEqual(expected))

  it('is shown by what it adds, if what it removes may be anything', () =>
    expect(lines(added(of('token\nold\nkept\n', 'kept\nnew\n')))).toEqual(['- 2 lines', '+ new']))
})
