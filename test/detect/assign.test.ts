import { describe, expect, it } from 'vitest'
import { assignment } from '../../src/detect/assign.ts'
import { endings, nameWords } from '../../src/detect/names.ts'
import { nameSpan } from '../../src/detect/span.ts'

/** The value that is assigned to the first name with `pass` or `token` in it. */
function value(text: string): string | undefined {
  const at = text.search(/pass|token/i)
  return assignment(text, ...nameSpan(text, at, at))?.value
}

describe('what is assigned to what', () => {
  it.each<[string, string]>([
    ['JavaScript', "const password = 'v4lue'"],
    ['TypeScript', "private readonly password: string = 'v4lue'"],
    ['an object', '{ password: "v4lue" }'],
    ['JSON', '{"password": "v4lue"}'],
    ['JSON in a string', '"{\\"password\\": \\"v4lue\\"}"'],
    ['a template string', 'password = `v4lue`'],
    ['a default', 'const password = process.env.PW || "v4lue"'],
    ['another default', 'password = env("DB_PW", "v4lue")'],
    ['Python', 'password = b"v4lue"'],
    ['a Python dict', "config['password'] = 'v4lue'"],
    ['a keyword argument', 'connect(user="a", password="v4lue")'],
    ['Go', 'password := "v4lue"'],
    ['Go with a type', 'var password string = "v4lue"'],
    ['Java', 'String password = "v4lue";'],
    ['a setter', 'ds.setPassword("v4lue");'],
    ['a call by name', 'put("password", "v4lue")'],
    ['a line of code in a string', '"password = v4lue;\\n  next();"'],
    ['PL/SQL', "l_password VARCHAR2(50) := 'v4lue';"],
    ['a constant of PL/SQL', "l_password CONSTANT VARCHAR2(64 CHAR) := 'v4lue';"],
    ['a default of PL/pgSQL', "password text DEFAULT 'v4lue';"],
    ['a type of a column', "password users.pw%TYPE := 'v4lue';"],
    ['Lisp', '(defparameter *db-password* "v4lue")'],
    ['a default of Clojure', '(def password (or (System/getenv "PW") "v4lue"))'],
    ['R', 'password <<- "v4lue"'],
    ['Chef', "node['password']['root'] = 'v4lue'"],
    ['Haskell', 'password = fromMaybe "v4lue" given'],
    ['a constructor of Rust', 'let p = Password::new("v4lue");'],
    ['a pair of a stack', "{ name: 'password', stringValue: 'v4lue' }"],
    ['a default of the next line', 'password = given\n  || "v4lue"'],
    ['a call that is given a user', 'CheckPassword("john", "v4lue")'],
    ['a call that is given a service and a user', "keyring.set_password('acme', 'ci@acme.io', 'v4lue')"],
    ['a call that is given a salt', 'HashPassword("v4lue", "salt")'],
    ['a list of pairs', 'Server=db;Password=v4lue;Database=shop'],
    ['another list of pairs', 'tcp,addr=:6379,password=v4lue,db=0'],
    ['a call in lines', 'put(\n  "password",\n  "v4lue"\n)'],
    ['Ruby', ":password => 'v4lue'"],
    ['Rust', 'let password: &str = "v4lue";'],
    ['Kotlin', 'val password: String = "v4lue"'],
    ['Kotlin, made when asked for', 'val password: String by lazy { "v4lue" }'],
    ['Julia', 'password::String = "v4lue"'],
    ['Ada', 'Password : constant String := "v4lue";'],
    ['Nim', 'const password* = "v4lue"'],
    ['Haskell', 'password = T.pack "v4lue"'],
    ['Clojure', '{:db-password "v4lue" :port 5}'],
    ['SQL', "DECLARE @password NVARCHAR(50) = 'v4lue'"],
    ['COBOL', "01 WS-PASSWORD PIC X(20) VALUE 'v4lue'."],
    ['ABAP', "DATA lv_pass TYPE string VALUE 'v4lue'."],
    ['AppleScript', 'set thePassword to "v4lue"'],
    ['Spring', 'password="{noop}v4lue"'],
    ['Ansible', 'password: "{{ db_pw | default(\'v4lue\') }}"'],
    ['Helm', 'password: {{ .Values.pw | default "v4lue" }}'],
    ['CloudFormation', 'Password: !Sub "v4lue"'],
    ['JMeter', '<stringProp name="Argument.name">password</stringProp>\n<stringProp name="Argument.value">v4lue</stringProp>'],
    ['Flutter', "enterText(find.byKey(Key('password')), 'v4lue')"],
    ['Swift, typed', 'app.secureTextFields["Password"].typeText("v4lue")'],
    ['prose', 'the password for db1 is v4lue'],
    ['PHP', "'password' => 'v4lue',"],
    ['C', '#define PASSWORD "v4lue"'],
    ['a comparison', 'if (password == "v4lue")'],
    ['YAML', 'password: v4lue'],
    ['YAML, with a tag', 'password: !!str "v4lue"'],
    ['YAML, on the next line', 'password:\n  "v4lue"'],
    ['the next line, with more in it', 'token:\n  v4lue expires tomorrow'],
    ['a YAML block', 'password: >-\n  v4lue\n'],
    ['TOML', 'password = "v4lue"'],
    ['INI', 'password=v4lue\n'],
    ['properties', 'spring.datasource.password=v4lue'],
    ['dotenv', 'DB_PASSWORD=v4lue'],
    ['a shell', 'export DB_PASSWORD="v4lue"'],
    ['a default of a shell', '--db "${DB_PASSWORD:-v4lue}"'],
    ['a default that is set', ': "${DB_PASSWORD:=v4lue}"'],
    ['a Dockerfile', 'ENV DB_PASSWORD v4lue'],
    ['an option', 'cmd --password v4lue --x'],
    ['an option with =', 'cmd --password=v4lue --x'],
    ['an XML element', '<password>v4lue</password>'],
    ['an XML property', '<property name="password">v4lue</property>'],
    ['an XML attribute', '<add key="password" value="v4lue"/>'],
    ['a Kubernetes list', '- name: DB_PASSWORD\n  value: v4lue'],
    ['SQL', "CREATE USER a WITH PASSWORD 'v4lue'"],
    ['Terraform', 'password = "v4lue"'],
    ['a header', 'X-Api-Token: v4lue'],
    ['a bearer', 'token: Bearer v4lue'],
    ['a query', 'https://a.io/?token=v4lue&x=1'],
    ['a reference with a default', 'password = "${app.pw:v4lue}"'],
    ['a Markdown table', '| password | v4lue |'],
    ['prose', 'the password is v4lue'],
  ])('%s', (_, text) => expect(value(text)).toBe('v4lue'))

  it('takes no hash behind the password for a password behind a user', () => {
    expect(value('checkPassword("rosebud", "$2b$12$abc")')).toBe('rosebud')
  })

  it('looks behind a few users of a call, however many words it is given', () => {
    expect(value(`password(${'"word", '.repeat(100_000)}"v4lue")`)).toBe('word')
  })

  it.each<[string, string]>([
    ['a comparison of names', 'password.length > 5'],
    ['an empty value', 'password = ""'],
    ['a label', '<label for="password">Your password</label>'],
    ['a type', 'password'],
    ['a member of a class', 'case Password::AES128_CBC:'],
    ['a variable before a key', '{ password,\n"rdns": rdns }'],
    ['a list in lines', '["password",\n  "v4lue"]'],
    ['a variable before another argument', 'connect(password, "main")'],
    ['a string that runs on', 'password = "v4lue\n'],
    ['what is read from the environment', "'password' => env('DB_PW')"],
    ['a mapping', 'password:\n  key: v4lue'],
    ['a mapping of versions', 'token:\n  v1beta2:\n    size: 3'],
    ['a target of make', 'get-token:\n\tacme login --cluster 2'],
    ['a name without a value before another', 'smtp.password=\nsmtp.host=mail'],
    ['the end of a hash in Base64', 'go.mod h1:DfAXx5VcPw=\nacme.org v0.0.0-2021'],
  ])('nothing in %s', (_, text) => expect(value(text)).toBeUndefined())
})

