/** Secrets in pieces, or within something longer: joined from strings, in a pair, in a list of bytes, hashed on the spot. */
import { NO_TESTS } from './places.ts'
import type { Rule } from './rule.ts'

export default [
  {
    id: 'joined-login',
    title: 'User and password that code joins',
    severity: 'high',
    literals: [':" +', ":' +", ':" .', ":' .", ':"+', ":'+", ':".', ":'."],
    pattern:
      /(?<![\w"'])b?["'](?=(?<user>[A-Za-z][\w.@+-]{1,60}))[A-Za-z][\w.@+-]{1,60}(?:["'] ?[+.] ?["']:|:)["'] ?[+.] ?b?(?=(?<quote>["'])[^"'\n]{7,120}\k<quote>)["'](?!\k<user>["'])(?=[^"'\n]{0,120}\d)(?=[^"'\n]{0,120}[A-Za-z])(?<secret>[^\s"'`$\\{}<>/]{7,120})["']/,
    path: ['*.*', ...NO_TESTS],
    checksum: 'url-password',
    randomness: 20,
    remedy: 'Change the password, and read it from the environment or a secret store.',
    catches: [
      { path: 'a.js', text: 'headers.Authorization = "Basic " + btoa("ops" + ":" + "{base62:12}")' },
      { path: 'a.php', text: "$auth = base64_encode('ops' . ':' . '{base62:12}');" },
      { path: 'a.java', text: 'String pair = "ops:" + "{base62:12}";' },
    ],
    spares: [
      { path: 'a.js', text: 'btoa("user" + ":" + "password")' },
      { path: 'a.js', text: 'const key = "cache" + ":" + "products-v2"' },
      { path: 'a.js', text: `fail('a name after "has:".'),2):A;if(t==="b")` },
      { path: 'a.js', text: 'btoa(user + ":" + "{base62:12}x".length)' },
    ],
  },
  // basic.auth.user.info, CURLOPT_USERPWD, userpass: the name says that both are in the value.
  {
    id: 'user-info-password',
    title: 'User and password in a setting',
    severity: 'high',
    literals: ['user.info', 'user_info', 'userpwd', 'user_pass', 'userpass', 'user-pass', 'cloud.auth', 'cloud_auth'],
    pattern:
      /(?<![A-Za-z])(?:auth[._]user[._]info|cloud[._]auth|(?:proxy)?user[_-]?pwd|user[_-]?pass(?:word)?)["']?\s{0,4}(?:=>|[:=,])\s{0,4}["']?(?<user>[0-9A-Za-z][\w.@+-]{0,60}):(?!\k<user>)(?<secret>[^\s"'`$<{%|;&()\\*:/][^\s"'`$<{|;&()\\:]{5,200})(?=["'\s,;]|$)/i,
    checksum: 'url-password',
    randomness: 20,
    remedy: 'Change the password or the key, and read it from the environment or a secret store.',
    catches: [
      'basic.auth.user.info={ALNUM:16}:{base62:64}',
      "'schema.registry.basic.auth.user.info': '{ALNUM:16}:{base62:64}',",
      'c.setopt(userpwd="ops:{base62:14}")',
      'cloud.auth: elastic:{base62:14}',
      'cloud_auth => "elastic:{base62:14}"',
    ],
    spares: [
      'basic.auth.user.info=${SR_KEY}:${SR_SECRET}',
      'basic.auth.user.info=user:password',
      'cloud.auth: "elastic:YOUR_PASSWORD"',
      'basic.auth.user.info=<api-key>:<api-secret>',
      'user_pass = lambda: load("{base62:14}")',
    ],
  },
  {
    id: 'hashed-on-the-spot',
    title: 'Password that code hashes',
    severity: 'high',
    literals: ['md5(', 'sha1(', 'sha256(', 'sha512(', 'sha2('],
    pattern:
      /(?<![A-Za-z])pass(?:word|wd)?(?:_?hash)?["'`\]]{0,2}\s{0,4}(?:=>|:?=|:)\s{0,4}(?:[\w.:$>-]{1,40}[.:>])?(?:md5|sha(?:1|256|512|2))\(\s{0,4}b?["'](?<secret>[^\s"'`$\\{}<>%]{6,120})["'](?=\s{0,4}[),]|\.(?:encode|getBytes))/i,
    path: ['*.*', ...NO_TESTS],
    checksum: 'url-password',
    randomness: 14,
    remedy: 'Change the password, and store only its hash, made by a slow function such as bcrypt.',
    catches: [
      { path: 'a.py', text: 'network = LastFMNetwork(username="ops", password_hash=pylast.md5("{base62:12}"))' },
      { path: 'a.sql', text: "UPDATE users SET password = MD5('{base62:12}') WHERE id = 1;" },
    ],
    spares: [
      { path: 'a.sql', text: "UPDATE users SET password = MD5('password') WHERE id = 1;" },
      { path: 'a.php', text: '$password = md5($_POST["password1"]);' },
      { path: 'a.test.js', text: "password: md5('{base62:12}')" },
    ],
  },
  // Of devices that are built with their keys: LoRaWAN, Z-Wave, Zigbee, and ciphers.
  {
    id: 'key-in-a-list-of-bytes',
    title: 'Key in a list of bytes',
    severity: 'high',
    literals: ['app', 'nwk']
      .flatMap((of) => [`${of}key`, `${of}_key`, `${of}skey`, `${of}s_key`, `${of}_s_key`, `${of}_skey`])
      .concat(['network', 'aes', 'secret', 'encryption', 'master'].flatMap((of) => [`${of}key`, `${of}_key`])),
    pattern:
      /(?<![A-Za-z])(?:app_?s?_?|nwk_?s?_?|network_?|aes_?|secret_?|encryption_?|master_?)key["']?(?:[ ]?\[[\w +*]{0,24}\]| value| PROGMEM){0,2}[ ]?(?:=|:)[ ]?(?:new byte\[\d{0,3}\]|(?:\[\d{0,3}\])?(?:byte|uint8))?[ ]?["'{[]\s{0,12}(?<secret>(?!0x00, ?0x0[01]|0x01, ?0x02|0x11, ?0x(?:11|22)|0x2B, ?0x7E|0xff, ?0xff)(?:0x[0-9a-f]{2},\s{0,12}){15,63}0x[0-9a-f]{2})/i,
    path: ['*.*', ...NO_TESTS],
    randomness: 60,
    remedy: 'Make a new key for the device, and keep it in a header or a file outside of the repository.',
    catches: [
      { path: 'node.ino', text: `static const u1_t PROGMEM APPKEY[16] = { ${'0x{HEX:2}, '.repeat(15)}0x{HEX:2} };` },
      { path: 'options.xml', text: `<Option name="NetworkKey" value="${'0x{HEX:2}, '.repeat(15)}0x{HEX:2}" />` },
    ],
    spares: [
      { path: 'node.ino', text: `static const u1_t PROGMEM APPKEY[16] = { ${'0x00, '.repeat(15)}0x00 };` },
      { path: 'node.ino', text: `static const u1_t PROGMEM APPEUI[16] = { ${'0x{HEX:2}, '.repeat(15)}0x{HEX:2} };` },
    ],
  },
  {
    id: 'haskell-header-key',
    title: 'Key in a header of a request in Haskell',
    severity: 'high',
    literals: ['header "'],
    pattern:
      /\bheader "(?:Authorization|(?:X-)?[\w-]{0,20}(?:Key|Token|Secret))" [.?]~ \[?"(?:Bearer |Token )?(?<secret>[\w.+/=-]{16,400})"/i,
    randomness: 40,
    remedy: 'Revoke the key where it was made, and read the new one from the environment.',
    catches: [{ path: 'Main.hs', text: 'let opts = defaults & header "X-Api-Key" .~ ["{base62:32}"]' }],
    spares: [{ path: 'Main.hs', text: 'let opts = defaults & header "X-Api-Key" .~ [key]' }],
  },
] satisfies Rule[]
