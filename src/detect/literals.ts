/**
 * Literals → the data of their automaton (Aho and Corasick, 1975): a trie whose nodes are the states, each with a failure link to the state
 * of its longest suffix. Case is ignored, and bytes outside ASCII are told apart only roughly.
 */

/** 64 classes, so a row is addressed by a shift. Class 0 is every byte that no literal contains. */
export const SHIFT = 6
/** How many different characters literals can have. */
export const MOST_SYMBOLS = (1 << SHIFT) - 1

/**
 * Bytes outside ASCII share the symbols of these signs, four to choose from, as there is no room for more. The signs are rare in literals,
 * and there only beside ASCII, so neither is often taken for the other; a hit is just a hint. The lowest bit is left out: mostly, a capital
 * letter has the symbols of the small one.
 */
const SHARED = '*`%~'
const shared = (byte: string) => SHARED.charAt((byte.charCodeAt(0) >> 1) & 3)

/** Different texts that the automaton takes for the same become the same: capital letters, and bytes outside ASCII. */
export const folded = (text: string) => text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase()).replace(/[\x80-\xff]/g, shared)

/** Computed by the build, so that startup does not pay for it. States are numbered breadth-first; the root is 0. */
export interface AutomatonData {
  /** The characters of the literals; the n-th is class n + 1. */
  readonly alphabet: string
  /** Per state: the edges of the trie from `edges[state]` to `edges[state + 1]`. */
  readonly edges: Uint16Array
  /** Per edge: its class. Edge `n` leads to state `n + 1`. */
  readonly classes: Uint8Array
  /** Per state: the state of its longest proper suffix. */
  readonly fails: Uint16Array
  /** The states in which literals end, ascending; the literals of `ending[i]` are `ends[starts[i] .. starts[i + 1]]`. */
  readonly ending: Uint16Array
  readonly starts: Uint16Array
  readonly ends: Uint16Array
  /** Length of the longest literal, in bytes. */
  readonly longest: number
}

interface Node {
  readonly next: Map<string, Node>
  readonly parent: Node | undefined
  readonly symbol: string
  fail: Node | undefined
  ends: number[]
  id: number
}

/** Builds the automaton's data. A literal's number is its index in the list. */
export function compileAutomaton(literals: readonly string[]): AutomatonData {
  const alphabet = [...new Set(folded(literals.join('')))].sort().join('')
  if (alphabet.length > MOST_SYMBOLS) throw new Error(`literals have ${alphabet.length} different characters; ${MOST_SYMBOLS} fit`)
  const nodes = breadthFirst(trie(literals))
  const ending = nodes.filter((node) => node.ends.length > 0)
  return {
    alphabet,
    edges: Uint16Array.from(offsets(nodes.map((node) => [...node.next.keys()]))),
    classes: Uint8Array.from(
      nodes.flatMap((node) => [...node.next.keys()]),
      (symbol) => alphabet.indexOf(symbol) + 1,
    ),
    fails: Uint16Array.from(nodes, (node) => node.fail?.id ?? 0),
    ending: Uint16Array.from(ending, (node) => node.id),
    starts: Uint16Array.from(offsets(ending.map((node) => node.ends))),
    ends: Uint16Array.from(ending.flatMap((node) => node.ends)),
    longest: Math.max(0, ...literals.map((literal) => literal.length)),
  }
}

/** The start of each list if all are concatenated, and the end of the last one. */
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
    for (const symbol of folded(literal)) {
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

/** All nodes, root first, each with its number, its failure link and the literals that end in it. */
function breadthFirst(root: Node): Node[] {
  const nodes = [root]
  for (const node of nodes) {
    for (const child of node.next.values()) {
      let fail = node.fail
      while (fail && !fail.next.has(child.symbol)) fail = fail.fail
      child.fail = fail?.next.get(child.symbol) ?? root
      child.ends = [...child.ends, ...child.fail.ends]
      child.id = nodes.push(child) - 1
    }
  }
  return nodes
}
