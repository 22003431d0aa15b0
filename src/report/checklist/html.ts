/** The checklist as a single page: no scripts, nothing loaded, in the style of the report. */
import type { Assessment, Checklist, PointState } from '../../checklist/assessment.ts'
import { tally } from '../../checklist/assessment.ts'
import { html } from '../escape.ts'
import { day, document } from '../html/document.ts'
import { inline } from '../html/inline.ts'
import type { Provenance } from '../provenance.ts'
import { printable } from '../style.ts'
import { byRemedy, MARKS, summary } from './summary.ts'

const STATES: readonly PointState[] = ['fails', 'look', 'holds', 'not here']

export function checklistHtml(checklist: Checklist, made: Provenance): string {
  const sums = tally(checklist)
  const body = `<body class="checklist">
<header>
<div class="top"><p class="mark">leakgate</p></div>
<h1 class="${sums.fails > 0 ? 'stop' : 'clean'}">Security checklist</h1>
<p class="made">${html(summary(checklist))} · ${html(day(made))} · leakgate ${html(made.version)}</p>
<dl class="sums">${STATES.map((state) => `<div><dt>${state}</dt><dd>${sums[state]}</dd></div>`).join('')}</dl>
</header>
<main>
${checklist.sections.map(section).join('\n')}
</main>
</body>`
  return document({ title: 'Security checklist', style: inline.style, allows: [`style-src '${inline.hashes.style}'`], body })
}

const section = ({ title, points }: Checklist['sections'][number], i: number) =>
  `<section><h2>${i + 1}. ${html(title)}</h2><ul>${points.map(point).join('')}</ul></section>`

function point(one: Assessment): string {
  const { id, state, text, because, look } = one
  const why = state === 'fails' ? '' : `<p>${html(printable(because))}</p>`
  const where = state === 'look' ? `<p><code>${html(printable(look))}</code></p>` : ''
  return `<li id="${html(id)}" class="${state === 'fails' ? 'stop' : 'calm'}"><p class="state"><span aria-hidden="true">${MARKS[state]}</span> ${state}</p><div><h3>${html(printable(text))}</h3>${why}${where}${byRemedy(one).map(group).join('')}</div></li>`
}

const group = ({ remedy, places }: { readonly remedy: string; readonly places: readonly string[] }) =>
  `<ul>${places.map((place) => `<li><code>${html(place)}</code></li>`).join('')}</ul><p>→ ${html(remedy)}</p>`
