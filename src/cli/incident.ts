/** `leakgate incident`: what to do now that a secret has leaked, step by step, for this finding. */

import { auditingAll } from '../audit/auditing.ts'
import { repositoryAt } from '../audit/repositories.ts'
import { auditRepository } from '../audit/scopes.ts'
import { UserError } from '../errors.ts'
import { FINGERPRINT } from '../fingerprint.ts'
import { AUDIT } from '../judge/thresholds.ts'
import { incidentMarkdown, incidentTerminal } from '../report/incident.ts'
import { didYouMean } from '../suggest.ts'
import type { Coverage, Verdict } from '../types.ts'
import type { Arguments, Command } from './command.ts'
import { gone, response } from './response.ts'
import { styleOf } from './show.ts'

const NAMES = ['terminal', 'markdown']

export const incident: Command = {
  name: 'incident',
  operands: 'FINGERPRINT',
  summary: 'what to do if a secret has leaked, step by step',
  options: {
    archives: { type: 'boolean', help: 'search archives, office files and PDFs, too' },
    format: { type: 'string', value: 'NAME', help: 'terminal (default), markdown', check: (args) => void formatOf(args) },
  },
  notes: [
    'Searches the tree and the whole history. No secret is printed.',
    'Exit code 1 while it is still there, 0 once it is gone: run it again to verify the removal.',
  ],
  async run(args) {
    const [fingerprint = ''] = args.positionals
    if (!FINGERPRINT.test(fingerprint))
      throw new UserError(2, 'incident needs one fingerprint: 12 hex digits.', 'An audit shows them: npx leakgate audit --history')
    const { verdicts: all, unread } = await everywhere(args.flag('archives'))
    const found = all.filter(({ finding }) => finding.fingerprint === fingerprint)
    const near = didYouMean(
      fingerprint,
      all.map(({ finding }) => finding.fingerprint),
    )
    if (found.length === 0 && near)
      throw new UserError(2, `No finding has the fingerprint ${fingerprint}.${near}`, 'See: npx leakgate audit --history')
    if (found.length === 0 && unread)
      throw new UserError(
        3,
        `${unread.path} could not be scanned: ${unread.unread}`,
        'Make it readable: only a complete scan can confirm the removal.',
      )
    const made = found.length > 0 ? response(fingerprint, found) : gone(fingerprint)
    process.stdout.write(formatOf(args) === 'markdown' ? incidentMarkdown(made) : incidentTerminal(made, styleOf(process.stdout)))
    return found.length > 0 ? 1 : 0
  },
}

function formatOf(args: Arguments): string {
  const format = args.text('format') ?? 'terminal'
  if (NAMES.includes(format)) return format
  throw new UserError(2, `An incident has no format ${format}.`, `The formats: ${NAMES.join(', ')}`)
}

/** The findings of the history, then those that are only in the tree. */
export async function everywhere(
  archives: boolean,
): Promise<{ readonly verdicts: readonly Verdict[]; readonly unread: Coverage | undefined }> {
  return auditingAll({ least: AUDIT, cached: true, archives }, async (audit) => {
    const here = await repositoryAt('.', audit)
    const past = await auditRepository({ kind: 'history' }, here, audit)
    const tree = await auditRepository({ kind: 'tree', shard: undefined }, here, audit)
    const known = new Set(past.verdicts.map(place))
    const verdicts = [...past.verdicts, ...tree.verdicts.filter((one) => !known.has(place(one)))]
    return { verdicts, unread: [...past.coverage, ...tree.coverage].find((one) => one.unread) }
  })
}

const place = ({ finding: { fingerprint, path } }: Verdict) => `${fingerprint} ${path}`
