/**
 * The baseline: known findings, which are not refused again. One finding per line, sorted, without secrets and line numbers:
 *
 *     9f2c41d07ab3 stripe-secret-key src/billing.ts
 *
 * Only the fingerprint counts, so moved code stays accepted; the rest is for people. git merges two baselines line by line (`merge=union`),
 * so lines may be duplicated and unordered.
 */
import { existsSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { UserError } from '../errors.ts'
import { word } from '../shell.ts'
import type { Verdict } from '../types.ts'
import { ended, inert } from '../wording.ts'
import { contentOf, type Edit } from './edits.ts'

const HEAD = '# Known findings, for leakgate audit --baseline. Written by --update-baseline.'

const NAMED_FIRST = /^[0-9a-f]{12}(?= |$)/

/** The fingerprints in a baseline's text. */
export function baselineIn(file: string, text: string): Set<string> {
  const fingerprints = new Set<string>()
  for (const [number, line] of text.split(/\r?\n/).entries()) {
    if (line === '' || line.startsWith('#')) continue
    const fingerprint = NAMED_FIRST.exec(line)?.[0]
    if (!fingerprint)
      throw new UserError(
        2,
        `${file}:${number + 1} is not a line of a baseline.`,
        `If it is a broken baseline, delete it, and write it again: npx leakgate audit --baseline ${word(file)} --update-baseline`,
      )
    fingerprints.add(fingerprint)
  }
  return fingerprints
}

export const againstBaseline = (verdicts: readonly Verdict[], known: ReadonlySet<string>, file: string): Verdict[] =>
  verdicts.map((verdict) =>
    verdict.outcome !== 'allowed' && known.has(verdict.finding.fingerprint)
      ? { ...verdict, outcome: 'allowed', reason: `in the baseline ${file}` }
      : verdict,
  )

/** The text of a baseline with these findings. Allowed ones do not need it. */
function baselineOf(verdicts: readonly Verdict[]): string {
  const lines = verdicts
    .filter(({ outcome }) => outcome !== 'allowed')
    .map(({ finding: { fingerprint, rule, path } }) => `${fingerprint} ${onOneLine(path)} # ${rule}`)
  return `${[HEAD, ...[...new Set(lines)].sort()].join('\n')}\n`
}

const onOneLine = (path: string) => (/[\p{Cc}\p{Cf}\u2028\u2029]/u.test(path) ? inert(JSON.stringify(path)) : path)

/** The text of the baseline that will be replaced, if there is one. Refuses any other file, such as .env: its content would be lost. */
export function replaceable(file: string): string | undefined {
  if (!existsSync(file)) return undefined
  const text = contentOf(file)
  if (text === undefined || !isBaseline(text))
    throw new UserError(
      2,
      `${file} exists and is not a baseline, so it is not replaced.`,
      'Name another file, or delete this one: npx leakgate audit --baseline leakgate.baseline --update-baseline',
    )
  return text
}

/** Comments alone could be anybody's. */
function isBaseline(text: string): boolean {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '')
  return (
    lines.every((line) => line.startsWith('#') || NAMED_FIRST.test(line)) &&
    (lines.length === 0 || lines.some((line) => line === HEAD || NAMED_FIRST.test(line)))
  )
}

/** The baseline, and the attribute that lets git merge two of them without conflicts. */
export function baselineEdits(file: string, verdicts: readonly Verdict[]): Edit[] {
  const attributes = join(dirname(file), '.gitattributes')
  const [before, text] = [replaceable(file), contentOf(attributes)]
  const name = basename(file)
  const line = `${/[\s"]/.test(name) ? JSON.stringify(name) : name} merge=union`
  const edit: Edit = { path: file, before, after: baselineOf(verdicts), why: 'the current findings' }
  if (text?.split(/\r?\n/).includes(line) || !inRepository(dirname(file))) return [edit]
  const after = `${ended(text)}${line}\n`
  return [edit, { path: attributes, before: text, after, why: 'git merges baselines line by line' }]
}

const inRepository = (folder: string): boolean =>
  existsSync(join(folder, '.git')) || (dirname(folder) !== folder && inRepository(dirname(folder)))
