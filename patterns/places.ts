/** Files in a repository that more than one part minds: .gitignore globs of those in which policy applies. */

/** Files that contain files, by name: archives, packages, office documents. */
export const PACKED =
  /\.(?:zip|t?gz|tar|tbz2?|bz2|txz|xz|zst|lz4|7z|rar|jar|war|ear|aar|apk|ipa|whl|egg|nupkg|gem|crate|deb|rpm|cab|iso|docx|xlsx|pptx|od[tsp]|epub|pdf)$/i

export const CODE = ['*.py', '*.js', '*.mjs', '*.cjs', '*.jsx', '*.ts', '*.tsx', '*.rb', '*.go', '*.php', '*.java', '*.kt', '*.cs', '*.rs']

export const CONFIG = ['*.yml', '*.yaml', '*.properties', '*.toml', '*.ini', '*.conf', '*.cfg', '*.env', '.env.*']

/** Tests and examples may try what production must not do. */
export const NO_TESTS = [
  '!*/', // by `*.*`, a folder such as app-1.2 would take all that is in it
  '!test*',
  '!*[._-]test*',
  '!*[!a]test.*', // LoginTest.java, not latest.go
  '!*[!a]tests.*',
  '!*spec.*',
  '!*mock*',
  '!*example*',
  '!*sample*',
  '!**/test/**',
  '!**/tests/**',
  '!**/__tests__/**',
  '!**/spec/**',
  '!**/testdata/**',
  '!**/fixtures/**',
  '!**/examples/**',
  '!**/example/**',
  '!**/vendor/**',
  '!**/node_modules/**',
]

/** Neither in documents: only code and config. */
export const NO_TESTS_OR_DOCS = [...NO_TESTS, '!**/docs/**']

/** For production, by name. */
export const PRODUCTION = [
  '.env.prod',
  '.env.prod[._-]*',
  '.env.production*',
  '.env.live',
  '.env.live[._-]*',
  'prod.env',
  'production.env',
  'prod[._-]*.env',
  'docker-compose.prod*',
  'docker-compose-prod*',
  'compose.prod*',
  'Dockerfile.prod*',
  '**/settings/prod*.py',
  'settings_prod*.py',
  'application-prod*.yml',
  'application-prod*.yaml',
  'application-prod*.properties',
  'appsettings.Production.json',
  '**/environments/production.rb',
  'config/production.*',
  'values-prod*.yaml',
  'values.prod*.yaml',
  '!*.md',
  '!*example*',
  '!*sample*',
  '!*template*',
]

export const COMPOSE = ['docker-compose*', 'compose', 'compose[._-]*', '*.compose', 'docker-stack*'].flatMap((name) => [
  `${name}.yml`,
  `${name}.yaml`,
])

export const DOCKERFILES = [
  'Dockerfile',
  'Dockerfile[._-]*',
  '*.Dockerfile',
  'Containerfile',
  'Containerfile[._-]*',
  '!*.dockerignore',
  '!*.md',
]

/** Kubernetes manifests, by the folders they are usually in. */
export const MANIFESTS = ['k8s', 'kubernetes', 'deploy', 'manifests'].flatMap((folder) => [
  `**/${folder}/**/*.yml`,
  `**/${folder}/**/*.yaml`,
])

export const PIPELINES = [
  '.github/workflows/*.yml',
  '.github/workflows/*.yaml',
  '.forgejo/workflows/*.yml',
  '.gitea/workflows/*.yml',
  '.woodpecker.yml',
  '.drone.yml',
  '.buildkite/*.yml',
  '.gitlab-ci.yml',
  '.circleci/config.yml',
  'azure-pipelines.yml',
  'bitbucket-pipelines.yml',
  '.travis.yml',
  'Jenkinsfile',
]
