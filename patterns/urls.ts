/** Passwords in URLs. Only the password is masked; the rest helps to see what it opens. */

import type { Rule } from './rule.ts'
import { oneOf, raw, words } from './sources.ts'

const DATABASES = words(
  raw`postgres(?:ql)? mysql2? mariadb mongodb(?:\+srv)? rediss? amqps? mssql sqlserver clickhouse cockroachdb couchbases? neo4j bolt ldaps? postgis psycopg2? pymysql asyncpg mysqldb aiomysql pyodbc snowflake oracle`,
)

/** A user, or a reference to one. */
const USER = raw`(?<user>\$?\{[\w.]{1,40}\}|[^\s:@/?#"'\x60<>\\(){}[\],;|]{0,100})`

/** Hosts of databases: there, a password that is the user's name is one, too. */
const HOSTED = words(
  raw`mongodb\.net mlab\.com neon\.tech supabase\.com? (?:rds|cache|docdb)\.amazonaws\.com azure\.com ondigitalocean\.com aivencloud\.com upstash\.io redis-cloud\.com redislabs\.com cloudamqp\.com render\.com rlwy\.net psdb\.cloud`,
)

/** Passwords of examples and of local databases. */
const FILLERS = words(
  'postgres mysql mongo mongodb redis rabbitmq mariadb docker app dev local hunter2 p4ss pw db s3cr3t letmein wordpress',
)

/** The host, which has a dot or is a reference; without one, the password must look like one. It is neither local nor an example. */
const HOST = raw`(?![^\s"'\x60<>\\/]{0,80}@)(?!${oneOf([
  raw`localhost\b`,
  raw`127\.`,
  raw`0\.0\.0\.0`,
  raw`\[::1\]`,
  raw`host\.docker\.internal`,
  raw`(?:[\w-]{1,60}\.){0,4}example(?:\.(?:com|net|org|edu|io|test))?(?![\w.-])`,
  raw`(?:host|hostname|server|ip|address|HOST|HOSTNAME)\b(?!\.)`,
  raw`my[.-]?proxy(?![\w.-])`,
])})(?:[\w-]{1,63}\.|\[|[$%{]|(?<=\d[^@\s:]{0,120}@|[A-Z][^@\s:]{0,120}@))`