it('a quote that is doubled does not end a value', () => {
  expect(value("password: 'it''s v4lue'")).toBe("it''s v4lue")
  expect(value("password('', 'v4lue')")).toBeUndefined()
})

describe('a line of a name, a sign and a word has the whole word', () => {
  it.each<[string, string]>([
    ['db.password=K9|v4<l>u3\n', 'K9|v4<l>u3'],
    ["export DB_PASSWORD=K9'v4lu3", "K9'v4lu3"],
    ['password: T"k7`v4lu3  \r\nuser: a', 'T"k7`v4lu3'],
    ['  password: v4lu3"', 'v4lu3'],
    ['  password: v4lu3</b>', 'v4lu3'],
    ['password=v4lu3");', 'v4lu3'],
    ["a: 1, password: v4lu3'}", 'v4lu3'],
    ["services:\n  - DB_PASSWORD=K9'v4lu3 # prod\n", "K9'v4lu3"],
    ['set DB_PASSWORD=K9"v4lu3\r', 'K9"v4lu3'],
    ['TOKEN=v4lu3"."$part', 'v4lu3'],
    [`${' '.repeat(60)}password = K9|v4lu3`, 'K9|v4lu3'],
    [`a ${' '.repeat(200)}password = K9|v4lu3`, 'K9'],
    ['password=v4lu3|other # more', 'v4lu3|other'],
  ])('%s', (text, found) => expect(value(text)).toBe(found))
})

