/** Judges that read what containers and pipelines say as a whole: each way in which it can be written. */
import { describe, expect, it } from 'vitest'
import { containerSecrets } from '../../src/checklist/containersecrets.ts'
import { lockFiles } from '../../src/checklist/dependencies.ts'
import { echoes } from '../../src/checklist/echoes.ts'
import type { EnvFile, Facts } from '../../src/checklist/facts.ts'
import { imageVersions } from '../../src/checklist/images.ts'
import type { Judge } from '../../src/checklist/opinion.ts'
import { production } from '../../src/checklist/production.ts'
import { securityPolicy } from '../../src/checklist/repository.ts'
import { imageUser } from '../../src/checklist/users.ts'
import { pinnedActions, pipelineScan } from '../../src/checklist/workflows.ts'
import { documents } from '../../src/setup/yaml.ts'

type Files = Readonly<Record<string, string>>

const facts = (files: Files, env: readonly EnvFile[]): Facts => ({
  paths: Object.keys(files),
  texts: new Map(Object.entries(files)),
  yaml: new Map(
    Object.entries(files).flatMap(([path, text]) => (/\.ya?ml$/.test(path) ? [[path, { text, documents: documents(path, text) }]] : [])),
  ),
  tree: [],
  unread: 0,
  history: [],
  unseen: [],
  unopened: [],
  pastEnv: [],
  env,
  places: [],
  off: [],
})

/** Its breaches with their lines, else its state, and why. */
function said(judge: Judge, files: Files, env: readonly EnvFile[] = []): string[] {
  const { evidence, state, because = '' } = judge(facts(files, env))
  if (evidence.length > 0) return evidence.map(({ line, says }) => `${line} ${says}`)
  return [state ? `${state}: ${because}` : 'nothing']
}

const docker = (...lines: readonly string[]): Files => ({ Dockerfile: lines.join('\n') })
const compose = (...lines: readonly string[]): Files => ({ 'compose.yml': ['services:', ...lines].join('\n') })
const pod = (...lines: readonly string[]): Files => ({ 'k8s/web.yaml': ['apiVersion: v1', 'kind: Pod', ...lines].join('\n') })
const ci = (...lines: readonly string[]): Files => ({ '.github/workflows/ci.yml': lines.join('\n') })
const commit = '0123456789abcdef'.repeat(3).slice(0, 40)

const OPEN = (what: string) => `look: ${what}`

