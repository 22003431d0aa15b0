/** How a value can follow its name, and which values are accepted there. */

export type Takes = 'any' | 'quoted' | 'element' | 'bare' | 'prose'

export interface Connector {
  /** A match begins with one of these: so few connectors are tried at a place. */
  readonly begins: string
  /** After leading blanks it continues with one of these; left out, with anything. */
  readonly after?: string
  readonly form: RegExp
  readonly takes: Takes
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz'

/** In order: the first that yields a value wins. */
export const CONNECTORS: readonly Connector[] = [
  // { name: "DB_PASSWORD", value: "…" }, <add key="password" value="…"/> and <meta name="api-key" content="…">, in one line or two
  {
    begins: `\\"' \t\r\n,:{`,
    after: `\\"'\r\n,:{-VDP${LETTERS}`,
    form: /\\?["']?[ \t]{0,8}[,:]?\s{0,40}(?:[-{]\s{0,40})?(?:\\?["']?(?:type|enabled|sensitive|secure)\\?["']?\s{0,8}[:=]\s?\\?["']?\w{1,20}\\?["']?,?\s{0,40})?\\?["']?(?:[a-z]{2,12}:)?(?:(?:[a-z]{2,10}V|[vV])alue|[dD]efault(?:Value)?|ParameterValue|content)\\?["']?\s{0,8}(?:=>|[=:])\s{0,4}/y,
    takes: 'any',
  },
  // variable "name" { type = string, default = "…" } and "name": { "type": "String", "default": "…" }, and the same in YAML
  {
    begins: `"' \t\r\n:{`,
    after: '\r\n:{',
    form: /["']?[ \t]{0,4}:?[ \t]{0,4}\{?[ \t]{0,4}\r?\n(?:[ \t]{1,20}["']?(?!default|Default)[A-Za-z]\w{0,20}["']?[ \t]{0,20}[:=][^\n{}]{0,160}\n){0,5}[ \t]{1,20}["']?[Dd]efault["']?[ \t]{0,20}[:=][ \t]{0,4}/y,
    takes: 'any',
  },
  // name Type = … as Go, C, Visual Basic and SQL have it
  {
    begins: ' \t',
    after: 's[cwNAVnv',
    form: /[ \t]{1,4}(?:(?:N?VARCHAR2?|n?varchar2?)\(\w{1,4}\)|string|\[\]byte|char|wstring|NSString[ \t]?\*|As[ \t]{1,4}String)[ \t]{0,4}=[ \t]{0,4}/y,
    takes: 'any',
  },
  // name CONSTANT VARCHAR2(64) := '…', name text DEFAULT '…', name t.c%TYPE := '…' as procedures of databases have it
  {
    begins: ' \t',
    after: LETTERS + LETTERS.toUpperCase(),
    form: /[ \t]{1,20}(?:constant[ \t]{1,4})?(?:n?(?:var)?char2?(?:[ \t]?\(\w{1,6}(?:[ \t](?:char|byte))?\))?|character varying(?:\(\d{1,5}\))?|text|clob|[\w.$#]{1,80}%type)[ \t]{1,4}(?:not null[ \t]{1,4})?(?::?=|default)[ \t]{0,4}(?=n?')/iy,
    takes: 'quoted',
  },
  // char name[] = …, char name[33] = …
  { begins: '[', form: /\[[\w ]{0,30}\][ \t]{0,8}=[ \t]{0,8}(?=[LuU]?["'])/y, takes: 'any' },
  // Name { get; set; } = …
  {
    begins: ' \t{',
    after: '{',
    form: /[ \t]{0,4}\{[ \t]{0,4}(?:(?:private |protected |internal )?(?:get|set|init);[ \t]{0,4}){1,2}\}[ \t]{0,4}=[ \t]{0,4}/y,
    takes: 'any',
  },
  // name: Type = …; without blanks only before a quote, as a base64 value ends in `=` too
  {
    begins: '? \t:',
    after: ':',
    form: /\??[ \t]{0,8}:{1,2}[ \t]{0,4}(?:&(?:'\w{1,20}[ \t])?)?[A-Za-z&[][\w.<>[\]?& |]{0,40}(?:[ \t]:?=[ \t]{1,8}|=[ \t]{0,8}(?=[bfrRuL@$]{0,2}["'`]|[A-Za-z_][\w.:]{0,40}!?\())/y,
    takes: 'any',
  },
  // val name by lazy { "…" }
  { begins: ': ', after: 'b:', form: /(?:[ ]?:[ ]?[\w<>?]{1,30})? by lazy[ \t]?\{[ \t]{0,4}(?=")/y, takes: 'quoted' },
  // name = … "name": … 'name' => … name := … ["name"] = … name || … name .= … name == …
  {
    begins: `\\"'\`*])?! \t|:=-<+.`,
    after: '|?:=-<!+.',
    form: /(?:\\{0,3}["'`]|\*{1,2})?[\])]{0,2}[?!]?[ \t]{0,40}(?:\|\|=?|\?\?=?|\?=|:{1,3}=|=>|->|<{1,2}-|={1,3}|!={1,2}|[+.]=|::?(?!(?<=::)[A-Z][A-Z\d_]*(?![A-Za-z\d_]))(?!:)|\?:)[ \t]{0,40}(?:\*\*[ \t]{0,4})?(?:!!str[ \t]{1,4})?(?:[>|][+-]?)?(?:\\?\r?\n[ \t]{0,40})?/y,
    takes: 'any',
  },
  // 密码：…, 【密码】…, "密码"：…, 密码（…） and 密码「…」, with the wide signs of Chinese, Japanese and Korean
  {
    begins: `"'\`* \t\xe3\xef`,
    after: '\xe3\xef',
    form: /["'`*]{0,3}[ \t]{0,4}(?:(?:\xef\xbc\x89|\xe3\x80[\x8d\x8f\x91])[ \t]{0,4}(?:\xef\xbc\x9a|:)?|\xef\xbc[\x88\x9a\x9d]|\xe3\x80[\x8c\x8e])["'`*]{0,2}(?:[ \t]|\xe3\x80\x80){0,4}(?:\xe2\x80[\x98\x9c])?(?:\r?\n[ \t]{0,40})?/y,
    takes: 'any',
  },
  // $config{password} = … of Perl
  {
    begins: `"'}`,
    form: /(?<=[$\w>\]}]\{["']?[\w-]{1,60})["']?\}[ \t]{0,8}(?:\|\||\/\/)?=(?![=~>])[ \t]{0,8}/y,
    takes: 'any',
  },
  // "--password", type=str, default="…" and @ConfigProperty(name = "api.key", defaultValue = "…"),
  // getenv("NAME") or "…", env::var("NAME").unwrap_or("…"), ENV.fetch("NAME") { "…" }
  {
    begins: `"'`,
    form: /["'](?:[,\s]\s{0,20}\{?[^(){};]{0,160}?\b(?:default(?:Value|_value|_var)?|fallback|envDefault)["']?\s?[=:]\s?|(?<=["'][A-Z\d_]{1,60}["'])\){1,2}(?:[ ](?:or|\{)[ ]|\s{0,80}\.(?:unwrap_or(?:_else)?|orElse)\((?:\|_?\|[ ]?)?)(?=["']))/y,
    takes: 'quoted',
  },
  // getApiKey() { return "…" }, def get_token(): return "…", fun apiKey() = "…", () => "…"
  {
    begins: '(',
    form: /\([^()\n]{0,60}\)[^;{}"'`\n=]{0,30}(?:(?:\{|:|\bdo)\s{0,40}return[ \t]{1,4}|(?:=>|=)[ \t]{1,4})(?=["'])/y,
    takes: 'any',
  },
  // <name>…</name>, <property name="password">…</property>, also with the value in a <value>…</value>; <key>name</key><string>…</string>
  {
    begins: `\\"' \t\r\n><`,
    form: /(?:\\?["']?(?:\s[^<>\n]{0,60})?>\s{0,40}(?:<[vV]alue>\s{0,40})?|<\/(?:[\w-]{1,16}[-:])?(?:name|key|Key|Name|string|stringProp)>\s{0,40}(?:<description>[^<]{0,200}<\/description>\s{0,40})?<(?:[\w-]{1,16}[-:])?(?:value|Value|string|stringProp|default(?:Value)?)(?:\s[^<>\n]{0,60})?>\s{0,40})/y,
    takes: 'element',
  },
  // setName("…"), Name(value="…"), get("name", "…"), ("name", "…"), put(NAME, "…"), set(:name, "…"), {name, "…"}, strcmp(name, "…"), "name" to "…"
  {
    begins: `\\"'\` \t,(`,
    after: ',(',
    form: /(?:\\?["'`]?[ \t]{0,4}(?:\((?:value[ ]?[=:][ ]?)?|(?<=["'`A-Z\d][ \t]{0,4}|[{( ]:[a-z_]{1,60}|\{[a-z_]{1,60}|(?:cmp|equals|compare_digest)\([\w$.>-]{1,60}),)[ \t]{0,8}|"[ \t]to[ \t])(?:\r?\n[ \t]{0,40})?/y,
    takes: 'quoted',
  },
  // fill('#name', "…"), getByLabel('Name').fill("…"), find_element(By.ID, 'name').send_keys("…"), fill_in 'Name', with: "…",
  // enterText(find.byKey(Key('name')), '…'), secureTextFields["Name"].typeText("…"), getElementById('name').value = "…", name.value = "…"
  {
    begins: `"'\`]),.`,
    form: /["'`]?(?:\]["'`],[ \t]|,[ \t]with:[ \t]|\]?["'`]?\){1,4}\.(?:fill|type|pressSequentially|[sS]end_?[kK]eys|(?:set|add)Value)\([ \t]{0,8}|["']\)\),[ \t]|["']\]\.typeText\(|\]?["'`]?\)?\.value[ ]?=[ ]?)(?=b?["'`])/y,
    takes: 'quoted',
  },
  // name.equals("…")
  { begins: '.', form: /\.[eE]quals(?:IgnoreCase)?\([ \t]{0,8}/y, takes: 'quoted' },
  // name.set("…"), Name.of("…"), name.fill("…"), with nothing behind it
  {
    begins: '.',
    form: /\.(?:set|of|new|fill|send_?[kK]eys)\([ \t]{0,8}(?=(["'`])(?![A-Z][A-Z\d_]*\1)[^"'`\n]{1,200}\1[ \t]{0,8}\))/y,
    takes: 'quoted',
  },
  // std::string name{"…"}
  { begins: '{', form: /\{[ \t]{0,4}(?=")/y, takes: 'quoted' },
  // #define NAME "…", IDENTIFIED BY '…', set NAME to "…", setProperty "name" "…", (defvar *name* "…"), (def name (or (env "X") "…"))
  {
    begins: `"' \t*+`,
    after: `Bbt@"'(`,
    form: /(?:["']|(?<=\(\w{3,12} \*[\w-]{1,60})\*|(?<=\(\w{3,12} \+[\w-]{1,60})\+)?[ \t]{1,8}(?:(?:BY|by|to)[ \t]{1,4})?(?=@?["']|\(or \()/y,
    takes: 'quoted',
  },
  // node['name']['user'] = '…'
  {
    begins: `"'`,
    form: /["']\]\[["'](?!(?:min|max|length|required|pattern|format|message|error|label|placeholder|type|name|id|title|hint|help|rule)s?["'])[\w-]{1,40}["']\][ \t]{0,8}=[ \t]{0,8}(?=["'])/y,
    takes: 'quoted',
  },
  // PIC X(20) VALUE '…' of COBOL, TYPE string VALUE '…' of ABAP
  {
    begins: ' \t',
    after: 'PTt',
    form: /[ \t]{1,8}(?:PIC|TYPE|type)[ \t][\w(). -]{1,30}[ \t](?:VALUE|value)[ \t]{1,4}(?=')/y,
    takes: 'quoted',
  },
  // - --name and, on the next line, - …: for options only (./assign.ts)
  { begins: `"'\r\n`, form: /["']?\r?\n[ \t]{0,40}-[ \t]{1,4}/y, takes: 'any' },
  // | name | … |
  { begins: '\\`* \t|', after: '|', form: /\\?[`*]{0,2}(?:[ \t]{1,40}\|[ \t]{0,40}|\|[ \t]{1,40})/y, takes: 'bare' },
  // the password is …, the password for db1 is …, das Passwort lautet: …, set api_key to …
  {
    begins: ' \t',
    after: 'iwlefto',
    form: /[ \t]{1,4}(?:(?:for|of|to)[ \t](?:the[ \t])?[\w.@-]{2,40}[ \t])?(?:is|was|ist|lautet|est|es|(?<=\b[sS]et[ \t][\w .-]{1,60})to)[ \t]{0,2}:?[ \t]{1,4}/y,
    takes: 'prose',
  },
  // --name … and ENV NAME …
  { begins: ' \t', form: /[ \t]{1,8}(?![-=:<>!|&,;)\]}?+])/y, takes: 'bare' },
]