describe('an authorization', () => {
  const credentials = (text: string) => assignment(text, ...nameSpan(text, text.search(/auth/i), text.search(/auth/i)))?.value
  it.each<[string, string | undefined]>([
    ['Authorization: v4lue', 'v4lue'],
    ['Authorization: SSWS v4lue', 'v4lue'],
    ['Authorization: SSWS   v4lue\n', 'v4lue'],
    [`curl -H 'Authorization: GenieKey v4lue' https://example.org`, 'v4lue'],
    [`{ authorization: 'Zoho-oauthtoken v4lue' }`, 'v4lue'],
    ['{ "Authorization": "Signature dmFsdWU=" }', 'dmFsdWU='],
    ['Authorization: NTLM', undefined],
    ['Authorization: Digest username="Mufasa"', undefined],
    ['Authorization: AWS4-HMAC-SHA256 Credential=AKID/20150830/us-east-1/iam/aws4_request', undefined],
  ])('%s', (text, found) => {
    expect(credentials(text)).toBe(found)
  })
})

describe('a name', () => {
  it.each([
    ['dbUserPassword', ['db', 'user', 'password']],
    ['DB_USER_PASSWORD', ['db', 'user', 'password']],
    ['spring.datasource.password', ['spring', 'datasource', 'password']],
    ['APIKey2', ['api', 'key', '2']],
    ['X-Api-Token', ['x', 'api', 'token']],
  ])('%s is taken apart', (name, words) => expect(nameWords(name)).toEqual(words))

  it.each<[string, string, boolean]>([
    ['db_pass', 'pass', true],
    ['apiKey', 'apikey', true],
    ['PASSWORD_PROD', 'password', true],
    ['mysecret', 'secret', true],
    ['bypass', 'pass', false],
    ['namepass', 'pass', false],
    ['usernamepass', 'pass', true],
    ['dnpass', 'pass', true],
    ['mailpw', 'pw', true],
    ['getpw', 'pw', false],
    ['wifipsk', 'psk', true],
    ['ecdhepsk', 'psk', false],
    ['password_hash', 'password', false],
    ['token_url', 'token', false],
    ['key_id', 'apikey', false],
  ])('%s ends in %s: %s', (name, ending, is) => expect(endings(nameWords(name)).includes(ending)).toBe(is))
})
