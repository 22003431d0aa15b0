/** `leakgate audit`: the same engine on the tracked tree, or on any files and folders. */

import { changeOf } from '../collect/text.ts'
import { below, type Read, topOf, tracked } from '../collect/tree.ts'
import { UserError } from '../errors.ts'
import { AUDIT } from '../judge/score.ts'
import { scan } from '../scan.ts'
import { configOnDisk } from '../setup/find.ts'
import type { Looked, Report, Verdict } from '../types.ts'
import type { Command } from './command.ts'
import { FORMAT, output } from './output.ts'
import { progress } from './progress.ts'
import { settingsOf } from './settings.ts'
import { exitCode } from './show.ts'

export const audit: Command = {
  name: 'audit',
  operands: '[PATH…]',
  summary: 'look through the tracked tree, or through any files and folders',
  options: {
    ...FORMAT,
    'min-confidence': { type: 'string', value: '0-1', help: `list findings from this confidence on; ${AUDIT} by default` },
  },
  notes: [
    'Without PATH: tracked files as the index has them, and untracked ones that are not ignored.',
    'Exit code 1 when a finding would be refused at a commit.',
  ],
  async run(args) {
    const report = await audited(args.positionals, confidence(args.text('min-confidence')))
    output(report, args, { happened: 'in these files', list: 'npx leakgate audit --format jsonl', audit: true })
    return exitCode(report)
  },
}

function confidence(text: string | undefined): number {
  const least = Number(text ?? AUDIT)
  if (!(least >= 0 && least <= 1))
    throw new UserError(2, `--min-confidence wants a number from 0 to 1: ${text} is none.`, 'As in: --min-confidence 0.5')
  return least
}

export async function audited(paths: readonly string[], least: number): Promise<Report> {
  const begun = Date.now()
  const top = await topOf()
  if (paths.length === 0 && !top)
    throw new UserError(2, 'This is no git repository.', 'Name the files or folders to look through: npx leakgate audit PATH')
  const { config, notes } = await configOnDisk(top ?? process.cwd())
  const settings = settingsOf(config, least)
  const verdicts: Verdict[] = []
  const coverage: Looked[] = []
  const tick = progress()
  for await (const { path, bytes, unread } of reads(paths, top)) {
    coverage.push({ path, bytes: bytes?.length ?? 0, ...(unread ? { unread } : {}) })
    if (bytes) for (const change of changeOf(path, bytes)) verdicts.push(...scan(change, settings))
    tick(coverage.length, verdicts.length)
  }
  tick.done()
  return { verdicts, coverage, unread: config.unread, notes, ms: Date.now() - begun }
}

async function* reads(paths: readonly string[], top: string | undefined): AsyncGenerator<Read> {
  if (paths.length === 0 && top) yield* tracked(top)
  else for (const path of paths) yield* below(path)
}
