/** `leakgate audit --checklist`: which points of the security checklist hold, fail, or need a person. */
import { SECTIONS, type Section } from '../../patterns/checklist.ts'
import { type AuditOptions, auditingAll } from '../audit/auditing.ts'
import { repositoryAt } from '../audit/repositories.ts'
import { assessed } from '../checklist/assess.ts'
import { type Checklist, type Evidence, tally } from '../checklist/assessment.ts'
import { UserError } from '../errors.ts'
import { CHECKLIST_FORMATS } from '../report/checklist/formats.ts'
import { checklistTerminal } from '../report/checklist/terminal.ts'
import { type Settings, shownName } from '../scan.ts'
import { settingsOf } from '../settings.ts'
import type { Config } from '../types.ts'
import type { Arguments } from './command.ts'
import { factsOf } from './facts.ts'
import { deliver } from './output.ts'
import { quote } from './quote.ts'
import { targets } from './targets.ts'

/** Options that ask for another kind of report. */
const OTHERS = [
  'history',
  'range',
  'since',
  'branch',
  'ignored',
  'stdin',
  'path',
  'repos',
  'remotes',
  'baseline',
  'update-baseline',
  'shard',
  'min-confidence',
] as const

/** Returns the exit code: 1 if a point fails. */
export async function checklist(args: Arguments, way: AuditOptions): Promise<number> {
  const { config } = await repositoryAt('.', { ...way, cached: false })
  const sections = [...SECTIONS, ...own(config)]
  const facts = await auditingAll(way, (audit) => factsOf(config, sections, audit))
  const judged = withoutSecrets(assessed(facts, sections), settingsOf(config))
  deliver(args, (format, drawing, made) => CHECKLIST_FORMATS[format]?.(judged, made) ?? checklistTerminal(judged, drawing))
  return tally(judged).fails > 0 ? 1 : 0
}

/** Evidence names files, keys and images of others: any of them may hold a secret. */
function withoutSecrets({ sections }: Checklist, settings: Settings): Checklist {
  const evidence = (one: Evidence): Evidence => ({
    ...one,
    path: shownName(one.path, settings),
    says: quote(one.says, settings),
    remedy: quote(one.remedy, settings),
  })
  return {
    sections: sections.map(({ title, points }) => ({
      title,
      points: points.map((one) => ({ ...one, because: quote(one.because, settings), evidence: one.evidence.map(evidence) })),
    })),
  }
}

/** Rejects options that do not go with a checklist, before any work is done. */
export function asksChecklist(args: Arguments): void {
  if (!args.flag('checklist')) return
  const other = OTHERS.find((name) => args.flag(name) || args.text(name) !== undefined)
  if (other || args.positionals.length > 0)
    throw new UserError(
      2,
      `--checklist checks this repository, its tree and its history: it cannot be combined with ${other ? `--${other}` : 'a PATH'}.`,
      'Example: npx leakgate audit --checklist --format markdown',
    )
  const stranger = targets(args).find(({ format }) => format !== 'terminal' && !CHECKLIST_FORMATS[format])
  if (stranger)
    throw new UserError(
      2,
      `A checklist has no format ${stranger.format}.`,
      `The formats: terminal, ${Object.keys(CHECKLIST_FORMATS).join(', ')}`,
    )
}

const own = ({ checklist: points }: Config): Section[] => (points.length > 0 ? [{ title: 'Custom points', points }] : [])
