/** What could not be scanned. */
import type { Report } from '../types.ts'

export interface Unread {
  readonly path: string
  readonly why: string
}

export const unreadIn = (coverage: Report['coverage']): Unread[] =>
  coverage.flatMap(({ path, unread: why }) => (why ? [{ path, why }] : []))
