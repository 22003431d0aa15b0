/** Texts are looked at as bytes, one character each: what a rule asks for beyond ASCII is turned into the bytes of its UTF-8. */
import { Problem } from './fields.ts'

/** A literal's bytes. The engine takes upper and lower case for the same in ASCII alone, so others are there in both. */
export const spelled = (literal: string) =>
  isPlain(literal) ? [literal] : [...new Set([literal, literal.toLowerCase(), literal.toUpperCase()])].map(bytesOf)

const isPlain = (text: string) => /^[\0-\x7f]*$/.test(text)
const bytesOf = (text: string) => Buffer.from(text).toString('latin1')

/** An escape, with the code of the character that it stands for if it may be one beyond ASCII; the ends of a class; any character. */
const PART = /\\u\{(?<code>[0-9a-f]+)\}|\\u(?<unit>[0-9a-f]{4})|\\(?<escaped>[\s\S])|(?<other>[\s\S])/giu

/** The source of a pattern. In a class each character stands for one byte, so none of several can be in one. */
export function inBytes(source: string, flags: string, at: string): string {
  if (isPlain(source) && !/\\u/.test(source)) return source
  let depth = 0
  return source.replace(PART, (part: string, ...all: unknown[]) => {
    const symbol = symbolOf(all.at(-1))
    if (part === '[') depth = flags.includes('v') ? depth + 1 : 1
    if (part === ']') depth = Math.max(0, depth - 1)
    if (isPlain(symbol)) return part
    if (depth > 0) throw new Problem(`${at}: ${symbol} cannot stand in […], as it has several bytes; write (?:${symbol}|…)`)
    const forms = flags.includes('i') ? [symbol, symbol.toLowerCase(), symbol.toUpperCase()] : [symbol]
    return `(?:${[...new Set(forms)].map(bytesOf).join('|')})`
  })
}

function symbolOf(groups: unknown): string {
  const { code, unit, escaped, other }: Record<string, string | undefined> = Object(groups)
  const hex = code ?? unit
  return hex === undefined ? (escaped ?? other ?? '') : String.fromCodePoint(Number.parseInt(hex, 16))
}
