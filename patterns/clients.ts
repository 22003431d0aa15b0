/** Credentials passed to a client by position: the callee is the only hint. */

import { GAP } from './parts.ts'
import { NO_TESTS_OR_DOCS } from './places.ts'
import type { Rule } from './rule.ts'
import { raw } from './sources.ts'

/** Up to five arguments before the one in question: texts, names and calls. */
const ARGUMENTS = raw`(?:(?:[bruU@$]{0,2}"[^"\n]{0,80}"|[bruU@$]{0,2}'[^'\n]{0,80}'|[\w.:$@\\]{1,40}(?:\("?[^()"\n]{0,80}"?\))?),${GAP}){0,5}`

/** `new acme.Client(`, `Shop::API.new(`, `createClient(`, `SpeechConfig.fromSubscription(`. Keys of these analytics are in every page. */
const CLIENT = raw`(?:(?:Client|A(?:PI|pi)|S(?:DK|dk)|R(?:est|EST)|OAuth|Minio|Translator|Provider|Environment|Logger|(?<!\bget\w{0,20})Credentials?)(?:(?:\.|::|->)(?:new|make|create|init|from\w{3,14}))?|(?<!\b(?:mixpanel|amplitude|posthog|analytics|sentry|heap|hotjar|clarity|datadogRum|LogRocket|FullStory|Stripe))(?:\.|::|->)(?:[iI]nitiali[sz]e|configure|connect|authorize(?:_account)?|createDefault|fromSubscription|startSession|set(?:Api)?Key|NewStaticV4))[ ]?\(${GAP}`

/** The name of a class, or another one with dots: `com.acme.db2.Driver`. */
const DOTTED = raw`(?:[a-z]\w{1,30}\.){2,8}(?:[A-Za-z_]{1,40}|[A-Z][A-Za-z_]{0,40}\d{1,4}[A-Za-z_]{0,40}(?:\.[A-Za-z_]{1,40})?)["']`

/** Keys that are public, numbers of accounts, UUIDs, hashes of no usual length, hosts, identifiers of what a stack has. */
const PUBLIC = raw`public-token-|client-[0-9A-Za-z]{40}|[0-9a-z+]{2,14}:[a-z\/]|\/|[A-Z][0-9A-Z]{0,60}_[0-9A-Z_]{0,60}["']|(?:pk|rzp|phc|pub|ca-pub)[_-]|(?:AKIA|ASIA|LTAI|GOOG|AC[0-9a-f]{32}["'])|(?<!\b(?:Exa|agentops\.init)\(["'])[0-9A-Fa-f]{8}-[0-9A-Fa-f-]{27}["']|(?![0-9a-f]{32}["']|[0-9a-f]{40}["']|(?:[0-9a-f]{64}){1,4}["'])[0-9A-Fa-f]{16,256}["']|[\w.-]{1,60}\.(?:com|net|org|io|dev|app)["']|${DOTTED}|(?<=\((?:this|self|scope|stack),${GAP}["'])[\w-]{1,80}["'],${GAP}\{`

/** The last argument that looks like a key: identifiers, which often come before it, are not secrets. */
const KEY = raw`${ARGUMENTS}[bruU@]{0,2}["'](?!${PUBLIC}|[\w./-]+\/[\w-]+\.(?:properties|xml|json|ya?ml|conf|cfg|ini|txt|html?|[jt]s|py|java|pem|crt)["'])(?=[^"'\n]{0,199}\d)(?=[^"'\n]{0,199}[A-Za-z])(?<secret>[\w.+\/=:~-]{16,256})["'](?=\s{0,4}[,)])`

/** Clients that have the name of what they talk to. */
const CLIENTS = [
  'Github',
  'digitalocean.Manager',
  'dropbox.Dropbox',
  'OpenTok',
  'StreamChat.getInstance',
  'Ably.Realtime',
  'Pusher',
  'SpeechConfig',
  'SpeechConfig.FromSubscription',
  'BlockBlobService',
  'minio.New',
  'qbox.NewMac',
  'AipOcr',
  'AipSpeech',
  'AipFace',
  'AipNlp',
  'JPush',
  'TronWeb',
  'account.signTransaction',
  'OAuth2WebServerFlow',
  'Genius',
  'TwoCaptcha',
  'RemoveBg',
  'MonkeyLearn',
  'PyHunter',
  'fitbit.Fitbit',
  'Wit',
  'GeetestLib',
  'Marvel',
  'tinypng',
  'Mux',
  'Novu',
  'Exa',
  'agentops.init',
]

