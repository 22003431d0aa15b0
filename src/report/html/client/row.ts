/** A finding as one row. */
import { el } from './dom.ts'
import type { Item } from './filter.ts'
import { day } from './periods.ts'

export function rowOf(item: Item, i: number, dated: boolean): HTMLElement {
  const { severity, outcome, title, masked, time } = item
  const tag = outcome === 'blocked' ? [] : [el('em', { class: 'tag' }, outcome)]
  const cells = [
    el('span', { role: 'gridcell', class: `severity ${severity}` }, severity),
    el('span', { role: 'gridcell', class: 'what' }, el('span', { class: 'cut' }, title), ...tag),
    el('span', { role: 'gridcell', class: 'where' }, ...where(item)),
    el('code', { role: 'gridcell', class: 'secret cut' }, masked || '—'),
    ...(dated ? [el('span', { role: 'gridcell', class: 'when cut' }, time === undefined ? '' : day(time))] : []),
  ]
  return el('div', { role: 'row', id: `finding-${i}`, class: outcome, 'aria-rowindex': i + 2 }, ...cells)
}

/** If space is short, the folders are truncated first, then the name, never the line number. */
function where({ path, line }: Item): HTMLElement[] {
  const cut = path.lastIndexOf('/') + 1
  return [
    ...(cut > 0 ? [el('span', { class: 'folder' }, path.slice(0, cut))] : []),
    el('span', { class: 'file' }, path.slice(cut)),
    ...(line > 0 ? [el('span', { class: 'line' }, `:${line}`)] : []),
  ]
}
