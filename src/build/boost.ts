/** Gradient-boosted trees for binary classification, with logistic loss: reproducible, as random choices depend only on names. */
import { createHash } from 'node:crypto'

export interface Sample {
  readonly x: Float64Array
  readonly y: 0 | 1
  /** Samples of one group are never on both sides of a validation split. */
  readonly group: string
}

/** The nodes of all trees are in one list; a leaf has `feature` -1, and its `value` is what it adds. */
interface Node {
  readonly feature: number
  readonly threshold: number
  readonly left: number
  readonly right: number
  readonly value: number
}

export interface Trees {
  readonly bias: number
  readonly roots: readonly number[]
  readonly nodes: readonly Node[]
}

export interface Settings {
  readonly trees: number
  readonly depth: number
  /** The share of features available to a tree: trees that see different features make different errors. */
  readonly share: number
  /** The learning rate. */
  readonly rate: number
  /** Regularization: shrinks leaves with few samples. */
  readonly lambda: number
  /** The minimum sum of p(1 - p) in a leaf. */
  readonly least: number
}

const BINS = 48

export function boost(samples: readonly Sample[], { trees, depth, share, rate, lambda, least }: Settings): Trees {
  const width = samples[0]?.x.length ?? 0
  const edges = Array.from({ length: width }, (_, f) => thresholds(samples, f))
  const binned = samples.map(({ x }) => Uint8Array.from({ length: width }, (_, f) => binOf(edges[f] ?? [], x[f] ?? 0)))
  const positive = samples.filter(({ y }) => y === 1).length
  const bias = Math.log(positive / (samples.length - positive))
  const score = new Float64Array(samples.length).fill(bias)
  const gradient = new Float64Array(samples.length)
  const hessian = new Float64Array(samples.length)
  const nodes: Node[] = []
  const roots: number[] = []

  const grow = (members: Int32Array, level: number, asked: readonly number[]): number => {
    let g = 0
    let h = 0
    for (const i of members) {
      g += gradient[i] ?? 0
      h += hessian[i] ?? 0
    }
    const at = nodes.length
    nodes.push({ feature: -1, threshold: 0, left: 0, right: 0, value: (rate * -g) / (h + lambda) })
    if (level === depth || h < 2 * least) return at
    let best = { gain: 1e-3, feature: -1, bin: 0 }
    for (const f of asked) {
      const bins = (edges[f]?.length ?? 0) + 1
      if (bins < 2) continue
      const gs = new Float64Array(bins)
      const hs = new Float64Array(bins)
      for (const i of members) {
        const b = binned[i]?.[f] ?? 0
        gs[b] = (gs[b] ?? 0) + (gradient[i] ?? 0)
        hs[b] = (hs[b] ?? 0) + (hessian[i] ?? 0)
      }
      let gl = 0
      let hl = 0
      for (let b = 0; b < bins - 1; b++) {
        gl += gs[b] ?? 0
        hl += hs[b] ?? 0
        if (hl < least || h - hl < least) continue
        const gain = gl ** 2 / (hl + lambda) + (g - gl) ** 2 / (h - hl + lambda) - g ** 2 / (h + lambda)
        if (gain > best.gain) best = { gain, feature: f, bin: b }
      }
    }
    if (best.feature < 0) return at
    const goesLeft = (i: number) => (binned[i]?.[best.feature] ?? 0) <= best.bin
    const left = grow(members.filter(goesLeft), level + 1, asked)
    const right = grow(
      members.filter((i) => !goesLeft(i)),
      level + 1,
      asked,
    )
    nodes[at] = { feature: best.feature, threshold: edges[best.feature]?.[best.bin] ?? 0, left, right, value: 0 }
    return at
  }

  const all = Int32Array.from(samples, (_, i) => i)
  for (let t = 0; t < trees; t++) {
    samples.forEach(({ y }, i) => {
      const p = 1 / (1 + Math.exp(-(score[i] ?? 0)))
      gradient[i] = p - y
      hessian[i] = p * (1 - p)
    })
    const root = grow(
      all,
      0,
      [...edges.keys()].filter((f) => pseudoRandom(`${t} ${f}`) < share),
    )
    roots.push(root)
    samples.forEach(({ x }, i) => {
      score[i] = (score[i] ?? 0) + leaf(nodes, root, x)
    })
  }
  return { bias, roots, nodes }
}

/** A pseudo-random number from 0 to 1 that depends only on the name. */
export const pseudoRandom = (name: string) => createHash('sha256').update(name).digest().readUInt32BE() / 2 ** 32

/** The log-odds given by the trees. */
export const odds = ({ bias, roots, nodes }: Trees, x: Float64Array) => roots.reduce((sum, root) => sum + leaf(nodes, root, x), bias)

function leaf(nodes: readonly Node[], root: number, x: Float64Array): number {
  let node = nodes[root]
  while (node && node.feature >= 0) node = nodes[(x[node.feature] ?? 0) <= node.threshold ? node.left : node.right]
  return node?.value ?? 0
}

/** Values that divide the samples into about equal shares. */
function thresholds(samples: readonly Sample[], feature: number): number[] {
  const values = samples.map(({ x }) => x[feature] ?? 0).sort((a, b) => a - b)
  const cuts = new Set<number>()
  for (let b = 1; b < BINS; b++) {
    const value = values[Math.floor((b * values.length) / BINS)] ?? 0
    const next = values.find((one) => one > value)
    if (next !== undefined) cuts.add((value + next) / 2)
  }
  const distinct = [...new Set(values)]
  if (distinct.length <= BINS) for (let i = 1; i < distinct.length; i++) cuts.add(((distinct[i - 1] ?? 0) + (distinct[i] ?? 0)) / 2)
  return [...cuts].sort((a, b) => a - b)
}

function binOf(edges: readonly number[], value: number): number {
  let low = 0
  let high = edges.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (value <= (edges[middle] ?? 0)) high = middle
    else low = middle + 1
  }
  return low
}
