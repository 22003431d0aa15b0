/** Keccak-256 as used by Ethereum, with a padding other than that of SHA3-256 (keccak.team/keccak_specs_summary.html). */

const RATE = 136
const MASK = 0xffffffffffffffffn

export function keccak256(data: Uint8Array): Buffer {
  const padded = Buffer.alloc((Math.floor(data.length / RATE) + 1) * RATE)
  padded.set(data)
  padded[data.length] = 0x01
  padded[padded.length - 1] = (padded[padded.length - 1] ?? 0) | 0x80
  let state: readonly bigint[] = Array.from({ length: 25 }, () => 0n)
  for (let at = 0; at < padded.length; at += RATE) {
    state = permuted(state.map((lane, i) => (i < RATE / 8 ? lane ^ padded.readBigUInt64LE(at + i * 8) : lane)))
  }
  const out = Buffer.alloc(32)
  for (let i = 0; i < 4; i++) out.writeBigUInt64LE(state[i] ?? 0n, i * 8)
  return out
}

/** Lane x, y is at index x + 5y. */
function permuted(start: readonly bigint[]): readonly bigint[] {
  let lanes = start
  let constant = 1
  for (let round = 0; round < 24; round++) {
    const mixed = chi(rhoPi(theta(lanes)))
    let word = 0n
    for (let bit = 0; bit < 7; bit++) {
      if (constant & 1) word |= 1n << BigInt(2 ** bit - 1)
      constant = (constant << 1) ^ (constant & 0x80 ? 0x171 : 0)
    }
    lanes = mixed.map((value, i) => (i === 0 ? value ^ word : value))
  }
  return lanes
}

function theta(lanes: readonly bigint[]): readonly bigint[] {
  const columns = [0, 1, 2, 3, 4].map((x) => [0, 5, 10, 15, 20].reduce((sum, y) => sum ^ lane(lanes, x + y), 0n))
  return lanes.map((value, i) => value ^ lane(columns, (i + 4) % 5) ^ rotated(lane(columns, (i + 1) % 5), 1n))
}

function rhoPi(lanes: readonly bigint[]): readonly bigint[] {
  const moved = [...lanes]
  let [x, y] = [1, 0]
  for (let step = 0; step < 24; step++) {
    const value = lane(lanes, x + 5 * y)
    ;[x, y] = [y, (2 * x + 3 * y) % 5]
    moved[x + 5 * y] = rotated(value, BigInt((((step + 1) * (step + 2)) / 2) % 64))
  }
  return moved
}

function chi(lanes: readonly bigint[]): readonly bigint[] {
  return lanes.map((value, i) => {
    const row = i - (i % 5)
    return value ^ (~lane(lanes, row + ((i + 1) % 5)) & MASK & lane(lanes, row + ((i + 2) % 5)))
  })
}

function lane(lanes: readonly bigint[], at: number): bigint {
  return lanes[at] ?? 0n
}

function rotated(value: bigint, by: bigint): bigint {
  return ((value << by) | (value >> (64n - by))) & MASK
}
