import { describe, expect, it } from 'vitest'
import { sample } from '../helpers/sample.ts'
import { scanText } from '../helpers/scan.ts'

/** A path, and how a value V is assigned there to a name: SNAKE, UPPER, camel, Pascal, kebab. */
const SYNTAXES: readonly (readonly [string, string])[] = [
  ['db.ini', '[db]\nSNAKE = V'],
  ['app.properties', 'camel=V'],
  ['app.yml', 'db:\n  SNAKE: V'],
  ['app.yml', "  camel: 'V'"],
  ['app.yml', '        - name: UPPER\n          value: "V"'],
  ['docker-compose.yml', '    environment:\n      - UPPER=V'],
  ['values.yaml', 'auth:\n  camel: V'],
  ['stack.yml', '  Pascal:\n    Type: String\n    Default: V'],
  ['app.json', '{\n  "camel": "V"\n}'],
  ['app.json', '{"text":"{\\"SNAKE\\":\\"V\\"}"}'],
  ['app.toml', 'SNAKE = "V"'],
  ['main.tf', '  SNAKE = "V"'],
  ['main.tf', 'variable "SNAKE" {\n  type    = string\n  default = "V"\n}'],
  ['main.hcl', 'SNAKE="V"'],
  ['app.xml', '<camel>V</camel>'],
  ['web.config', '<add key="Pascal" value="V" />'],
  ['beans.xml', '<property name="camel" value="V"/>'],
  ['app.js', "const camel = 'V'"],
  ['app.js', "const x = process.env.UPPER || 'V'"],
  ['app.ts', '  camel: "V",'],
  ['app.ts', "private readonly camel: string = 'V';"],
  ['app.js', 'fetch("https://api.acme.io/v1?SNAKE=V")'],
  ['app.py', 'SNAKE = "V"'],
  ['app.py', 'connect(host="h", SNAKE="V")'],
  ['app.py', "cfg['SNAKE'] = 'V'"],
  ['app.py', "os.environ.get('UPPER', 'V')"],
  ['app.py', 'os.environ["UPPER"] = "V"'],
  ['app.py', "parser.add_argument('--kebab', default='V')"],
  ['app.py', 'if SNAKE == "V":'],
  ['app.go', '\tcamel := "V"'],
  ['app.go', '\t\tPascal: "V",'],
  ['app.go', 'const camel string = "V"'],
  ['App.java', '  private static final String UPPER = "V";'],
  ['App.java', '  config.setPascal("V");'],
  ['App.java', '  props.put("SNAKE", "V");'],
  ['App.java', '@Value("${SNAKE:V}")'],
  ['App.cs', '  public string Pascal { get; set; } = "V";'],
  ['App.vb', 'Dim camel As String = "V"'],
  ['app.rb', '  SNAKE: "V",'],
  ['app.rb', ":SNAKE => 'V'"],
  ['app.php', "$SNAKE = 'V';"],
  ['app.php', "define('UPPER', 'V');"],
  ['app.php', "  'SNAKE' => 'V',"],
  ['app.rs', 'let SNAKE = "V";'],
  ['app.rs', 'const UPPER: &str = "V";'],
  ['app.swift', 'let camel = "V"'],
  ['app.kt', 'const val UPPER: String = "V"'],
  ['app.scala', 'val camel: String = "V"'],
  ['pom.xml', '<spring.datasource.password>V</spring.datasource.password>'],
  ['hive-site.xml', '<property><name>fs.SNAKE</name><value>V</value></property>'],
  ['hive-site.xml', '  <property>\n    <name>fs.SNAKE</name>\n    <value>V</value>\n  </property>'],
  ['web.xml', '<param-name>camel</param-name>\n<param-value>V</param-value>'],
  ['keepass.xml', '<String><Key>Pascal</Key><Value ProtectInMemory="True">V</Value></String>'],
  ['app.xml', '<Parameter Name="camel">V</Parameter>'],
  ['login.ts', "await page.fill('#kebab', 'V')"],
  ['login.ts', `await page.fill('input[name="camel"]', 'V')`],
  ['login.ts', "await page.getByLabel('Pascal').fill('V')"],
  ['login.js', "cy.get('[data-test=kebab]').type('V{enter}')"],
  ['login.py', "driver.find_element(By.ID, 'SNAKE').send_keys('V')"],
  ['LoginPage.java', '    driver.findElement(By.id("camel")).sendKeys("V");'],
  ['LoginPage.java', '    wait.until(ExpectedConditions.elementToBeClickable(By.id("camel"))).sendKeys("V");'],
  ['login.py', 'wait.until(EC.presence_of_element_located((By.CSS_SELECTOR, "[name=\'SNAKE\']"))).send_keys("V")'],
  ['fill.js', "document.getElementById('camel').value = 'V';"],
  ['fill.js', `document.querySelector("[name='kebab']").value = 'V';`],
  ['fill.js', "document.forms[0].camel.value = 'V';"],
  ['login.rb', "    fill_in 'SNAKE', with: 'V'"],
  ['beans.xml', '<property value="V" name="camel"/>'],
  ['App.swift', 'request.setValue("V", forHTTPHeaderField: "kebab")'],
  ['parameters.json', '"camel": {\n  "value": "V"\n}'],
  ['parameters.json', '{"camel": {"value": "V"}}'],
  ['template.json', '"camel": { "type": "securestring", "defaultValue": "V" }'],
  ['stack.json', '{"ParameterKey": "Pascal", "ParameterValue": "V"}'],
  ['stack.yml', '- ParameterKey: Pascal\n  ParameterValue: V'],
  ['app.pl', "$config{SNAKE} = 'V';"],
  ['app.pl', "$cfg->{db}->{SNAKE} = 'V';"],
  ['app.py', 'parser.add_argument("--kebab", type=str, required=False, default="V")'],
  ['app.py', 'SNAKE: str = field(default="V")'],
  ['app.js', "yargs.option('kebab', { type: 'string', default: 'V' })"],
  ['app.ts', "camel: z.string().default('V'),"],
  ['App.java', '@ConfigProperty(name = "kebab", defaultValue = "V")'],
  ['app.go', '\tPascal string `env:"UPPER" envDefault:"V"`'],
  ['app.py', 'def get_SNAKE():\n    return "V"'],
  ['App.java', '  public String getPascal() { return "V"; }'],
  ['app.js', "const getPascal = () => 'V'"],
  ['app.kt', 'fun camel() = "V"'],
  ['app.js', "const camel = process.env.UPPER?.trim() || 'V'"],
  ['app.js', "const camel = isProduction ? process.env.UPPER : 'V'"],
  ['App.java', 'String camel = Optional.ofNullable(System.getenv("UPPER")).orElse("V");'],
  ['app.js', "const [camel, setPascal] = useState('V')"],
  ['App.cs', 'var camel = Encoding.UTF8.GetBytes("V");'],
  ['app.ts', "const camel = new TextEncoder().encode('V')"],
  ['app.ts', "  camel: await encode('V'),"],
  ['App.java', 'config.setPascal(encoder().encode("V"));'],
  ['app.swift', 'let camel: [UInt8] = Array("V".utf8)'],
  ['app.swift', 'let camel = Data(hex: "V")'],
  ['app.swift', 'let camel = String(data: Data(base64Encoded: "V")!, encoding: .utf8)'],
  ['app.py', 'env = environ.Env(UPPER=(str, "V"))'],
  ['app.py', 'Pascal(value="V").save("db")'],
  ['database.yml', "  SNAKE: <%= ENV['X'] || 'V' %>"],
  ['database.yml', '  SNAKE: <%= ENV.fetch("X", "V") %>'],
  ['database.yml', '  SNAKE: <%= ENV.fetch("X") { "V" } %>'],
  ['app.rb', 'connect(ENV.fetch("UPPER") { "V" })'],
  ['app.py', "connect(os.getenv('UPPER') or 'V')"],
  ['app.rs', '    env::var("UPPER")\n        .unwrap_or_else(|_| "V".to_string())'],
  ['App.java', 'String p = Optional.ofNullable(System.getenv("UPPER")).orElse("V");'],
  ['app.rb', 'SNAKE = ENV.fetch("X") { "V" }'],
  ['app.rb', 'set :SNAKE, ENV.fetch("X") { "V" }'],
  ['app.rs', '#[clap(long, env, default_value = "V")] SNAKE: String,'],
  ['App.java', 'void open(@DefaultValue("V") String camel) {'],
  ['app.erl', '{SNAKE, <<"V">>}'],
  ['app.rs', 'let SNAKE = r#"V"#;'],
  ['app.swift', 'let camel = #"V"#'],
  ['app.cpp', 'const char* SNAKE = R"(V)";'],
  ['app.cpp', 'const char* SNAKE = R"pw(V)pw";'],
  ['app.lua', 'local SNAKE = [[V]]'],
  ['app.rb', 'SNAKE = %q(V)'],
  ['app.rb', 'SNAKE = %q{V}'],
  ['app.rb', 'SNAKE = <<~END\n  V\nEND'],
  ['app.pl', 'my $SNAKE = q{V};'],
  ['app.pl', "my ($user, $SNAKE) = ('admin', 'V');"],
  ['app.exs', 'config :app, SNAKE: ~s(V)'],
  ['app.php', "$SNAKE = <<<'EOT'\nV\nEOT;"],
  ['app.php', "[$user, $SNAKE] = ['admin', 'V'];"],
  ['app.js', 'const [user, camel] = ["admin", "V"]'],
  ['app.ps1', "$Pascal = @'\nV\n'@"],
  ['main.tf', 'SNAKE = <<-EOT\n  V\n  EOT'],
  ['app.dart', "final String camel = 'V';"],
  ['app.cpp', 'const char* SNAKE = "V";'],
  ['app.h', '#define UPPER "V"'],
  ['app.c', 'const char SNAKE[] = "V";'],
  ['app.h', '#define UPPER @"V"'],
  ['app.cpp', 'std::string camel{"V"};'],
  ['app.rs', 'SNAKE: String::from("V"),'],
  ['app.rs', 'SNAKE: Some("V".into()),'],
  ['app.rs', 'let SNAKE = env::var("X").unwrap_or("V".to_string());'],
  ['app.scala', 'camel = Some("V")'],
  ['app.go', 'var camel = []byte("V")'],
  ['app.ts', "camel: <string>'V',"],
  ['app.py', 'SNAKE = (\n    "V"\n)'],
  ['app.rb', "set :SNAKE, 'V'"],
  ['app.erl', '{SNAKE, "V"}'],
  ['App.java', 'if (camel.equals("V")) {'],
  ['App.java', 'if ("V".equals(camel)) {'],
  ['app.py', 'login.camel.set("V")'],
  ['app.py', 'camel.send_keys("V")'],
  ['app.js', "if ('V' === config.camel) {"],
  ['app.c', 'if (strcmp(SNAKE, "V") == 0)'],
  ['app.lua', 'local SNAKE = "V"'],
  ['app.pl', "my $SNAKE = 'V';"],
  ['app.exs', 'config :app, SNAKE: "V"'],
  ['app.R', 'SNAKE <- "V"'],
  ['app.groovy', "def camel = 'V'"],
  ['run.sh', "export UPPER='V'"],
  ['run.sh', "tool --kebab 'V'"],
  ['run.sh', 'tool --kebab=V'],
  ['run.ps1', '$Pascal = "V"'],
  ['run.bat', 'set UPPER=V'],
  ['Makefile', 'UPPER := V'],
  ['Dockerfile', 'ENV UPPER=V'],
  ['Dockerfile', 'ENV UPPER V'],
  ['Dockerfile', 'ARG UPPER=V'],
  ['call.http', 'X-Pascal: V'],
  ['seed.sql', "SET @SNAKE = 'V';"],
  ['seed.sql', "INSERT INTO users (id, SNAKE, name) VALUES (1, 'V', 'bob');"],
  ['app.kt', 'mapOf("SNAKE" to "V")'],
  ['app.py', 'SNAKE = os.environ.get("X") or "V"'],
  ['app.py', 'SNAKE: str = Field(default="V")'],
  ['app.py', 'SNAKE = args.x if args.x else "V"'],
  ['app.jsx', "<Map camel={'V'} />"],
  ['Info.plist', '<key>Pascal</key>\n\t<string>V</string>'],
  ['beans.xml', '<property name="camel"><value>V</value></property>'],
  ['index.html', '<meta name="kebab" content="V">'],
  ['notes.txt', 'WORDS: V'],
  ['notes.txt', '| SNAKE | V |'],
]

