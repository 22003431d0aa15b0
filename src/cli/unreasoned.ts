/** Marks in the line that allow nothing, as they give no reason. */
import { changeOf } from '../collect/text.ts'
import type { Config, Finding, Verdict } from '../types.ts'

const UNREASONED = /leakgate:allow[ \t:]*(?:\*\/|-->|%>|\}\})?\s*$/

/** The refused findings of a file that have such a mark in their line, or in the one above. */
export function withoutReason(path: string, bytes: Uint8Array, verdicts: readonly Verdict[], { inline }: Config): Finding[] {
  const refused = verdicts.flatMap(({ outcome, finding }) => (outcome === 'blocked' && finding.path === path ? [finding] : []))
  if (refused.length === 0 || !inline.includes('leakgate')) return []
  return [...changeOf(path, bytes)].flatMap(({ text, line: first }) => {
    if (!text.includes('leakgate:allow')) return []
    const lines = text.split(/\r\n|\n|\r/)
    return refused.filter(({ line }) => [line, line - 1].some((one) => UNREASONED.test(lines[one - first] ?? '')))
  })
}

/** A line that says so, if there are any among them. */
export function reasonsMissing(verdicts: readonly Verdict[], found: ReadonlySet<Finding>): string[] {
  const places = verdicts.flatMap(({ finding }) => (found.has(finding) ? [`${finding.path}:${finding.line}`] : []))
  if (places.length === 0) return []
  const more = places.length > 3 ? ` and ${places.length - 3} more` : ''
  return [`leakgate:allow allows nothing without a reason behind it: ${places.slice(0, 3).join(', ')}${more}.`]
}
