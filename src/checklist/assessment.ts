/** The result of a checklist, as reports print it. Nothing here contains a secret. */

export type PointState = 'holds' | 'fails' | 'not here' | 'look'

/** What speaks against a point. */
export interface Evidence {
  /** Empty: it is not about a file. */
  readonly path: string
  /** 1-based; 0 for the whole file. */
  readonly line: number
  readonly says: string
  readonly remedy: string
  /** The rule that would find the same: the evidence does not count if it is off, or if the place is allowed. */
  readonly rule?: string
}

export interface Assessment {
  readonly id: string
  readonly text: string
  readonly state: PointState
  readonly because: string
  /** Not empty if the point fails. */
  readonly evidence: readonly Evidence[]
  /** Where a person should look, with a command that helps. */
  readonly look: string
}

export interface Checklist {
  readonly sections: readonly { readonly title: string; readonly points: readonly Assessment[] }[]
}

/** The number of points in each state. */
export function tally({ sections }: Checklist): Readonly<Record<PointState, number>> {
  const sums = { holds: 0, fails: 0, 'not here': 0, look: 0 }
  for (const { state } of sections.flatMap(({ points }) => points)) sums[state]++
  return sums
}
