/**
 * The multi-literal automaton (Aho and Corasick, 1975): finds every literal of every rule in one pass over the bytes, upper and
 * lower case alike. It is a table of states by character classes; one look-up a byte, whatever the number of literals.
 */

/** 64 classes, so that a row is found by a shift. Class 0 is every byte that no literal has. */
const SHIFT = 6

/** What the build computes, so that a start only has to unfold it. Indexes are breadth-first, the root (0) left out. */
export interface AutomatonData {
  /** The characters that literals have; the n-th is class n + 1. */
  readonly alphabet: string
  /** Of each state: its number. States in which a literal ends have the highest numbers. */
  readonly ids: Uint16Array
  /** Of each state: the number of the state before it, the class that leads here, the number of its longest proper suffix. */
  readonly parents: Uint16Array
  readonly classes: Uint8Array
  readonly fails: Uint16Array
  /** Number of the first state in which a literal ends. */
  readonly firstEnd: number
  /** For state `firstEnd + i`: its literals are `ends[starts[i] .. starts[i + 1]]`. */
  readonly starts: Uint16Array
  readonly ends: Uint16Array
}

interface Node {
  readonly next: Map<string, Node>
  readonly parent: Node | undefined
  readonly symbol: string
  fail: Node | undefined
  ends: number[]
  id: number
}

/** Builds the automaton's data. Literals are numbered by their place in the list. */
export function compileAutomaton(literals: readonly string[]): AutomatonData {
  const alphabet = [...new Set(literals.join('').toLowerCase())].sort().join('')
  if (alphabet.length >= 1 << SHIFT) throw new Error(`literals have ${alphabet.length} different characters; ${(1 << SHIFT) - 1} fit`)
  const nodes = breadthFirst(trie(literals))
  const plain = nodes.filter((node) => node.ends.length === 0)
  const ending = nodes.filter((node) => node.ends.length > 0)
  ;[...plain, ...ending].forEach((node, i) => {
    node.id = i
  })
  const inner = nodes.slice(1)
  const starts = [0]
  for (const node of ending) starts.push((starts.at(-1) ?? 0) + node.ends.length)
  return {
    alphabet,
    ids: Uint16Array.from(inner, (node) => node.id),
    parents: Uint16Array.from(inner, (node) => node.parent?.id ?? 0),
    classes: Uint8Array.from(inner, (node) => alphabet.indexOf(node.symbol) + 1),
    fails: Uint16Array.from(inner, (node) => node.fail?.id ?? 0),
    firstEnd: plain.length,
    starts: Uint16Array.from(starts),
    ends: Uint16Array.from(ending.flatMap((node) => node.ends)),
  }
}

function trie(literals: readonly string[]): Node {
  const root = nodeAt(undefined, '')
  literals.forEach((literal, number) => {
    if (literal === '') throw new Error('an empty literal is in every text')
    let node = root
    for (const symbol of literal.toLowerCase()) {
      const known = node.next.get(symbol)
      const next = known ?? nodeAt(node, symbol)
      node.next.set(symbol, next)
      node = next
    }
    node.ends.push(number)
  })
  return root
}

const nodeAt = (parent: Node | undefined, symbol: string): Node => ({ next: new Map(), parent, symbol, fail: undefined, ends: [], id: 0 })

/** All nodes, the root first, each with its failure link and the literals that end in it. */
function breadthFirst(root: Node): Node[] {
  const nodes = [root]
  for (const node of nodes) {
    for (const child of node.next.values()) {
      let fail = node.fail
      while (fail && !fail.next.has(child.symbol)) fail = fail.fail
      child.fail = fail?.next.get(child.symbol) ?? root
      child.ends = [...child.ends, ...child.fail.ends]
      nodes.push(child)
    }
  }
  return nodes
}

export class Automaton {
  readonly #classOf = new Uint8Array(256)
  readonly #next: Uint16Array
  readonly #data: AutomatonData

  constructor(data: AutomatonData) {
    this.#data = data
    for (let i = 0; i < data.alphabet.length; i++) {
      const code = data.alphabet.charCodeAt(i)
      this.#classOf[code] = i + 1
      if (code >= 97 && code <= 122) this.#classOf[code - 32] = i + 1
    }
    this.#next = unfold(data)
  }

  /** Calls `onHit(literal, end)` for each literal that ends before offset `end`, in the order of the text. */
  scan(bytes: Uint8Array, onHit: (literal: number, end: number) => void): void {
    const classOf = this.#classOf
    const next = this.#next
    const { firstEnd, starts, ends } = this.#data
    const length = bytes.length
    let state = 0
    for (let i = 0; i < length; i++) {
      state = next[(state << SHIFT) | (classOf[bytes[i] ?? 0] ?? 0)] ?? 0
      if (state >= firstEnd) {
        const last = starts[state - firstEnd + 1] ?? 0
        for (let k = starts[state - firstEnd] ?? 0; k < last; k++) onHit(ends[k] ?? 0, i + 1)
      }
    }
  }
}

/**
 * The full table: a state's row is the row of its longest suffix, with its own edges written over it. Breadth-first order has the
 * suffix ready, and the children of one state side by side.
 */
function unfold({ ids, parents, classes, fails }: AutomatonData): Uint16Array {
  const next = new Uint16Array((ids.length + 1) << SHIFT)
  let child = 0
  for (let i = -1; i < ids.length; i++) {
    const state = i < 0 ? 0 : (ids[i] ?? 0)
    const row = state << SHIFT
    if (i >= 0) {
      const suffix = (fails[i] ?? 0) << SHIFT
      next.copyWithin(row, suffix, suffix + (1 << SHIFT))
    }
    for (; child < ids.length && parents[child] === state; child++) next[row | (classes[child] ?? 0)] = ids[child] ?? 0
  }
  return next
}
