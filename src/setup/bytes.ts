/** Rules match bytes, one character each: non-ASCII text in a custom rule is converted to the bytes of its UTF-8. */
import { Problem } from './fields.ts'

/** The bytes of a literal. The engine ignores case only for ASCII, so other letters are given in both cases. */
export const spelled = (literal: string) =>
  isPlain(literal) ? [literal] : [...new Set([literal, literal.toLowerCase(), literal.toUpperCase()])].map(bytesOf)

const isPlain = (text: string) => /^[\0-\x7f]*$/.test(text)
const bytesOf = (text: string) => Buffer.from(text).toString('latin1')

/** An escape, with the code of its character if that may be non-ASCII; the ends of a class; any character. */
const PART = /\\u\{(?<code>[0-9a-f]+)\}|\\u(?<unit>[0-9a-f]{4})|\\(?<escaped>[\s\S])|(?<other>[\s\S])/giu

/** The source of a pattern, in bytes. In a class, each character is one byte, so a multi-byte character is rejected there. */
export function inBytes(source: string, flags: string, at: string): string {
  if (isPlain(source) && !/\\u/.test(source)) return source
  let depth = 0
  return source.replace(PART, (part: string, ...all: unknown[]) => {
    const symbol = symbolOf(all.at(-1))
    if (part === '[') depth = flags.includes('v') ? depth + 1 : 1
    if (part === ']') depth = Math.max(0, depth - 1)
    if (isPlain(symbol)) return part
    if (depth > 0) throw new Problem(`${at}: ${symbol} cannot be in […], as it has several bytes; write (?:${symbol}|…)`)
    const forms = flags.includes('i') ? [symbol, symbol.toLowerCase(), symbol.toUpperCase()] : [symbol]
    return `(?:${[...new Set(forms)].map(bytesOf).join('|')})`
  })
}

function symbolOf(groups: unknown): string {
  const { code, unit, escaped, other }: Record<string, string | undefined> = Object(groups)
  const hex = code ?? unit
  return hex === undefined ? (escaped ?? other ?? '') : String.fromCodePoint(Number.parseInt(hex, 16))
}
