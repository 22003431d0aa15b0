/** Parses a report in JSON, as written by json.ts. Anything else is rejected. */
import { FINGERPRINT } from '../fingerprint.ts'
import { OUTCOMES, SEVERITIES } from '../gravity.ts'
import { type Data, isRecord } from '../record.ts'
import type { CommitFacts, Coverage, Finding, History, Report, Shard, Verdict, Wording } from '../types.ts'

/** Undefined if it is not a report. */
export function reportIn(text: string): Report | undefined {
  try {
    return report(record(JSON.parse(text)))
  } catch {
    return undefined
  }
}

function report({ findings, coverage, notes, shard }: Data): Report {
  const { files, bytes, unread, unread_means: means } = record(coverage)
  const missed = list(unread).map((one): Coverage => ({ path: string(record(one).path), bytes: 0, unread: string(record(one).why) }))
  return {
    verdicts: list(findings).map((one) => verdict(record(one))),
    coverage: [...missed, ...others(number(files) - missed.length, number(bytes))],
    unread: oneOf(means, ['block', 'warn']),
    notes: list(notes).map(string),
    ms: 0,
    ...(shard === undefined ? {} : { shard: shardOf(record(shard)) }),
  }
}

/** Of the scanned files, the report contains only number and size. */
const others = (count: number, bytes: number): Coverage[] =>
  Array.from({ length: count }, (_, i) => ({ path: '', bytes: i === 0 ? bytes : 0 }))

const shardOf = ({ part, of, audit }: Data): Shard => ({ part: number(part), of: number(of), audit: like(OPTIONS, audit) })

function verdict(one: Data): Verdict {
  const [from, to] = list(one.mark).map(number)
  const finding: Finding = {
    rule: line(one.rule),
    title: line(one.title),
    severity: oneOf(one.severity, SEVERITIES),
    path: string(one.path),
    line: number(one.line),
    endLine: number(one.end_line),
    column: number(one.column),
    masked: line(one.masked),
    excerpt: { text: line(one.excerpt), mark: [from ?? 0, to ?? 0] },
    confidence: number(one.confidence),
    fingerprint: like(FINGERPRINT, one.fingerprint),
    remedy: line(one.remedy),
    ...(one.link === undefined ? {} : { link: line(one.link) }),
    fixable: one.fixable === true,
    ...(one.policy === true ? { policy: true } : {}),
    ...(one.commit === undefined ? {} : { commit: like(ID, one.commit) }),
    ...(one.author === undefined ? {} : { author: string(one.author) }),
    ...(one.date === undefined ? {} : { date: line(one.date) }),
    ...(one.history === undefined ? {} : { history: history(record(one.history)) }),
    reasons: one.reasons === undefined ? [] : list(one.reasons).map(string),
  }
  const outcome = oneOf(one.outcome, OUTCOMES)
  return { finding, outcome, ...(one.reason === undefined ? {} : { reason: string(one.reason) }) }
}

const history = (one: Data): History => ({
  inTree: one.in_tree === true,
  commits: list(one.commits).map((id) => like(ID, id)),
  refs: list(one.refs).map(string),
  ...(one.last === undefined ? {} : { last: commitFacts(record(one.last)) }),
  pushed: oneOf(one.pushed, ['yes', 'no', 'unknown']),
  object: like(OBJECT, one.object),
  lines: list(one.lines).map(record).map(wording),
  ...(one.repository === undefined ? {} : { repository: string(one.repository) }),
  ...(one.lfs === true ? { lfs: true } : {}),
  steps: list(one.steps).map(string),
})

const wording = (one: Data): Wording => ({
  object: like(OBJECT, one.object),
  line: number(one.line),
  endLine: number(one.end_line),
  excerpt: line(one.excerpt),
})

const commitFacts = ({ commit, date, author }: Data): CommitFacts => ({
  commit: like(ID, commit),
  date: line(date),
  author: string(author),
})

const ID = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/
/** Empty: it is in a text that is no object, like a reflog. */
const OBJECT = /^(?:[0-9a-f]{40}|[0-9a-f]{64})?$/
/** Words as src/shell.ts quotes them, and nothing else that a shell would run: they become part of a command to paste. */
const OPTIONS = /^(?:[\w./:=@ -]|'[^'\p{Cc}\p{Cf}]*'|\\'|\$'(?:[^'\\\p{Cc}\p{Cf}]|\\x[\da-f]{2})*')*$/u

class NotOne extends Error {}

function fail(): never {
  throw new NotOne()
}

const record = (value: unknown) => (isRecord(value) ? value : fail())
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : fail())
const string = (value: unknown) => (typeof value === 'string' ? value : fail())
const like = (form: RegExp, value: unknown) => (form.test(string(value)) ? string(value) : fail())
/** A text of ours, which no control character is part of. */
const line = (value: unknown) => like(/^[^\p{Cc}\p{Cf}\u2028\u2029]*$/u, value)
const number = (value: unknown) => (typeof value === 'number' ? value : fail())
const oneOf = <Word extends string>(value: unknown, words: readonly Word[]) => words.find((word) => word === value) ?? fail()
