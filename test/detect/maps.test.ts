import { describe, expect, it } from 'vitest'
import { assignmentsInMap } from '../../src/detect/maps.ts'
import { sample } from '../helpers/sample.ts'

function valuesBelow(name: string, text: string): string[] {
  const start = text.indexOf(name)
  return assignmentsInMap(text, start, start + name.length).map(({ value }) => value)
}

describe('the values of a map', () => {
  it.each<[string, string, string[]]>([
    ['JSON', '{"tokens": {"alice": "first", "bob": "second"}}', ['first', 'second']],
    ['JSON in a string', '{\\"tokens\\":{\\"alice\\":\\"first\\",\\"bob\\":\\"second\\"}}', ['first', 'second']],
    ['JavaScript, over lines', "const tokens = {\n  alice: 'first',\n  bob: 'second',\n}", ['first', 'second']],
    ['TypeScript', "const tokens: Record<string, string> = { alice: 'first' }", ['first']],
    ['Python', "tokens = {'alice': 'first', 'bob': 'second'}", ['first', 'second']],
    ['Go', 'tokens := map[string]string{"alice": "first"}', ['first']],
    ['Go, of a type', 'm.Set(acme.tokens{"alice": "first"})', ['first']],
    ['a call', 'tokens(app, {"alice": "first"})', ['first']],
    ['a shell', 'declare -A tokens=( [alice]="first" [bob]=\'second\' )', ['first', 'second']],
    ['Lua', 'tokens = { ["alice"] = "first" }', ['first']],
    ['Ruby', "tokens = { 'alice' => 'first', bob: 'second' }", ['first', 'second']],
    ['PHP', "'tokens' => ['alice' => 'first']", ['first']],
    ['YAML', 'tokens:\n  alice: first\n  # of the other\n  bob: "second"\nhost: db1', ['first', 'second']],
    ['YAML, indented', 'app:\n  tokens:\n    alice: first\n  host: db1', ['first']],
    ['YAML, at the same depth', '  tokens:\n  alice: first', []],
    ['what is no text in it', 'tokens = { alice: null, bob: other.key, carol: "", dave: f(1), eve: "second" }', ['second']],
    ['comments in it', 'tokens = {\n  alice: "first", // old\n  bob: "second",\n}', ['first', 'second']],
    ['YAML, with an empty text', 'tokens:\n  alice: \'\'\n  bob: "second"\n', ['second']],
    ['INI, with comments', '[tokens]\n; ours\nalice = first\n; his\nbob = second\n', ['first', 'second']],
    ['something else in it ends it', 'tokens = { alice: "first", ...others, carol: "third" }', ['first']],
    ['a thing that is described', '"js-tokens": { "integrity": "first", "version": "second" }', []],
    ['a type of one', '"tokens": { "shape": "first" }', []],
    ['sizes of a design', "tokens = { shadow: '0 4px 6px', ease: 'cubic-bezier(0,0,1,1)', gap: '1.5rem' }", []],
    ['names of variables', 'tokens = { alice: "ALICE_TOKEN_2" }', []],
    ['no map', 'tokens = "first"', []],
    ['an element of one', "tokens['alice'] = 'first'", []],
    ['a call with a list', 'tokens(app, ["first"])', []],
    ['a list', 'tokens = ["first"]', []],
  ])('%s', (_, text, values) => expect(valuesBelow('tokens', text)).toEqual(values))

  it('takes only what is drawn for a secret below `secrets:` in YAML, where names of secrets may be', () => {
    const text = sample('secrets:\n  jwt: {base62:40}\n  ci: prod-deploy-token-of-2024-v2\n  hmac: {hex:64}\n', 'secrets')
    expect(valuesBelow('secrets', text)).toHaveLength(2)
    expect(valuesBelow('secret', text.replace('secrets', 'secret'))).toHaveLength(2)
    expect(valuesBelow('secret', "secret: { provider: 'vault-of-production', path_of: 'kv' }")).toEqual([])
  })

  it('says where they stand', () => {
    const text = 'tokens = { alice: "first" }'
    expect(assignmentsInMap(text, 0, 6).map(({ start, end }) => text.slice(start, end))).toEqual(['first'])
  })

  it('leaves large maps: they are tables', () => {
    expect(assignmentsInMap(`tokens = {${'a: "value", '.repeat(1000)}}`, 0, 6)).toHaveLength(40)
  })
})
