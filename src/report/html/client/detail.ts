/** The details of one finding: where, what, why, what to do now. */
import { capital, el, number } from './dom.ts'
import type { Item } from './filter.ts'
import { day } from './periods.ts'

export function detail(item: Item, same: number, acts: { readonly showSame: () => void; readonly close: () => void }): Node[] {
  const close = el('button', { type: 'button', class: 'close', 'aria-label': 'Close' }, '×')
  close.addEventListener('click', acts.close)
  return [
    close,
    el('p', { class: `severity ${item.severity}` }, `${capital(item.severity)}, ${item.outcome}`),
    el('h2', {}, item.title),
    el('p', { class: 'place' }, `${item.path}${item.line > 0 ? `:${item.line}:${item.column}` : ''}`),
    ...excerpt(item),
    el('h3', {}, 'What to do'),
    ...(item.history ? steps(item.history.steps) : [el('p', {}, item.remedy, ...link(item.link))]),
    ...elsewhere(same, acts.showSame),
    el('h3', {}, 'Facts'),
    facts(item),
    ...why(item),
    el('h3', {}, 'Commands'),
    ...commands(item),
  ]
}

function excerpt({ line, text, mark: [start, end] }: Item): HTMLElement[] {
  if (line === 0) return []
  const code = el('code', {}, text.slice(0, start), el('mark', {}, text.slice(start, end)), text.slice(end))
  return [el('pre', { tabindex: 0, 'aria-label': `Line ${line}` }, el('span', { class: 'number' }, String(line)), code)]
}

/** A custom rule may give any link; only web addresses become links. */
function link(address: string | undefined): (Node | string)[] {
  if (!address) return []
  if (!/^https?:\/\//.test(address)) return [' ', address]
  return [el('br'), el('a', { href: address, target: '_blank', rel: 'noopener noreferrer' }, address)]
}

function elsewhere(same: number, show: () => void): HTMLElement[] {
  if (same < 2) return []
  const button = el('button', { type: 'button' }, `Show all ${number(same)} places`)
  button.addEventListener('click', show)
  return [el('p', { class: 'same' }, 'The same secret occurs in other places. ', button)]
}

/** Sentences, and commands to paste. */
const steps = (all: readonly string[]) =>
  all.map((step) => (step.startsWith('$ ') ? command(step.slice(2)) : el('p', { class: 'step' }, step)))

function facts({ masked, rule, confidence, commit, author, time, why, fingerprint, still, history }: Item): HTMLElement {
  const last = Date.parse(history?.last ?? '')
  const rows: (readonly [string, string | undefined])[] = [
    ['Secret', masked],
    ['Rule', rule],
    ['Confidence', `${Math.round(confidence * 100)}%`],
    ['Outcome', why],
    ['Commit', commit],
    ['Author', author],
    ['Added', time === undefined ? undefined : day(time)],
    ['Last seen', Number.isNaN(last) ? undefined : `${day(last)}, in ${number(history?.commits ?? 0)} commits`],
    ['Branches, tags', history?.refs.join(', ')],
    ['Still there', still],
    ['Pushed', history?.pushed === 'unknown' ? undefined : history?.pushed],
    ['Fingerprint', fingerprint],
  ]
  const code = new Set(['Secret', 'Rule', 'Commit', 'Fingerprint'])
  return el(
    'dl',
    {},
    ...rows.flatMap(([name, value]) => (value ? [el('dt', {}, name), el('dd', {}, code.has(name) ? el('code', {}, value) : value)] : [])),
  )
}

function why({ reasons }: Item): HTMLElement[] {
  return reasons.length > 0 ? [el('h3', {}, 'Why it was found'), el('ul', {}, ...reasons.map((reason) => el('li', {}, reason)))] : []
}

function commands({ fingerprint }: Item): HTMLElement[] {
  const lines = [
    ['Not a secret', `npx leakgate allow ${fingerprint} --reason "…"`],
    ['Why, step by step', `npx leakgate explain ${fingerprint}`],
  ] as const
  return lines.map(([name, line]) => command(line, name))
}

function command(line: string, name?: string): HTMLElement {
  const code = el('code', {}, line)
  const copy = el('button', { type: 'button', 'aria-label': `Copy: ${line}` }, 'Copy')
  copy.addEventListener('click', () => void copied(code, copy))
  return el('p', { class: 'command' }, ...(name ? [el('span', {}, name)] : []), code, copy)
}

/** If the page may not access the clipboard, the text is selected, ready to be copied. */
async function copied(code: HTMLElement, button: HTMLElement): Promise<void> {
  try {
    await navigator.clipboard.writeText(code.textContent ?? '')
    button.textContent = 'Copied'
  } catch {
    window.getSelection()?.selectAllChildren(code)
  }
}