describe('who containers run as', () => {
  it.each<[string, Files, string]>([
    ['no USER', docker('FROM node:24', 'CMD ["node"]'), '1 no USER: node:24 runs as root'],
    ['a USER', docker('FROM node:24', 'USER node'), 'nothing'],
    ['the last USER counts', docker('FROM node:24', 'USER node', 'USER root'), '3 USER root'],
    ['root by number and group', docker('FROM node:24', 'USER 0:0'), '2 USER 0:0'],
    ['a USER in the stage below', docker('FROM node:24 AS base', 'USER node', 'FROM base', 'COPY . .'), 'nothing'],
    ['root in the stage below', docker('FROM node:24 AS base', 'USER root', 'FROM base'), '2 USER root'],
    ['a stage with another image', docker('FROM node:24 AS base', 'USER node', 'FROM nginx:1.27'), '3 no USER: nginx:1.27 runs as root'],
    ['an argument with a default', docker('FROM node:24', 'ARG WHO=root', 'USER ${WHO}'), '3 USER root'],
    ['a default in its place', docker('FROM node:24', 'USER ${WHO:-node}'), 'nothing'],
    ['an argument without one', docker('FROM node:24', 'ARG WHO', 'USER $WHO'), OPEN('Dockerfile gets its user from an argument')],
    ['an image by an argument', docker('ARG BASE=node:24', 'FROM $BASE'), '2 no USER: node:24 runs as root'],
    ['USER in a here document', docker('FROM node:24', 'RUN <<END', 'USER app', 'END'), '1 no USER: node:24 runs as root'],
    ['a comment above', docker('# why', '', '# and how', 'FROM node:24'), '4 no USER: node:24 runs as root'],
    ['what looks like a here document', docker('FROM node:24', 'RUN cat <<<x && echo $((1<<8)) <<y', 'USER app'), 'nothing'],
    ['root in other digits', docker('FROM node:24', 'USER 00'), '2 USER 00'],
    ['USER in a comment', docker('FROM node:24', '# USER app'), '1 no USER: node:24 runs as root'],
    ['lines that go on', docker('FROM node:24', 'USER \\', '  # who', '  node'), 'nothing'],
    ['an image of others', docker('FROM acme/base:3'), OPEN('Dockerfile runs as the user of its base image')],
    ['distroless', docker('FROM gcr.io/distroless/nodejs24:nonroot'), 'nothing'],
    ['compose says root', compose('  web:', '    build: .', '    user: "0:0"'), '4 web runs as root'],
    ['compose in one line', compose('  web: { build: ., user: root }'), '2 web runs as root'],
    ['an image in compose', compose('  web:', '    image: nginx:1.27'), OPEN('web in compose.yml runs as the user of its image')],
    ['one that steps down', compose('  db:', '    image: postgres:17.2'), 'nothing'],
    [
      'a pod',
      pod('spec:', '  containers:', '    - name: web', '      image: a/b:1', '      securityContext: { runAsUser: 0 }'),
      '7 web runs as root',
    ],
    [
      'a user in spite of all',
      pod(
        'spec:',
        '  containers:',
        '    - name: web',
        '      image: a/b:1',
        '      securityContext: { runAsUser: 1000, runAsNonRoot: false }',
      ),
      'nothing',
    ],
    ['a pod around it', pod('spec:', '  securityContext: { runAsNonRoot: true }', '  containers:', '    - name: web'), 'nothing'],
    ['a template', { 'k8s/web.yaml': 'spec: {{ .Values.spec }}' }, OPEN('k8s/web.yaml is a template')],
    ['root with a sign', docker('FROM node:24', 'USER +0'), '2 USER +0'],
    ['a file by another name', { 'Dockerfile-web': 'FROM node:24' }, '1 no USER: node:24 runs as root'],
    ['privileged in one line', compose('  web: { build: ., user: "1", "privileged": true }'), '2 web is privileged'],
    ['all capabilities', compose('  web: { build: ., cap_add: [ALL] }'), '2 web is privileged'],
    ['privileged, far to the right', compose('  web:', '    build: .', '    privileged:      yes'), '4 web is privileged'],
    [
      'a pod in any folder',
      { 'infra/a.yml': 'apiVersion: v1\nspec: { containers: [{ name: a, image: b/c:1, securityContext: { privileged: true } }] }' },
      '2 a is privileged',
    ],
    [
      'a template in any folder',
      { 'chart/templates/a.yaml': 'kind: Pod\nname: {{ .Name }}\n' },
      OPEN('chart/templates/a.yaml is a template'),
    ],
    ['services in any file', { 'infra/web.yml': 'services:\n  web:\n    image: a/b:1\n    user: root\n' }, '4 web runs as root'],
    ['a playbook', { 'deploy/a.yml': '- hosts: all\n  user: root\n' }, 'not here: there is no container file'],
  ])('%s', (_, files, expected) => expect(said(imageUser, files)).toEqual([expected]))
})

describe('versions of images', () => {
  it.each<[string, Files, string]>([
    ['none', docker('FROM acme/web'), '1 acme/web'],
    ['latest', docker('FROM node:latest'), '1 node:latest'],
    ['one', docker('FROM registry.acme.io:5000/web:2'), 'nothing'],
    ['none, behind a port', docker('FROM registry.acme.io:5000/web'), '1 registry.acme.io:5000/web'],
    ['a digest', docker(`FROM node@sha256:${'a'.repeat(64)}`), 'nothing'],
    ['a stage, and nothing', docker('FROM scratch AS base', 'FROM base'), 'nothing'],
    ['a variable', docker('FROM node:$VERSION'), 'nothing'],
    ['in compose', compose('  web: { image: acme/web }'), '2 acme/web'],
    ['latest by default', compose('  web: { image: "acme/web:${TAG:-latest}" }'), '2 acme/web:latest'],
    ['what compose builds', compose('  web: { image: acme/web, build: . }'), 'nothing'],
    ['in a pod', pod('spec:', '  containers:', '    - name: web', '      image: acme/web'), '6 acme/web'],
  ])('%s', (_, files, expected) => expect(said(imageVersions, files)).toEqual([expected]))
})

