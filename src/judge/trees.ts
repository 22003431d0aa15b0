/**
 * The model: gradient-boosted trees over the features of ./features.ts, trained on labelled lines of public code (src/build/learn.ts), and
 * stored in patterns/model.ts.
 */
import { BIAS, FEATURES_OF_NODES, STEPS, VALUES } from '../../patterns/model.ts'
import { FEATURES } from './features.ts'

interface Model {
  readonly features: Int8Array
  readonly roots: readonly number[]
  /** Of leaves, what they add; of inner nodes, their thresholds. Stored without the lower half of their bits. */
  readonly values: Float32Array
  /** Per inner node: the offset of its right child. */
  readonly steps: Uint8Array
}

let model: Model | undefined

function opened(): Model {
  if (model) return model
  const features = new Int8Array(numbers(FEATURES_OF_NODES))
  model = {
    features,
    roots: rootsOf(features),
    values: new Float32Array(Uint32Array.from(new Uint16Array(numbers(VALUES)), (upper) => upper << 16).buffer),
    steps: new Uint8Array(numbers(STEPS)),
  }
  return model
}

/** The root of each tree: a tree ends when all its inner nodes have their leaves. */
function rootsOf(features: Int8Array): number[] {
  const roots = [0]
  let open = 1
  for (const [node, feature] of features.entries()) {
    open += feature < 0 ? -1 : 1
    if (open > 0) continue
    roots.push(node + 1)
    open = 1
  }
  return roots.slice(0, -1)
}

const numbers = (text: string) => Uint8Array.from(Buffer.from(text, 'base64')).buffer

/**
 * The leaf of a tree for these features; `asked` collects the features tested on the way. Nodes are in pre-order: the left child is the
 * next node. A leaf has feature -1, and its value is what it adds; the value of an inner node is the threshold up to which one goes left.
 */
function leafOf({ features, values, steps }: Model, root: number, seen: Float64Array, asked?: number[]): number {
  let node = root
  for (let feature = features[node] ?? -1; feature >= 0; feature = features[node] ?? -1) {
    asked?.push(feature)
    node = (seen[feature] ?? 0) <= (values[node] ?? 0) ? node + 1 : node + (steps[node] ?? 0)
  }
  return node
}

/** The log-odds of a secret, for its features in their order. */
export function logOdds(seen: Float64Array): number {
  const model = opened()
  let odds = BIAS
  for (const root of model.roots) odds += model.values[leafOf(model, root, seen)] ?? 0
  return odds
}

/** How much each feature moved the odds. */
function decidedBy(seen: Float64Array): Float64Array {
  const model = opened()
  const decided = new Float64Array(seen.length)
  for (const root of model.roots) {
    const asked: number[] = []
    const added = model.values[leafOf(model, root, seen, asked)] ?? 0
    for (const feature of asked) decided[feature] = (decided[feature] ?? 0) + added / asked.length
  }
  return decided
}

/** The features that moved the odds the most, for `explain`. */
export function reasons(seen: Float64Array): string[] {
  const decided = decidedBy(seen)
  return FEATURES.map((name, i) => ({ name, value: seen[i] ?? 0, by: decided[i] ?? 0 }))
    .sort((a, b) => Math.abs(b.by) - Math.abs(a.by))
    .slice(0, 5)
    .map(
      ({ name, value, by }) =>
        `${name}: ${Number.isInteger(value) ? value : value.toFixed(2)} (speaks ${by > 0 ? 'for' : 'against'} a secret)`,
    )
}
