/** The facets: lists of choices, each with the number of findings it would give. */
import { OUTCOMES, SEVERITIES } from '../../../gravity.ts'
import { capital, el, number } from './dom.ts'
import { counts, FACETS, type Facet, type Filter, type Item, type Narrowed } from './filter.ts'

const NAMES: Readonly<Record<Facet, string>> = {
  outcome: 'Outcome',
  severity: 'Severity',
  still: 'Still there',
  rule: 'Rule',
  author: 'Author',
}
const ORDER: readonly string[] = [...OUTCOMES, ...SEVERITIES]
/** Further choices are shown on demand. */
const FEW = 8

/** Updates a part of the page for the filter and its result. */
export type Part = (filter: Filter, view: Narrowed) => void

interface Choice {
  readonly row: HTMLElement
  readonly box: HTMLInputElement
  readonly count: HTMLElement
}

/** Returns a function that updates counts and ticks. */
export function facets(host: HTMLElement, all: readonly Item[], change: (part: Partial<Filter>) => void): Part {
  const lists = FACETS.flatMap((facet) => {
    const values = inOrder(counts(all, facet))
    if (values.length < 2) return []
    const choices = new Map(values.map(([value]) => [value, choice(label(facet, value, all))]))
    const told = () => change({ [facet]: new Set([...choices].flatMap(([value, { box }]) => (box.checked ? [value] : []))) })
    for (const { box } of choices.values()) box.addEventListener('change', told)
    host.append(fieldset(facet, [...choices.values()]))
    return [{ facet, choices }]
  })
  return (filter, view) => {
    for (const { facet, choices } of lists) {
      const sums = counts(view.but(facet), facet)
      for (const [value, { row, box, count }] of choices) {
        const sum = sums.get(value) ?? 0
        box.checked = filter[facet].has(value)
        count.textContent = number(sum)
        row.classList.toggle('none', sum === 0)
      }
    }
  }
}

const inOrder = (sums: ReadonlyMap<string, number>) =>
  [...sums].sort(([a, n], [b, m]) => (ORDER.includes(a) ? ORDER.indexOf(a) - ORDER.indexOf(b) : m - n || (a < b ? -1 : 1)))

function label(facet: Facet, value: string, all: readonly Item[]): string {
  if (facet === 'rule') return all.find(({ rule }) => rule === value)?.title ?? value
  return facet === 'author' ? value || 'not known' : capital(value)
}

function choice(name: string): Choice {
  const box = el('input', { type: 'checkbox' })
  const count = el('span', { class: 'count' })
  const row = el('label', { class: 'choice' }, box, el('span', { class: 'name', title: name }, name), count)
  return { row, box, count }
}

function fieldset(facet: Facet, choices: readonly Choice[]): HTMLElement {
  const rows = choices.map(({ row }) => row)
  const list = el('div', { class: 'choices' }, ...rows)
  const made = el('fieldset', {}, el('legend', {}, NAMES[facet]), list)
  if (rows.length <= FEW + 2) return made
  const hide = (hidden: boolean) => {
    for (const row of rows.slice(FEW)) row.classList.toggle('more', hidden)
  }
  const button = el('button', { type: 'button', 'aria-expanded': 'false' }, `All ${number(rows.length)}`)
  hide(true)
  button.addEventListener('click', () => {
    const open = button.getAttribute('aria-expanded') === 'true'
    button.setAttribute('aria-expanded', String(!open))
    button.textContent = open ? `All ${number(rows.length)}` : 'Fewer'
    hide(open)
  })
  made.append(button)
  return made
}
