/** Whether a name goes on to a value, and which connectors may join them. */
import { byteSet } from './bytes.ts'
import { CONNECTORS, type Connector } from './connectors.ts'
import { fitsAt } from './sticky.ts'

/** The connectors that may join a name that ends at `end` to a value. */
export function connectorsAt(text: string, end: number): readonly Connector[] {
  let at = end
  while (isBlank(text.charCodeAt(at))) at++
  if (at === text.length) return []
  return (at > end ? behind : beginning)(text.charCodeAt(at))
}

/**
 * Can a value follow a name that ends at `end`? A cheap check that rules out most names. Lists and columns (./lists.ts, ./inserts.ts) need
 * no check of their own: what opens the one or ends the other begins a connector, too.
 */
export function goesOn(text: string, end: number): boolean {
  const code = text.charCodeAt(end)
  if (end >= text.length || beginning(code).length === 0) return false
  if (code === DOT) return MEMBER[text.charCodeAt(end + 1)] === 1
  return code < 0x80 || fitsAt(WIDE, text, end)
}

const DOT = 46
/** After a dot: `.=` and a method's name. */
const MEMBER = byteSet('=eEsonvf')
/** A wide sign joins a name to a value, or closes what the name is in: no comma or full stop. */
const WIDE = /\xef\xbc[\x88\x89\x9a\x9d]|\xe3\x80[\x8c-\x8f\x91]/y

/** By the code of a byte: the connectors that begin with it, and those that continue with it after blanks. */
const beginning = byCode(({ begins }) => begins)
const behind = byCode(({ begins, after }) => (begins.includes(' ') ? after : ''))

/** Results are cached: few codes occur. */
function byCode(symbolsOf: (connector: Connector) => string | undefined): (code: number) => readonly Connector[] {
  const known: (readonly Connector[])[] = []
  return (code) => {
    known[code] ??= CONNECTORS.filter((connector) => symbolsOf(connector)?.includes(String.fromCharCode(code)) ?? true)
    return known[code]
  }
}

const isBlank = (code: number) => code === 32 || code === 9
