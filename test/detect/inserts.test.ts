import { describe, expect, it } from 'vitest'
import { assignmentsInInsert } from '../../src/detect/inserts.ts'

/** The values of the column `pass` in a text. */
function values(text: string): string[] {
  const start = text.indexOf('pass')
  return assignmentsInInsert(text, start, start + 'pass'.length).map(({ value, start, end }) => {
    expect(text.slice(start, end)).toBe(value)
    return value
  })
}

describe('the values of a column', () => {
  it.each([
    ["INSERT INTO users (name, pass) VALUES ('bob', 'abc1');", ['abc1']],
    ["insert into users(pass, name) values ('abc1','bob')", ['abc1']],
    ["INSERT INTO `users` (`id`, `pass`, `at`)\nVALUES\n  (1, 'abc1', NOW()),\n  (2, 'abc2', NOW());", ['abc1', 'abc2']],
    ["INSERT INTO [dbo].[users] ([id], [pass]) VALUES (1, N'abc1')", ['abc1']],
    ["INSERT INTO users (name, pass) VALUES ('a, b', 'it''s')", ["it''s"]],
    ["INSERT INTO users (name, pass) VALUES ('bob', NULL), ('ann', 'abc2')", ['abc2']],
    ["INSERT INTO users (name, pass) VALUES ('bob', crypt(1, 2))", []],
    ['INSERT INTO "users" ("pass", "name") VALUES (\'abc1\', \'bob\')', ['abc1']],
    [
      "INSERT IGNORE INTO users\n          (name, pass)\n          VALUES\n          ('a\nb', 'abc1'), -- one\n          ('c', 'abc2')",
      ['abc1', 'abc2'],
    ],
    ["INSERT INTO users (pass) VALUES -- one\n  ('abc1')", ['abc1']],
    ["REPLACE INTO users (at, pass) VALUES (STR_TO_DATE('1,2', '%d'), _binary 'abc1'), ('{}'::jsonb, E'abc2')", ['abc1', 'abc2']],
    [`INSERT INTO users (note, pass) VALUES ("${'it is, '.repeat(300)}", "abc1")`, ['abc1']],
    ["INSERT INTO users (name, pass) SELECT 'bob', 'abc1'", []],
    ["login(name, pass) VALUES ('bob', 'abc1')", []],
  ])('of %s', (text, found) => expect(values(text)).toEqual(found))

  it('are looked for in the first rows and the last, and in a bounded part of each', () => {
    const rows = values(`INSERT INTO users (pass) VALUES ${"('abc1'), ".repeat(2000)}('last')`)
    expect([rows.length, rows.at(-1)]).toEqual([1000, 'last'])
    expect(values(`INSERT INTO users (pass, name) VALUES ('abc1', ${"'a', ".repeat(20_000)}'b'), ('abc2', 'c')`)).toEqual(['abc1'])
  })
})
