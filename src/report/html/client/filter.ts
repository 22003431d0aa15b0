/** Which findings are shown, and in what order. */
import { OUTCOMES, SEVERITIES } from '../../../gravity.ts'
import type { Kind, Row } from '../data.ts'

export interface Item extends Row, Omit<Kind, 'remedy'> {
  readonly remedy: string
  /** Everything that is searched, in lower case. */
  readonly hay: string
  /** For a finding in the history: whether it is still in the tree. */
  readonly still?: string
  /** In milliseconds, if there is a date. */
  readonly time?: number
}

export interface Filter {
  readonly text: string
  readonly severity: ReadonlySet<string>
  readonly outcome: ReadonlySet<string>
  readonly rule: ReadonlySet<string>
  readonly author: ReadonlySet<string>
  readonly still: ReadonlySet<string>
  /** Prefix of the path. */
  readonly folder: string
  /** In milliseconds: from the first up to the second. */
  readonly period?: readonly [number, number] | undefined
}

export type Facet = 'severity' | 'outcome' | 'rule' | 'author' | 'still'
export const FACETS = ['outcome', 'severity', 'still', 'rule', 'author'] as const satisfies readonly Facet[]

const none: ReadonlySet<string> = new Set()
export const ALL: Filter = { text: '', severity: none, outcome: none, rule: none, author: none, still: none, folder: '' }

export function items(kinds: readonly Kind[], rows: readonly Row[]): Item[] {
  return rows.map((row) => {
    const kind = kinds[row.kind] ?? { rule: '', title: '', remedy: '' }
    const time = row.date === undefined ? Number.NaN : Date.parse(row.date)
    const hay = [kind.title, kind.rule, row.path, row.masked, row.text, row.fingerprint, row.author, row.commit].join('\n').toLowerCase()
    const still = row.history && { still: row.history.inTree ? 'in the tree' : 'in the history only' }
    return { ...row, ...kind, hay, ...still, ...(Number.isNaN(time) ? {} : { time }) }
  })
}

/** The result of a filter; and the result without one of its conditions, to count what other choices would give. */
export interface Narrowed {
  readonly found: readonly Item[]
  but(condition: keyof Filter): readonly Item[]
}

/** In one pass: an item that fails only one condition is found without that condition. */
export function narrowed(all: readonly Item[], filter: Filter): Narrowed {
  const conditions = conditionsOf(filter)
  const found: Item[] = []
  const near = new Map<keyof Filter, Item[]>(conditions.map(([name]) => [name, []]))
  for (const item of all) {
    let fails: keyof Filter | undefined
    let count = 0
    for (const [name, holds] of conditions) {
      if (holds(item)) continue
      fails = name
      if (++count > 1) break
    }
    if (count === 0) found.push(item)
    else if (count === 1 && fails) near.get(fails)?.push(item)
  }
  return { found, but: (name) => [...found, ...(near.get(name) ?? [])] }
}

function conditionsOf({ text, folder, period, ...facets }: Filter): (readonly [keyof Filter, (item: Item) => boolean])[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  return [
    ...FACETS.filter((facet) => facets[facet].size > 0).map(
      (facet) => [facet, (item: Item) => facets[facet].has(item[facet] ?? '')] as const,
    ),
    ...(folder === '' ? [] : [['folder', ({ path }: Item) => path.startsWith(folder)] as const]),
    ...(period ? [['period', ({ time }: Item) => time !== undefined && time >= period[0] && time < period[1]] as const] : []),
    ...(words.length > 0 ? [['text', ({ hay }: Item) => words.every((word) => hay.includes(word))] as const] : []),
  ]
}

export function counts(found: readonly Item[], facet: Facet): Map<string, number> {
  const sums = new Map<string, number>()
  for (const item of found) {
    const value = item[facet] ?? ''
    sums.set(value, (sums.get(value) ?? 0) + 1)
  }
  return sums
}

const text = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

type Compare = (a: Item, b: Item) => number

/** By name, as in the menu. The report's list is already sorted by severity, and sorting is stable. */
export const ORDERS: Readonly<Record<string, Compare>> = {
  severity: (a, b) =>
    OUTCOMES.indexOf(a.outcome) - OUTCOMES.indexOf(b.outcome) ||
    SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
    b.confidence - a.confidence,
  what: (a, b) => text(a.title, b.title),
  path: (a, b) => text(a.path, b.path) || a.line - b.line,
  confidence: (a, b) => b.confidence - a.confidence,
  newest: (a, b) => (b.time ?? Number.NEGATIVE_INFINITY) - (a.time ?? Number.NEGATIVE_INFINITY) || 0,
  oldest: (a, b) => (a.time ?? Number.POSITIVE_INFINITY) - (b.time ?? Number.POSITIVE_INFINITY) || 0,
}

export const sorted = (found: readonly Item[], order: string) => [...found].sort(ORDERS[order] ?? ORDERS.severity)

/** A view as a URL fragment, so that it can be shared. */
export function toHash(filter: Filter, order: string): string {
  const params = new URLSearchParams()
  if (filter.text) params.set('text', filter.text)
  if (filter.folder) params.set('folder', filter.folder)
  if (filter.period) params.set('period', filter.period.join('-'))
  for (const facet of FACETS) for (const value of filter[facet]) params.append(facet, value)
  if (order !== 'severity') params.set('order', order)
  return params.toString()
}

export function fromHash(hash: string): { readonly filter: Filter; readonly order: string } {
  const params = new URLSearchParams(hash.replace(/^#/, ''))
  const [from, to] = (params.get('period') ?? '').split('-').map(Number)
  const sets = Object.fromEntries(FACETS.map((facet) => [facet, new Set(params.getAll(facet))]))
  const order = params.get('order') ?? ''
  return {
    filter: {
      ...ALL,
      ...sets,
      text: params.get('text') ?? '',
      folder: params.get('folder') ?? '',
      period: from !== undefined && to !== undefined && from < to ? [from, to] : undefined,
    },
    order: Object.hasOwn(ORDERS, order) ? order : 'severity',
  }
}
