/** A treemap of folders: the size of a tile is its share of the findings, its redness its share of serious ones. */
import { el, number } from './dom.ts'
import type { Part } from './facets.ts'
import type { Filter } from './filter.ts'
import { boxes, type Place, placesIn } from './squares.ts'

/** Smaller places are merged into one tile. Limits: tiles, and square pixels in which a word is legible. */
const MOST = 18
const LEAST_AREA = 1900

export function map(section: HTMLElement, change: (part: Partial<Filter>) => void): Part {
  const tiles = section.querySelector<HTMLElement>('.tiles') ?? el('div')
  const nav = section.querySelector('nav') ?? el('nav')
  const go = (folder: string) => () => change({ folder })
  return (filter, { found }) => {
    const places = placesIn(found, filter.folder)
    const least = (found.length * LEAST_AREA) / Math.max(1, tiles.clientWidth * tiles.clientHeight)
    const shown = places.filter(({ count }, i) => i < MOST && count >= least)
    const rest = places.length - shown.length
    const others = found.length - shown.reduce((sum, { count }) => sum + count, 0)
    const ratio = Math.max(0.5, tiles.clientWidth / Math.max(1, tiles.clientHeight))
    const areas = boxes([...shown.map(({ count }) => count), ...(rest > 0 ? [Math.max(others, least)] : [])], ratio)
    const buttons = shown.map((place) => tile(place, filter.folder, go(place.path)))
    const more = rest > 0 ? [el('p', { class: 'tile rest', title: `${number(rest)} more` }, `+${number(rest)}`)] : []
    tiles.replaceChildren(...[...buttons, ...more].map((node, i) => laid(node, areas[i])))
    nav.replaceChildren(...crumbs(filter.folder, go))
  }
}

function laid(node: HTMLElement, box: ReturnType<typeof boxes>[number] | undefined): HTMLElement {
  if (!box) return node
  for (const [name, value] of [
    ['left', box.x],
    ['top', box.y],
    ['width', box.width],
    ['height', box.height],
  ] as const)
    node.style.setProperty(name, `${value}%`)
  return node
}

function tile({ path, count, grave }: Place, folder: string, go: () => void): HTMLElement {
  const name = path.slice(folder.length) || path
  const rest = `findings, ${number(grave)} of them critical or high`
  const shown = [el('span', {}, name), ' ', el('b', {}, number(count)), el('span', { class: 'unseen' }, ` ${rest}`)]
  const made = el('button', { class: 'tile', type: 'button', title: `${path}: ${number(count)} ${rest}` }, ...shown)
  made.style.setProperty('--heat', `${Math.round((grave / count) * 100)}`)
  made.disabled = path === folder
  made.addEventListener('click', go)
  return made
}

function crumbs(folder: string, go: (folder: string) => () => void): HTMLElement[] {
  if (folder === '') return []
  const ends = [0, ...[...folder.matchAll(/\/(?=.)/g)].map(({ index }) => index + 1)]
  return [...ends, folder.length].map((end, i) => {
    const name = i === 0 ? 'all' : folder.slice(ends[i - 1] ?? 0, end)
    if (i === ends.length) return el('span', { 'aria-current': 'location' }, name)
    const button = el('button', { type: 'button' }, name)
    button.addEventListener('click', go(folder.slice(0, end)))
    return button
  })
}
