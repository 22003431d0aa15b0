/** Candidates of a change → verdicts: each is scored, the most specific rule wins each place, and no secret is left in the result. */
import { firstWhere } from '../search.ts'
import type { Candidate, Change, Config, Finding, Rule, Verdict } from '../types.ts'
import { covered, dimmed, place } from './excerpt.ts'
import { fingerprintOf } from './fingerprint.ts'
import { Lines } from './lines.ts'
import { type Hidden, hide, inName, NEAR, shownPath, shownText } from './mask.ts'
import { type Score, score } from './score.ts'
import { AUDIT, GATE } from './thresholds.ts'
import { levelOf, type Nearby, verdict } from './verdict.ts'

/** A setting that is on or off, whatever its name. */
const SWITCH = /^(?:true|false|yes|no|on|off|\d)$/i

/** A candidate and its score. */
interface Scored {
  readonly candidate: Candidate
  readonly score: Score
}

export interface JudgeSettings {
  readonly config: Config
  /** YYYY-MM-DD */
  readonly today: string
  /** Findings below this confidence are left out. */
  readonly least: number
}

export function judge(change: Change, found: readonly Candidate[], { config, today, least }: JudgeSettings): Verdict[] {
  const scored = found.flatMap((candidate) =>
    levelOf(candidate.rule, config) === 'off' ? [] : [{ candidate, score: score(candidate, today) }],
  )
  const kept = mostSpecific(scored.filter(({ score }) => score.confidence >= least))
  if (kept.length === 0) return []
  // A candidate with too little confidence for a finding may still be a secret, so it is masked.
  const secrets = found.filter(({ secret }) => !SWITCH.test(secret))
  const [lines, hidden] = [new Lines(change.text, change.line), covered(secrets, change.text)]
  // Which finding an inline allowance belongs to must not depend on the requested confidence.
  const listed = scored.filter(({ score }) => score.confidence >= AUDIT).sort(byPlace)
  const path = shownPath(
    change.path,
    kept.map(({ candidate }) => candidate),
  )
  const [after, upTo] = change.own
  return kept.flatMap((one) => {
    const { end, rule } = one.candidate
    if (end > 0 && (end <= after || end > upTo)) return []
    const near = nearby(change.text, listed, one.candidate)
    const found = finding(one, { change, lines, hidden, near })
    const fixable = found.fixable && path === change.path // `fix` would write the name down
    return verdict({ ...found, path, fixable }, { level: levelOf(rule, config), refuted: one.score.refuted, nearby: near, config, today })
  })
}

/**
 * Sorted by place. Where spans overlap, the more specific rule wins, then the earlier one in the book, then the more confident one. A
 * policy violation neither displaces a secret nor is displaced by one: it says something else.
 */
function mostSpecific(all: readonly Scored[]): Scored[] {
  const breaches = all.filter(({ candidate }) => candidate.rule.policy)
  const ofFile: Scored[] = []
  const kept: Scored[] = []
  for (const one of all.filter(({ candidate }) => !candidate.rule.policy).sort(byPreference)) {
    const { start, end } = one.candidate
    const at = firstFrom(kept, start)
    const isFree = (kept[at - 1]?.candidate.end ?? 0) <= start && (kept[at]?.candidate.start ?? end) >= end
    if (end > 0 && isFree) kept.splice(at, 0, one)
    if (end === 0 && !ofFile.some(({ candidate }) => isSame(candidate, one.candidate))) ofFile.push(one)
  }
  return [...ofFile, ...kept, ...breaches].sort(byPlace)
}

const byPlace = ({ candidate: a }: Scored, { candidate: b }: Scored) => a.start - b.start || b.end - a.end

/** Two findings of the whole file are the same; two in its name are if one contains the other. */
const isSame = (a: Candidate, b: Candidate) =>
  a.context.inName === b.context.inName && (!a.context.inName || a.secret.includes(b.secret) || b.secret.includes(a.secret))

