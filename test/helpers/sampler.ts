/** Chance with a seed: the same seed gives the same texts. */

export interface Sampler {
  /** A number below `bound`. */
  below(bound: number): number
  /** So many letters of an alphabet, each as likely. */
  text(alphabet: string, length: number): string
  bytes(length: number): Buffer
}

export function sampler(seed: string | number): Sampler {
  const random = mulberry32(hash(String(seed)))
  const below = (bound: number) => Math.floor(random() * bound)
  return {
    below,
    text: (alphabet, length) => Array.from({ length }, () => alphabet.charAt(below(alphabet.length))).join(''),
    bytes: (length) => Buffer.from(Array.from({ length }, () => below(256))),
  }
}

function mulberry32(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** FNV-1a. */
function hash(text: string): number {
  let sum = 0x811c9dc5
  for (const byte of Buffer.from(text)) sum = Math.imul(sum ^ byte, 0x01000193)
  return sum
}