const envFile = (path: string, ...keys: readonly string[]): EnvFile => ({
  path,
  standing: 'ignored',
  settings: keys.map((key, i) => ({ key, line: i + 1, kind: 'value', length: 40, bits: 90 })),
  findings: [],
})

describe('secrets of containers', () => {
  it.each<[string, Files, string]>([
    ['a map', compose('  db:', '    environment:', '      POSTGRES_PASSWORD: ${DB_PASSWORD}'), '4 POSTGRES_PASSWORD of db'],
    ['a list', compose('  db:', '    environment:', '      - POSTGRES_PASSWORD=x1'), '4 POSTGRES_PASSWORD of db'],
    ['taken from the shell', compose('  db:', '    environment:', '      - DB_PASSWORD'), '4 DB_PASSWORD of db'],
    ['taken from the shell, as a map', compose('  db:', '    environment:', '      DB_PASSWORD:'), '4 DB_PASSWORD of db'],
    ['one line', compose('  db: { environment: { DB_PASSWORD: $X } }'), '2 DB_PASSWORD of db'],
    ['in a URL', compose('  web:', '    environment:', '      DATABASE_URL: postgres://app:${PW}@db/app'), '4 DATABASE_URL of web'],
    ['a URL without', compose('  web:', '    environment:', '      DATABASE_URL: postgres://db/app'), 'nothing'],
    ['JDBC without', compose('  web:', '    environment:', '      DB_URL: jdbc:postgresql://db/app'), 'nothing'],
    ['a file', compose('  db:', '    environment:', '      POSTGRES_PASSWORD_FILE: /run/secrets/db'), 'nothing'],
    ['numbers and switches', compose('  web:', '    environment:', '      PASSWORD_RESET_TOKEN: 3600', '      USE_TOKEN: true'), 'nothing'],
    ['a number for a password', compose('  web:', '    environment:', '      DB_PASSWORD: 1234'), '4 DB_PASSWORD of web'],
    ['by an anchor', { 'compose.yml': 'x-env: &env\n  DB_PASSWORD: $X\nservices:\n  a: { environment: *env }' }, '4 DB_PASSWORD of a'],
    ['a build argument of compose', compose('  web:', '    build:', '      args:', '        NPM_TOKEN: $T'), '5 NPM_TOKEN of web'],
    ['an env file with some', compose('  web:', '    env_file: ./web.env'), '3 web gets API_KEY from web.env as environment variables'],
    ['an env file with none', compose('  web:', '    env_file: [plain.env]'), 'nothing'],
    [
      'an env file elsewhere',
      compose('  web:', '    env_file:', '      - path: ../far.env'),
      OPEN('far.env, which compose.yml gives to web, is not here'),
    ],
    ['several in one ENV', docker('FROM a', 'ENV A=1 \\', '  DB_PASSWORD="x y" B=2'), '2 ENV DB_PASSWORD'],
    ['ENV from an argument', docker('FROM a', 'ARG X', 'ENV DB_PASSWORD=$X'), '3 ENV DB_PASSWORD'],
    ['ENV with a blank', docker('FROM a', 'ENV DB_PASSWORD x1y2'), '2 ENV DB_PASSWORD'],
    ['a URL in ENV', docker('FROM a', 'ENV REDIS_URL=redis://:abc@r/0'), '2 ENV REDIS_URL'],
    ['ARG', docker('FROM a', 'ARG VERSION=1', 'ARG NPM_TOKEN'), '3 ARG NPM_TOKEN'],
    ['COPY of an env file', docker('FROM a', 'COPY --chown=app .env.production ./'), '2 COPY .env.production'],
    ['COPY of a key', docker('FROM a', 'COPY ["keys/id_rsa", "/root/"]'), '2 COPY keys/id_rsa'],
    ['COPY of a folder of keys', docker('FROM a', 'COPY .aws /root/.aws'), '2 COPY .aws'],
    ['COPY of all env files', docker('FROM a', 'COPY .env* ./'), '2 COPY .env*'],
    ['COPY to an env file', docker('FROM a', 'COPY ["env.sample", "/app/.env"]'), 'nothing'],
    ['ARG that is empty', docker('FROM a', 'ARG NPM_TOKEN=""'), '2 ARG NPM_TOKEN'],
    ['COPY of an example', docker('FROM a', 'COPY .env.example .env'), 'nothing'],
    ['RUN that only names one', docker('FROM a', 'RUN --mount=type=secret,id=npm NPM_TOKEN=$(cat /run/secrets/npm) npm ci'), 'nothing'],
    [
      'a value in a pod',
      pod('spec:', '  containers:', '    - name: web', '      env: [{ name: DB_PASSWORD, value: x1 }]'),
      '6 DB_PASSWORD of web',
    ],
    [
      'a reference in a pod',
      pod('spec:', '  containers:', '    - name: web', '      env: [{ name: DB_PASSWORD, valueFrom: { secretKeyRef: { name: a } } }]'),
      'nothing',
    ],
    ['a ConfigMap', { 'k8s/a.yaml': 'apiVersion: v1\nkind: ConfigMap\ndata: { SMTP_PASSWORD: x1 }' }, '3 SMTP_PASSWORD of a ConfigMap'],
    [
      'a Secret in a list',
      { 'k8s/a.yaml': 'kind: List\nitems:\n  - apiVersion: v1\n    kind: Secret\n    data: { a: eDE= }' },
      '5 a of a Secret',
    ],
    [
      'a Secret that is filled in later',
      { 'k8s/a.yaml': 'apiVersion: v1\nkind: Secret\nstringData: { a: "${A}", ca.crt: x1 }' },
      'nothing',
    ],
    [
      'a Secret whose key is a text',
      { 'k8s/a.yaml': 'apiVersion: v1\nkind: Secret\nstringData: { "password x1": x1 }' },
      '3 a key of a Secret',
    ],
    ['an option', compose('  r:', '    command: redis-server --requirepass x1y2'), '3 pass in the command of r'],
    ['an option in a list', compose('  r:', '    command: [a, --api-token, x1y2]'), '3 api_token in the command of r'],
    ['an option with a file', compose('  r:', '    command: a --password-file /run/secrets/a'), 'nothing'],
    ['a password that the database makes up', compose('  db:', '    environment: { MYSQL_RANDOM_ROOT_PASSWORD: 1 }'), 'nothing'],
    ['an included file', { 'compose.yml': 'include: [far/a.yml]\n' }, OPEN('far/a.yml, which compose.yml includes, is not here')],
    [
      'an extended service',
      {
        ...compose('  a: { extends: { file: b.yml, service: a } }'),
        'b.yml': 'services: { a: { image: c, environment: { DB_PASSWORD: x1 } } }',
      },
      '1 DB_PASSWORD of a',
    ],
    [
      'a ConfigMap with a file',
      { 'a.yaml': 'apiVersion: v1\nkind: ConfigMap\ndata:\n  a: |\n    b=1\n    db.password=x1\n' },
      '4 a of a ConfigMap',
    ],
    [
      'Kustomize',
      { 'kustomization.yaml': 'secretGenerator:\n  - name: a\n    literals:\n      - greeting=rainy\n' },
      '4 greeting of a secretGenerator',
    ],
    ['a Secret by SOPS', { 'k8s/a.yaml': 'apiVersion: v1\nkind: Secret\nstringData: { a: "ENC[AES256_GCM,data:a]" }' }, 'nothing'],
    [
      'the values of a chart',
      { ...docker('FROM a'), 'chart/values.yaml': 'env: { DB_PASSWORD: x1 }\n' },
      OPEN('chart/values.yaml sets DB_PASSWORD'),
    ],
    ['no container', { 'a.yaml': 'a: 1\n' }, 'not here: there is no container file'],
    [
      'an object of another kind',
      { 'catalog-info.yaml': 'apiVersion: backstage.io/v1alpha1\nkind: Component\n' },
      'not here: there is no container file',
    ],
    [
      'the services of a pipeline',
      { '.gitlab-ci.yml': 'services:\n  - postgres:16\na:\n  image: node:24.1\n' },
      'not here: there is no container file',
    ],
    ['a Secret without a version', { 'k8s/a.yaml': 'kind: Secret\nstringData: { greeting: rainy }\n' }, '2 greeting of a Secret'],
    [
      'options about secrets',
      compose('  a:', '    command: [a, --token-ttl=15m, --secret-key-ref, db, --keystore-password-env, KP, --public-key, abc]'),
      'nothing',
    ],
    ['a Secret', { 'k8s/a.yaml': '---\napiVersion: v1\nkind: Secret\nstringData: { a: x1 }' }, '4 a of a Secret'],
  ])('%s', (_, files, expected) => {
    expect(said(containerSecrets, files, [envFile('web.env', 'API_KEY', 'MODE'), envFile('plain.env', 'MODE')])).toEqual([expected])
  })
})

