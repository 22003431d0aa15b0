/** Sets of bytes, also for the characters of a Latin-1 text: a look-up is cheaper than a regular expression. */

/** Per byte: 1 if it is one of the symbols. */
export function byteSet(symbols: string): Uint8Array {
  const set = new Uint8Array(256)
  for (const symbol of symbols) set[symbol.charCodeAt(0)] = 1
  return set
}
