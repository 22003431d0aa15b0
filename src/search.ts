/** The first of `count` indices for which it holds, or `count`. Few are asked: from the first on, it must hold for all. */
export function firstWhere(count: number, holds: (index: number) => boolean): number {
  let low = 0
  for (let high = count; low < high; ) {
    const half = (low + high) >> 1
    if (holds(half)) high = half
    else low = half + 1
  }
  return low
}
