/** Sets of bytes, and of the characters of a text that has one for each byte: a look-up costs less than a pattern. */

/** Of each byte: 1 if it is one of the symbols. */
export function byteSet(symbols: string): Uint8Array {
  const set = new Uint8Array(256)
  for (const symbol of symbols) set[symbol.charCodeAt(0)] = 1
  return set
}