const byPreference = (a: Scored, b: Scored) =>
  refuses(b) - refuses(a) ||
  specificity(b.candidate) - specificity(a.candidate) ||
  a.candidate.rank - b.candidate.rank ||
  b.score.confidence - a.score.confidence

/** A finding that the gate refuses wins, so that an audit, which also lists less certain ones, refuses it too. */
const refuses = ({ score }: Scored) => (score.confidence >= GATE ? 1 : 0)

/** A format of its own is more specific than a `beside` word, and that more than a name. */
const specificity = ({ rule }: Candidate) => (rule.assigned || rule.general ? 0 : rule.beside ? 1 : 2)

/** Where a finding is, and what of it may be shown. */
interface Page {
  readonly change: Change
  readonly lines: Lines
  readonly hidden: readonly Hidden[]
  readonly near: Nearby
}

function finding({ candidate, score }: Scored, { change, lines, hidden, near }: Page): Finding {
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
    ...(rule.assigned ? { named: 'field' } : isByFile(rule) && candidate.end > 0 ? { named: 'file' } : {}),
    ...where,
    masked: own.masked || where.excerpt.text.slice(...where.excerpt.mark),
    confidence: score.confidence,
    fingerprint: fingerprintOf(candidate, change.text),
    remedy: rule.remedy,
    fixable: isByFile(rule) ? candidate.end === 0 : !rule.policy && !rule.assigned && !rule.general && KEY_FILE.test(path),
    ...(rule.policy ? { policy: true } : {}),
    ...(rule.link ? { link: rule.link } : {}),
    ...(change.commit ? { commit: change.commit } : {}),
    reasons: score.reasons(near.masked),
  }
}

/** The name of the file tells what is in it. */
const isByFile = ({ path, literals, beside, run, assigned, policy }: Rule) =>
  path !== undefined && !literals && !beside && !run && !assigned && !policy

/** Holds nothing but a key, or its certificate too: the file must go, whichever rule found the key by its format. */
const KEY_FILE = /(?:_(?:rsa|dsa|ecdsa|ed25519)|(?:^|\/)deploy_key|\.(?:pem|key|ppk|p8|jwk|gpg))$/i

/**
 * The line of a finding, and the line above, with at most 400 characters around the secret. Of a file as a whole, its first line is the one
 * above. `listed`: sorted by place.
 */
function nearby(text: string, listed: readonly Scored[], { start: offset, end: last, secret }: Candidate): Nearby {
  const before = text.slice(Math.max(0, offset - 800), offset).split(/\r?\n|\r/)
  const start = offset - (before.at(-1) ?? '').length
  const from = start - (before.at(-2) ?? '').length - 2
  const own = firstFrom(listed, offset)
  const beside = listed.slice(Math.max(0, own - NEAR), own + NEAR).map(({ candidate }) => candidate)
  const far = last + 400
  const cut = Math.max(far, ...beside.filter(({ start: at }) => at < far).map(({ end }) => end)) // not within a secret
  const line = (before.at(-1) ?? '') + (text.slice(offset, cut).split(/[\r\n]/, 1)[0] ?? '')
  const first = line.indexOf(secret)
  const isFile = last === 0
  return {
    line: isFile ? '' : line,
    rest: isFile ? '' : line.slice(first < 0 ? offset - start : first),
    above: isFile ? line : (before.at(-2) ?? ''),
    taken: beside.some(({ start: at, end }) => end > from && end <= offset && at < start && end > 0),
    shown: (reason) => {
      const near = beside.filter(({ secret }) => reason.includes(secret))
      return dimmed(shownText(reason, [...new Map(near.map((candidate) => [candidate.secret, candidate])).values()]), [])
    },
    masked: inName(beside, offset),
  }
}

/** The index of the first candidate that begins at or after the offset. */
const firstFrom = (listed: readonly Scored[], offset: number) =>
  firstWhere(listed.length, (i) => (listed[i]?.candidate.start ?? 0) >= offset)
