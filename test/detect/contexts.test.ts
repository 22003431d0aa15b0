/** Wherever a token stands, it is found: each rule's own example, taken out of its line and put into others. */
import { describe, expect, it } from 'vitest'
import { rules } from '../../patterns/index.ts'
import type { Rule } from '../../patterns/rule.ts'
import { placed, sample } from '../helpers/sample.ts'
import { scanText } from '../helpers/scan.ts'

/** What the pattern finds in the rule's first example that has it. */
function tokenOf({ id, pattern, catches }: Rule): string | undefined {
  if (!pattern) return undefined
  for (const example of catches) {
    const text = sample(placed(example).text, `${id} in other places`)
    const match = new RegExp(pattern.source, `${pattern.flags.replace(/[gdy]/g, '')}`).exec(text)
    if (match) return match.groups?.secret ?? match[0]
  }
  return undefined
}

/** Of one line, and without what is written otherwise in some of the places below. */
const isPlain = (token: string) => !/[\s"'`<>%]/.test(token)

const asked = rules.filter(({ level, policy, path, pattern, assigned }) => level !== 'off' && !policy && !path && !assigned && pattern)

const SHAPES = asked.flatMap((rule): { id: string; token: string }[] => {
  const token = (rule.literals || rule.run) && !rule.beside ? tokenOf(rule) : undefined
  return token && isPlain(token) && scanText(token).length > 0 ? [{ id: rule.id, token }] : []
})

const PLACES: readonly (readonly [string, string, (token: string) => string])[] = [
  ['JSON', 'a.json', (token) => `{"a": {"value": "${token}"}, "b": 1}`],
  ['a list of JSON', 'a.json', (token) => `["${token}","x"]`],
  ['JSON in a string', 'a.json', (token) => `{"k":"{\\"a\\":\\"${token}\\"}"}`],
  ['JSON, slashes escaped', 'a.json', (token) => `{"k":"${token.replaceAll('/', '\\/')}"}`],
  ['a string of lines', 'a.json', (token) => `{"k":"line one\\n${token}\\nline two"}`],
  ['a string of columns', 'a.json', (token) => `{"k":"a\\t${token}\\tb"}`],
  ['a notebook', 'a.ipynb', (token) => `{"cells":[{"source":["x = '${token}'\\n"]}]}`],
  ['YAML', 'a.yaml', (token) => `a:\n  b: ${token}\n`],
  ['a list of YAML', 'a.yaml', (token) => `a:\n  - ${token}\n`],
  ['TOML, CRLF', 'a.toml', (token) => `a = "${token}"\r\nb = 2\r\n`],
  ['properties', 'a.properties', (token) => `a.b=${token.replace(/[=:]/g, '\\$&')}\n`],
  ['an environment', 'a.conf', (token) => `A=${token}\nB=2\n`],
  ['a default of a shell', 'a.sh', (token) => `A=\${A:-${token}}\n`],
  ['an option', 'a.sh', (token) => `run --a=${token} --b\n`],
  ['a header', 'a.sh', (token) => `curl -H "X-Key: ${token}" https://example.org\n`],
  ['a query', 'a.txt', (token) => `GET https://api.example.org/v1?a=1&k=${token}&b=2 HTTP/1.1\n`],
  ['a link', 'a.txt', (token) => `<https://api.example.org/v1?k=${token}>\n`],
  ['an attribute', 'a.html', (token) => `<input name="a" value="${token}">\n`],
  ['entities', 'a.html', (token) => `<p>&quot;${token}&quot;</p>\n`],
  ['an element', 'a.xml', (token) => `<a><b>${token}</b></a>\n`],
  ['a table', 'a.md', (token) => `| a | b |\n|---|---|\n| x | ${token} |\n`],
  ['emphasis', 'a.md', (token) => `**${token}** and \`${token}\`\n`],
  ['brackets', 'a.md', (token) => `It (${token}) is it.\n`],
  ['columns', 'a.csv', (token) => `1,${token},x\n2;${token};x\n`],
  ['one line of code', 'a.js', (token) => `const a='${token}';const b=2\n`],
  ['a line of a bundle', 'a.min.js', (token) => `${'var a=1;function b(c){return c+1}'.repeat(200)}x="${token}";${'var a=1;'.repeat(100)}`],
  ['a string with a line end', 'a.c', (token) => `#define A "${token}\\n"\n`],
  ['escaped quotes', 'a.js', (token) => `"\\x22${token}\\x22 and \\u0022${token}\\u0022"`],
  ['a row of SQL', 'a.sql', (token) => `INSERT INTO a VALUES (1,'${token}',2);\n`],
  ['a log', 'a.log', (token) => `2024-01-01T00:00:00Z INFO [main] a=${token} b=c\n`],
  ['colours of a terminal', 'a.log', (token) => `\x1b[32m${token}\x1b[0m\n`],
  ['a patch', 'a.patch', (token) => `+  "${token}"\n`],
  ['CR alone', 'a.txt', (token) => `x\r${token}\ry\r`],
  ['other scripts', 'a.txt', (token) => `密钥${token}密钥 «${token}» “${token}”\n`],
  ['base64', 'a.txt', (token) => `data: ${Buffer.from(`some text here: ${token} and more`).toString('base64')}\n`],
]

describe('a token of a shape', () => {
  it.each(PLACES)('%s', (_, path, put) => {
    expect(SHAPES.length).toBeGreaterThan(350)
    expect(SHAPES.filter(({ token }) => scanText(put(token), path).length === 0).map(({ id }) => id)).toEqual([])
  })
})

/** A word of the rule that can be part of a name, and its token. */
const NAMED = asked.flatMap((rule): { id: string; vendor: string; token: string }[] => {
  const words = rule.beside?.map((word) => word.replace('+', ''))
  const vendor = words?.find((word) => /^(?!curl$)[a-z][a-z0-9_.-]+$/i.test(word))?.toLowerCase()
  const token = vendor && tokenOf(rule)
  return token && isPlain(token) ? [{ id: rule.id, vendor, token }] : []
})

const capitals = (vendor: string) => vendor.toUpperCase().replace(/\W/g, '_')
const camel = (vendor: string) => vendor.replace(/[\W_]+(\w)/g, (_, letter: string) => letter.toUpperCase())

const NAMES: readonly (readonly [string, string, (token: string, vendor: string) => string])[] = [
  ['exported', 'a.sh', (token, vendor) => `export ${capitals(vendor)}_TOKEN="${token}"\n`],
  ['a constant', 'a.ts', (token, vendor) => `const ${camel(vendor)}ApiKey = '${token}'\n`],
  ['a property', 'a.ts', (token, vendor) => `  ${camel(vendor)}Token: "${token}",\n`],
  ['a section of YAML', 'a.yml', (token, vendor) => `${vendor}:\n  api_key: ${token}\n`],
  ['a section of TOML', 'a.toml', (token, vendor) => `[${vendor}]\napi_key = "${token}"\n`],
  ['an object of JSON', 'a.json', (token, vendor) => `{"${camel(vendor)}": {"apiKey": "${token}"}}`],
  ['a named argument', 'a.py', (token, vendor) => `client = ${camel(vendor)}(api_key="${token}")\n`],
  ['a setter', 'A.java', (token, vendor) => `${camel(vendor)}.setApiKey("${token}");\n`],
  ['an option', 'a.sh', (token, vendor) => `run --${vendor}-api-key=${token}\n`],
  ['an element', 'web.config', (token, vendor) => `<add key="${camel(vendor)}ApiKey" value="${token}" />\n`],
  ['a provider', 'a.tf', (token, vendor) => `provider "${vendor}" {\n  api_key = "${token}"\n}\n`],
  ['a container', 'a.yaml', (token, vendor) => `- name: ${capitals(vendor)}_API_KEY\n  value: "${token}"\n`],
  ['an image', 'Dockerfile', (token, vendor) => `ENV ${capitals(vendor)}_API_KEY ${token}\n`],
  ['a default', 'a.py', (token, vendor) => `k = os.getenv("${capitals(vendor)}_TOKEN", "${token}")\n`],
  ['a default of a shell', 'a.sh', (token, vendor) => `run \${${capitals(vendor)}_TOKEN:-${token}}\n`],
  ['a property list', 'Info.plist', (token, vendor) => `<key>${camel(vendor)}APIKey</key>\n<string>${token}</string>\n`],
  ['a build', 'build.gradle', (token, vendor) => `buildConfigField "String", "${capitals(vendor)}_TOKEN", "\\"${token}\\""\n`],
]

describe('a value beside its vendor’s name', () => {
  it.each(NAMES)('%s', (_, path, put) => {
    expect(NAMED.length).toBeGreaterThan(350)
    expect(NAMED.filter(({ token, vendor }) => scanText(put(token, vendor), path).length === 0).map(({ id }) => id)).toEqual([])
  })
})
