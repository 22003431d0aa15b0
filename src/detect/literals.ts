/**
 * The multi-literal automaton (Aho and Corasick, 1975): finds every literal of every rule in one pass over the bytes, upper and
 * lower case alike. It is a table of states by character classes; one look-up a byte, whatever the number of literals.
 */

/** 64 classes, so that a row is found by a shift. Class 0 is every byte that no literal has. */
const SHIFT = 6

/** What the build computes; a start does no work on it. States are numbered, the root 0, those in which a literal ends last. */
export interface AutomatonData {
  /** The characters that literals have; the n-th is class n + 1. */
  readonly alphabet: string
  /** Of each state: the edges of the trie from `edges[state]` to `edges[state + 1]`, each a class and the state that it leads to. */
  readonly edges: Uint16Array
  readonly classes: Uint8Array
  readonly targets: Uint16Array
  /** Of each state: the state of its longest proper suffix. */
  readonly fails: Uint16Array
  /** The first state in which a literal ends. */
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
  const states = [...plain, ...ending]
  const edges = states.map((node) =>
    [...node.next.values()].map((child) => ({ symbol: alphabet.indexOf(child.symbol) + 1, target: child.id })),
  )
  return {
    alphabet,
    edges: Uint16Array.from(offsets(edges)),
    classes: Uint8Array.from(edges.flat(), ({ symbol }) => symbol),
    targets: Uint16Array.from(edges.flat(), ({ target }) => target),
    fails: Uint16Array.from(states, (node) => node.fail?.id ?? 0),
    firstEnd: plain.length,
    starts: Uint16Array.from(offsets(ending.map((node) => node.ends))),
    ends: Uint16Array.from(ending.flatMap((node) => node.ends)),
  }
}

/** Where each list begins when all are laid end to end, and where the last one ends. */
export function offsets(lists: readonly (readonly unknown[])[]): number[] {
  const starts = [0]
  for (const list of lists) starts.push((starts.at(-1) ?? 0) + list.length)
  return starts
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

/** A cell that is not known yet. States are kept one higher, so that fresh memory is a table of unknowns. */
const UNKNOWN = 0

export class Automaton {
  readonly #classOf = new Uint8Array(256)
  /** The table, filled in as texts ask for it: most texts need few of its cells, and its untouched pages cost nothing. */
  readonly #next: Uint16Array
  readonly #data: AutomatonData

  constructor(data: AutomatonData) {
    this.#data = data
    this.#next = new Uint16Array(data.fails.length << SHIFT)
    for (let i = 0; i < data.alphabet.length; i++) {
      const code = data.alphabet.charCodeAt(i)
      this.#classOf[code] = i + 1
      if (code >= 97 && code <= 122) this.#classOf[code - 32] = i + 1
    }
  }

  /** Calls `onHit(literal, end)` for each literal that ends before offset `end`, in the order of the text. */
  scan(bytes: Uint8Array, onHit: (literal: number, end: number) => void): void {
    const classOf = this.#classOf
    const next = this.#next
    const { firstEnd, starts, ends } = this.#data
    const length = bytes.length
    let state = 0
    for (let i = 0; i < length; i++) {
      const symbol = classOf[bytes[i] ?? 0] ?? 0
      const cell = next[(state << SHIFT) | symbol] ?? UNKNOWN
      state = cell === UNKNOWN ? this.#learn(state, symbol) : cell - 1
      if (state >= firstEnd) {
        const last = starts[state - firstEnd + 1] ?? 0
        for (let k = starts[state - firstEnd] ?? 0; k < last; k++) onHit(ends[k] ?? 0, i + 1)
      }
    }
  }

  /** The state after `state` and a class: along the trie, or from the longest suffix that has such an edge. */
  #learn(state: number, symbol: number): number {
    const { fails } = this.#data
    let from = state
    let target = this.#edge(from, symbol)
    while (target < 0 && from !== 0) {
      from = fails[from] ?? 0
      target = this.#edge(from, symbol)
    }
    const reached = Math.max(target, 0)
    this.#next[(state << SHIFT) | symbol] = reached + 1
    return reached
  }

  /** -1 if the trie has no such edge. */
  #edge(state: number, symbol: number): number {
    const { edges, classes, targets } = this.#data
    const end = edges[state + 1] ?? 0
    for (let i = edges[state] ?? 0; i < end; i++) if (classes[i] === symbol) return targets[i] ?? -1
    return -1
  }
}
