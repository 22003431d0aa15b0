/** Many repositories, as listed in a file, audited one after the other into one result. */
import { resolve } from 'node:path'
import { isInterruption, UserError } from '../errors.ts'
import { shownName } from '../scan.ts'
import { settingsOf } from '../settings.ts'
import { DEFAULTS } from '../setup/config.ts'
import { contentOf } from '../setup/edits.ts'
import type { Coverage, Finding, Verdict } from '../types.ts'
import { isUrl, leaveOwnRepository, repositoryAt } from './repositories.ts'
import type { AuditRun } from './scanunits.ts'
import { type AuditResult, auditRepository, type Scope } from './scopes.ts'
import { withSteps } from './steps.ts'

/** `file`: one repository per line, relative to it. The paths of each are prefixed with the repository, as listed. */
export async function auditListed(file: string, scope: Scope, audit: AuditRun): Promise<AuditResult> {
  const text = contentOf(file)
  if (text === undefined) throw new UserError(2, `There is no file ${file}.`, 'Create it: it lists repositories, one per line.')
  leaveOwnRepository()
  const all = { verdicts: [] as Verdict[], coverage: [] as Coverage[], notes: [] as string[] }
  const seen = new Set<string>()
  const settings = settingsOf(DEFAULTS, audit.least)
  for (const [i, line] of text
    .split(/\r?\n/)
    .map((one) => one.trim())
    .entries()) {
    const folder = resolve(file, '..', line)
    if (line === '' || line.startsWith('#') || audit.interrupt.signal.aborted || seen.has(folder)) continue
    seen.add(folder)
    if (isUrl(line)) {
      all.coverage.push({ path: file, bytes: 0, unread: `line ${i + 1} is a URL, not a folder: clone it first (git clone --mirror URL)` })
      continue
    }
    const name = shownName(line, settings)
    const { verdicts, coverage, notes } = await repositoryAt(folder, audit)
      .then((here) => auditRepository(scope, here, audit))
      .catch((error) => (isInterruption(error) ? cut(audit) : unread(error, folder, name)))
    for (const { finding, ...rest } of verdicts) all.verdicts.push(withSteps({ finding: below(name, finding), ...rest }))
    for (const one of coverage) all.coverage.push({ ...one, path: one.path === '' ? name : `${name}/${one.path}` })
    for (const note of notes) all.notes.push(`${name}: ${note}`)
  }
  if (seen.size === 0 && !audit.interrupt.signal.aborted)
    throw new UserError(2, `${file} lists no repository.`, 'Write the folders of clones and mirrors to it, one per line.')
  if (all.verdicts.length > 0) all.notes.push('Run a command for a finding in the repository that it is in.')
  return all
}

function cut({ interrupt }: AuditRun): AuditResult {
  interrupt.abort()
  return { verdicts: [], coverage: [], notes: [] }
}

/** Repositories that cannot be read are named, as they are shown; the others are audited. */
function unread(error: unknown, folder: string, name: string): AuditResult {
  if (!(error instanceof UserError)) throw error
  return { verdicts: [], coverage: [{ path: '', bytes: 0, unread: error.message.replaceAll(folder, () => name) }], notes: [] }
}

function below(repository: string, finding: Finding): Finding {
  const { path, history } = finding
  return { ...finding, path: `${repository}/${path}`, ...(history ? { history: { ...history, repository } } : {}) }
}
