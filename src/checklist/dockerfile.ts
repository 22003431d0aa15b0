/** Parses a Dockerfile into its stages, with lines joined and variables substituted. https://docs.docker.com/reference/dockerfile */

export interface Instruction {
  /** In upper case. */
  readonly name: string
  readonly text: string
  /** Its first line, 1-based. */
  readonly line: number
}

export interface Stage {
  /** What it is built from: an image, or the name or number of an earlier stage. A `$` remains if a variable has no default. */
  readonly from: string
  /** In lower case; empty if it has none. */
  readonly name: string
  readonly line: number
  readonly instructions: readonly Instruction[]
}

export interface Dockerfile {
  readonly stages: readonly Stage[]
  readonly instructions: readonly Instruction[]
}

export function dockerfile(text: string): Dockerfile {
  const all = instructions(text)
  const first = all.findIndex(({ name }) => name === 'FROM')
  const defaults = variables(all.slice(0, Math.max(first, 0)))
  const stages: { from: string; name: string; line: number; instructions: Instruction[] }[] = []
  for (const one of all.slice(Math.max(first, 0))) {
    if (one.name !== 'FROM') stages.at(-1)?.instructions.push(one)
    else {
      const [from = '', name = ''] = one.text
        .replace(/\s+/g, ' ')
        .replace(/^(?:--\S+ )+/, '')
        .split(/ as /i)
      stages.push({ from: filled(from.trim(), defaults), name: name.trim().toLowerCase(), line: one.line, instructions: [] })
    }
  }
  return { stages, instructions: all }
}

/** The stage that another one is built from; undefined if that is an image. */
export function stageOf({ stages }: Dockerfile, { from }: Stage): Stage | undefined {
  return stages.find(({ name }, number) => name === from.toLowerCase() || String(number) === from)
}

const HEREDOC = /(?<!<)<<-?(["']?)([A-Za-z_]\w*)\1/g

/** Comments are skipped, also between continued lines; the content of a here document is not an instruction. */
function instructions(text: string): Instruction[] {
  const lines = text.split(/\r?\n/)
  const goesOn = /^#[ \t]*escape[ \t]*=[ \t]*`/im.test(lines[0] ?? '') ? /`[ \t]*$/ : /\\[ \t]*$/
  const made: Instruction[] = []
  for (let at = 0; at < lines.length; at++) {
    let start = at
    let whole = ''
    for (; at < lines.length; at++) {
      const line = lines[at] ?? ''
      if (/^\s*#/.test(line) || (whole !== '' && line.trim() === '')) continue
      if (whole === '') start = at
      whole += `${line.replace(goesOn, ' ')}`
      if (!goesOn.test(line)) break
    }
    const [, name = '', rest = ''] = /^\s*([A-Za-z]+)\s+(.*)$/.exec(whole) ?? []
    if (name === '') continue
    made.push({ name: name.toUpperCase(), text: rest.trim(), line: start + 1 })
    for (const [, , word] of rest.matchAll(HEREDOC)) {
      const end = lines.findIndex((line, number) => number > at && line.trim() === word)
      if (end > 0) at = end
    }
  }
  return made
}

interface Variable {
  readonly key: string
  /** Undefined: an argument without a default. */
  readonly value: string | undefined
}

/** The variables set by an ENV or ARG: `A=1 B="x y"`, or `A 1`. */
export function assignments({ name, text }: Instruction): Variable[] {
  if (name !== 'ENV' && name !== 'ARG') return []
  const [, key = '', value = ''] = /^([^\s=]+)\s+([^=].*|[^=])$/.exec(text) ?? []
  if (name === 'ENV' && key !== '' && !/^[^\s=]+=/.test(text)) return [{ key, value: bare(value) }]
  return [...text.matchAll(/([^\s=]+)(?:=((?:"(?:\\.|[^"\\])*"|'[^']*'|\\.|[^\s"'\\])*))?/g)].map(([, one = '', set]) => ({
    key: one,
    value: set === undefined ? undefined : bare(set),
  }))
}

const bare = (value: string) => value.trim().replace(/^(["'])([\s\S]*)\1$/, '$2')

/** The last value of each variable. */
export const variables = (of: readonly Instruction[]) =>
  new Map(of.flatMap(assignments).flatMap(({ key, value }) => (value === undefined ? [] : [[key, value] as const])))

/** Substitutes `$A`, `${A}`, `${A:-default}`: by the variable, else by the default, else left as it is. */
export const filled = (text: string, known: ReadonlyMap<string, string>) =>
  text.replace(/\$(?:(\w+)|\{(\w+)(?::-([^}]*))?\})/g, (whole, short, long, preset) => known.get(short ?? long) ?? preset ?? whole)
