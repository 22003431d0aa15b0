import { describe, expect, it } from 'vitest'
import { assignmentsInTable } from '../../src/detect/tables.ts'

function valuesBelow(text: string, path = 'a.md'): string[] {
  const at = text.indexOf('password')
  const found = assignmentsInTable(text, at, at + 'password'.length, path)
  for (const { value, start, end } of found) expect(text.slice(start, end)).toBe(value)
  return found.map(({ value }) => value)
}

describe('the values of a column', () => {
  it.each<[string, string, string, string[]]>([
    [
      'Markdown',
      'a.md',
      '| user | password | role |\n|---|---|---|\n| ann | `first` | x |\n| bob | **second** | y |\n\n| z | third |',
      ['first', 'second'],
    ],
    ['Markdown without outer bars', 'a.md', 'user | password\n:--- | :---:\nann | first\n', ['first']],
    ['Markdown in a quote', 'a.md', '> | password | user |\r\n> |---|---|\r\n> | first | ann |\r\n', ['first']],
    ['values separated by commas', 'a.csv', 'name,password\nann,first\n"bob","second"\n', ['first', 'second']],
    [
      'within quotes separators part nothing',
      'a.csv',
      'name,password,city\n"Doe, John",first,Rome\n"a ""b"", c",second,\n',
      ['first', 'second'],
    ],
    ['a quote that nothing closes', 'a.tsv', 'name\tpassword\nann\tfirst\n"al\tsecond\n5\tthird', ['first', 'second', 'third']],
    [
      'a text of several lines, and a row without the cell',
      'a.csv',
      'id,note,password\n1,"two\nlines",first\n2\n\n3,x,second\n',
      ['first', 'second'],
    ],
    ['a long row', 'a.csv', `note,password\n${'x'.repeat(5000)},first\nb,second\n`, ['first', 'second']],
    ['quotes within cells', 'a.csv', 'size,note,password\n1,5" pipe,first\n2,x,second\n3,6" pipe,third\n', ['first', 'second', 'third']],
    ['by semicolons', 'a.csv', '"name";"password"\n"ann";"first"', ['first']],
    ['by tabs', 'a.tsv', 'password\tname\nfirst\tann\n\tbob\nthird\tcy\n', ['first', 'third']],
    ['Org', 'a.org', '| user | password |\n|------+----------|\n| ann | first |\n', ['first']],
    [
      'a shell of a database',
      'a.txt',
      '+----+----------+\n| id | password |\n+----+----------+\n|  1 | first    |\n+----+----------+\n',
      ['first'],
    ],
    ['a name in the middle', 'a.txt', ' id |      password      \n----+--------------------\n  1 | first\n', ['first']],
    [
      'a grid',
      'a.rst',
      '+-----+----------+\n| id | password |\n+-----+----------+\n| 1 | first |\n+-----+----------+\n| 2 | second |\n+-----+----------+\n',
      ['first', 'second'],
    ],
    ['a grid with a title', 'a.md', '| Keys |\n+---+---+\n| user | password |\n+---+---+\n| ann | first |\n+---+---+\n', ['first']],
    ['a dash in a cell', 'a.md', '| user | password |\n|---|---|\n| - | first |\n| ann | second |\n', ['first', 'second']],
    ['one below the other', 'a.md', '| password |\n|-|\n| first |\n| other |\n|---|\n| x |\n', ['first', 'other']],
    ['AsciiDoc', 'a.adoc', '|===\n|System |password\n\n|shop |first\n|crm |second\n|===\n', ['first', 'second']],
    ['a scenario', 'a.feature', '  Examples:\n    | user | password |\n    | ann  | first    |\n', ['first']],
    ['a row of a scenario', 'a.feature', '  Given\n    | user     | ann   |\n    | password | first |\n    | role     | x     |\n', []],
    ['a dump', 'a.sql', 'COPY public.accounts (id, password, name) FROM stdin;\n1\tfirst\tann\n2\tsecond\tbob\n\\.\n', ['first', 'second']],
    ['bars in code, and a blank line', 'a.js', 'x = a | password\n\n| first', []],
    ['a row of a table', 'a.md', '| password | first |\n| user | ann |', []],
    ['words', 'a.md', '| option | password |\n|---|---|\n| type | the password of the user |', []],
    ['code', 'a.js', 'const x = password || first\n--y', []],
    ['another line of values', 'a.csv', 'name,value\npassword,x\nfirst,y\n', []],
    ['a list in code', 'a.py', 'name, password\nann, first\n', []],
  ])('%s', (_, path, text, values) => expect(valuesBelow(text, path)).toEqual(values))

  it('are looked for in bounded lines, and so many', () => {
    expect(valuesBelow(`password|${'x'.repeat(100_000)}\n|---|\n`)).toEqual([])
    expect(valuesBelow(`|password|\n|---|\n${'|first|\n'.repeat(2000)}`)).toHaveLength(500)
    const rows = valuesBelow(`name,password\n${'ann,first\n'.repeat(2000)}bob,last\n`, 'a.csv')
    expect([rows.length, rows.at(-1)]).toEqual([1000, 'last'])
  })
})
