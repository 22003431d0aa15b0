/** The page's script: reads the data, and updates what is shown when a choice changes. */
import type { PageData } from '../data.ts'
import { detail } from './detail.ts'
import { capital, el, number, the } from './dom.ts'
import { facets } from './facets.ts'
import { ALL, type Filter, fromHash, type Item, items, narrowed, ORDERS, sorted, toHash } from './filter.ts'
import { keys } from './keys.ts'
import { list } from './list.ts'
import { map } from './map.ts'
import { theme } from './theme.ts'
import { timeline } from './timeline.ts'

function start({ kinds, rows }: PageData): void {
  const all = items(kinds, rows)
  const dated = all.some(({ time }) => time !== undefined)
  const grid = the('#list', HTMLElement)
  const panel = the('#detail', HTMLDialogElement)
  const search = the('#search', HTMLInputElement)
  const sort = the('#sort', HTMLSelectElement)
  const clear = the('#clear', HTMLButtonElement)
  const filters = the('#filters', HTMLDetailsElement)
  /** There is room for the details beside the list. */
  const wide = window.matchMedia('screen and (min-width: 1280px)')
  const places = new Map<string, number>()
  for (const { fingerprint } of all) places.set(fingerprint, (places.get(fingerprint) ?? 0) + 1)

  let { filter, order } = fromHash(location.hash)
  const change = (part: Partial<Filter>) => {
    filter = { ...filter, ...part }
    update()
  }

  const open = (item: Item, asked: boolean) => {
    const showSame = () => {
      panel.close()
      change({ ...ALL, text: item.fingerprint })
    }
    panel.replaceChildren(...detail(item, places.get(item.fingerprint) ?? 1, { showSame, close: () => panel.close() }))
    panel.scrollTop = 0
    if (wide.matches && !panel.open) panel.setAttribute('open', '')
    else if (!wide.matches && asked && !panel.open) panel.showModal()
  }
  const sortBy = (name: string) => {
    order = name === 'newest' && order === 'newest' ? 'oldest' : name
    update()
  }
  const rowsOf = list(grid, dated, { choose: open, sort: sortBy })
  const parts = [
    facets(the('#facets', HTMLElement), all, change),
    map(the('#map', HTMLElement), change),
    timeline(the('#timeline', HTMLElement), all, change),
  ]

  function update() {
    const view = narrowed(all, filter)
    const found = sorted(view.found, order)
    for (const part of parts) part(filter, view)
    const whole = found.length === all.length
    the('#told', HTMLElement).textContent = whole ? number(all.length) : `${number(found.length)} of ${number(all.length)}`
    const hash = toHash(filter, order)
    clear.hidden = toHash(filter, 'severity') === ''
    if (search.value !== filter.text) search.value = filter.text
    sort.value = order
    if (`#${hash}` !== location.hash) history.replaceState(null, '', hash ? `#${hash}` : location.pathname + location.search)
    rowsOf.show(found, order)
    if (found.length === 0) panel.removeAttribute('open')
  }

  for (const name of Object.keys(ORDERS))
    if (dated || !/^(?:newest|oldest)$/.test(name)) sort.append(el('option', { value: name }, capital(name)))
  sort.addEventListener('change', () => sortBy(sort.value))
  search.addEventListener('input', () => change({ text: search.value }))
  clear.addEventListener('click', () => change({ ...ALL, period: undefined }))
  wide.addEventListener('change', () => {
    panel.close()
    update()
  })
  window.addEventListener('hashchange', () => {
    ;({ filter, order } = fromHash(location.hash))
    update()
  })
  keys(grid, rowsOf, {
    search: () => search.focus(),
    open: () => rowsOf.active && open(rowsOf.active, true),
    close: () => (document.activeElement === search ? rowsOf.focus() : undefined),
  })
  filters.open = window.matchMedia('(min-width: 860px)').matches
  update()
}

theme(the('#theme', HTMLElement))
const data: PageData = JSON.parse(the('#data', HTMLElement).textContent ?? '')
if (data.rows.length > 0) start(data)
