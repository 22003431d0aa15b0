/** Marvin32, the keyed hash that Microsoft folds into its identifiable keys (github.com/microsoft/security-utilities). */

/** The seed is a 64-bit number, or its eight bytes as text. */
export function marvin32(bytes: Uint8Array, seed: bigint | string): number {
  const [low, high] = marvin64(bytes, typeof seed === 'string' ? Buffer.from(seed, 'latin1').readBigUInt64BE() : seed)
  return (low ^ high) >>> 0
}

/** The low and the high half. */
export function marvin64(bytes: Uint8Array, seed: bigint): readonly [number, number] {
  const view = Buffer.from(bytes)
  const whole = view.length - (view.length % 4)
  let state: Pair = [Number(seed & 0xffffffffn), Number(seed >> 32n)]
  for (let at = 0; at < whole; at += 4) state = mix(state, view.readUInt32LE(at))
  const rest = Buffer.alloc(4)
  view.copy(rest, 0, whole)
  rest[view.length - whole] = 0x80
  const [low, high] = mix(mix(state, rest.readUInt32LE(0)), 0)
  return [low >>> 0, high >>> 0]
}

type Pair = readonly [number, number]

function mix([low, high]: Pair, block: number): Pair {
  let p0 = (low + block) | 0
  let p1 = high ^ p0
  p0 = (rotated(p0, 20) + p1) | 0
  p1 = rotated(p1, 9) ^ p0
  p0 = (rotated(p0, 27) + p1) | 0
  p1 = rotated(p1, 19)
  return [p0, p1]
}

function rotated(value: number, by: number): number {
  return (value << by) | (value >>> (32 - by))
}
