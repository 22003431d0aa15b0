/** Evaluates the model on repositories that it has not seen: test/docs/model.md, with its calibration and learning curve. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { AUDIT, GATE } from '../judge/thresholds.ts'
import type { Sample } from './boost.ts'

type Kinded = Sample & { readonly kind: string }

export function evaluate(samples: readonly Kinded[], said: Float64Array, learntFrom: (share: number) => Float64Array): void {
  mkdirSync('test/docs', { recursive: true })
  const rows = [...new Set([0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, AUDIT, GATE])]
    .sort((a, b) => a - b)
    .map((least) => ({ least, ...rates(samples, said, least) }))
  const curve = [0.1, 0.25, 0.5]
    .map((share) => ({ share, f1: best(samples, learntFrom(share)) }))
    .concat({ share: 1, f1: best(samples, said) })
  const bins = calibration(samples, said)
  writeFileSync(
    'test/docs/calibration.svg',
    plot(
      'said',
      'true',
      bins.map(({ said, real }) => [said, real]),
      [
        [0, 0],
        [1, 1],
      ],
    ),
  )
  writeFileSync(
    'test/docs/learning-curve.svg',
    plot(
      'share of the repositories',
      'best F1',
      curve.map(({ share, f1 }) => [share, f1]),
    ),
  )
  writeFileSync('test/docs/model.md', page(samples, rows, curve, bins))
}

function rates(samples: readonly Kinded[], said: Float64Array, least: number) {
  let [tp, fp, fn, alarms] = [0, 0, 0, 0]
  samples.forEach(({ y, kind }, i) => {
    const on = (said[i] ?? 0) >= least
    if (kind === 'commit' && on) alarms++
    if (kind !== 'labelled') return
    if (on && y) tp++
    else if (on) fp++
    else if (y) fn++
  })
  const precision = tp / (tp + fp || 1)
  const recall = tp / (tp + fn || 1)
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall || 1), alarms }
}

const best = (samples: readonly Kinded[], said: Float64Array) =>
  Math.max(...[0.2, 0.3, 0.4, 0.5].map((least) => rates(samples, said, least).f1))

/** Ten bins of predictions, with the share that was true. */
function calibration(samples: readonly Kinded[], said: Float64Array) {
  return Array.from({ length: 10 }, (_, bin) => {
    const members = samples.flatMap(({ y, kind }, i) =>
      kind === 'labelled' && Math.min(9, Math.floor((said[i] ?? 0) * 10)) === bin ? [{ y, said: said[i] ?? 0 }] : [],
    )
    const mean = (of: (one: { y: number; said: number }) => number) =>
      members.reduce((sum, one) => sum + of(one), 0) / (members.length || 1)
    return { said: mean((one) => one.said), real: mean((one) => one.y), count: members.length }
  })
}

function plot(x: string, y: string, points: readonly (readonly number[])[], line: readonly (readonly number[])[] = []): string {
  const at = ([a = 0, b = 0]: readonly number[]) => `${(50 + a * 320).toFixed(1)},${(350 - b * 320).toFixed(1)}`
  const ticks = [0, 0.25, 0.5, 0.75, 1].map(
    (tick) => `<text x="${50 + tick * 320}" y="368">${tick}</text><text x="18" y="${354 - tick * 320}">${tick}</text>`,
  )
  return `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="400" font-family="sans-serif" font-size="11">
<rect width="400" height="400" fill="white"/><rect x="50" y="30" width="320" height="320" fill="none" stroke="#999"/>
${ticks.join('')}<text x="180" y="388">${x}</text><text x="50" y="22">${y}</text>
<polyline points="${line.map(at).join(' ')}" fill="none" stroke="#bbb"/>
<polyline points="${points.map(at).join(' ')}" fill="none" stroke="#c00" stroke-width="2"/>
${points.map((point) => `<circle cx="${at(point).split(',')[0]}" cy="${at(point).split(',')[1]}" r="3" fill="#c00"/>`).join('')}
</svg>
`
}

const percent = (share: number) => `${(100 * share).toFixed(1)}%`

function page(
  samples: readonly Kinded[],
  rows: readonly ({ least: number } & ReturnType<typeof rates>)[],
  curve: readonly { share: number; f1: number }[],
  bins: ReturnType<typeof calibration>,
): string {
  const count = (kind: string) => samples.filter((one) => one.kind === kind).length
  return `# The model of assigned values

Written by \`src/build/learn.ts\`. All numbers are of models that have not seen the repository in question (five folds by repository):
${count('labelled')} labelled candidates, ${count('commit')} of ordinary commits, ${count('case')} of scanners' test cases.

| confidence at least | precision | recall | F1 | alarms in ordinary commits |
|---|---|---|---|---|
${rows.map(({ least, precision, recall, f1, alarms }) => `| ${least} | ${percent(precision)} | ${percent(recall)} | ${f1.toFixed(3)} | ${alarms} |`).join('\n')}

Precision and recall are of the labelled candidates. The gate refuses from ${GATE} on: there, precision is high and grows
slowly, and few ordinary commits are refused. An audit lists from ${AUDIT} on, near the best F1.

## Calibration

![calibration](calibration.svg)

| said, on average | true | candidates |
|---|---|---|
${bins.map(({ said, real, count: n }) => `| ${percent(said)} | ${percent(real)} | ${n} |`).join('\n')}

## Learning curve

![learning curve](learning-curve.svg)

| share of the repositories | best F1 |
|---|---|
${curve.map(({ share, f1 }) => `| ${percent(share)} | ${f1.toFixed(3)} |`).join('\n')}
`
}