export default [
  {
    id: 'client-login',
    title: 'User and password passed to a client in code',
    severity: 'high',
    literals: [
      'client(',
      'dialer(',
      'minio(',
      'Neo4jGraph(',
      'Neo4jVector(',
      'smtp(',
      'ftp(',
      'ftp.open(',
      'ftp.new(',
      'ssh(',
      'auth(',
      'authenticator(',
      'connect(',
      'connection(',
      'driver(',
      'database(',
      'open(',
      'credentials(',
      'begin(',
      'camera(',
    ],
    pattern: new RegExp(
      raw`(?:C(?:lient|amera)|Dialer|Minio|Neo4j(?:Graph|Vector)|S(?:MTP|mtp|SH|sh)|FTP|Ftp|Auth(?:enticator)?|[dD]river|[dD]atabase|[oO]pen|[aA]uth|[cC]onnect(?:ion)?|[cC]redentials|[bB]egin)(?:\.(?:new|open))?\(${GAP}${ARGUMENTS}(?!["']\w{0,8}(?:password|passwd|secret|token|[_-]key)["'])["'][A-Za-z][\w.@+-]{1,60}["'],${GAP}["'](?=[^"'\n]{0,39}\d)(?=[^"'\n]{0,39}[a-z])(?=[^"'\n]{0,39}[^0-9a-z\s"'._/:-])(?!\$|${DOTTED})(?<secret>(?:[^\s"'\x60$\\{}<>/]|\$(?![{(\[A-Za-z_])|(?<='[^'\"\n]{0,120})\$(?![{(\[])){8,40})["'](?=\s{0,4}[,)])`,
    ),
    path: ['*.*', ...NO_TESTS_OR_DOCS],
    general: true,
    checksum: 'url-password',
    randomness: 24,
    remedy: 'Change the password, and read it from the environment or a secret store.',
    catches: [
      { path: 'a.go', text: 'd := gomail.NewDialer("smtp.acme.io", 587, "mailer", "K7{base62:10}")' },
      { path: 'a.py', text: "client = InfluxDBClient('10.0.3.18', 8086, 'root', 'K7{base62:10}', 'metrics')" },
      { path: 'a.cs', text: 'using (var ssh = new SshClient("10.0.3.61", "deploy", "K7{base62:14}"))' },
      { path: 'a.java', text: 'builder.withCredentials("app", "K7{base62:12}").build();' },
      { path: 'a.py', text: 'store = Minio("s3.acme.io", "backup", "K7{base62:12}", secure=True)' },
      { path: 'a.py', text: 'graph = Neo4jGraph(url, "neo4j", "K7{base62:12}")' },
      { path: 'a.ino', text: 'Blynk.begin(auth, "office", "K7{base62:10}");' },
    ],
    spares: [
      { path: 'a.go', text: 'd := gomail.NewDialer("smtp.acme.io", 587, "mailer", password)' },
      { path: 'a.py', text: "client = Client('shop', 'release-2024-notes')" },
      { path: 'a.js', text: "db.open('users', 'byEmail2')" },
      { path: 'a.js', text: "fs.open('a', 'w+')" },
    ],
  },
  {
    id: 'client-key',
    title: 'Key passed to a client in code',
    severity: 'high',
    literals: [
      'client(',
      'client.new(',
      'client::make(',
      'client::create(',
      'client.create(',
      'api(',
      'api.new(',
      'sdk(',
      'rest(',
      'oauth(',
      'minio(',
      'translator(',
      'provider(',
      'credentials(',
      'NewStaticV4(',
      'logger(',
      '.initialize(',
      '.initialise(',
      '.configure(',
      '.authorize(',
      'authorize_account(',
      'environment(',
      '.connect(',
      '.createDefault(',
      'fromSubscription(',
      'startSession(',
      'setKey(',
      'setApiKey(',
    ],
    pattern: new RegExp(`${CLIENT}${KEY}`),
    path: ['*.*', ...NO_TESTS_OR_DOCS],
    general: true,
    randomness: 50,
    remedy: 'Revoke the key where it was made, and read the new one from the environment or a secret store.',
    catches: [
      { path: 'a.py', text: 'client = Client("{base62:16}", "{base62:32}")' },
      { path: 'a.js', text: "const index = search.createClient('{base62:32}');" },
      { path: 'a.rb', text: "api = Shop::API.new('https://shop.acme.io', '{base62:40}')" },
      { path: 'a.go', text: 'creds := credentials.NewStaticV4("{base62:20}", "{base62:40}", "")' },
      { path: 'a.java', text: 'SpeechConfig config = SpeechConfig.fromSubscription("{hex:32}", "westeurope");' },
    ],
    spares: [
      { path: 'a.py', text: 'client = Client(os.environ["KEY"], "https://api.acme.io/v2/accounts")' },
      { path: 'a.js', text: "mixpanel.initialize('{hex:32}')" },
      { path: 'a.js', text: "const api = createClient('pk_{base62:32}')" },
      { path: 'A.java', text: 'LOG = LoggerFactory.getLogger("io.acme.s3b.S3BClient.Audit");' },
      { path: 'a.cs', text: 'new ClientSecretCredential("{uuid}", "{uuid}", secret)' },
      { path: 'a.cpp', text: 'String env = GetFromEnvironment("ACME2_API_PASSWORD");' },
      { path: 'a.ts', text: "new QueryClient('application-settings-cache-v2')" },
      { path: 'A.java', text: 'Shop.configure("src/main/shop/forVersion2/shop2.properties");' },
      { path: 'client.test.js', text: "createClient('{base62:32}')" },
      { path: 'a.ts', text: "new batch.ComputeEnvironment(this, 'M5Large{base62:12}', {" },
    ],
  },
  {
    id: 'named-client-key',
    title: 'Key passed to a client in code',
    severity: 'high',
    literals: CLIENTS.map((name) => `${name}(`),
    pattern: new RegExp(raw`(?<![A-Za-z])(?:${CLIENTS.map((name) => name.replaceAll('.', raw`\.`)).join('|')})\(${GAP}${KEY}`),
    path: ['*.*', ...NO_TESTS_OR_DOCS],
    general: true,
    randomness: 50,
    remedy: 'Revoke the key where it was made, and read the new one from the environment or a secret store.',
    catches: [
      { path: 'a.py', text: 'g = Github("{hex:40}")' },
      { path: 'a.py', text: 'manager = digitalocean.Manager("{hex:64}")' },
      { path: 'a.js', text: "const opentok = new OpenTok('47112233', '{hex:40}')" },
      { path: 'a.ts', text: "const mux = new Mux('{uuid}', '{base64:74}a')" },
      { path: 'a.ts', text: "const exa = new Exa('{uuid}')" },
      { path: 'a.cs', text: 'var config = SpeechConfig.FromSubscription("{hex:32}", "westus");' },
      { path: 'a.go', text: 'client, err := minio.New("play.acme.io", "{alnum:20}", "{base62:40}", true)' },
    ],
    spares: [
      { path: 'a.py', text: 'g = Github(os.environ["GITHUB_TOKEN"])' },
      { path: 'a.js', text: "new OpenTok('47112233', secret)" },
      { path: 'test/a.py', text: 'g = Github("{hex:40}")' },
    ],
  },
  // Of Knock, Plunk and others: all say of their secret keys only that they are secret.
  {
    id: 'client-secret-key',
    title: 'Secret key passed to a client in code',
    severity: 'high',
    literals: ["('sk_", '("sk_', '(`sk_'],
    pattern: /\w\(["'`](?<secret>sk_(?!test_)[\w-]{32,120})["'`]/,
    general: true,
    randomness: 90,
    remedy: 'Revoke the key where it was made, and read the new one from the environment or a secret store.',
    catches: ["const knock = new Knock('sk_{base64url:42}a')", 'new Plunk("sk_{hex:50}")'],
    spares: ["new Knock('sk_test_{base62:43}')", "startsWith('sk_')", "t('sk_settings_of_the_account_of_a_user_title')"],
  },
] satisfies Rule[]
