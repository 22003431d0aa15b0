import { describe, expect, it } from 'vitest'
import { assignmentsInList } from '../../src/detect/lists.ts'

const valuesAfter = (name: string, text: string) => assignmentsInList(text, text.indexOf(name) + name.length).map(({ value }) => value)

describe('the values of a list', () => {
  it.each<[string, string, string[]]>([
    ['JSON', '{"tokens": ["first", "second"]}', ['first', 'second']],
    ['JSON in a string', '{\\"tokens\\":[\\"first\\",\\"second\\"]}', ['first', 'second']],
    ['JavaScript, over lines', "const tokens = [\n  'first',\n  'second',\n]", ['first', 'second']],
    ['Python, a tuple', 'tokens = ("first", "second")', ['first', 'second']],
    ['Go', 'tokens := []string{"first", "second"}', ['first', 'second']],
    ['Java', 'tokens = new String[] {"first"}', ['first']],
    ['Java, a call', 'tokens = List.of("first")', []],
    ['a set', 'tokens = set(["first"])', ['first']],
    ['PHP', "'tokens' => ['first', 'second']", ['first', 'second']],
    ['names and calls in it', 'tokens = [process.env.KEY, "first", other(1), "second"]', ['first', 'second']],
    ['comments in it', 'tokens = [\n  // the old one\n  "first",\n  # the new one\n  b"second",\n]', ['first', 'second']],
    ['names of variables', 'tokens = ["ACME_TOKEN", "ACME_TOKEN_2", "first"]', ['first']],
    ['what is too short', 'tokens = ["", "first"]', ['first']],
    ['YAML, in quotes', 'tokens:\n  # ours\n  - "first" # old\r\n  - \'second\'', ['first', 'second']],
    ['the keys of a map', 'tokens = { "first": { "type": "second" } }', []],
    ['the keys of a map of PHP', "'tokens' => ['first' => ['second']]", []],
    ['keys in capitals', 'tokens = ["LIVE_7F3KQ9X2M4W8", "A7F3_K9Q2"]', ['LIVE_7F3KQ9X2M4W8', 'A7F3_K9Q2']],
    ['passwords of apps', 'tokens = {"kqzt wmrp lxvb hnjd": "backup"}', ['kqzt wmrp lxvb hnjd']],
    ['names that are counted', 'tokens = { "first": 1, "acme.model-4@20250514-v1:0": 8_192, "o4-mini-2025": 0.1 }', []],
    ['secrets that are counted', 'tokens = { "k9x2fv7q": 1, "b3m8zt5w": 2 }', ['k9x2fv7q', 'b3m8zt5w']],
    ['secrets, and whose they are', 'tokens = { "k9x2fv7q": "alice", "b3m8zt5w": bob }', ['k9x2fv7q', 'b3m8zt5w']],
    ['no list', 'tokens = "first"', []],
    ['numbers', 'tokens = [1, 2]', []],
  ])('%s', (_, text, values) => expect(valuesAfter('tokens', text)).toEqual(values))

  it('says where they stand, also below comments with quotes', () => {
    const text = "tokens = [\n  # it's the new one\n  'first',\n]"
    expect(assignmentsInList(text, 6).map(({ start, end }) => text.slice(start, end))).toEqual(['first'])
  })

  it('says where they stand', () => {
    const text = 'tokens = ["first", "second"]'
    expect(assignmentsInList(text, 6).map(({ start, end }) => text.slice(start, end))).toEqual(['first', 'second'])
  })

  it('leaves names: of services, of settings', () => {
    expect(valuesAfter('credentials', `credentials = ["fitbit", "geo_caching", "google", "google-drive", "home-connect"]`)).toEqual([])
    expect(valuesAfter('passwords', `passwords = ["fitbit", "geo_caching", "google", "google-drive", "home1"]`)).toHaveLength(5)
  })

  it('of a long list, it has both ends', () => {
    const found = assignmentsInList(`tokens = [${'"value1", '.repeat(200)}"last"]`, 6)
    expect([found.length, found.at(-1)?.value]).toEqual([80, 'last'])
  })
})
