/** The config from git, to judge what is in git: the file on disk may differ. */
import { git, inside, objects } from '../collect/git.ts'
import { mayBePartial } from '../collect/partial.ts'
import { UserError } from '../errors.ts'
import { configIn, PLACES } from '../setup/config.ts'
import type { Config } from '../types.ts'

/** The staged config (`''`), or that of a commit (`HEAD`), of the repository in `at`. Undefined if there is none. */
export const committedConfig = async (tree: string, at?: string) => (await committedConfigs([tree], at))[0]

/**
 * The configs of several trees, in order; identical ones are the same object. `broken` is called for one that is invalid; without it, its
 * error is thrown.
 */
export async function committedConfigs(
  trees: readonly string[],
  at?: string,
  broken?: (tree: string, problem: string) => void,
): Promise<(Config | undefined)[]> {
  const known = new Map<string, Promise<Config | undefined>>()
  const configs: (Config | undefined)[] = trees.map(() => undefined)
  const read = new Set<number>()
  let count = 0
  for await (const { type, bytes } of objects(
    trees.flatMap((tree) => PLACES.map((place) => `${tree}:${place}`)),
    at,
  )) {
    const [tree, place] = [Math.floor(count / PLACES.length), PLACES[count % PLACES.length] ?? '']
    count++
    if (type !== 'blob' || !bytes || read.has(tree)) continue
    const text = Buffer.from(bytes).toString()
    const reading = known.get(place + text) ?? configIn(place, text)
    known.set(place + text, reading)
    try {
      const config = await reading
      configs[tree] = config
      if (config) read.add(tree)
    } catch (cause) {
      if (!broken || !(cause instanceof UserError)) throw cause
      broken(trees[tree] ?? '', cause.message)
      read.add(tree)
    }
  }
  for (const [i, tree] of trees.entries()) if (!read.has(i)) await refuseUnread(tree, at)
  return configs
}

/** No config was found, but a partial clone may lack one that exists. */
export async function refuseUnread(tree: string, at?: string): Promise<void> {
  if (!mayBePartial(at)) return
  const args = tree === '' ? ['ls-files', '--full-name'] : ['ls-tree', '--name-only', '--full-tree', tree]
  const { out } = await git(inside(at, [...args, '--', ...PLACES.filter((place) => place !== 'package.json')]))
  const [place] = out.toString().split('\n').filter(Boolean)
  if (place)
    throw new UserError(
      3,
      `${place} is missing in this partial clone, and nothing can be judged without it.`,
      `Fetch it: git show ${tree}:${place}`,
    )
}
