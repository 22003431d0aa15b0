import { describe, expect, it } from 'vitest'
import { sample } from '../helpers/sample.ts'
import { scanBytes, scanText } from '../helpers/scan.ts'

const token = sample('sk_live_{base62:24}', 'decode')
const escaped = (form: (code: string) => string) => [...token].map((symbol) => form(symbol.charCodeAt(0).toString(16))).join('')
const base64 = (text: string) => Buffer.from(text).toString('base64')
const halves = [token.slice(0, 16), token.slice(16)]

describe('a token is seen through', () => {
  it.each<[string, string]>([
    ['base64', `blob = "${base64(`key = ${token}\n`)}"`],
    ['base64 in base64', `blob = "${base64(`x = ${base64(`key = ${token}\n`)}\n`)}"`],
    ['base64url', `blob = "${Buffer.from(`key?>~ ${token}\n`).toString('base64url')}"`],
    ['base64 in lines', base64(`${'0123456789 '.repeat(9)}key = ${token}\n`).replace(/.{76}(?=.)/g, '$&\n')],
    [
      'base64 in lines of a block',
      `data: |\n  ${base64(`${'a long text '.repeat(3)}key = ${token} and more`).replace(/.{64}(?=.)/g, '$&\r\n  ')}\n`,
    ],
    [
      'hex in lines',
      Buffer.from(`the key is ${token}\n`)
        .toString('hex')
        .replace(/.{60}(?=.)/g, '$&\n'),
    ],
    ['base64 in lines of a string', `"${base64(`${'0123456789 '.repeat(9)}key = ${token}`).replace(/.{60}(?=.)/g, '$&\\n')}\\n"`],
    ['base64 in lines of a diff', `+data:\n+${base64(`${'0123456789 '.repeat(9)}key = ${token}`).replace(/.{76}(?=.)/g, '$&\n+')}\n`],
    ['hex below base64', `${base64('0123456789 '.repeat(6))}\n${Buffer.from(`the key is ${token}`).toString('hex').slice(0, 86)}\n`],
    ['base64 below hex', `${Buffer.from('0123456789 '.repeat(4)).toString('hex')}\n${base64(`the key is ${token}`)}\n`],
    ['base64 of letters outside ASCII', base64(`la cl\u00e9 secr\u00e8te: ${token}`)],
    ['base64 of UTF-16', `powershell -EncodedCommand ${Buffer.from(`$key = '${token}'`, 'utf16le').toString('base64')}`],
    ['base64 behind an escape', `"\\n${base64(`the key is ${token}`)}"`],
    ['hex', `blob = "${Buffer.from(`key = ${token}\n`).toString('hex')}"`],
    ['\\x escapes', `key = "${escaped((code) => `\\x${code}`)}"`],
    ['\\u escapes', `key = "${escaped((code) => `\\u00${code}`)}"`],
    ['\\x escapes after bytes', `key = "\\xff\\x00${escaped((code) => `\\x${code}`)}"`],
    ['HTML entities', `key = "${escaped((code) => `&#x${code};`)}"`],
    ['one escape in it', `key = "${token.replace('_', '\\x5f')}"`],
    ['JavaScript +', `key = '${halves[0]}' +\n  '${halves[1]}'`],
    ['Python juxtaposition', `key = ("${halves[0]}"\n       "${halves[1]}")`],
    ['PHP .', `$key = "${halves[0]}" . "${halves[1]}";`],
    ['PHP . without blanks', `$key = "${halves[0]}"."${halves[1]}";`],
    ['Jinja ~', `key: "{{ '${halves[0]}' ~ '${halves[1]}' }}"`],
    ['juxtaposition in one line', `final key = '${halves[0]}' '${halves[1]}';`],
    ['juxtaposition without blanks', `KEY="${halves[0]}""${halves[1]}"`],
    ['bytes of Python', `key = b"${halves[0]}" b"${halves[1]}"`],
    ['Objective-C', `NSString *key = @"${halves[0]}" @"${halves[1]}";`],
    ['C# +', `var key = @"${halves[0]}" + @"${halves[1]}";`],
    ['Lua ..', `key = "${halves[0]}" .. "${halves[1]}"`],
    ['SQL ||', `SELECT '${halves[0]}' || '${halves[1]}'`],
    ['Visual Basic &', `key = "${halves[0]}" & _\n  "${halves[1]}"`],
    ['JavaScript concat', `key = '${halves[0]}'.concat('${halves[1]}')`],
    ['SQL CONCAT', `SELECT CONCAT('${halves[0]}', '${halves[1]}')`],
    ['Kotlin plus', `val key = "${halves[0]}".plus("${halves[1]}")`],
    ['JavaScript join', `key = ['${halves[0]}', '${halves[1]}'].join('')`],
    ['Python join', `key = ''.join(['${halves[0]}', '${halves[1]}'])`],
    ['Java append', `new StringBuilder().append("${halves[0]}").append("${halves[1]}")`],
    ['R paste0', `key <- paste0("${halves[0]}", "${halves[1]}")`],
    ['Go join', `key := strings.Join([]string{"${halves[0]}", "${halves[1]}"}, "")`],
    ['C# join', `var key = string.Join("", new[] { "${halves[0]}", "${halves[1]}" });`],
    ['Terraform join', `key = join("", ["${halves[0]}", "${halves[1]}"])`],
    ['Perl join', `my $key = join('', '${halves[0]}', '${halves[1]}');`],
    ['Terraform format', `key = format("%s%s", "${halves[0]}", "${halves[1]}")`],
    ['Python %', `key = "%s%s" % ("${halves[0]}", "${halves[1]}")`],
    ['printf', `key: {{ printf "%s%s" "${halves[0]}" "${halves[1]}" }}`],
    ['a template', `key = \`${halves[0]}\${'${halves[1]}'}\``],
    ['characters', `key = [${[...token].map((symbol) => `'${symbol}'`).join(', ')}]`],
    ['codes in JavaScript', `key = String.fromCharCode(${[...token].map((symbol) => symbol.charCodeAt(0)).join(', ')})`],
    ['codes in Go', `key := []byte{${[...token].map((symbol) => `0x${symbol.charCodeAt(0).toString(16)}`).join(', ')}}`],
    ['a continued line of a shell', `export KEY=${halves[0]}\\\n${halves[1]}`],
    ['a continued line of a makefile', `KEY = ${halves[0]}\\\n    ${halves[1]}`],
    ['juxtaposition over the line ends of Windows', `char key[] = "${halves[0]}"\r\n  "${halves[1]}";`],
    ['a folded scalar with them', `key: >-\r\n  ${halves[0]}\r\n  ${halves[1]}\r\nnext: 1`],
    ['a folded scalar of YAML', `key: >-\n  ${halves[0]}\n  ${halves[1]}\nnext: 1`],
    ['a quoted scalar of YAML over lines', `key: "${halves[0]}\\\n  ${halves[1]}"`],
    ['quoted-printable', `the key is ${halves[0]}=\n${halves[1]}, take =\ncare`],
    ['percent signs', `key=${escaped((code) => `%${code}`)}`],
    ['\\u{} escapes', `key = "${escaped((code) => `\\u{${code}}`)}"`],
    ['JSON in JSON in JSON', JSON.stringify({ a: JSON.stringify({ b: JSON.stringify({ key: token }) }) })],
  ])('%s', (_, text) => {
    const [verdict] = scanText(text)
    expect(verdict?.finding.rule).toBe('stripe-secret-key')
    expect(JSON.stringify(verdict)).not.toContain(halves[1])
  })

  it.each<[string, Buffer]>([
    ['a program of Windows', Buffer.concat([Buffer.alloc(64, 1), Buffer.from(`the key is ${token}`, 'utf16le'), Buffer.alloc(64, 2)])],
    ['UTF-16 of another script, without its mark', Buffer.from(`${'\u043a\u043b\u044e\u0447 '.repeat(40)}${token}`, 'utf16le')],
  ])('%s', (_, bytes) => {
    const [verdict] = scanBytes(bytes, 'a.bin')
    expect(verdict?.finding.rule).toBe('stripe-secret-key')
    expect(JSON.stringify(verdict)).not.toContain(halves[1])
  })

  const wandb = sample('{hex:40}', 'notebook')
  it.each<[string, object, string]>([
    ['lines', ['epoch 1\n', `${token}\n`], 'stripe-secret-key'],
    ['one string', [`epoch 1\n${token}\tdone`], 'stripe-secret-key'],
    ['a string of a string', [JSON.stringify(`epoch 1\n${token}\n`)], 'stripe-secret-key'],
    ['a value beside a word', [`epoch 1\nwandb login ${wandb}\n`], 'wandb-api-key'],
    ['a value behind its name', ['epoch 1\npass: xK9$2mZq!7Lw\n'], 'generic-password'],
  ])('the output of a notebook: %s', (_, text, rule) => {
    const notebook = JSON.stringify({ cells: [{ outputs: [{ output_type: 'stream', text }] }] }, null, 1)
    expect(scanText(notebook, 'a.ipynb').map(({ finding }) => finding.rule)).toEqual([rule])
  })

  it.each<[string, string]>([
    ['a path', `path.join('${halves[0]}', '${halves[1]}')`],
    ['a list with what stands between', `['${halves[0]}', '${halves[1]}'].join('-')`],
    ['a list', `['${halves[0]}', '${halves[1]}']`],
    ['lines of a literal scalar', `key: |\n  ${halves[0]}\n  ${halves[1]}`],
    ['words before a backslash', `run ${halves[0]} \\\n  ${halves[1]}`],
  ])('%s is not joined', (_, text) => expect(scanText(text).map(({ finding }) => finding.rule)).not.toContain('stripe-secret-key'))

  it('and the place is in the line of an encoder in which it begins', () => {
    const lines = base64(`${'0123456789 '.repeat(9)}key = ${token}\n`).replace(/.{76}(?=.)/g, '$&\n')
    const [verdict] = scanText(`first\n${lines}`)
    expect([verdict?.finding.line, verdict?.finding.endLine]).toEqual([3, 4])
  })

  it('and the place is where the encoded text stands', () => {
    const line = `blob = "${base64(`key = ${token}\n`)}" # end`
    const [verdict] = scanText(`first\n${line}\n`)
    expect(verdict?.finding.line).toBe(2)
    expect(verdict?.finding.excerpt.text).toContain('# end')
    expect(verdict?.finding.excerpt.text).not.toContain(base64(token).slice(4, 20))
  })
})

describe('a password is seen in a command whose arguments stand in a list', () => {
  it.each([
    'test: ["CMD", "mysqladmin", "ping", "-uroot", "-pP"]',
    "execFile('curl', ['-u', 'api:P', 'https://api.acme.io'])",
    'subprocess.run(["sshpass", "-p", "P", "ssh", "ops@web1"])',
    'CMD ["redis-cli", "-a", "P", "ping"]',
    'exec.Command("redis-cli", "-a", "P", "ping")',
  ])('%s', (line) => {
    expect(scanText(line.replace('P', sample('{base62:14}', 'command')), 'app.txt')).toHaveLength(1)
  })
})
