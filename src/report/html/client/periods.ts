/** Divides a history into at most fifty bars: days, weeks, months, quarters or years, the finest that fits. */

export interface Period {
  readonly from: number
  readonly to: number
  readonly name: string
}

const DAY = 86_400_000
const MOST = 50

interface Unit {
  /** The start of the unit that contains a time. */
  readonly floor: (time: number) => number
  readonly next: (from: number) => number
  readonly name: (from: number) => string
}

const months = (count: number): Pick<Unit, 'floor' | 'next'> => ({
  floor: (time) => Date.UTC(year(time), Math.floor(month(time) / count) * count),
  next: (from) => Date.UTC(year(from), month(from) + count),
})

const year = (time: number) => new Date(time).getUTCFullYear()
const month = (time: number) => new Date(time).getUTCMonth()
const said = (time: number, options: Intl.DateTimeFormatOptions) =>
  new Date(time).toLocaleDateString('en-GB', { ...options, timeZone: 'UTC' })
export const day = (time: number) => said(time, { day: 'numeric', month: 'short', year: 'numeric' })

/** The first of January 1970 was a Thursday, three days after a Monday. */
const monday = (time: number) => Math.floor((time / DAY + 3) / 7) * 7 * DAY - 3 * DAY

const UNITS: readonly Unit[] = [
  { floor: (time) => Math.floor(time / DAY) * DAY, next: (from) => from + DAY, name: day },
  { floor: monday, next: (from) => from + 7 * DAY, name: (from) => `week of ${day(from)}` },
  { ...months(1), name: (from) => said(from, { month: 'long', year: 'numeric' }) },
  {
    ...months(3),
    name: (from) => `${said(from, { month: 'short' })}–${said(Date.UTC(year(from), month(from) + 2), { month: 'short', year: 'numeric' })}`,
  },
  { ...months(12), name: (from) => String(year(from)) },
]

export function periods(times: readonly number[]): Period[] {
  const least = times.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY)
  const most = times.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY)
  if (least > most) return []
  for (const unit of UNITS) {
    const all = between(unit, least, most)
    if (all) return all
  }
  return []
}

/** Undefined if they are too many; years never are. */
function between({ floor, next, name }: Unit, least: number, most: number): Period[] | undefined {
  const found: Period[] = []
  for (let from = floor(least); from <= most; from = next(from)) {
    if (found.length === MOST && next !== UNITS.at(-1)?.next) return undefined
    found.push({ from, to: next(from), name: name(from) })
  }
  return found
}
