/**
 * Objects of a usual commit, read by one synchronous call: node makes no streams for it, which saves a fifth of what a commit costs. What is
 * too much to be held at once is left to the stream.
 */
import { spawnSync } from 'node:child_process'

/** So many bytes are held at once, and so many objects asked for. */
const MOST_BYTES = 24 << 20
const MOST_OBJECTS = 2000

export interface Answered {
  readonly asked: string
  /** `<id> blob <size>`, or `<asked> missing`. */
  readonly header: string
  readonly bytes: Uint8Array
}

/** `args`: of git, for a `cat-file --batch`. Undefined when it was too much, or git did not end well: then the stream tells. */
export function atOnce(args: readonly string[], asked: readonly string[], env: NodeJS.ProcessEnv): Answered[] | undefined {
  if (asked.length > MOST_OBJECTS) return undefined
  const { status, stdout } = spawnSync('git', [...args], {
    input: `${asked.join('\n')}\n`,
    env,
    maxBuffer: MOST_BYTES,
    windowsHide: true,
  })
  if (status !== 0) return undefined
  const answers: Answered[] = []
  let at = 0
  for (const one of asked) {
    const end = stdout.indexOf(10, at)
    if (end < 0) return undefined
    const header = stdout.toString('latin1', at, end)
    const size = Number(/ (\d+)$/.exec(header)?.[1] ?? -1)
    at = end + 1
    answers.push({ asked: one, header, bytes: stdout.subarray(at, at + Math.max(size, 0)) })
    if (size >= 0) at += size + 1
  }
  return at === stdout.length ? answers : undefined
}