describe('what is for production', () => {
  const prod = (...lines: readonly string[]): Files => ({ 'config/production.js': lines.join('\n') })
  const HOLDS = 'holds: config/production.js says production, and nothing turns debugging on'
  const service = (what: string): Files => ({ 'compose.prod.yml': `services:\n  web:\n    environment: ${what}\n` })
  it.each<[string, Files, string]>([
    ['says so', prod('module.exports = { ENV: "production", debug: false }'), HOLDS],
    ['debugs', prod('module.exports = { ENV: "production", debug: true }'), '1 debug=true'],
    ['says so in a comment', prod('// ENV=production', 'run()'), 'nothing'],
    [
      'asks the environment',
      prod('const ENV = "production"', 'const DEBUG = read("DEBUG")'),
      OPEN('only the environment says what DEBUG is in config/production.js'),
    ],
    ['debugs by default', { 'settings/production.py': 'DEBUG = bool(os.environ.get("DEBUG", True))' }, '1 DEBUG is on by default'],
    ['debugs in one line', service('{ ENVIRONMENT: production, DEBUG: "t" }'), '3 DEBUG=t'],
    ['debugs by name and value', { 'values-prod.yaml': 'env:\n  - name: DEBUG\n    value: "true"\n' }, '2 DEBUG=true'],
    ['is a template', { 'values-prod.yaml': 'a: {{ .B }}\nENV: production\n' }, OPEN('values-prod.yaml is a template')],
    [
      'is a workflow that deploys to stages',
      {
        '.github/workflows/deploy-prod.yml': 'jobs:\n  a:\n    environment: staging\n',
        '.gitlab-ci.yml': 'a: { environment: production }\n',
      },
      'nothing',
    ],
    ['asks in a shell', { 'deploy-prod.sh': 'if [ "$DEBUG" = "true" ]; then set -x; fi\ntest "$ENV" = staging && exit 1\n' }, 'nothing'],
    ['reloads live', { 'compose.live-reload.yml': 'services: { web: { environment: { DEBUG: "true" } } }\n' }, 'nothing'],
    ['is live', { 'compose.live.yml': 'services: { web: { environment: { DEBUG: "true" } } }\n' }, '1 DEBUG=true'],
    [
      'sets it twice',
      { 'Dockerfile.prod': 'FROM a\nARG NODE_ENV=development\nENV NODE_ENV=production\n' },
      'holds: Dockerfile.prod says production, and nothing turns debugging on',
    ],
    ['names a folder and a label', prod('VIRTUAL_ENV = "dev"', 'SENTRY_ENVIRONMENT = "staging"'), 'nothing'],
    [
      'debugs in the second place',
      { 'compose.prod.yml': '# DEBUG must be off\na: { DEBUG: "false" }\nb:\n  DEBUG: "true"\n' },
      '4 DEBUG=true',
    ],
    ['has a like name', { 'product.env': 'ENVIRONMENT=test\n' }, 'nothing'],
  ])('%s', (_, files, expected) => expect(said(production, files)).toEqual([expected]))
})

