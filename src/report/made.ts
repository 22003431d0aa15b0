/** What a report is told of its own making: it has no clock. */
export interface Made {
  /** Of leakgate. */
  readonly version: string
  /** When the work was done. */
  readonly at: Date
}

/** In UTC, without a zone, as GitLab and JUnit want it: 2026-11-25T09:30:00. */
export const second = (at: Date) => at.toISOString().slice(0, 19)
