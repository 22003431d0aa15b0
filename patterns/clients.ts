/** Credentials passed to a client by position: the callee is the only hint. */

import { raw } from './parts.ts'
import { NO_TESTS_OR_DOCS } from './places.ts'
import type { Rule } from './rule.ts'

/** Up to five arguments before the one in question: texts, names and calls. */
const ARGUMENTS = raw`(?:(?:[bruU@$]{0,2}"[^"\n]{0,80}"|[bruU@$]{0,2}'[^'\n]{0,80}'|[\w.:$@\\]{1,40}(?:\("?[^()"\n]{0,80}"?\))?),\s{0,8}){0,5}`

/** `new acme.Client(`, `Shop::API.new(`, `createClient(`, `SpeechConfig.fromSubscription(`. Keys of these analytics are in every page. */
const CLIENT = raw`(?:(?:Client|A(?:PI|pi)|S(?:DK|dk)|R(?:est|EST)|OAuth|Minio|Translator|Provider|Environment|Logger|(?<!\bget\w{0,20})Credentials?)(?:(?:\.|::|->)(?:new|make|create|init|from\w{3,14}))?|(?<!\b(?:mixpanel|amplitude|posthog|analytics|sentry|heap|hotjar|clarity|datadogRum|LogRocket|FullStory|Stripe))(?:\.|::|->)(?:[iI]nitiali[sz]e|configure|connect|authorize(?:_account)?|createDefault|fromSubscription|startSession|set(?:Api)?Key|NewStaticV4))[ ]?\(\s{0,8}`

/** Keys that are public, numbers of accounts, UUIDs, hashes of no usual length, hosts. */
const PUBLIC = raw`[a-z\d+]{2,14}:[a-z\/]|\/|[A-Z][A-Z\d]*_[A-Z\d_]*["']|(?:pk|rzp|phc|pub|ca-pub)[_-]|(?:AKIA|ASIA|LTAI|GOOG|AC[\da-f]{32}["'])|[\da-fA-F]{8}-[\da-fA-F-]{27}["']|(?![\da-f]{32}["']|[\da-f]{40}["']|(?:[\da-f]{64}){1,4}["'])[\da-fA-F]{16,256}["']|[\w.-]{1,60}\.(?:com|net|org|io|dev|app)["']|(?:[a-z][A-Za-z_]{1,30}\.|v\d{1,2}\.){2,8}[A-Za-z_]{1,40}["']`

/** The last argument that looks like a key: identifiers, which often come before it, are not secrets. */
const KEY = raw`${ARGUMENTS}[bruU@]{0,2}["'](?!${PUBLIC})(?=[^"'\n]{0,199}\d)(?=[^"'\n]{0,199}[A-Za-z])(?<secret>[\w.+\/=:~-]{16,256})["'](?=\s{0,4}[,)])`

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
]

export default [
  {
    id: 'client-login',
    title: 'User and password passed to a client in code',
    severity: 'high',
    literals: [
      'client(',
      'dialer(',
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
      raw`(?:C(?:lient|amera)|Dialer|S(?:MTP|mtp|SH|sh)|FTP|Ftp|Auth(?:enticator)?|[dD]river|[dD]atabase|[oO]pen|[aA]uth|[cC]onnect(?:ion)?|[cC]redentials|[bB]egin)(?:\.(?:new|open))?\(\s{0,8}${ARGUMENTS}(?!["']\w{0,8}(?:password|passwd|secret|token|[_-]key)["'])["'][A-Za-z][\w.@+-]{1,60}["'],\s{0,8}["'](?=[^"'\n]{0,39}\d)(?=[^"'\n]{0,39}[a-z])(?=[^"'\n]{0,39}[^a-z\d\s"'._/:-])(?!\$)(?<secret>(?:[^\s"'\x60$\\{}<>/]|\$(?![{(\[A-Za-z_])|(?<='[^'\"\n]{0,120})\$(?![{(\[])){8,40})["'](?=\s{0,4}[,)])`,
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
      { path: 'a.cs', text: 'new ClientSecretCredential("{uuid}", "{uuid}", secret)' },
      { path: 'a.cpp', text: 'String env = GetFromEnvironment("ACME2_API_PASSWORD");' },
      { path: 'a.ts', text: "new QueryClient('application-settings-cache-v2')" },
      { path: 'client.test.js', text: "createClient('{base62:32}')" },
    ],
  },
  {
    id: 'named-client-key',
    title: 'Key passed to a client in code',
    severity: 'high',
    literals: CLIENTS.map((name) => `${name}(`),
    pattern: new RegExp(raw`(?<![A-Za-z])(?:${CLIENTS.map((name) => name.replaceAll('.', raw`\.`)).join('|')})\(\s{0,8}${KEY}`),
    path: ['*.*', ...NO_TESTS_OR_DOCS],
    general: true,
    randomness: 50,
    remedy: 'Revoke the key where it was made, and read the new one from the environment or a secret store.',
    catches: [
      { path: 'a.py', text: 'g = Github("{hex:40}")' },
      { path: 'a.py', text: 'manager = digitalocean.Manager("{hex:64}")' },
      { path: 'a.js', text: "const opentok = new OpenTok('47112233', '{hex:40}')" },
      { path: 'a.cs', text: 'var config = SpeechConfig.FromSubscription("{hex:32}", "westus");' },
      { path: 'a.go', text: 'client, err := minio.New("play.acme.io", "{alnum:20}", "{base62:40}", true)' },
    ],
    spares: [
      { path: 'a.py', text: 'g = Github(os.environ["GITHUB_TOKEN"])' },
      { path: 'a.js', text: "new OpenTok('47112233', secret)" },
      { path: 'test/a.py', text: 'g = Github("{hex:40}")' },
    ],
  },
] satisfies Rule[]
