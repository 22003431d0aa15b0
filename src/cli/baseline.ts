/** The baseline of an audit: what it lists is not refused; and writing it. */
import { resolve } from 'node:path'
import { UserError } from '../errors.ts'
import { againstBaseline, baselineEdits, baselineIn } from '../setup/baseline.ts'
import { applyEdits, changes, contentOf } from '../setup/edits.ts'
import { added } from '../setup/shown.ts'
import type { Report } from '../types.ts'
import { count } from '../wording.ts'
import { exitCode, say, show } from './show.ts'

/** `write`: the command that writes it, if it must exist. */
export function against(report: Report, file: string, write?: string): Report {
  const text = contentOf(file)
  if (text === undefined && write) throw new UserError(2, `There is no baseline ${file}.`, `Write it: ${write}`)
  return { ...report, verdicts: againstBaseline(report.verdicts, baselineIn(file, text ?? ''), file) }
}

/**
 * Returns the exit code: the findings are known from now on, but what could not be scanned is not. Only an audit that scanned what a line is
 * from (`covers`: that was asked to) knows whether its finding is gone; any other adds to the baseline.
 */
export function updated(file: string, report: Report, covers: (line: string) => boolean): number {
  const [edit, ...others] = baselineEdits(resolve(file), report.verdicts)
  const isComplete = report.coverage.every(({ unread }) => !unread)
  const before = linesOf(edit?.before)
  const old = before.filter((line) => !isComplete || !covers(line))
  const found = new Set(linesOf(edit?.after).map(fingerprint))
  const kept = old.filter((line) => !found.has(fingerprint(line)))
  const edits = changes(edit ? [{ ...edit, after: withOld(edit.after ?? '', before, old) }, ...others] : others)
  applyEdits(edits)
  say(edits.length > 0 ? `${edits.map(added).join('\n')}\n` : `${file} is up to date.\n`)
  if (kept.length > 0)
    say(`${count(kept.length, 'line')} kept: only an audit of everything, and of archives, with nothing left unread, takes lines out.\n`)
  const rest = { ...report, verdicts: [] }
  show(rest, { happened: '', list: '' })
  return exitCode(rest)
}

const linesOf = (text = '') => text.split(/\r?\n/).filter((line) => line !== '' && !line.startsWith('#'))

/** Each line begins with it. */
const fingerprint = (line: string) => line.slice(0, 12)

/** Old lines that are kept stay as they are; of the new ones, those are added whose finding has none, or that were there `before`. */
function withOld(text: string, before: readonly string[], old: readonly string[]): string {
  if (old.length === 0) return text
  const known = new Set(old.map(fingerprint))
  const lines = [...old, ...linesOf(text).filter((line) => before.includes(line) || !known.has(fingerprint(line)))]
  return `${[text.split('\n', 1)[0], ...[...new Set(lines)].sort()].join('\n')}\n`
}
