/** Allow comments in the code: new ones are told, and those that have no effect, as they lack a reason. */
import { changeOf } from '../collect/text.ts'
import { REASON } from '../reason.ts'
import type { Config, Finding, Verdict } from '../types.ts'
import { firstOf } from '../wording.ts'

const MARK = /leakgate:allow(.*)$/

/** The refused findings of a file with such a comment on their line, or on the line above. */
export function withoutReason(path: string, bytes: Uint8Array, verdicts: readonly Verdict[], { inline }: Config): Finding[] {
  const refused = verdicts.flatMap(({ outcome, finding }) => (outcome === 'blocked' && finding.path === path ? [finding] : []))
  if (refused.length === 0 || !inline.includes('leakgate')) return []
  return [...changeOf(path, bytes)].flatMap(({ text, line: first }) => {
    if (!text.includes('leakgate:allow')) return []
    const lines = text.split(/\r\n|\n|\r/)
    const isUnreasoned = (line: string) => {
      const reason = MARK.exec(line)?.[1]
      return reason !== undefined && !REASON.test(Buffer.from(reason, 'latin1').toString())
    }
    return refused.filter(({ line }) => [line, line - 1].some((one) => isUnreasoned(lines[one - first] ?? '')))
  })
}

/** A note that says so, if some of these verdicts are affected. */
export function reasonsMissing(verdicts: readonly Verdict[], found: ReadonlySet<Finding>): string[] {
  const places = verdicts.flatMap(({ finding }) => (found.has(finding) ? [`${finding.path}:${finding.line}`] : []))
  if (places.length === 0) return []
  return [`leakgate:allow has no effect without a reason after it: ${firstOf(places)}.`]
}

/** A note that says so, if some of these verdicts are allowed by comments. `verdicts`: what is new. */
export function allowedInComments(verdicts: readonly Verdict[]): string[] {
  const places = verdicts.flatMap(({ finding, inline, reason }) => (inline ? [`${finding.path}:${finding.line} (${reason})`] : []))
  const all = [...new Set(places)]
  return all.length > 0 ? [`Allowed by ${all.length === 1 ? 'a comment' : 'comments'}: ${firstOf(all)}.`] : []
}
