/** The list of findings, virtualized: of ten thousand rows, only the visible ones exist. */
import { el } from './dom.ts'
import type { Item } from './filter.ts'
import { rowOf } from './row.ts'

/** Extra rows beyond either edge of the window. */
const SPARE = 12

export interface List {
  show(found: readonly Item[], order: string): void
  readonly active: Item | undefined
  /** By a number of rows; an infinity moves to the first or last. */
  move(by: number): void
  /** How many rows fit in the window. */
  screenful(): number
  focus(): void
}

interface Acts {
  /** `asked`: by the user, not as the first of a new list. */
  readonly choose: (item: Item, asked: boolean) => void
  readonly sort: (order: string) => void
}

/** Each with the sort order that a click on its head gives. */
const COLUMNS = [
  ['Severity', 'severity'],
  ['What', 'what'],
  ['Where', 'path'],
  ['Secret', undefined],
  ['Added', 'newest'],
] as const

export function list(host: HTMLElement, dated: boolean, { choose, sort }: Acts): List {
  let found: readonly Item[] = []
  let active = 0
  let height = 44
  /** On paper, all rows exist. */
  let printing = false
  const drawn = new Map<number, HTMLElement>()
  const columns = COLUMNS.slice(0, dated ? 5 : 4).map(([name, order]) => ({ order, cell: heading(name, order, sort) }))
  const head = el('div', { role: 'row', class: 'head', 'aria-rowindex': 1 }, ...columns.map(({ cell }) => cell))
  const body = el('div', { role: 'rowgroup', class: 'body' })
  host.append(el('div', { role: 'rowgroup' }, head), body)
  for (const [name, value] of Object.entries({
    role: 'grid',
    tabindex: '0',
    'aria-label': 'Findings',
    'aria-colcount': String(columns.length),
  }))
    host.setAttribute(name, value)
  host.classList.toggle('dated', dated)

  function draw() {
    const top = body.getBoundingClientRect().top
    const from = printing ? 0 : Math.max(0, Math.floor(-top / height) - SPARE)
    const to = printing ? found.length : Math.min(found.length, Math.ceil((window.innerHeight - top) / height) + SPARE)
    for (const [i, row] of drawn) if ((i < from || i >= to) && i !== active) forget(i, row)
    for (let i = from; i < to; i++) put(i)
    put(active)
  }

  function forget(i: number, row: HTMLElement) {
    row.remove()
    drawn.delete(i)
  }

  function put(i: number) {
    const item = found[i]
    if (!item || drawn.has(i)) return
    const row = rowOf(item, i, dated)
    row.style.setProperty('--at', String(i))
    row.setAttribute('aria-selected', String(i === active))
    row.addEventListener('click', () => activate(i, true))
    drawn.set(i, row)
    const next = [...drawn.keys()].filter((other) => other > i)
    body.insertBefore(row, drawn.get(Math.min(...next)) ?? null)
  }

  function activate(i: number, asked: boolean) {
    const item = found[i]
    if (!item) return
    drawn.get(active)?.setAttribute('aria-selected', 'false')
    active = i
    put(i)
    drawn.get(i)?.setAttribute('aria-selected', 'true')
    host.setAttribute('aria-activedescendant', `finding-${i}`)
    choose(item, asked)
  }

  function measure() {
    height = Number.parseFloat(getComputedStyle(host).getPropertyValue('--row')) || 44
    body.style.setProperty('height', `${found.length * height}px`)
  }

  function show(next: readonly Item[], order: string) {
    found = next
    for (const column of columns) {
      const sorts = column.order === order || (column.order === 'newest' && order === 'oldest')
      if (sorts) column.cell.setAttribute('aria-sort', order === 'newest' ? 'descending' : 'ascending')
      else column.cell.removeAttribute('aria-sort')
    }
    for (const [i, row] of drawn) forget(i, row)
    measure()
    host.setAttribute('aria-rowcount', String(found.length + 1))
    host.removeAttribute('aria-activedescendant')
    active = 0
    draw()
    activate(0, false)
  }

  function move(by: number) {
    const next = Math.max(0, Math.min(found.length - 1, active + by))
    activate(next, false)
    drawn.get(next)?.scrollIntoView({ block: 'nearest' })
  }

  let waiting = false
  const soon = () => {
    if (waiting) return
    waiting = true
    requestAnimationFrame(() => {
      waiting = false
      draw()
    })
  }
  window.addEventListener('scroll', soon, { passive: true })
  window.addEventListener('resize', () => {
    measure()
    soon()
  })
  for (const name of ['beforeprint', 'afterprint'])
    window.addEventListener(name, () => {
      printing = name === 'beforeprint'
      draw()
    })
  return {
    show,
    get active() {
      return found[active]
    },
    move,
    screenful: () => Math.max(1, Math.floor(window.innerHeight / height) - 4),
    focus: () => host.focus({ preventScroll: true }),
  }
}

function heading(name: string, order: string | undefined, sort: (order: string) => void): HTMLElement {
  if (!order) return el('span', { role: 'columnheader', class: 'masked' }, name)
  const button = el('button', { type: 'button', tabindex: -1 }, name)
  button.addEventListener('click', () => sort(order))
  return el('span', { role: 'columnheader' }, button)
}
