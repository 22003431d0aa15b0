/** The circumstances of a report, passed in so that reports need no clock. */
export interface Provenance {
  /** Of leakgate. */
  readonly version: string
  /** When the work was done. */
  readonly at: Date
}

/** In UTC, without a zone, as GitLab and JUnit require: 2026-11-25T09:30:00. */
export const second = (at: Date) => at.toISOString().slice(0, 19)
