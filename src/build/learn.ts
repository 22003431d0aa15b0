/**
 * Trains the model of assigned values on a corpus (./corpus.ts): tsx src/build/learn.ts CORPUS.
 *
 * Lines of ordinary commits count as non-secrets; those that a model which has not seen their repository is sure about are left out. Writes
 * patterns/model.ts, and its evaluation to test/docs. Random choices depend only on names: the same corpus gives the same files.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { changeOf } from '../collect/text.ts'
import { builtin } from '../detect/builtin.ts'
import { candidates } from '../detect/candidates.ts'
import { features } from '../judge/features.ts'
import { harmless } from '../judge/harmless.ts'
import { Lines } from '../judge/lines.ts'
import { boost, odds, pseudoRandom, type Sample, type Trees } from './boost.ts'
import { truthOf } from './corpus.ts'
import { evaluate } from './evaluate.ts'

const SETTINGS = { trees: 220, depth: 4, share: 0.25, rate: 0.1, lambda: 4, least: 6 }
const FOLDS = 5
/** From here on a model counts as sure. */
const SURE = 0.7

type Label = (from: number, to: number) => 0 | 1 | undefined

function main(corpus: string): void {
  const all = [...labelled(corpus), ...ordinary(join(corpus, 'commits'))]
  const first = validated(all)
  const clean = all.filter((sample, i) => sample.kind !== 'commit' || (first[i] ?? 0) < SURE)
  const trees = boost(clean, SETTINGS)
  writeFileSync('patterns/model.ts', render(trees))
  evaluate(clean, validated(clean), (share) => validated(clean, share))
}

interface Labelled extends Sample {
  readonly kind: 'labelled' | 'commit' | 'case'
}

function labelled(corpus: string): Labelled[] {
  const truth = truthOf(corpus)
  const samples: Labelled[] = []
  for (const [path, { labels }] of Object.entries(truth.creddata)) {
    const label: Label = (from, to) => {
      const on = labels.filter((one) => one.from <= to && one.to >= from)
      return on.some((one) => one.truth === 'T') ? 1 : on.length > 0 && on.every((one) => one.truth === 'F') ? 0 : undefined
    }
    samples.push(...taken(path, join(corpus, path), label, path.slice(9, 17), 'labelled'))
  }
  for (const [path, one] of Object.entries(truth.cases)) {
    const leak = one.expect === 'leak' && one.tier === 'secret' && one.form === 'opaque'
    if (!leak && !one.universal) continue
    const label: Label = (from, to) => (!leak ? 0 : one.spans.some(([a, b]) => a <= to && b >= from) ? 1 : undefined)
    samples.push(...taken(path, join(corpus, path), label, one.source, 'case'))
  }
  return samples
}

function ordinary(folder: string): Labelled[] {
  return readdirSync(folder)
    .sort()
    .flatMap((repository) =>
      readdirSync(join(folder, repository), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
        .sort()
        .flatMap((file) => taken(file.slice(join(folder, repository).length + 14), file, () => 0, repository, 'commit')),
    )
}

function taken(path: string, file: string, label: Label, group: string, kind: Labelled['kind']): Labelled[] {
  return [...changeOf(path, readFileSync(file))].flatMap((change) => {
    const lines = new Lines(change.text, 1)
    return candidates(change, builtin).flatMap((candidate) => {
      if (!candidate.rule.assigned || candidate.rule.pattern || candidate.secret.length < 4) return []
      if (harmless(candidate.secret, candidate.context)) return [] // decided without the model
      const y = label(lines.at(candidate.start).line, lines.at(Math.max(candidate.start, candidate.end - 1)).line)
      return y === undefined ? [] : [{ x: features(candidate), y, group, kind }]
    })
  })
}

/** Cross-validation: predictions by models that have not seen the sample's repository; trained on a share of the others. */
function validated(samples: readonly Labelled[], share = 1): Float64Array {
  const said = new Float64Array(samples.length)
  const foldOf = (group: string) => Math.floor(pseudoRandom(group) * FOLDS)
  for (let fold = 0; fold < FOLDS; fold++) {
    const trees = boost(
      samples.filter(({ group }) => foldOf(group) !== fold && pseudoRandom(`${group} share`) < share),
      SETTINGS,
    )
    samples.forEach(({ x, group }, i) => {
      if (foldOf(group) === fold) said[i] = 1 / (1 + Math.exp(-odds(trees, x)))
    })
  }
  return said
}

/** The upper half of a number's bits: two or three digits suffice, and noise does not compress. */
const upperHalf = (value: number) => ((new Uint32Array(Float32Array.of(value).buffer)[0] ?? 0) + 0x8000) >>> 16

function render({ bias, nodes }: Trees): string {
  const base64 = (array: Int8Array | Uint16Array | Uint8Array) => Buffer.from(array.buffer).toString('base64')
  const text = (name: string, data: string) =>
    `export const ${name} =\n${data
      .match(/.{1,130}/g)
      ?.map((line) => `  '${line}'`)
      .join(' +\n')}\n`
  return `/** The trees that judge assigned values. Written by src/build/learn.ts; read by src/judge/trees.ts. */
export const BIAS = ${bias}
${text('FEATURES_OF_NODES', base64(Int8Array.from(nodes, (node) => node.feature)))}
${text('VALUES', base64(Uint16Array.from(nodes, (node) => upperHalf(node.feature < 0 ? node.value : node.threshold))))}
${text('STEPS', base64(Uint8Array.from(nodes, (node, i) => Math.max(0, node.right - i))))}`
}

main(process.argv[2] ?? '')
