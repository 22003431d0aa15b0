/** When the findings came into the history: a bar per period; a click shows only that period. */
import { el, number } from './dom.ts'
import type { Part } from './facets.ts'
import type { Filter, Item } from './filter.ts'
import { day, type Period, periods } from './periods.ts'

export function timeline(section: HTMLElement, all: readonly Item[], change: (part: Partial<Filter>) => void): Part {
  const known = periods(all.flatMap(({ time }) => (time === undefined ? [] : [time])))
  const host = section.querySelector<HTMLElement>('.bars') ?? el('div')
  section.hidden = known.length === 0
  if (section.hidden) return () => {}
  let current: Filter | undefined
  const chosen = ({ from, to }: Period) => current?.period?.[0] === from && current.period[1] === to
  const bars = known.map((period) => {
    const grave = el('i', { class: 'grave' })
    const other = el('i')
    const bar = el('button', { type: 'button', class: 'bar' }, other, grave)
    bar.addEventListener('click', () => change({ period: chosen(period) ? undefined : [period.from, period.to] }))
    return { period, bar, grave, other }
  })
  arrows(bars.map(({ bar }) => bar))
  const [first, last] = [known[0], known.at(-1)]
  const ends = [first, known.length > 1 ? last : undefined].flatMap((one) => (one ? [el('span', {}, day(one.from))] : []))
  host.append(el('div', { class: 'row' }, ...bars.map(({ bar }) => bar)), el('div', { class: 'ends', 'aria-hidden': 'true' }, ...ends))
  return (filter, view) => {
    current = filter
    const sums = count(view.but('period'), known)
    const most = Math.max(1, ...sums.map(({ total }) => total))
    bars.forEach(({ period, bar, grave, other }, i) => {
      const { total, heavy } = sums[i] ?? { total: 0, heavy: 0 }
      const said = `${period.name}: ${number(total)} findings, ${number(heavy)} of them critical or high`
      bar.title = said
      bar.setAttribute('aria-label', said)
      bar.setAttribute('aria-pressed', String(chosen(period)))
      grave.style.setProperty('height', `${(heavy / most) * 100}%`)
      other.style.setProperty('height', `${((total - heavy) / most) * 100}%`)
    })
  }
}

/** A single tab stop for all bars; arrow keys move between them. */
function arrows(bars: readonly HTMLButtonElement[]): void {
  const go = (to: HTMLButtonElement) => {
    for (const bar of bars) bar.tabIndex = bar === to ? 0 : -1
  }
  const [first] = bars
  if (first) go(first)
  bars.forEach((bar, i) => {
    bar.addEventListener('focus', () => go(bar))
    bar.addEventListener('keydown', ({ key }) => {
      const step = { ArrowLeft: -1, ArrowRight: 1 }[key]
      if (step) bars[i + step]?.focus()
    })
  })
}

function count(found: readonly Item[], known: readonly Period[]): { total: number; heavy: number }[] {
  const sums = known.map(() => ({ total: 0, heavy: 0 }))
  for (const { time, severity } of found) {
    const sum = time === undefined ? undefined : sums[place(known, time)]
    if (!sum) continue
    sum.total++
    if (severity === 'critical' || severity === 'high') sum.heavy++
  }
  return sums
}

/** Binary search: the periods are sorted, without gaps. */
function place(known: readonly Period[], time: number): number {
  let [low, high] = [0, known.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((known[middle]?.from ?? 0) <= time) low = middle
    else high = middle - 1
  }
  return low
}
