/** What becomes of the points of the checklist: what reports print. Nothing here holds a secret. */

export type PointState = 'holds' | 'fails' | 'not here' | 'look'

/** What speaks against a point. */
export interface Evidence {
  /** Empty: no file says it. */
  readonly path: string
  /** 1-based; 0 when the whole file is meant. */
  readonly line: number
  readonly says: string
  readonly remedy: string
  /** That sees it at a commit, or a part of it: where it is off or the place is allowed, this is none. */
  readonly rule?: string
}

export interface Assessment {
  readonly id: string
  readonly text: string
  readonly state: PointState
  readonly because: string
  /** Of a point that fails: at least one. */
  readonly evidence: readonly Evidence[]
  /** Where a person looks, with the command that helps. */
  readonly look: string
}

export interface Checklist {
  readonly sections: readonly { readonly title: string; readonly points: readonly Assessment[] }[]
}

/** How many points are in each state. */
export function tally({ sections }: Checklist): Readonly<Record<PointState, number>> {
  const sums = { holds: 0, fails: 0, 'not here': 0, look: 0 }
  for (const { state } of sections.flatMap(({ points }) => points)) sums[state]++
  return sums
}
