/** Lines that are made to be expensive: of what a rule looks for, and of what each stage of a scan takes apart. */
import type { Rule } from '../../patterns/rule.ts'
import { placed, sample } from './sample.ts'

/** So many bytes of the text, over and over. */
export const repeated = (text: string, bytes: number) => text.repeat(Math.ceil(bytes / text.length)).slice(0, bytes)

/**
 * One line against a rule, of so many bytes: its literals and words in a row, the same as names without an end, its example whole and but
 * for its last character, its first word before runs of each class of its pattern.
 */
export function against(rule: Rule, bytes: number): string {
  const example = sample(first(rule).text, rule.id).replaceAll('\n', ' ').trimEnd()
  const words = [...(rule.literals ?? []), ...(rule.beside ?? []), ...(rule.assigned ?? [])]
  const [word = ''] = words
  const runs = classes(rule)
  const pieces = [
    words.join(''),
    words.map((one) => `${one}="`).join(''),
    example,
    example.slice(0, -1),
    word + runs.join('').repeat(100),
    ...runs.map((symbol) => word + symbol.repeat(10_000)),
  ].filter(Boolean)
  return pieces
    .map((piece) => repeated(piece, Math.ceil(bytes / pieces.length)))
    .join('')
    .slice(0, bytes)
}

/** The path at which the rule looks. */
export const pathOf = (rule: Rule) => first(rule).path

const first = ({ catches: [example = ''] }: Rule) => placed(example)

const SYMBOLS = ['a', '0', 'F', '-', ' ', '.', '=', '/', '"', '\xe9']

/** Of each class in the pattern two symbols. */
function classes({ pattern }: Rule): string[] {
  const forms = (pattern?.source.match(/\[(?:\\.|[^\]\\])+\]|\\[wdsWDS]/g) ?? []).map((one) => new RegExp(one))
  return [...new Set(forms.flatMap((form) => SYMBOLS.filter((symbol) => form.test(symbol)).slice(0, 2)))]
}

const base64 = (text: string) => Buffer.from(text).toString('base64')
const token = sample('sk_live_{base62:24}', 'hostile')
const value = sample('{base62:20}', 'hostile')

/** What each stage takes apart, by the stage: a piece of a line. */
export const STAGES: Readonly<Record<string, string>> = {
  'the automaton: beginnings of literals': 'sk_liv-----BEGI ghp eyJ AKI xoxb ',
  'names without an end': 'a_password_of_',
  'assignments without a value': 'password = password: password("',
  'values without an end': 'password = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa ',
  'bare values of ampersands': 'password=a&b=&c=&&',
  'lists without an end': 'tokens = ["aaaa", "aaaa", "aaaa", ',
  'elements without an end': '<password><property name="password">',
  'defaults of defaults': 'password = a || a || env("a", "',
  'base64 of base64 of base64': base64(`x = ${base64(`x = ${base64(`key = ${token} and words\n`)} and words\n`)} and words\n`),
  'hex without an end': '0123456789abcdef',
  'joined literals': '"a" + "b" + ',
  'joined literals without an end': '"+"+"+"+',
  'joints without an end': `"a"+${' '.repeat(30_000)}@@"b"`,
  'calls that join': "''.join(['a', 'b', concat('c', ",
  'templates without an end': `\${'a'}\${"b"} `,
  'soft line ends': 'a=\nb=\n=\n',
  'character codes': 'chr(97) . chr(98) . ',
  escapes: '\\x61\\u0062&#99;%64',
  'escaped line ends': '\\n\\\\n\\\\\\\\npassword',
  'escapes of escapes': '\\\\x5cx61%255cx61&#38;#99;',
  'many findings': `${token} `,
  'many findings, assigned': `password="${value}" `,
  'maps without an end': 'tokens={a:"xyzw",secrets:\\n',
  'heads of tables': '| password | token | secret |\n|---|---|---|\n',
  'heads of grids': '| password | token |\n+---+---+\n',
  'rows without an end': "INSERT INTO a (password) VALUES (\\'",
  'lists of other things': 'tokens = [a, b(1), "", ',
  'maps of other things': 'tokens: {a: null, b: "", c: f(1), ',
  'YAML below YAML': 'tokens:\n  # a\n  - "b"\n',
  'words to the end of a line': 'password: a"b\'c|d\n',
  'base64 in lines': `${base64('0123456789 '.repeat(6))}\n`,
  'many placeholders': 'password="changeme_xxxx" password=${password} ',
  'inline marks': `${token} // leakgate:allow pragma: allowlist secret `,
  'symbols of reports': `\`|<>&"'\\x1b[31m ${token}`,
}
