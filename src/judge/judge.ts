/** Candidates of a change → verdicts: each is scored, the most specific rule keeps a place, and nothing of a secret is left. */
import type { Candidate, Change, Config, Finding, Verdict } from '../types.ts'
import { markOf } from './fingerprint.ts'
import { covered, type Hidden, hide, Lines, place, shownPath, shownText } from './mask.ts'
import { type Score, score } from './score.ts'
import { levelOf, type Nearby, verdict } from './verdict.ts'

/** A setting that is on or off, whatever its name. */
const SWITCH = /^(?:true|false|yes|no|on|off|\d)$/i

/** A candidate that is a finding. */
interface Kept {
  readonly candidate: Candidate
  readonly score: Score
}

export interface Judgement {
  readonly config: Config
  /** YYYY-MM-DD */
  readonly today: string
  /** Findings of less confidence are left out. */
  readonly least: number
}

export function judge(change: Change, found: readonly Candidate[], { config, today, least }: Judgement): Verdict[] {
  const kept = mostSpecific(
    found.flatMap((candidate) => {
      if (levelOf(candidate.rule, config) === 'off') return []
      const opinion = score(candidate, today)
      return opinion.confidence >= least ? [{ candidate, score: opinion }] : []
    }),
  )
  const lines = new Lines(change.text, change.line)
  // What is no finding, as too little speaks for it, may be a secret all the same.
  const hidden =
    kept.length > 0
      ? covered(
          found.filter(({ secret }) => !SWITCH.test(secret)),
          change.text,
        )
      : []
  const path = shownPath(
    change.path,
    kept.map(({ candidate }) => candidate),
  )
  const [after, upTo] = change.own
  return kept.flatMap((one, i) => {
    if (one.candidate.end <= after || one.candidate.end > upTo) return []
    const level = levelOf(one.candidate.rule, config)
    return verdict({ ...finding(change, one, lines, hidden), path }, level, one.score.refuted, nearby(change.text, kept, i), config, today)
  })
}

/**
 * In the order of the text. Where spans overlap, the more specific rule stays, of equals the earlier in the book. A breach of policy takes
 * no place from a secret, and yields none: it says something else.
 */
function mostSpecific(all: readonly Kept[]): Kept[] {
  const kept: Kept[] = []
  const breaches: Kept[] = []
  for (const one of [...all].sort(byPlace)) {
    const last = kept.at(-1)
    if (one.candidate.rule.policy) breaches.push(one)
    else if (last && overlaps(last.candidate, one.candidate)) {
      if (preferred(one, last)) kept[kept.length - 1] = one
    } else kept.push(one)
  }
  return breaches.length === 0 ? kept : [...kept, ...breaches].sort(byPlace)
}

const byPlace = ({ candidate: a }: Kept, { candidate: b }: Kept) => a.start - b.start || b.end - a.end

/** Findings of the whole file (0 to 0) overlap each other, and nothing else. */
function overlaps(a: Candidate, b: Candidate): boolean {
  if (a.end === 0 || b.end === 0) return a.end === b.end
  return b.start < a.end && a.start < b.end
}

const preferred = ({ candidate: a }: Kept, { candidate: b }: Kept) => (specificity(a) - specificity(b) || b.rank - a.rank) > 0

/** A shape of its own tells more than a word beside it, and that more than a name. */
const specificity = ({ rule }: Candidate) => (rule.assigned ? 0 : rule.beside ? 1 : 2)

function finding(change: Change, { candidate, score }: Kept, lines: Lines, hidden: readonly Hidden[]): Finding {
  const { rule, path } = candidate
  const own = hide(candidate)
  const where =
    candidate.end === 0
      ? { line: 0, endLine: 0, column: 0, excerpt: { text: '', mark: [0, 0] as const } }
      : place(change.text, lines, own, hidden)
  return {
    rule: rule.id,
    title: rule.title,
    severity: score.severity,
    path,
    ...(rule.assigned ? { named: true } : {}),
    ...where,
    masked: own.masked || where.excerpt.text.slice(...where.excerpt.mark),
    confidence: score.confidence,
    fingerprint: markOf(candidate, change.text),
    remedy: rule.remedy,
    fixable: rule.path !== undefined && !rule.literals && !rule.beside && !rule.policy,
    ...(rule.policy ? { policy: true } : {}),
    ...(rule.link ? { link: rule.link } : {}),
    ...(change.commit ? { commit: change.commit } : {}),
    reasons: score.reasons(),
  }
}

/** So many candidates before and behind one can stand in its line or the one above, as far as they are looked at. */
const NEAR = 50

/** The line of a finding and the one above, at most 400 characters of each. */
function nearby(text: string, kept: readonly Kept[], own: number): Nearby {
  const offset = kept[own]?.candidate.start ?? 0
  const before = text.slice(Math.max(0, offset - 800), offset).split(/\r?\n|\r/)
  const start = offset - (before.at(-1) ?? '').length
  const from = start - (before.at(-2) ?? '').length - 2
  const beside = kept.slice(Math.max(0, own - NEAR), own)
  const after = text.slice(offset, offset + 400).split(/[\r\n]/, 1)[0] ?? ''
  return {
    line: (before.at(-1) ?? '') + after,
    above: before.at(-2) ?? '',
    taken: beside.some(({ candidate }) => candidate.end > from && candidate.start < start && candidate.end > 0),
    shown: (reason) => {
      const near = kept.slice(Math.max(0, own - NEAR), own + NEAR).filter(({ candidate }) => reason.includes(candidate.secret))
      return shownText(reason, [...new Map(near.map(({ candidate }) => [candidate.secret, candidate])).values()])
    },
  }
}
