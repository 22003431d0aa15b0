/** git's output, line by line as it arrives: for lists that are too long to be held. */
import { ending, failed, inside, start } from './git.ts'

/** Yields all lines that have arrived. They end with `end`. */
export async function* lines(at: string | undefined, args: readonly string[], input = '', end = '\n'): AsyncGenerator<string[]> {
  const child = start(inside(at, args))
  const ended = ending(child)
  ended.catch(() => {}) // awaited below; the stream may fail first
  child.stdin.end(input, 'latin1')
  let rest = ''
  for await (const chunk of child.stdout) {
    const parts = (rest + chunk.toString('latin1')).split(end)
    rest = parts.pop() ?? ''
    if (parts.length > 0) yield parts
  }
  const answer = await ended
  if (rest !== '') yield [rest]
  if (answer.code !== 0) throw failed(args, answer)
}

/** Splits `<attributes>\t<path>`, as printed with `-z`: the path is unquoted, and may contain tabs. */
export function headAndPath(line: string): [head: string, path: string] {
  const tab = line.indexOf('\t')
  return tab < 0 ? [line, ''] : [line.slice(0, tab), line.slice(tab + 1)]
}

export async function allLines(at: string | undefined, args: readonly string[], input = '', end = '\n'): Promise<string[]> {
  const all: string[] = []
  for await (const some of lines(at, args, input, end)) for (const line of some) all.push(line)
  return all
}
