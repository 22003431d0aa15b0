/** Judges of the repository as a whole: its findings, its history, its hook, its policy. */
import { PIPELINES } from '../../patterns/places.ts'
import type { Verdict } from '../types.ts'
import { count } from '../wording.ts'
import type { Evidence } from './assessment.ts'
import { MANIFEST_FILES } from './dependencies.ts'
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

/** The files read by these judges. */
export const READ = [
  ...PIPELINES,
  'action.yml',
  'action.yaml',
  '.pre-commit-config.yaml',
  'lefthook.yml',
  'Makefile',
  'Justfile',
  'Taskfile.yml',
  'tox.ini',
  'noxfile.py',
  '*.sh',
  '/.gitlab/**/*.yml',
  '/.gitlab-ci/**/*.yml',
  '/ci/**/*.yml',
  'kustomization.yml',
  'kustomization.yaml',
  'values*.yml',
  'values*.yaml',
  ...MANIFEST_FILES,
]

export const hook: Judge = ({ hook }) => {
  if (!hook) return { evidence: [], state: 'not here', because: 'CI and bare repositories make no commits' }
  if (hook.armed) return { evidence: [], state: 'holds', because: 'a commit with a made-up secret is refused' }
  return { evidence: [{ path: '', line: 0, says: hook.problem, remedy: hook.next }] }
}

const POLICY =
  /^(?:\.github\/|docs\/|\.gitlab\/)?security(?:\.(?:md|markdown|txt|rst|adoc|org))?$|^(?:[\w-]+\/)?\.well-known\/security\.txt$/i
export const isPolicy = (path: string) => POLICY.test(path)
/** The template of GitHub speaks of reports, and names no place for them. */
const CONTACT =
  /@\w|\bhttps?:\/\/\w|\b(?:mailto|tel):|^contact:[ \t]*\S|\bsecurity["'*_]{0,3} (?:tab\b|advisor)|\bprivate vulnerability report/im

export const securityPolicy: Judge = ({ texts }) => {
  const found = [...texts].filter(([path, text]) => isPolicy(path) && text.trim() !== '')
  const [said] = found.find(([, text]) => CONTACT.test(text)) ?? []
  if (said) return { evidence: [], state: 'holds', because: `${said} says where` }
  if (found.length > 0) return { evidence: [], state: 'look', because: `${found[0]?.[0]} names no contact` }
  return {
    evidence: [{ path: 'SECURITY.md', line: 0, says: 'there is none', remedy: 'Give a contact for reports, and what to expect.' }],
  }
}
