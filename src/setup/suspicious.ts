/** Which commit messages the shim has scanned: for any other, node is not started. */

/**
 * Parts of the words of patterns/vocabulary.ts in other scripts, where grep knows no capitals: an alternation of both, mostly without the first
 * letter. By byte, a letter is no single character, so it must not stand in brackets.
 */
const FOREIGN =
  'озинк|ОЗИНК|арол|АРОЛ|люч|ЛЮЧ|окен|ОКЕН|ωδικ|ΩΔΙΚ|υνθημ|ΥΝΘΗΜ|m(a|ậ|Ậ)t.kh|kh(o|ó|Ó)a.b|סיסמ|كلمة|رمز|รหัส|密|口令|金鑰|令牌|パス|暗証|シーク|キー|トーク|비밀|패스|암호|토큰|키'

/**
 * What any message with a finding must match: a long run, a password in a URL or connection string, a value after (or compared with) a
 * secret-like name, a command that takes a password, a list of numbers or words. Coarse, but without false negatives: a test checks it
 * against every rule.
 */
export const SUSPICIOUS = [
  '[A-Za-z0-9_/+=-]{16,}|[78]q~',
  '://[^ ]*@|@tcp',
  `(pass|pwd|pw|psk|secret|token|key|auth([^o]|o[^r])|cred|bearer|code|sid|mdp|senha|wort|woord|has(l|ł|Ł)o|heslo|sandi|jelsz(o|ó|Ó)|(s|ş|Ş)ifre|salasana|l(o|ö|Ö)senord|adgangskode|lozinka|parol|oauth|geheimnis|daten|credenziali|identifiants|contrase(n|ñ|Ñ)a|mot.?de|(cl|ch)ave(.de)?|cl(e|é|É)|chiave|schl(u|ü|Ü)|klucz|psw|psswd|${FOREIGN})[^ ]* *([:=(,"'|?@<]|is|was|by| (lautet|es)[ :]|[^ ]*[^ a-z.,;)\`]|.$)`,
  `(pass|wort|gangscode|phrase|mot.?de|mdp|contrase|senha|palavra|parola|woord|adgangskode|heslo|sandi|salasana|passord|parol|lozinka|schl|cl(e|é|É)|chiave|klucz|pin|psk|pw|key|secret|token|clave|chave|cred|bearer|geheimnis|daten|identifiant|has(l|ł|Ł)o|jelsz(o|ó|Ó)|(s|ş|Ş)ifre|l(o|ö|Ö)senord|${FOREIGN}).* ([^ ]{4,}[0-9]|[0-9][^ ]{5,}|[^ ]{1,3}[0-9][^ ]{4,})`,
  'assword|(store|key)pass |(isakmp|host [^ ]*) key |access.?id|directoryentry|parola.chiave|identified|community|mnemonic|phrase|seed|contribsys|[!=]=|equals',
  '(curl|wget|psexec|mysql|psql|mongo|redis|sqlcmd|ldap|sshpass|docker|http|htpasswd|keytool|openssl|lftp|ipmitool|mosquitto|sudo|zip|7z|put-parameter)[a-z_-]* .*-| -(u|-user)[a-z]*[ =].*-p|signtool',
  'schtasks|rabbitmqctl|sqlplus|sqlldr|expdp|impdp|rman |sqlcl|net use|az login|kinit|stats auth|cache_peer|register *=|on >|(open|protect)[ (]"|winrs|rasdial|ftp[ .]|(ap|runas|btoa|encode|64|string|\\.from|connect|connection|mysqli|pdo|login|_open|[_.]bind|sequelize|authprovider|begin|sign|hmac|crypt|cipher|\\.create(async)?)\\(',
  ' --?(u|a|user|auth|basic-auth|creds|credentials|login)[ =][^ ]*[:%]|passwd|secret(s? +(set|create|put|versions)|-tool)|vault kv|vercel env|set --secret|encrypt_string|user.info|createuser|snmp|srvlogin|approle',
  'conn(ect)? [^ ]*/|db2 connect|rar [aex] |--encrypt|[+]login|samba-tool|setairport|security import|cookie |secure_link|alias set|host add|auth-pass|nickserv|base64|[{](plain|cleartext)',
  '-[+|]-|from stdin|^[|]=|[0-9]+, *[0-9]+, *[0-9]+|-----BEGIN|\\\\x|\\\\u|&#|%[0-9a-f]',
].join('|')