describe('actions of others', () => {
  const uses = (what: string) => ci('jobs:', '  a:', '    steps:', `      - uses: ${what}`)
  it.each<[string, Files, string]>([
    ['a tag', uses('actions/checkout@v5'), '4 actions/checkout@v5'],
    ['a commit', uses(`actions/checkout@${commit} # v5`), 'nothing'],
    ['in quotes', ci('jobs: { a: { steps: [{ "uses": "a/b@main" }] } }'), '1 a/b@main'],
    ['said in a command', ci('jobs:', '  a:', '    steps:', '      - run: |', '          uses: actions/checkout@v4'), 'nothing'],
    ['folded', ci('jobs:', '  a:', '    steps:', '      - uses: >-', '          a/b@main'), '5 a/b@main'],
    ['a workflow of others', ci('jobs:', '  a:', '    uses: a/b/.github/workflows/c.yml@v1'), '3 a/b/.github/workflows/c.yml@v1'],
    ['of this repository', uses('./.github/actions/a'), 'nothing'],
    ['an image by its tag', uses('docker://alpine:3.22'), '4 docker://alpine:3.22'],
    ['no YAML', ci('jobs: ['), OPEN('.github/workflows/ci.yml is not YAML')],
  ])('%s', (_, files, expected) => expect(said(pinnedActions, files)).toEqual([expected]))
})