const NAMES = ['password', 'smtp_password', 'secret_key', 'client_secret', 'api_key', 'access_token', 'passphrase', 'jwt_secret']

/** What is drawn, and what a person chose. */
const SECRETS = ['{base62:24}', '{hex:32}', '{base62:22}==', 'Tr0ub4{lower:3}%9xQ!']

const HARMLESS = [
  '${DB_PASSWORD}',
  '{{ .Values.password }}',
  '<password>',
  '********',
  'xxxxxxxxxxxx',
  'null',
  'password',
  'your_password_here',
  'example-secret-value',
  'process.env.PASSWORD',
  'DB_PASSWORD_FILE',
  '/run/secrets/db_password',
  'https://example.com/token',
  'forgotPassword',
  'user.password.label',
  'password-input',
  'Enter your password',
]

const camel = (name: string) => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())

const written = (syntax: string, name: string, value: string) =>
  `${syntax
    .replace('SNAKE', () => name)
    .replace('UPPER', () => name.toUpperCase())
    .replace('WORDS', () => name.replaceAll('_', ' '))
    .replace(/camel/, () => camel(name))
    .replace('Pascal', () => camel(`_${name}`))
    .replace('kebab', () => name.replaceAll('_', '-'))
    .replace(/\bV\b/, () => value)}\n`

