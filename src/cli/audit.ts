/** `leakgate audit`: the same engine on the tracked tree, on the whole history, on a range of it, or on any files and folders. */
import { resolve } from 'node:path'
import { auditing } from '../audit/auditing.ts'
import { byPath, inOrder } from '../audit/grouped.ts'
import { auditListed } from '../audit/repolist.ts'
import { isUrl, leaveOwnRepository, opening, repositoryAt } from '../audit/repositories.ts'
import type { AuditRun } from '../audit/scanunits.ts'
import { type AuditResult, auditPaths, auditRepository, type Scope } from '../audit/scopes.ts'
import { topOf } from '../collect/tree.ts'
import { UserError } from '../errors.ts'
import { AUDIT } from '../judge/thresholds.ts'
import { inFile } from '../packed.ts'
import { settingsOf } from '../settings.ts'
import { replaceable } from '../setup/baseline.ts'
import type { Report, Verdict } from '../types.ts'
import { confidence, covering, positive, scopeOf, updating } from './auditoptions.ts'
import { against, updated } from './baseline.ts'
import { asksChecklist, checklist } from './checklist.ts'
import type { Arguments, Command } from './command.ts'
import { configHere } from './here.ts'
import { again, fixIn, happened, output, type Words } from './output.ts'
import { exitCode } from './show.ts'
import { FORMAT } from './targets.ts'

export const audit: Command = {
  name: 'audit',
  operands: '[PATH…]',
  summary: 'scan the tree, the history, a part of it, or any files',
  options: {
    history: { type: 'boolean', help: 'all objects: old versions, messages, stashes, dangling' },
    range: { type: 'string', value: 'A..B', help: 'what is new in these commits' },
    since: { type: 'string', value: 'DATE', help: 'what is new in the commits since DATE' },
    branch: { type: 'string', value: 'NAME', help: 'what it adds to the default branch; all of that one' },
    archives: { type: 'boolean', help: 'scan archives, office files, PDFs; refuse broken ones' },
    ignored: { type: 'boolean', help: 'files that git ignores: secrets on disk, not tracked' },
    stdin: { type: 'boolean', help: 'standard input' },
    path: { type: 'string', value: 'NAME', help: 'the file name to assume for standard input' },
    repos: { type: 'string', value: 'FILE', help: 'all clones and mirrors listed in FILE, one per line' },
    remotes: { type: 'boolean', help: 'only what was pushed of the history, or may have been' },
    baseline: { type: 'string', value: 'FILE', help: 'do not refuse findings listed in FILE' },
    'update-baseline': { type: 'boolean', help: 'write the current findings to the baseline' },
    checklist: {
      type: 'boolean',
      help: 'which points of the security checklist hold, or fail',
      check: asksChecklist,
    },
    shard: { type: 'string', value: '3/16', help: 'only this part; leakgate merge-reports merges them' },
    workers: { type: 'string', value: 'NUMBER', help: 'number of threads; by default one per processor' },
    'no-cache': { type: 'boolean', help: 'scan everything again' },
    'min-confidence': { type: 'string', value: '0-1', help: `minimum confidence of findings; ${AUDIT} by default` },
    ...FORMAT,
  },
  notes: [
    'Without PATH: files tracked, as in the index, or not ignored. With --history, --range, --since, --branch or --ignored, PATH is a repository. The git directory caches results, without secrets.',
    '--update-baseline takes out what is gone if all of the tree or history was scanned; else it only adds. Formats of --checklist: terminal, markdown, json, html.',
    'Exit code 1: a commit would be refused, or a point fails. 3: something could not be scanned.',
  ],
  run,
}

async function run(args: Arguments): Promise<number> {
  const scope = scopeOf(args)
  const options = {
    least: confidence(args.text('min-confidence')),
    cached: !args.flag('no-cache'),
    archives: args.flag('archives'),
    workers: positive(args.text('workers'), 'workers'),
  }
  const baseline = args.text('baseline')
  if (args.flag('update-baseline') && baseline) replaceable(resolve(baseline)) // refuses before the work is done
  if (args.flag('checklist')) return checklist(args, options)
  const { found, interrupted } = await auditing(options, (how) => audited(args, scope, how))
  return reported(args, found, { scope, interrupted, fix: await fixing(args, scope) })
}

interface Told {
  readonly scope: Scope
  readonly interrupted: boolean
  readonly fix: Words['fix']
}

function reported(args: Arguments, report: Report, { scope, interrupted, fix }: Told): number {
  const file = args.text('baseline')
  const writes = args.flag('update-baseline')
  if (writes && file && !interrupted) return updated(file, report, covering(args, scope))
  const known = file && against(report, file, writes ? undefined : updating(args, file))
  const told = interrupted ? cutShort(known || report) : known || report
  output(told, args, { happened: happened(scope.kind), list: again('--all'), audit: true, fix })
  return interrupted ? 130 : exitCode(told)
}

/** Files elsewhere, and ignored ones, are in no commit here. */
async function fixing(args: Arguments, { kind }: Scope): Promise<Words['fix']> {
  const elsewhere = args.flag('stdin') || args.text('repos') !== undefined || (kind !== 'tree' && args.positionals.length > 0)
  return fixIn(elsewhere || kind === 'ignored' ? undefined : await topOf())
}

/** What was found so far, marked as incomplete. */
const cutShort = (report: Report): Report => ({
  ...report,
  coverage: [...report.coverage, { path: 'the rest', bytes: 0, unread: 'interrupted' }],
  notes: [...report.notes, 'Interrupted: this is what was found so far. The same command continues from here.'],
})

async function audited(args: Arguments, scope: Scope, how: AuditRun): Promise<Report> {
  const { positionals } = args
  const list = args.text('repos')
  const paths = scope.kind === 'tree' ? positionals : []
  const only = args.flag('remotes') ? ({ finding }: Verdict) => (finding.history?.pushed ?? 'no') !== 'no' : () => true
  const finished = ({ verdicts, coverage, notes }: AuditResult, unread: Report['unread']): Report => ({
    verdicts: inOrder(verdicts.filter(only)),
    coverage: byPath(coverage),
    unread,
    notes: [...notes],
    ms: 0,
    ...(scope.shard ? { shard: scope.shard } : {}),
  })
  if (positionals.some(isUrl))
    throw new UserError(2, 'A URL cannot be audited, only what is on this disk.', 'Clone it first: git clone --mirror URL FOLDER')
  if (args.flag('stdin')) return finished(...(await stream(args.text('path') ?? 'standard input', how)))
  if (list !== undefined) return finished(await auditListed(list, scope, how), 'block')
  if (paths.length > 0) {
    const top = await topOf()
    const config = opening(await configHere(top), how.archives)
    return finished(await auditPaths(paths, top, scope, { config }, how), config.unread)
  }
  const [folder] = positionals
  if (positionals.length > 1)
    throw new UserError(2, 'Only one repository can be given.', 'List them in a file: npx leakgate audit --repos FILE')
  if (folder !== undefined) leaveOwnRepository()
  const here = await repositoryAt(folder ?? '.', how)
  return finished(await auditRepository(scope, here, how), here.config.unread)
}

async function stream(path: string, { least, archives }: AuditRun): Promise<[AuditResult, Report['unread']]> {
  const config = opening(await configHere(await topOf()), archives)
  const chunks: Buffer[] = []
  for await (const chunk of process.stdin) chunks.push(chunk)
  const bytes = Buffer.concat(chunks)
  const { verdicts, unread } = await inFile(path, bytes, settingsOf(config, least))
  return [{ verdicts, coverage: [{ path, bytes: bytes.length }, ...unread], notes: [] }, config.unread]
}
