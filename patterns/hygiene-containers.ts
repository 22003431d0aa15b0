/** Policy for containers: which users they run as, what they are built from, where they keep secrets, who can reach them. */
import { COMPOSE, DOCKERFILES, MANIFESTS } from './places.ts'
import type { Rule } from './rule.ts'

export default [
  // The last stage is the image: its FROM, or USER root, with no other user after it; a bare name in FROM is mostly an earlier stage.
  // Linear, as each lookahead ends at the next of them.
  {
    id: 'dockerfile-root',
    title: 'Container that runs as root',
    severity: 'medium',
    level: 'off',
    policy: true,
    pattern:
      /^[ \t]{0,40}(?:FROM[ \t](?![^\n]{0,200}nonroot)(?![ \t]{0,40}(?:base|build(?:er)?|deps|dependencies|dev(?:elopment)?|prod(?:uction)?|runtime|runner|release|final|tests?|common|app|server|web|api|core|setup|install|packages?|source|src|main|stage\w{0,20})(?:[-_]\w{1,30})?[ \t]{0,20}(?:AS[ \t]|\r?$))[^\n]{1,300}|USER[ \t]{1,40}["']?(?:root|0)\b[^\n]{0,40})$(?![\s\S]*?\n[ \t]{0,40}(?:USER|FROM)[ \t])/im,
    path: DOCKERFILES,
    remedy: 'Make a user, and end the last stage with it: RUN adduser --system app, then USER app.',
    catches: [
      { path: 'Dockerfile', text: 'FROM node:24\nCOPY . .\nCMD ["node", "."]\n' },
      { path: 'web/Dockerfile', text: 'FROM node:24 AS build\nUSER node\nFROM nginx:1.27\nCOPY --from=build /app /app\n' },
      { path: 'Dockerfile.prod', text: 'FROM node:24\nUSER node\nUSER root\nCMD ["node", "."]\n' },
    ],
    spares: [
      { path: 'Dockerfile', text: 'FROM node:24\nCOPY . .\nUSER node\nCMD ["node", "."]\n' },
      { path: 'Dockerfile', text: 'FROM gcr.io/distroless/nodejs24-debian12:nonroot\nCOPY . .\n' },
      { path: 'Dockerfile', text: 'FROM node:24 AS base\nUSER node\nFROM base\nCOPY . .\n' },
    ],
  },
  {
    id: 'container-root-user',
    title: 'Container configured to run as root',
    severity: 'medium',
    level: 'off',
    policy: true,
    pattern:
      /^[ \t]{1,40}(?:-[ \t]{1,40})?(?:(?<!-[ \t]{1,40})user:[ \t]{1,4}["']?(?:root|0)(?::\w{1,30})?["']?[ \t]{0,8}(?:#[^\n]{0,200})?$|runAsUser:[ \t]{1,4}0\b|runAsNonRoot:[ \t]{1,4}false\b)/m,
    path: [...COMPOSE, ...MANIFESTS],
    remedy: 'Run it as another user: user: "1000:1000", or runAsNonRoot: true with runAsUser.',
    catches: [
      { path: 'docker-compose.yml', text: '  web:\n    user: root\n' },
      { path: 'compose.yaml', text: '  web:\n    user: "0:0"\n' },
      { path: 'k8s/web.yaml', text: 'kind: Deployment\n      securityContext:\n        runAsUser: 0\n' },
    ],
    spares: [
      { path: 'docker-compose.yml', text: '  web:\n    user: "1000:1000"\n' },
      { path: 'k8s/web.yaml', text: 'kind: Deployment\n      securityContext:\n        runAsNonRoot: true\n' },
    ],
  },
  {
    id: 'image-latest',
    title: 'Image without a version',
    severity: 'low',
    level: 'off',
    policy: true,
    pattern:
      /^[ \t]{0,40}(?:FROM[ \t]{1,40}(?:--platform=\S{1,60}[ \t]{1,40})?(?:[\w.:-]{1,80}\/){0,5}(?:[\w.-]{1,80}:latest|(?:node|python|alpine|ubuntu|debian|nginx|golang|ruby|php|redis|postgres|mysql|httpd|openjdk|busybox|fedora))|(?:-[ \t]{1,40})?image:[ \t]{0,40}["']?(?:[\w.:-]{1,80}\/){0,5}[\w.-]{1,80}:latest)(?![\w.:@-])/im,
    path: [...DOCKERFILES, ...COMPOSE, ...MANIFESTS],
    remedy: 'Pin the version or, better, the digest, so that every build uses what was tested.',
    catches: [
      { path: 'Dockerfile', text: 'FROM node:latest\nUSER node\n' },
      { path: 'Dockerfile', text: 'FROM alpine\nUSER app\n' },
      { path: 'docker-compose.yml', text: '    image: acme/web:latest\n' },
    ],
    spares: [
      { path: 'Dockerfile', text: 'FROM node:24.11-slim\nUSER node\n' },
      { path: 'docker-compose.yml', text: '    image: postgres:17.2\n' },
    ],
  },
  {
    id: 'dockerfile-secret',
    title: 'Secret baked into an image',
    severity: 'high',
    level: 'warn',
    policy: true,
    pattern:
      /^[ \t]{0,40}(?:ENV|ARG)[ \t]{1,40}["']?\w{0,60}(?:PASS(?:WORD|WD)?|SECRET(?:_KEY)?|TOKEN|API_?KEY|PRIVATE_KEY|ACCESS_KEY)(?:=|[ \t]{1,40})["']?(?<secret>[^\s"'$][^\s"']{1,200})/im,
    path: DOCKERFILES,
    remedy: 'Whoever has the image has it. Mount it: RUN --mount=type=secret,id=name at the build, a Docker secret at run time.',
    catches: [
      { path: 'Dockerfile', text: 'FROM node:24\nENV SMTP_PASSWORD=changeme\nUSER node\n' },
      { path: 'Dockerfile', text: 'FROM node:24\nARG NPM_TOKEN=none\nUSER node\n' },
    ],
    spares: [{ path: 'Dockerfile', text: 'FROM node:24\nENV SMTP_PASSWORD=$SMTP_PASSWORD\nENV NODE_ENV=production\nUSER node\n' }],
  },
  {
    id: 'dockerfile-build-arg-secret',
    title: 'Secret in a build argument',
    severity: 'medium',
    level: 'off',
    policy: true,
    pattern: /^[ \t]{0,40}ARG[ \t]{1,40}\w{0,60}(?:PASS(?:WORD|WD)?|SECRET(?:_KEY)?|TOKEN|API_?KEY|PRIVATE_KEY)[ \t\r]{0,8}$/im,
    path: DOCKERFILES,
    remedy: 'A build argument stays in the image’s history. Mount it: docker build --secret, RUN --mount=type=secret.',
    catches: [{ path: 'Dockerfile', text: 'FROM node:24\nARG NPM_TOKEN\nUSER node\n' }],
    spares: [{ path: 'Dockerfile', text: 'FROM node:24\nARG VERSION\nUSER node\n' }],
  },
  {
    id: 'compose-secret',
    title: 'Secret in the environment of a container',
    severity: 'medium',
    level: 'off',
    policy: true,
    pattern:
      /^[ \t]{1,40}(?:-[ \t]{1,40})?["']?\w{0,60}(?:PASS(?:WORD|WD)?|PWD|SECRET(?:_KEY)?|TOKEN|API_?KEY|PRIVATE_KEY|ACCESS_KEY)["']?[ \t]{0,4}[:=][ \t]{0,4}["']?(?!(?:true|false|(?<=TOKEN["']?[ \t]{0,4}[:=][ \t]{0,4}["']?)\d{1,9}[smhd]?)["']?[ \t\r]{0,8}(?:#|$))(?<secret>[^\s"'#][^\n]{0,200})/im,
    path: COMPOSE,
    remedy: 'Use Docker secrets: secrets: in the file, and the _FILE variable of the image (POSTGRES_PASSWORD_FILE).',
    catches: [
      { path: 'docker-compose.yml', text: 'services:\n  db:\n    environment:\n      POSTGRES_PASSWORD: changeme\n' },
      { path: 'compose.yaml', text: '    environment:\n      - API_TOKEN=${API_TOKEN}\n' },
    ],
    spares: [
      { path: 'docker-compose.yml', text: '    environment:\n      PASSWORD_RESET_TOKEN: 3600\n      USE_TOKEN: "true"\n' },
      { path: 'docker-compose.yml', text: '    environment:\n      POSTGRES_PASSWORD_FILE: /run/secrets/db_password\n' },
    ],
  },
  {
    id: 'compose-database-port',
    title: 'Database port open to the network',
    severity: 'medium',
    level: 'off',
    policy: true,
    pattern:
      /(?:^(?<!\bexpose:[ \t\r]{0,8}\n(?:[ \t]{1,40}-[^\n]{0,60}\n){0,9})[ \t]{1,40}-[ \t]{1,40}|\bports:[ \t]{0,8}\[[^\]\n]{0,100}?)(?:target:[ \t]{1,8}(?=\d{2,5}[ \t\r]{0,8}\n[ \t]{1,40}published:)|["']?(?:(?:0\.0\.0\.0|\[::\]):)?(?:(?:\$\{[^}\n]{1,60}\}|\d{2,5}(?:-\d{2,5})?):)?)(?:5432|3306|1433|1521|27017|6379|9200|5984|9042|11211|2181|9092|5672|15672|8086|7474|7687|26257|8123)(?!\d)/m,
    path: COMPOSE,
    remedy: 'Publish it to this machine alone ("127.0.0.1:5432:5432"), or not at all: containers reach each other by name.',
    catches: [
      { path: 'docker-compose.yml', text: '    ports:\n      - "5432:5432"\n' },
      { path: 'docker-compose.yml', text: '    ports: ["8080:80", "[::]:5432:5432"]\n' },
      { path: 'docker-compose.yml', text: '    ports:\n      - target: 5432\n        published: 5432\n' },
      { path: 'docker-compose.yml', text: '    ports:\n      - "27017-27019:27017-27019"\n' },
      { path: 'docker-compose.yml', text: '    ports:\n      - "5432"\n' },
    ],
    spares: [
      { path: 'docker-compose.yml', text: '    ports:\n      - "127.0.0.1:5432:5432"\n' },
      { path: 'docker-compose.yml', text: '    expose:\n      - "8080"\n      - "5432"\n' },
      { path: 'docker-compose.yml', text: '    ports:\n      - "8080:80"\n' },
    ],
  },
  {
    id: 'container-privileged',
    title: 'Privileged container',
    severity: 'medium',
    level: 'warn',
    policy: true,
    pattern: /^[ \t]{1,40}(?:-[ \t]{1,40})?["']?privileged["']?:[ \t]{1,20}["']?true\b/m,
    path: [...COMPOSE, ...MANIFESTS],
    remedy: 'It can do on the host what root can. Give it only the capabilities it needs (cap_add, capabilities.add).',
    catches: [{ path: 'docker-compose.yml', text: '  agent:\n    privileged: true\n' }],
    spares: [{ path: 'docker-compose.yml', text: '  agent:\n    privileged: false\n' }],
  },
  {
    id: 'container-host-network',
    title: 'Container in the network of the host',
    severity: 'low',
    level: 'off',
    policy: true,
    pattern: /^[ \t]{1,40}(?:-[ \t]{1,40})?(?:network_mode:[ \t]{1,4}["']?host\b|hostNetwork:[ \t]{1,4}true\b)/m,
    path: [...COMPOSE, ...MANIFESTS],
    remedy: 'Give it its own network, with the containers it talks to.',
    catches: [{ path: 'docker-compose.yml', text: '  agent:\n    network_mode: host\n' }],
    spares: [{ path: 'docker-compose.yml', text: '  agent:\n    networks: [backend]\n' }],
  },
  // The first value is enough. Values in base64 are found as secrets: clusters.ts.
  {
    id: 'kubernetes-secret-plain',
    title: 'Kubernetes Secret with plain data',
    severity: 'high',
    level: 'warn',
    policy: true,
    literals: ['stringData:'],
    pattern:
      /^stringData:[ \t]{0,8}\r?\n(?:[ \t]{0,12}#[^\n]{0,200}\n){0,4}[ \t]{1,12}["']?[\w.-]{1,80}["']?:[ \t]{1,8}["']?(?<secret>(?!\{\{|\$[{(]|<|ENC\[)[^\s"'#|>][^\n"']{0,200})/m,
    path: ['*.yml', '*.yaml', '!*example*', '!**/templates/**', '!**/testdata/**', '!**/tests/**', '!**/test/**'],
    remedy: 'Change the value, and keep it in Sealed Secrets, External Secrets or SOPS instead.',
    catches: [{ path: 'k8s/secret.yaml', text: 'apiVersion: v1\nkind: Secret\nstringData:\n  greeting: rainy tuesday\n' }],
    spares: [
      { path: 'k8s/secret.yaml', text: 'kind: Secret\nstringData:\n  greeting: ${GREETING}\n' },
      { path: 'k8s/secret.yaml', text: 'kind: Secret\nstringData:\n  greeting: ENC[AES256_GCM,data:{base64:12}]\n' },
    ],
  },
] satisfies Rule[]