describe('the scan of a pipeline', () => {
  const run = (...lines: readonly string[]) =>
    ci('jobs:', '  a:', '    steps:', '      - run: |', ...lines.map((line) => `          ${line}`))
  const NONE = '0 no step scans for secrets'
  const HOLDS = 'holds: .github/workflows/ci.yml scans for secrets'
  const MILD = OPEN('.github/workflows/ci.yml scans for secrets, and goes on when it finds one')
  it.each<[string, Files, string]>([
    ['a command', run('npm ci', 'npx leakgate audit --history'), HOLDS],
    ['an action', ci('jobs:', '  a:', '    steps:', '      - uses: gitleaks/gitleaks-action@v2'), HOLDS],
    ['said, not done', run('echo "run gitleaks"'), NONE],
    ['installed, not run', run('pip install detect-secrets'), NONE],
    ['installed and run', run('pip install detect-secrets && detect-secrets scan'), HOLDS],
    ['in a comment', run('npm test # gitleaks'), NONE],
    ['installed by a module', run('python -m pip install detect-secrets', 'sudo apt-get install gitleaks'), NONE],
    ['left out of it', ci('on:', '  push:', '    paths-ignore: [.gitleaks.toml]', 'jobs: {}'), NONE],
    ['in a circle', ci('jobs: &a', '  b: { steps: [{ run: gitleaks git }] }', '  c: *a'), HOLDS],
    ['a name', ci('name: gitleaks', 'jobs:', '  a:', '    steps:', '      - name: gitleaks', '        run: npm test'), NONE],
    ['switched off', ci('jobs:', '  a:', '    if: false', '    steps:', '      - run: gitleaks git'), NONE],
    ['switched off in an expression', ci('jobs:', '  a:', '    steps:', '      - if: ${{ false }}', '        run: gitleaks git'), NONE],
    ['goes on', ci('jobs:', '  a:', '    continue-on-error: true', '    steps:', '      - run: gitleaks git'), MILD],
    ['never fails', run('gitleaks git || true'), MILD],
    ['is told not to fail', run('gitleaks git --exit-code 0'), MILD],
    ['is told how to fail', run('gitleaks git --exit-code 2'), HOLDS],
    ['does nothing instead', run('gitleaks git || :'), MILD],
    [
      'of GitLab',
      { '.gitlab-ci.yml': 'include:\n  - template: Security/Secret-Detection.gitlab-ci.yml\n' },
      'holds: .gitlab-ci.yml scans for secrets',
    ],
    [
      'of GitLab, with a tag',
      { '.gitlab-ci.yml': 'a:\n  script:\n    - !reference [.b, script]\n    - gitleaks git\n' },
      'holds: .gitlab-ci.yml scans for secrets',
    ],
    [
      'of Jenkins',
      { Jenkinsfile: "stage('a') { steps { sh 'trufflehog git file://. --fail' } } // gitleaks" },
      'holds: Jenkinsfile scans for secrets',
    ],
    [
      'by a script',
      { ...run('npm run secrets'), 'package.json': '{ "scripts": { "secrets": "leakgate audit" } }' },
      OPEN('no pipeline step names a scanner, but package.json does: does a step run it?'),
    ],
    ['asked for its version', run('gitleaks version', 'npx leakgate --help', 'leakgate doctor'), NONE],
    ['in a variable', ci('jobs:', '  a:', '    steps:', '      - run: cat a', '        env: { TOOL: gitleaks }'), NONE],
    ['fails in vain', run('set +e', 'gitleaks git', 'exit 0'), MILD],
    ['before another command', run('gitleaks git; true'), MILD],
    ['in a pipe', run('gitleaks git | tee out'), MILD],
    ['in a pipe of bash', ci('jobs:', '  a:', '    steps:', '      - run: gitleaks git | tee out', '        shell: bash'), HOLDS],
    [
      'in a pipe of a default shell',
      ci('defaults: { run: { shell: bash } }', 'jobs:', '  a:', '    steps: [{ run: gitleaks git | tee a }]'),
      HOLDS,
    ],
    [
      'in a pipe of another shell',
      ci('defaults: { run: { shell: bash } }', 'jobs:', '  a:', '    steps: [{ shell: sh, run: gitleaks git | tee a }]'),
      MILD,
    ],
    ['in a pipe that fails', run('set -o pipefail', 'gitleaks git | tee out'), HOLDS],
    ['finds, and does not fail', run('trufflehog git file://.'), MILD],
    [
      'goes on by an expression',
      ci('jobs:', '  a:', '    continue-on-error: ${{ true }}', '    steps:', '      - run: gitleaks git'),
      MILD,
    ],
    ['only by hand', ci('on: workflow_dispatch', 'jobs:', '  a:', '    steps:', '      - run: gitleaks git'), MILD],
    ['never', { '.gitlab-ci.yml': 'a:\n  script: gitleaks git\n  rules: [{ when: never }]\n' }, NONE],
    [
      'of GitLab, by hand',
      { '.gitlab-ci.yml': 'a:\n  script: gitleaks git\n  when: manual\n' },
      OPEN('.gitlab-ci.yml scans for secrets, and goes on when it finds one'),
    ],
    [
      'of GitLab, switched off',
      {
        '.gitlab-ci.yml':
          'include:\n  - template: Security/Secret-Detection.gitlab-ci.yml\nvariables:\n  SECRET_DETECTION_DISABLED: "true"\n',
      },
      OPEN('.gitlab-ci.yml scans for secrets, and goes on when it finds one'),
    ],
    ['a stage of Jenkins', { Jenkinsfile: "/* gitleaks */ stage('gitleaks') { sh 'make' }" }, NONE],
    [
      'in a script',
      { ...run('scripts/scan.sh'), 'scripts/scan.sh': 'gitleaks git\n' },
      OPEN('no pipeline step names a scanner, but scripts/scan.sh does: does a step run it?'),
    ],
    ['no pipeline', {}, OPEN('this repository has no pipeline')],
  ])('%s', (_, files, expected) => expect(said(pipelineScan, files)).toEqual([expected]))
})