const refused = (path: string, syntax: string, values: readonly string[]) =>
  NAMES.flatMap((name) =>
    values
      .map((shape) => written(syntax, name, sample(shape, `${name} ${shape}`)))
      .filter((text) => scanText(text, path).some(({ outcome }) => outcome === 'blocked')),
  )

describe('what is assigned to a telling name', () => {
  it.each(SYNTAXES)('in %s, as %j, is refused if it is a secret', (path, syntax) => {
    expect(refused(path, syntax, SECRETS)).toHaveLength(NAMES.length * SECRETS.length)
  })

  it.each(SYNTAXES)('in %s, as %j, passes if it is none', (path, syntax) => {
    expect(refused(path, syntax, HARMLESS)).toEqual([])
  })
})

describe('letters and blanks outside ASCII end no value, and hide none', () => {
  const value = sample('{base62:14}', 'letters')
  it.each([
    ['a letter whose second byte is a blank elsewhere', `db.password=K\u00e0${value}\n`],
    ['the same in a URL', `postgres://app:K\u00e0${value}@db.acme.io/x`],
    ['the same in a command', `curl -u app:K\u00e0${value} https://api.acme.io`],
    ['a blank that does not break, before a colon', `Mot de passe\u00a0: ${value}`],
    ['a narrow one', `mot de passe\u202f: ${value}`],
    ['one behind a colon', `password:\u00a0${value}`],
  ])('%s', (_, text) => expect(scanText(text).map(({ outcome }) => outcome)).toEqual(['blocked']))
})
