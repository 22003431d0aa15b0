/** The gravest first. */
import type { Outcome, Severity } from './types.ts'

export const SEVERITIES: readonly Severity[] = ['critical', 'high', 'medium', 'low']
export const OUTCOMES: readonly Outcome[] = ['blocked', 'warned', 'allowed']