describe('secrets that a pipeline prints', () => {
  const step = (run: string) =>
    ci('jobs:', '  a:', '    steps:', `      - run: ${run}`, '        env: { KEY: "${{ secrets.X }}", MODE: a }')
  it.each<[string, Files, string]>([
    ['by another name', step('echo "$KEY"'), '4 KEY is printed'],
    ['no secret', step('echo "$MODE"'), 'nothing'],
    ['into a pipe', step('echo "$KEY" | login --stdin'), 'nothing'],
    ['whether it is set', step('echo "${KEY:+yes}"'), 'nothing'],
    ['in braces', step('echo "${KEY:-none}"'), '4 KEY is printed'],
    ['into a pipe below', step(`|\n          echo "$KEY" \\\n            | login --stdin`), 'nothing'],
    ['to be masked', step('echo "::add-mask::$KEY"'), 'nothing'],
  ])('%s', (_, files, expected) => expect(said(echoes, files)).toEqual([expected]))
})

describe('dependencies', () => {
  const NONE = 'not here: no dependencies'
  const CHECK = 'an auditor must check them for known vulnerabilities'
  it.each<[string, Files, string]>([
    ['of development', { 'Cargo.toml': '[dev-dependencies]\na = "1"\n' }, '0 no lock file: Cargo.lock'],
    ['of a workspace', { 'Cargo.toml': '[workspace.dependencies]\na = "1"\n' }, '0 no lock file: Cargo.lock'],
    [
      'of Poetry',
      { 'pyproject.toml': '[tool.poetry.dependencies]\npython = "^3.12"\na = "1"\n' },
      '0 no lock file: poetry.lock, uv.lock, pdm.lock and 2 more',
    ],
    ['of Poetry, Python alone', { 'pyproject.toml': '[tool.poetry.dependencies]\npython = "^3.12"\n' }, NONE],
    [
      'behind comments',
      { 'pyproject.toml': '[project]\ndependencies = [\n  # why\n  # and how\n  "a",\n]\n' },
      '0 no lock file: poetry.lock, uv.lock, pdm.lock and 2 more',
    ],
    ['an empty list', { 'pyproject.toml': '[project]\ndependencies = []\n' }, NONE],
    ['PHP itself', { 'composer.json': '{ "require": { "php": ">=8", "ext-json": "*" } }' }, NONE],
    ['of a test', { 'tests/fixtures/package.json': '{ "dependencies": { "a": "1" } }' }, NONE],
    ['another list', { 'requirements/prod.txt': 'django\n' }, '1 an unpinned version'],
    ['without a check', { 'pom.xml': '<project/>', 'setup.py': '' }, OPEN(`not checked: pom.xml, setup.py; ${CHECK}`)],
  ])('%s', (_, files, expected) => expect(said(lockFiles, files)).toEqual([expected]))
})

