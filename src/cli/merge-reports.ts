/** `leakgate merge-reports`: merges the reports of shards, with the same result as without shards. */
import { readFileSync } from 'node:fs'
import { byPath, grouped, inOrder } from '../audit/grouped.ts'
import { withSteps } from '../audit/steps.ts'
import { topOf } from '../collect/tree.ts'
import { UserError } from '../errors.ts'
import { reportIn } from '../report/parse.ts'
import type { Report } from '../types.ts'
import type { Command } from './command.ts'
import { again, fixIn, happened, output } from './output.ts'
import { exitCode } from './show.ts'
import { FORMAT } from './targets.ts'

export const mergeReports: Command = {
  name: 'merge-reports',
  operands: 'FILE…',
  summary: 'merge the JSON reports of an audit’s shards',
  options: { ...FORMAT },
  notes: ['Each part must be given once. Exit codes as for audit.'],
  async run(args) {
    if (args.positionals.length === 0)
      throw new UserError(2, 'merge-reports needs the reports to merge.', 'npx leakgate merge-reports shards/*.json --format json')
    const parts = args.positionals.map(read)
    const report = merged(parts)
    const scope = parts[0]?.report.shard?.audit
    const elsewhere = /(?:^| )--(?:ignored|repos)(?: |$)/.test(scope ?? '')
    output(report, args, {
      happened: scope === undefined ? 'in these reports' : happened(/(?:^| )--history(?: |$)/.test(scope) ? 'history' : ''),
      list: again('--all'),
      audit: true,
      fix: fixIn(elsewhere ? undefined : await topOf()),
    })
    return exitCode(report)
  },
}

interface Part {
  readonly file: string
  readonly report: Report
}

function read(file: string): Part {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (cause) {
    throw new UserError(2, `${file} cannot be read.`, 'Give files written by `leakgate audit --shard … --format json`.', { cause })
  }
  const report = reportIn(text)
  if (!report) throw new UserError(2, `${file} is not a JSON report of leakgate.`, 'Write it: npx leakgate audit --shard 1/4 --format json')
  return { file, report }
}

/** Either all parts of one audit, or reports of different things. */
function merged(parts: readonly Part[]): Report {
  const shards = parts.flatMap(({ report: { shard } }) => shard ?? [])
  const { of, audit } = shards[0] ?? { of: 0, audit: '' }
  const missing = Array.from({ length: of }, (_, i) => i + 1).filter((part) => !shards.some((one) => one.part === part))
  if (missing.length > 0)
    throw new UserError(
      3,
      `Of ${of} parts, ${missing.length === 1 ? 'the report' : 'the reports'} of ${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} missing.`,
      `Run it: npx leakgate audit ${audit ? `${audit} ` : ''}--shard ${missing[0]}/${of} --format json --output FILE`,
    )
  if (
    shards.length > 0 &&
    (shards.length !== parts.length || shards.length !== of || shards.some((one) => one.of !== of || one.audit !== audit))
  )
    throw new UserError(2, 'These reports are not the parts of one audit.', 'Give each part of it exactly once.')
  const reports = parts.map(({ report }) => report)
  const verdicts = reports.flatMap((report) => report.verdicts)
  const versions = verdicts.filter(({ finding }) => finding.history)
  return {
    verdicts: inOrder([...verdicts.filter(({ finding }) => !finding.history), ...grouped(versions).map(withSteps)]),
    coverage: byPath(reports.flatMap(({ coverage }) => coverage)),
    unread: reports.some(({ unread }) => unread === 'block') ? 'block' : 'warn',
    notes: [...new Set(reports.flatMap(({ notes }) => notes))],
    ms: 0,
  }
}
