// The loops over every byte, in AssemblyScript (assemblyscript.org): `npm run wasm` compiles this file to walk.ts. First the automaton's
// walk, with the memory layout of ./walker.ts. Four streams are read in turn: while one waits for its row, the others proceed.

/** Per byte: its class. */
const CLASSES: usize = 0
/** Where the hits of each stream end. */
const ENDS: usize = 256
/** Hits: rows in which a literal ends, each with the offset after it. */
const HITS: usize = 512

// @ts-ignore: a decorator of functions
@inline
function step(table: usize, row: u32, byte: usize): u32 {
  return load<u16>(table + (((row << 6) | load<u8>(CLASSES + load<u8>(byte))) << 1))
}

// @ts-ignore: a decorator of functions
@inline
function noted(hits: usize, row: u32, end: usize): usize {
  store<u32>(hits, row)
  store<u32>(hits, <u32>end, 4)
  return hits + 8
}

/** The row after `from`..`to`, when starting from the root. */
function ahead(table: usize, from: usize, to: usize): u32 {
  let row: u32 = 1
  for (let at = from; at < to; at++) row = step(table, row, at)
  return row
}

/**
 * Reads four times `quarter` bytes at `text`, starting in `row`; `table` has the rows. The state at the start of a stream depends only on
 * the `longest` bytes before it. Returns the row at the end.
 */
export function walk(text: usize, quarter: usize, table: usize, row: u32, lastPlain: u32, longest: usize): u32 {
  const second = text + quarter
  const third = second + quarter
  const fourth = third + quarter
  let a = row
  let b = ahead(table, second - longest, second)
  let c = ahead(table, third - longest, third)
  let d = ahead(table, fourth - longest, fourth)
  const room = quarter << 3
  let hitsA = HITS
  let hitsB = hitsA + room
  let hitsC = hitsB + room
  let hitsD = hitsC + room
  for (let i: usize = 0; i < quarter; i++) {
    a = step(table, a, text + i)
    b = step(table, b, second + i)
    c = step(table, c, third + i)
    d = step(table, d, fourth + i)
    if (a > lastPlain) hitsA = noted(hitsA, a, i + 1)
    if (b > lastPlain) hitsB = noted(hitsB, b, quarter + i + 1)
    if (c > lastPlain) hitsC = noted(hitsC, c, 2 * quarter + i + 1)
    if (d > lastPlain) hitsD = noted(hitsD, d, 3 * quarter + i + 1)
  }
  store<u32>(ENDS, <u32>hitsA)
  store<u32>(ENDS, <u32>hitsB, 4)
  store<u32>(ENDS, <u32>hitsC, 8)
  store<u32>(ENDS, <u32>hitsD, 12)
  return d
}

/** Reads the last bytes, too few for streams, in one go. Its hits are the first list. */
export function rest(text: usize, length: usize, table: usize, row: u32, lastPlain: u32): u32 {
  let hits = HITS
  for (let i: usize = 0; i < length; i++) {
    row = step(table, row, text + i)
    if (row > lastPlain) hits = noted(hits, row, i + 1)
  }
  store<u32>(ENDS, <u32>hits)
  return row
}

/** One bit per byte, of sixteen: 1 if it is a token character (./runs.ts). */
// @ts-ignore: a decorator of functions
@inline
function ofTokens(bytes: v128): u32 {
  const letters = i8x16.lt_u(i8x16.sub(v128.or(bytes, i8x16.splat(32)), i8x16.splat(97)), i8x16.splat(26))
  const signs = i8x16.lt_u(i8x16.sub(bytes, i8x16.splat(43)), i8x16.splat(15)) // from + to 9, except comma and dot
  const others = v128.or(i8x16.eq(bytes, i8x16.splat(44)), i8x16.eq(bytes, i8x16.splat(46)))
  const line = i8x16.eq(bytes, i8x16.splat(95))
  return i8x16.bitmask(v128.or(v128.or(letters, line), v128.andnot(signs, others)))
}

/**
 * Notes each run of at least `long` bytes that ends within the `length` bytes (a multiple of sixteen) at `text`: its length, and the offset
 * after it. `open`: the length of the run that is open at the start; `long` is more than sixteen. Returns where the notes in `HITS` end;
 * the length of the run that is open at the end is stored there.
 */
export function runs(text: usize, length: usize, open: u32, long: u32): usize {
  let hits = HITS
  for (let at: usize = 0; at < length; at += 16) {
    const others = ~ofTokens(v128.load(text + at)) & 0xffff
    if (others === 0) {
      open += 16
      continue
    }
    const first = <u32>ctz(others)
    if (open + first >= long) hits = noted(hits, open + first, at + first)
    open = <u32>clz(others) - 16
  }
  store<u32>(hits, open)
  return hits
}