export default [
  // The user is the token, and there is no password.
  {
    id: 'git-url-token',
    title: 'Token in a git URL',
    severity: 'high',
    literals: ['@github.com', '@gitlab.com', '@bitbucket.org', '@dev.azure.com', '@codeberg.org', '@gitee.com'],
    pattern:
      /(?<=:\/\/)(?<secret>[0-9A-Za-z_-]{20,255})(?::x-oauth-basic)?@(?:github\.com|gitlab\.com|bitbucket\.org|dev\.azure\.com|codeberg\.org|gitee\.com)\//,
    randomness: 40,
    remedy: 'Revoke the token, and let a credential helper supply the new one instead of the URL.',
    catches: [
      'git clone https://{hex:40}@github.com/acme/shop.git',
      '"shop": "git+https://{hex:40}:x-oauth-basic@github.com/acme/shop.git#v1.0.0"',
      'url = https://{alnum:52}@dev.azure.com/acme/shop/_git/shop',
    ],
    spares: ['https://acme-deployment-bot-user@github.com/acme/shop.git', 'git@github.com:acme/shop.git'],
  },
  // Words such as postgres:postgres, and passwords for databases on this machine, are left to the two rules below. For a database run by a
  // provider, the user's own name is a password too, though a bad one.
  {
    id: 'database-url-password',
    title: 'Password in a database URL',
    severity: 'critical',
    literals: [
      'postgres://',
      'postgresql://',
      'mysql://',
      'mariadb://',
      'mongodb://',
      'mongodb+srv://',
      'redis://',
      'rediss://',
      'amqp://',
      'amqps://',
      'mssql://',
      'sqlserver://',
      'clickhouse://',
      'cockroachdb://',
      'couchbase://',
      'couchbases://',
      'neo4j://',
      'bolt://',
      'ldap://',
      'ldaps://',
      'mysql2://',
      'postgis://',
      'psycopg2://',
      'pymysql://',
      'asyncpg://',
      'psycopg://',
      'mysqldb://',
      'aiomysql://',
      'pyodbc://',
      'snowflake://',
      'oracle://',
    ],
    pattern: new RegExp(
      raw`(?<![A-Za-z])${DATABASES}:\/\/${USER}:(?!\k<user>@(?![\w.-]{1,80}\.${HOSTED})|\d{2,5}[/?#]|${FILLERS}@)(?<secret>(?:[^\s"'\x60<>\\:]|:(?!\/\/)){2,200}?)@${HOST}`,
    ),
    checksum: 'url-password',
    randomness: 0,
    remedy: 'Change the password of the database user, and read the URL or its password from the environment.',
    catches: [
      'DATABASE_URL=postgres://app:{base62:16}@db.internal:5432/app',
      'mongoose.connect("mongodb+srv://app:tuesday-garden@cluster0.{alnum:5}.mongodb.net/shop")',
      'const db = `mongodb+srv://garden22:garden22@cluster0.{alnum:5}.mongodb.net/shop`',
      'REDIS_URL=rediss://:{base62:20}@redis:6380/0',
      'postgres://shop:ACME2024_SECRET@db.acme.io/shop',
    ],
    spares: [
      'postgres://app:${DB_PASSWORD}@db/app',
      'postgres://postgres:postgres@db:5432/app',
      'postgres://garden22:garden22@db.acme.io:5432/app',
      'postgres://app:garden@localhost/app',
      'redis://:<password>@host',
      'mysql://user:password@db.acme.io/shop',
      'mysql+pymysql://shop:SHOP_DBPASS@controller/shop',
    ],
  },
  {
    // The scheme is matched by a lookbehind: a search for `://` is much faster than one for a word before it.
    id: 'url-password',
    title: 'Password in a URL',
    severity: 'high',
    literals: ['://'],
    pattern: new RegExp(
      raw`:\/\/(?<=[A-Za-z][0-9A-Za-z+.-]{1,30}:\/\/)(?!(?<=\b(?:docker|docker-image|oci):\/\/)[^@\s]{1,200}@(?:sha256:|[$%{]))(?!localhost:(?:\d{1,5}[@/]|@))${USER}:(?!\k<user>@|\d{2,5}[/?#]|key_\d{4}@dotenv)(?<secret>(?:[^\s"'\x60<>\\:]|:(?!\/\/)){3,120}?)@${HOST}`,
    ),
    checksum: 'url-password',
    randomness: 0,
    remedy: 'Change the password, and read the URL or its password from the environment.',
    catches: [
      'git clone https://oauth2:{base62:20}@git.corp.io/x.git',
      'FTP=ftp://deploy:tuesday-garden@files.acme.io/',
      'proxy = "http://bob:{base62:9}@proxy:3128"',
      'url = f"https://{user}:{base62:12}@files.acme.io"',
    ],
    spares: [
      'https://user:password@host/',
      'https://${user}:${password}@files.acme.io',
      '`http://${host}:${port}/@${scope}/name`',
      'http://localhost:3000/@scope/package',
      'http://localhost:1337@8675309',
      'docker://${IMAGE}:4-action@${DIGEST}',
      'https://bob:bob@web.acme.io',
      'https-proxy=https://use%21r:pas%2As@my.proxy:1234/foo',
      'dotenv://:key_1234@dotenvx.com/vault/.env.vault?environment=production',
      'https://bob:garden22@example.com/',
    ],
  },
  {
    id: 'url-password-local',
    title: 'Password in a URL of this machine or of an example',
    severity: 'low',
    literals: ['://'],
    pattern:
      /:\/\/(?<=[A-Za-z][0-9A-Za-z+.-]{1,30}:\/\/)[^\s:@/?#"'`<>\\(){}[\],;|]{0,100}:(?!\d{1,5},)(?<secret>[^\s"'`<>\\@/]{8,120})@(?:localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|0\.0\.0\.0|\[::1\]|host\.docker\.internal|(?:[\w-]{1,60}\.){0,4}example(?:\.(?:com|net|org|edu|io|test))?)(?![\w.-])/,
    checksum: 'url-password',
    randomness: 20,
    remedy: 'Change the password if it is used anywhere else, and read the URL from the environment.',
    catches: ['DATABASE_URL=postgres://app:{base62:20}@localhost:5432/app'],
    spares: ['DATABASE_URL=postgres://app:garden22@localhost:5432/app', 'amqp://guest:guest@127.0.0.1:5672/'],
  },
  // A key that an API takes by the shortest of names. Hashes and public keys stand there too, for pages and files.
  {
    id: 'url-key',
    title: 'Key in the URL of an API',
    severity: 'medium',
    literals: ['key=', 'auth=', 'code=', '/key/'],
    pattern:
      /:\/\/(?=[^\s"'`<>?#]{0,200}(?:\bapi|\/v\d|trigger|hook|azurewebsites))[\w.-]{3,100}(?::\d{2,5})?\/[^\s"'`<>?#]{0,300}?(?:\/key\/|\?(?:[\w.%+-]{1,40}=[^\s"'`<>&#]{0,200}&(?:amp;)?){0,8}?(?:key|auth|code)=)(?!AIza|pk[._]|[\d-]{1,40}[&"'\s])(?=[^\s"'`<>&]{0,200}\d)(?<secret>[\w-]{32,128}={0,2})(?=[\s"'`<>&#)\\]|$)/,
    randomness: 75,
    remedy: 'Make a new key where the API gives them, and read it from the environment.',
    catches: [
      'curl "https://api.acme.io/v1/items?key={HEX:32}&page=2"',
      'requests.post("https://hooks.acme.io/trigger/door/with/key/{base64url:43}")',
    ],
    spares: [
      'https://api.acme.io/v1/items?key=YOUR_API_KEY',
      'https://acme.io/search?key={hex:32}',
      'https://maps.googleapis.com/maps/api/js?key=AIza{base64url:35}',
    ],
  },
] satisfies Rule[]
