/** Dependencies: are they locked? */

import { NO_TESTS } from '../../patterns/places.ts'
import { firstOf } from '../wording.ts'
import type { Evidence } from './assessment.ts'
import { matching } from './matching.ts'
import type { Judge } from './opinion.ts'

/** Manifests, and the lock files of which one must be beside it or above. */
const LOCKS: readonly { readonly manifest: string; readonly locks: readonly string[]; readonly make: string; readonly needs: RegExp }[] = [
  {
    manifest: 'package.json',
    locks: ['package-lock.json', 'npm-shrinkwrap.json', 'yarn.lock', 'pnpm-lock.yaml', 'bun.lock', 'bun.lockb'],
    make: 'npm install --package-lock-only',
    needs: /"(?:dev|optional)?[dD]ependencies"\s*:\s*\{\s*"/,
  },
  { manifest: 'Pipfile', locks: ['Pipfile.lock'], make: 'pipenv lock', needs: /^\[packages\]/m },
  { manifest: 'Gemfile', locks: ['Gemfile.lock'], make: 'bundle lock', needs: /^\s*gem\s/m },
  {
    manifest: 'composer.json',
    locks: ['composer.lock'],
    make: 'composer update --lock',
    needs: /"require(?:-dev)?"\s*:\s*\{[^}]*"[\w.-]+\/[\w.-]+"\s*:/,
  },
  { manifest: 'go.mod', locks: ['go.sum'], make: 'go mod tidy', needs: /^\s*require\b/m },
  {
    manifest: 'Cargo.toml',
    locks: ['Cargo.lock'],
    make: 'cargo generate-lockfile',
    needs: /^\[(?:[^\]\n]+\.)?(?:dev-|build-)?dependencies[\].]/m,
  },
  {
    manifest: 'pyproject.toml',
    locks: ['poetry.lock', 'uv.lock', 'pdm.lock', 'pylock.toml', 'requirements.txt'],
    make: 'uv lock',
    needs:
      /^dependencies\s*=\s*\[(?:\s*#[^\n]*\n)*\s*["']|^\[(?:dependency-groups|project\.optional-dependencies)\]|^\[tool\.poetry\.(?:[\w.-]+\.)?(?:dev-)?dependencies\]\s*(?:python\b.*\s+)?(?!python\b)\w/m,
  },
]

/** Lists of Python packages, which pin each version themselves. */
const LISTS = ['requirements*.txt', '**/requirements/*.txt']

/** Dependencies whose lock no file tells, or that need none. */
const OTHERS =
  'requirements*.in setup.py setup.cfg environment.yml *.csproj *.fsproj pom.xml build.gradle build.gradle.kts build.sbt Package.swift pubspec.yaml mix.exs deno.json Podfile conanfile.* vcpkg.json'.split(
    ' ',
  )

export const MANIFEST_FILES = [...LOCKS.map(({ manifest }) => manifest), ...LISTS]

const [isList, isUnknown] = [matching(LISTS), matching(OTHERS)]
const isOurs = matching(['*', '!*/', ...NO_TESTS.filter((glob) => glob.startsWith('!**/'))])

export const lockFiles: Judge = ({ paths, texts }) => {
  const tracked = new Set(paths)
  const own = [...texts].filter(([path]) => isOurs(path))
  const manifests = own.flatMap(([path, text]) => {
    const kind = LOCKS.find(({ manifest }) => path === manifest || path.endsWith(`/${manifest}`))
    return kind?.needs.test(text) ? [{ path, ...kind }] : []
  })
  const evidence = manifests
    .filter(({ path, locks }) => !foldersOf(path).some((folder) => locks.some((lock) => tracked.has(`${folder}${lock}`))))
    .map(({ path, locks, make }): Evidence => ({ path, line: 0, says: `no lock file: ${firstOf(locks)}`, remedy: make }))
  const pinned = own.filter(([path]) => isList(path))
  const loose = pinned.flatMap(([path, text]) => unpinned(path, text))
  const found = [...manifests.map(({ path }) => path), ...pinned.map(([path]) => path)]
  const unknown = paths.filter((path) => isUnknown(path) && isOurs(path))
  const because = [
    ...(found.length > 0 ? [`locked: ${firstOf(found)}`] : []),
    ...(unknown.length > 0 ? [`not checked: ${firstOf(unknown)}`] : []),
  ].join('; ')
  if (because === '') return { evidence, state: 'not here', because: 'no dependencies' }
  return { evidence: [...evidence, ...loose], state: 'look', because: `${because}; an auditor must check them for known vulnerabilities` }
}

/** The folder of a path and all its parents, each with a trailing slash. */
const foldersOf = (path: string) => [...path.matchAll(/\//g)].map(({ index }) => path.slice(0, index + 1)).concat('')

function unpinned(path: string, text: string): Evidence[] {
  const line = text.split(/\r?\n/).findIndex((one) => /^[A-Za-z][\w.[\]-]*\s*(?:$|[<>~!#;]|==.*\*)/.test(one))
  return line < 0 ? [] : [{ path, line: line + 1, says: 'an unpinned version', remedy: 'pip-compile, or pip freeze > requirements.txt' }]
}
