/** The page before its script runs: the summary, and the elements that the script fills. */
import { SEVERITIES } from '../../gravity.ts'
import type { Report } from '../../types.ts'
import { count, thousands } from '../../wording.ts'
import { html } from '../escape.ts'
import { headline } from '../headline.ts'
import type { Provenance } from '../provenance.ts'
import { printable } from '../style.ts'
import { unreadIn } from '../unread.ts'
import { day, document } from './document.ts'
import type { Inline } from './inline.ts'

export function page(report: Report, made: Provenance, { script, style, hashes, data }: Inline & { readonly data: string }): string {
  const { mood, text } = headline(report)
  const body = `<body>
${report.verdicts.length === 0 ? '' : '<a class="skip" href="#findings">Skip to the findings</a>'}
<header>
<div class="top"><p class="mark">leakgate</p><button id="theme" type="button" hidden></button></div>
<h1 class="${mood}">${html(text)}</h1>
<p class="made">${html(said(report, made))}</p>
<dl class="sums">${sums(report)}</dl>
${asides(report)}
</header>
<noscript><p class="note">The list of findings needs the script of this page. It loads nothing, and sends nothing.</p></noscript>
<main>
${report.verdicts.length === 0 ? '<p>Nothing was found.</p>' : PLACES}
</main>
<script type="application/json" id="data">${data}</script>
<script>${script}</script>
</body>`
  const allows = [`script-src '${hashes.script}'`, `style-src '${hashes.style}'`, "require-trusted-types-for 'script'"]
  return document({ title: text, style, allows, body })
}

/** Filled by the script. */
const PLACES = `<details id="filters" open><summary>Filters</summary><div id="facets"></div></details>
<div id="middle">
<div id="charts">
<section id="map" aria-labelledby="map-title"><h2 id="map-title">Folders</h2><nav aria-label="Folder"></nav><div class="tiles"></div></section>
<section id="timeline" aria-labelledby="timeline-title" hidden><h2 id="timeline-title">When they were added</h2><div class="bars"></div></section>
</div>
<section id="findings" aria-labelledby="findings-title" tabindex="-1">
<div class="tools">
<h2 id="findings-title">Findings</h2><p id="told" role="status"></p><button id="clear" type="button" hidden>Clear filters</button>
<label class="sorting">Sort by <select id="sort"></select></label>
<input id="search" type="search" placeholder="Search  /" aria-label="Search findings" autocomplete="off" spellcheck="false">
</div>
<div id="list"></div>
</section>
</div>
<dialog id="detail" aria-label="Finding"></dialog>`

function said({ coverage, ms }: Report, made: Provenance): string {
  const bytes = coverage.reduce((sum, one) => sum + one.bytes, 0)
  return `${count(coverage.length, 'file')}, ${size(bytes)}, scanned on ${day(made)}${ms > 0 ? ` in ${(ms / 1000).toFixed(1)} s` : ''} · leakgate ${made.version}`
}

const size = (bytes: number) => (bytes < 1e6 ? `${(bytes / 1e3).toFixed(1)} kB` : `${(bytes / 1e6).toFixed(1)} MB`)

function sums({ verdicts }: Report): string {
  const live = verdicts.filter(({ outcome }) => outcome !== 'allowed')
  const rows = [
    ...SEVERITIES.map((severity) => [severity, live.filter(({ finding }) => finding.severity === severity).length] as const),
    ['different secrets', new Set(live.map(({ finding }) => finding.fingerprint)).size] as const,
    ['files', new Set(live.map(({ finding }) => finding.path)).size] as const,
    ['allowed', verdicts.length - live.length] as const,
  ]
  return rows
    .map(([name, sum]) => `<div class="${html(name.split(' ')[0] ?? '')}"><dt>${html(name)}</dt><dd>${thousands(sum)}</dd></div>`)
    .join('')
}

/** How many files the page lists at most; JSON has all. */
const MOST = 1000

function asides({ coverage, notes }: Report): string {
  const unread = unreadIn(coverage).map(({ path, why }) => `<li><code>${html(printable(path))}</code> ${html(why)}</li>`)
  const list =
    unread.length > 0
      ? `<details class="note"><summary>${count(unread.length, 'file')} could not be scanned</summary><ul>${unread.slice(0, MOST).join('')}</ul></details>`
      : ''
  return notes.map((note) => `<p class="note">${html(note)}</p>`).join('') + list
}
