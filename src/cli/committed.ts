/** The config out of git, for those who judge what is in git: what lies on the disk may be another. */
import { objects } from '../collect/git.ts'
import { configIn, PLACES } from '../setup/config.ts'
import type { Config } from '../types.ts'

/** As it is staged (`''`), or as a commit has it (`HEAD`); of the repository in `at`. Undefined where there is none. */
export async function committedConfig(tree: '' | 'HEAD', at?: string): Promise<Config | undefined> {
  let count = 0
  const specs = PLACES.map((place) => `${tree}:${place}`)
  for await (const { bytes } of objects(specs, at)) {
    const place = PLACES[count++]
    const config = bytes && place ? await configIn(place, Buffer.from(bytes).toString()) : undefined
    if (config) return config
  }
  return undefined
}
