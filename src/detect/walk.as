// The automaton's walk, in AssemblyScript (assemblyscript.org): `npm run wasm` compiles it into walk.ts. Four streams are read in turn:
// while one waits for its row, the others go on. The memory is laid out as ./automaton.ts says.

/** Of each byte: its class. */
const CLASSES: usize = 0
/** Where the hits of each stream end. */
const ENDS: usize = 256
/** Hits: rows in which a literal ends, each with the offset behind it. */
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

/** The row behind `from`..`to`, for whoever knows nothing of what stands before. */
function ahead(table: usize, from: usize, to: usize): u32 {
  let row: u32 = 1
  for (let at = from; at < to; at++) row = step(table, row, at)
  return row
}

/**
 * Reads four times `quarter` bytes at `text`, from `row` on; `table` has the rows. What is known where a stream begins hangs on no more
 * than the `longest` bytes before it. Gives the row at the end.
 */
export function walk(text: usize, quarter: usize, table: usize, row: u32, firstEnd: u32, longest: usize): u32 {
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
    if (a > firstEnd) hitsA = noted(hitsA, a, i + 1)
    if (b > firstEnd) hitsB = noted(hitsB, b, quarter + i + 1)
    if (c > firstEnd) hitsC = noted(hitsC, c, 2 * quarter + i + 1)
    if (d > firstEnd) hitsD = noted(hitsD, d, 3 * quarter + i + 1)
  }
  store<u32>(ENDS, <u32>hitsA)
  store<u32>(ENDS, <u32>hitsB, 4)
  store<u32>(ENDS, <u32>hitsC, 8)
  store<u32>(ENDS, <u32>hitsD, 12)
  return d
}

/** Reads the last bytes, which are too few for streams, in one. Its hits are the first list. */
export function rest(text: usize, length: usize, table: usize, row: u32, firstEnd: u32): u32 {
  let hits = HITS
  for (let i: usize = 0; i < length; i++) {
    row = step(table, row, text + i)
    if (row > firstEnd) hits = noted(hits, row, i + 1)
  }
  store<u32>(ENDS, <u32>hits)
  return row
}
