/** Policy for production configuration, for pipelines, and for what no repository should contain besides secrets. */

import { COMPOSE, MANIFESTS, NO_TESTS, NO_TESTS_OR_DOCS, PIPELINES, PRODUCTION } from './places.ts'
import type { Rule } from './rule.ts'
import { oneOf, raw } from './sources.ts'

/** Settings that show errors and more to everybody. */
const DEBUG = oneOf([
  raw`(?:DJANGO_|FLASK_|APP_)?DEBUG(?:_MODE)?["']?[ \t]{0,4}[:=][ \t]{0,4}["']?(?:true|1|on|yes)\b`,
  raw`(?:FLASK_ENV|NODE_ENV|APP_ENV|RACK_ENV|GIN_MODE|RAILS_ENV|DJANGO_ENV|ENVIRONMENT|ASPNETCORE_ENVIRONMENT|SPRING_PROFILES_ACTIVE)["']?[ \t]{0,4}[:=][ \t]{0,4}["']?(?:dev|development|local|debug|staging)\b`,
  raw`config\.consider_all_requests_local[ \t]{0,20}=[ \t]{0,20}true\b`,
  raw`(?:server\.error\.)?include-stacktrace[ \t]{0,4}[:=][ \t]{0,4}always\b`,
  raw`DetailedErrors"[ \t]{0,4}:[ \t]{0,4}true\b`,
])

const DEFAULTS =
  'postgres mysql mariadb mongo redis root toor admin admin123 administrator guest test user pass password1? passw0rd p@ssw0rd change[-_]?me(?:[-_]?\\d{1,4}|[-_]please|[-_]now)? changeit secret default letmein qwerty 12345678?9?0? minio123 minioadmin rabbitmq'.split(
    ' ',
  )

/** The last word of the name of a password. */
const PASSWORD = '(?:PASS(?:WORD|WD|PHRASE)?|PWD|SECRET(?:_KEY)?|TOKEN)'

