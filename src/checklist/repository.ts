/** Judges of the repository as a whole: its findings, its history, its pipeline, its lock files, its hook. */
import { PIPELINES } from '../../patterns/places.ts'
import type { Verdict } from '../types.ts'
import { count, firstOf } from '../wording.ts'
import type { Evidence } from './assessment.ts'
import { evidenceOf, type Judge, judged } from './opinion.ts'

export const tree: Judge = ({ tree, unread, unopened }) => {
  const secrets = tree.filter(({ finding }) => !finding.policy)
  const evidence = secrets.filter(({ outcome }) => outcome === 'blocked').map(({ finding }) => evidenceOf(finding))
  return judged(evidence, [
    ...(unread > 0 ? [`${count(unread, 'file')} could not be scanned`] : []),
    ...unsure(secrets, 'npx leakgate audit'),
    ...unopened,
  ])
}

export const history: Judge = ({ history, unseen, unopened, tree }) => {
  const here = new Set(tree.map(({ finding }) => `${finding.fingerprint} ${finding.path}`))
  /** What is only staged is not history yet. */
  const past = history.filter(({ finding: { commit, fingerprint, path } }) => commit !== undefined || !here.has(`${fingerprint} ${path}`))
  const evidence = past
    .filter(({ outcome }) => outcome === 'blocked')
    .map(({ finding: { title, path, line, commit, date, history, fingerprint } }): Evidence => {
      const since = commit ? `, in ${commit.slice(0, 10)} of ${date?.slice(0, 10)}` : ', left over in this clone'
      const remedy = `npx leakgate incident ${fingerprint}`
      return { path, line, says: `${title}${since}${history?.pushed === 'yes' ? ', pushed' : ''}`, remedy }
    })
  return judged(evidence, [...unseen, ...unsure(past, 'npx leakgate audit --history'), ...unopened])
}

/** Findings that do not refuse a commit, by doubt or by the config, may be secrets all the same. */
function unsure(verdicts: readonly Verdict[], command: string): string[] {
  const warned = verdicts.filter(({ outcome }) => outcome === 'warned').length
  return warned > 0 ? [`${count(warned, 'finding')} may be a secret: ${command}`] : []
}

/** Secrets and e-mail addresses in tracked logs. */
export const logs: Judge = ({ tree }) => ({
  evidence: tree
    .filter(({ finding, outcome }) => /\.log(?:\.\d+)?$/.test(finding.path) && outcome !== 'allowed')
    .filter(({ finding }) => !finding.policy || finding.rule === 'personal-email')
    .map(({ finding }) => evidenceOf(finding)),
})

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
  { manifest: 'composer.json', locks: ['composer.lock'], make: 'composer update --lock', needs: /"require(?:-dev)?"/ },
  { manifest: 'go.mod', locks: ['go.sum'], make: 'go mod tidy', needs: /^\s*require\b/m },
  { manifest: 'Cargo.toml', locks: ['Cargo.lock'], make: 'cargo generate-lockfile', needs: /^\[dependencies\]/m },
  {
    manifest: 'pyproject.toml',
    locks: ['poetry.lock', 'uv.lock', 'pdm.lock', 'pylock.toml', 'requirements.txt'],
    make: 'uv lock',
    needs: /\bdependencies\b/,
  },
]

/** The files read by these judges. */
export const READ = [
  ...PIPELINES,
  'action.yml',
  'action.yaml',
  '.pre-commit-config.yaml',
  'Makefile',
  'kustomization.yml',
  'kustomization.yaml',
  'values*.yml',
  'values*.yaml',
  ...LOCKS.map(({ manifest }) => manifest),
  'requirements.txt',
]

export const lockFiles: Judge = ({ paths, texts }) => {
  const tracked = new Set(paths)
  const manifests = [...texts].flatMap(([path, text]) => {
    const kind = LOCKS.find(({ manifest }) => path === manifest || path.endsWith(`/${manifest}`))
    return kind?.needs.test(text) ? [{ path, ...kind }] : []
  })
  const evidence = manifests
    .filter(({ path, locks }) => !foldersOf(path).some((folder) => locks.some((lock) => tracked.has(`${folder}${lock}`))))
    .map(({ path, locks, make }): Evidence => ({ path, line: 0, says: `no lock file: ${firstOf(locks)}`, remedy: make }))
  const lists = [...texts].filter(([path]) => /(?:^|\/)requirements\.txt$/.test(path))
  const loose = lists.flatMap(([path, text]) => unpinned(path, text))
  const found = [...manifests.map(({ path }) => path), ...lists.map(([path]) => path)]
  if (found.length === 0) return { evidence, state: 'not here', because: 'no dependencies' }
  const because = `locked: ${firstOf(found)}; an auditor must check them for known vulnerabilities`
  return { evidence: [...evidence, ...loose], state: 'look', because }
}

/** The folder of a path and all its parents, each with a trailing slash. */
const foldersOf = (path: string) => [...path.matchAll(/\//g)].map(({ index }) => path.slice(0, index + 1)).concat('')

function unpinned(path: string, text: string): Evidence[] {
  const line = text.split(/\r?\n/).findIndex((one) => /^[A-Za-z][\w.[\]-]*\s*(?:$|[<>~!#;]|==.*\*)/.test(one))
  return line < 0 ? [] : [{ path, line: line + 1, says: 'an unpinned version', remedy: 'pip-compile, or pip freeze > requirements.txt' }]
}

export const hook: Judge = ({ hook }) => {
  if (!hook) return { evidence: [], state: 'not here', because: 'CI and bare repositories make no commits' }
  if (hook.armed) return { evidence: [], state: 'holds', because: 'a commit with a made-up secret is refused' }
  return { evidence: [{ path: '', line: 0, says: hook.problem, remedy: hook.next }] }
}

export const securityPolicy: Judge = ({ paths }) => {
  const found = paths.find((path) => /^(?:\.github\/|docs\/|\.gitlab\/)?security(?:\.\w{1,4})?$/i.test(path))
  if (found) return { evidence: [], state: 'holds', because: `${found} is there` }
  return {
    evidence: [{ path: 'SECURITY.md', line: 0, says: 'there is none', remedy: 'Give a contact for reports, and what to expect.' }],
  }
}
