/** Inline allow comments that have no effect, as they lack a reason. */
import { changeOf } from '../collect/text.ts'
import type { Config, Finding, Verdict } from '../types.ts'

const UNREASONED = /leakgate:allow[ \t:]*(?:\*\/|-->|%>|\}\})?\s*$/

/** The refused findings of a file with such a comment on their line, or on the line above. */
export function withoutReason(path: string, bytes: Uint8Array, verdicts: readonly Verdict[], { inline }: Config): Finding[] {
  const refused = verdicts.flatMap(({ outcome, finding }) => (outcome === 'blocked' && finding.path === path ? [finding] : []))
  if (refused.length === 0 || !inline.includes('leakgate')) return []
  return [...changeOf(path, bytes)].flatMap(({ text, line: first }) => {
    if (!text.includes('leakgate:allow')) return []
    const lines = text.split(/\r\n|\n|\r/)
    return refused.filter(({ line }) => [line, line - 1].some((one) => UNREASONED.test(lines[one - first] ?? '')))
  })
}

/** A note that says so, if some of these verdicts are affected. */
export function reasonsMissing(verdicts: readonly Verdict[], found: ReadonlySet<Finding>): string[] {
  const places = verdicts.flatMap(({ finding }) => (found.has(finding) ? [`${finding.path}:${finding.line}`] : []))
  if (places.length === 0) return []
  const more = places.length > 3 ? ` and ${places.length - 3} more` : ''
  return [`leakgate:allow has no effect without a reason after it: ${places.slice(0, 3).join(', ')}${more}.`]
}