export default [
  {
    id: 'default-password',
    title: 'Default password in production configuration',
    severity: 'high',
    level: 'warn',
    policy: true,
    pattern: new RegExp(
      [
        raw`(?:`,
        raw`(?:^[ \t]{0,40}(?:-[ \t]{1,40}|export[ \t]{1,40}|ENV[ \t]{1,40})?|[{,;][ \t]{0,8})["']?[\w.]{0,60}${PASSWORD}["']?[ \t]{0,8}[:=][ \t]{0,8}["']?(?:\$\{\w{1,60}:-?)?`,
        raw`|\bname:[ \t]{1,8}["']?\w{0,60}${PASSWORD}["']?[ \t\r]{0,8}\n[ \t]{1,40}value:[ \t]{1,8}["']?`,
        raw`|\w:\/\/\w{0,20}:`,
        raw`)(?<secret>${DEFAULTS.join('|')})(?:["'}]{0,2}[ \t\r]{0,8}(?:#[^\n]{0,200})?$|["'}]{0,2}[ \t]{0,4}[,;}\]]|@)`,
      ].join(''),
      'im',
    ),
    path: [...PRODUCTION, ...MANIFESTS.filter((glob) => !glob.includes('deploy'))],
    remedy: 'Give each environment its own password: openssl rand -base64 32, read from a secret store.',
    catches: [
      { path: 'docker-compose.prod.yml', text: 'services:\n  db:\n    environment:\n      POSTGRES_PASSWORD: postgres\n' },
      { path: 'k8s/web.yaml', text: 'url: postgres://postgres:postgres@db/main\n' },
      { path: 'k8s/web.yaml', text: '        - name: DB_PASSWORD\n          value: postgres\n' },
      { path: 'application-prod.properties', text: 'spring.datasource.password=${DB_PASSWORD:postgres}\n' },
      { path: 'appsettings.Production.json', text: '"Main": "Server=db;User Id=sa;Password=changeme;"\n' },
      { path: 'docker-compose.prod.yml', text: '    environment: { POSTGRES_PASSWORD: changeme123 }\n' },
    ],
    spares: [
      { path: 'docker-compose.prod.yml', text: '      POSTGRES_PASSWORD: ${POSTGRES_PASSWORD}\n' },
      { path: 'docker-compose.yml', text: '      POSTGRES_PASSWORD: postgres\n' },
      { path: '.env.production.example', text: 'DB_PASSWORD=changeme\n' },
    ],
  },
  {
    id: 'debug-in-production',
    title: 'Debug mode in production configuration',
    severity: 'medium',
    level: 'warn',
    policy: true,
    pattern: new RegExp(raw`^[ \t]{0,40}(?:-[ \t]{1,40}|export[ \t]{1,40}|ENV[ \t]{1,40})?["']?${DEBUG}`, 'im'),
    path: PRODUCTION,
    remedy: 'Turn it off: ENVIRONMENT=production, DEBUG=False, and their kin of the framework.',
    catches: [
      { path: 'shop/settings/production.py', text: 'DEBUG = True\n' },
      { path: '.env.production', text: 'APP_DEBUG=true\n' },
      { path: 'config/environments/production.rb', text: '  config.consider_all_requests_local       = true\n' },
      { path: 'src/main/resources/application-prod.yml', text: 'server:\n  error:\n    include-stacktrace: always\n' },
      { path: 'docker-compose.prod.yml', text: '      - NODE_ENV=development\n' },
    ],
    spares: [
      { path: 'shop/settings/production.py', text: 'DEBUG = False\n' },
      { path: '.env.production', text: 'ENVIRONMENT=production\nDEBUG=False\n' },
      { path: 'docker-compose.yml', text: '      - NODE_ENV=development\n' },
    ],
  },
  {
    id: 'ci-secret-echoed',
    title: 'Secret printed by a pipeline',
    severity: 'high',
    level: 'warn',
    policy: true,
    pattern:
      /\b(?:echo|printf|Write-Host)\b(?![^\n]{0,20}::add-mask::)(?:[^\n|>]|(?<=-)>){0,200}(?:\$\{\{[ \t]{0,4}(?:secrets(?:\.(?!GITHUB_TOKEN\b)\w{1,80}|\[[^\]\n]{1,80}\])|toJSON\(secrets\))[ \t]{0,4}\}\}|\$\{?\w{0,40}(?:TOKEN|PASSWORD|_PASS|SECRET|API_KEY)\b\}?)(?![^\n]{0,200}(?:\|(?![ \t]{0,4}(?:base64|rev|xxd)[ \t]{0,4}(?:-\w{1,4}[ \t]{0,4})?["']?\r?$)|(?<![-2])>))/m,
    path: PIPELINES,
    remedy: 'Do not print it: masking fails for encoded or partial values. Pass it through the environment or standard input.',
    catches: [
      { path: '.github/workflows/ci.yml', text: '      - run: echo "key is ${{ secrets.DEPLOY_KEY }}"\n' },
      { path: '.gitlab-ci.yml', text: '    - echo $DEPLOY_TOKEN\n' },
      { path: '.github/workflows/ci.yml', text: '      - run: echo ${{ toJSON(secrets) }} 2>&1\n' },
      { path: '.github/workflows/ci.yml', text: "      - run: echo ${{ secrets['DEPLOY_KEY'] }} | base64\n" },
    ],
    spares: [
      { path: '.github/workflows/ci.yml', text: '      - run: echo "${{ secrets.DEPLOY_KEY }}" | docker login --password-stdin\n' },
      { path: '.github/workflows/ci.yml', text: '      - run: echo "${{ secrets.DEPLOY_KEY }}" > key.pem\n' },
      { path: '.github/workflows/ci.yml', text: '      - run: echo "${{ secrets.DEPLOY_KEY }}" | base64 -d > key.pem\n' },
      { path: '.github/workflows/ci.yml', text: '      - run: echo "$PASS tests passed"\n' },
      { path: '.github/workflows/ci.yml', text: '      - run: echo "::add-mask::${{ secrets.DEPLOY_KEY }}"\n' },
    ],
  },
  {
    id: 'ci-secret-build-arg',
    title: 'Secret in a build argument',
    severity: 'medium',
    level: 'off',
    policy: true,
    pattern:
      /--build-arg[ =]["']?(?:\w{1,60}=["']?\$\{\{[ \t]{0,4}secrets\.\w{1,80}|\w{0,60}(?:PASS(?:WORD|WD)?|SECRET(?:_KEY)?|TOKEN|API_?KEY|PRIVATE_KEY|ACCESS_KEY)(?:["'\s]|=["']?\$))|\bbuild-args:[ \t]{0,4}\|?-?\s{1,40}(?:\w{1,60}=[^\n]{0,200}\n[ \t]{1,40}){0,20}\w{1,60}=["']?\$\{\{[ \t]{0,4}secrets\.\w{1,80}/,
    path: [...PIPELINES, ...COMPOSE],
    remedy: 'A build argument stays in the image’s history. Mount it: docker build --secret, RUN --mount=type=secret.',
    catches: [
      { path: '.github/workflows/ci.yml', text: '      - run: docker build --build-arg NPM_TOKEN=${{ secrets.NPM_TOKEN }} .\n' },
      {
        path: '.github/workflows/ci.yml',
        text: '          build-args: |\n            VERSION=1\n            NPM_KEY=${{ secrets.NPM_KEY }}\n',
      },
      { path: '.gitlab-ci.yml', text: '    - docker build --build-arg NPM_TOKEN=$NPM_TOKEN .\n' },
    ],
    spares: [{ path: '.github/workflows/ci.yml', text: '      - run: docker build --build-arg VERSION=${{ github.sha }} .\n' }],
  },
  {
    id: 'ci-unpinned-action',
    title: 'Action that is not pinned to a commit',
    severity: 'low',
    level: 'off',
    policy: true,
    pattern:
      /^[ \t]{0,40}(?:-[ \t]{1,40})?["']?uses["']?:[ \t]{1,4}["']?(?!\.{1,2}\/|docker:)[\w.-]{1,100}\/[\w./-]{1,200}@(?!(?:[0-9a-f]{40}|[0-9a-f]{64})\b)[\w./-]{1,100}/m,
    path: ['.github/workflows/*.yml', '.github/workflows/*.yaml', 'action.yml', 'action.yaml'],
    remedy: 'A tag can be moved. Pin it to a commit, the version in a comment: uses: owner/name@<40 hex digits> # v4',
    catches: [
      { path: '.github/workflows/ci.yml', text: '      - uses: actions/checkout@v5\n' },
      { path: '.github/workflows/ci.yml', text: '      - "uses": actions/checkout@main\n' },
    ],
    spares: [
      { path: '.github/workflows/ci.yml', text: '      - uses: actions/checkout@{hex:40} # v5\n' },
      { path: '.github/workflows/ci.yml', text: '      - uses: ./.github/actions/setup\n' },
    ],
  },
  // Only providers for private persons, and not where authors sign. The name is masked, as a report may be public.
  {
    id: 'personal-email',
    title: 'Personal e-mail address',
    severity: 'low',
    level: 'off',
    policy: true,
    literals: [
      '@gmail.',
      '@googlemail.',
      '@hotmail.',
      '@outlook.',
      '@yahoo.',
      '@icloud.',
      '@gmx.',
      '@proton.',
      '@protonmail.',
      '@web.de',
      '@qq.com',
      '@live.',
      '@me.com',
      '@pm.me',
      '@aol.',
      '@mail.ru',
      '@yandex.',
      '@t-online.de',
      '@fastmail.',
    ],
    pattern:
      /(?<!(?:copyright|author|maintainer|signed-off)[^\n]{0,100})(?<![\w.+%-])(?<secret>(?!(?:example|test|user|name|your|my|john|jane|foo|bar|some|email|admin|demo|abc|no-?reply)[\w.]{0,20}@)[\w.+%-]{2,64})@(?:(?:gmail|googlemail|hotmail|outlook|yahoo|icloud|gmx|proton|protonmail|web|qq|live|aol|yandex|t-online|fastmail)\.(?:com|net|de|me|fr|it|es|ru|co\.\w\w|ch|at)|(?:me|mac)\.com|pm\.me|mail\.ru)\b/i,
    path: [
      '*',
      '!AUTHORS*',
      '!CONTRIBUT*',
      '!CODEOWNERS',
      '!LICENSE*',
      '!CHANGE*',
      '!SECURITY*',
      '!CODE_OF_CONDUCT*',
      '!package.json',
      '!composer.json',
      '!pyproject.toml',
      '!Cargo.toml',
      '!MAINTAINERS*',
      '!OWNERS*',
      '!CITATION*',
      '!NOTICE*',
      '!COPYING*',
      '!.mailmap',
      '!*.gemspec',
      '!pom.xml',
      '!setup.*',
      '!*.po',
      '!*.lock',
      '!*-lock.*',
      ...NO_TESTS,
    ],
    remedy: 'Remove it, or use an address of the team; tell its author.',
    catches: [
      { path: 'src/mail.py', text: 'ADMINS = ["{lower:7}.{lower:9}@gmail.com"]' },
      { path: 'README', text: 'Ask {lower:7}.{lower:9}@live.com\n' },
      { path: 'docs/team.md', text: 'Ask {lower:7}.{lower:9}@pm.me\n' },
    ],
    spares: [
      { path: 'src/mail.py', text: 'ADMINS = ["security@acme.io", "john.doe@gmail.com"]' },
      { path: 'package.json', text: '{ "author": "{lower:7}@gmail.com" }' },
      { path: 'src/mail.py', text: '# Copyright 2024 Ann <{lower:7}@gmail.com>' },
    ],
  },
  {
    id: 'log-file',
    title: 'Log file',
    severity: 'low',
    level: 'off',
    policy: true,
    path: [
      '*.log',
      '*.log.[0-9]*',
      '*.log.gz',
      '**/logs/*.txt',
      'access_log',
      'error_log',
      'catalina.out',
      'nohup.out',
      ...NO_TESTS_OR_DOCS,
    ],
    remedy: 'Take it out of the index and ignore it: git rm --cached FILE && echo "*.log" >> .gitignore',
    catches: [
      { path: 'logs/app.log', text: 'started\n' },
      { path: 'logs/2026.txt', text: 'started\n' },
      { path: 'nohup.out', text: 'started\n' },
    ],
    spares: [
      { path: 'src/log.ts', text: '' },
      { path: 'test/fixtures/app.log', text: 'started\n' },
    ],
  },
] satisfies Rule[]