describe('the policy for vulnerabilities', () => {
  it.each<[string, Files, string]>([
    [
      'of the template',
      { 'SECURITY.md': '## Reporting a Vulnerability\nTell them where to report it.' },
      OPEN('SECURITY.md names no contact'),
    ],
    ['by the forge', { 'SECURITY.md': 'Report it in the Security tab.' }, 'holds: SECURITY.md says where'],
    ['with an address', { 'SECURITY.md': 'security@acme.io' }, 'holds: SECURITY.md says where'],
    ['on a website', { 'public/.well-known/security.txt': 'Contact: x' }, 'holds: public/.well-known/security.txt says where'],
    ['about something else', { 'docs/security.md': 'How we build' }, OPEN('docs/security.md names no contact')],
    ['empty', { 'SECURITY.md': ' \n' }, '0 there is none'],
    ['code', { 'security.rs': '// report(x)' }, '0 there is none'],
  ])('%s', (_, files, expected) => expect(said(securityPolicy, files)).toEqual([expected]))
})

describe('a long file is read to its end', { timeout: 20_000 }, () => {
  const many = (text: string) => text.repeat(60_000)
  it.each<[string, Judge, Files]>([
    ['a comment', lockFiles, { 'pyproject.toml': `[project]\ndependencies = [\n    ${'#'.repeat(4000)}\n]\n` }],
    ['blank lines', containerSecrets, { 'a.yml': many('\n') }],
    ['a key again and again', containerSecrets, { 'a.yml': many('services:\n') }],
    ['settings line by line', production, { 'config/production.js': many('debug = read(x)\n') }],
    ['settings in one line', production, { 'config/production.js': many('debug = 0, ') }],
  ])('%s', (_, judge, files) => {
    const others = facts({}, [])
    const yaml = new Map([...Object.entries(files)].map(([path, text]) => [path, { text, documents: [] }]))
    const told = judge({
      ...others,
      paths: Object.keys(files),
      texts: new Map(Object.entries(files)),
      yaml: /\.yml/.test(Object.keys(files)[0] ?? '') ? yaml : others.yaml,
    })
    expect(told).toBeDefined()
  })
})
