/** A repository to audit: where it is, its config, and the cache of its objects. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import manifest from '../../package.json' with { type: 'json' }
import { git, inside } from '../collect/git.ts'
import { refuseOthers } from '../collect/repository.ts'
import { UserError } from '../errors.ts'
import { committedConfig } from '../gate/committed.ts'
import { expired } from '../judge/verdict.ts'
import { configText, today } from '../settings.ts'
import { Cache } from '../setup/cache.ts'
import { DEFAULTS } from '../setup/config.ts'
import { configOnDisk } from '../setup/find.ts'
import type { Config } from '../types.ts'
import type { AuditOptions } from './auditing.ts'
import { bundleFolder } from './executors.ts'
import type { Origin } from './scanunits.ts'

export interface AuditedRepository extends Origin {
  readonly at: string
  /** The git directory shared by all linked worktrees. */
  readonly common: string
  readonly bare: boolean
}

/** Set by git in the environment of a hook; wrong for any other repository. */
const OF_ANOTHER = [
  'GIT_DIR',
  'GIT_WORK_TREE',
  'GIT_INDEX_FILE',
  'GIT_OBJECT_DIRECTORY',
  'GIT_ALTERNATE_OBJECT_DIRECTORIES',
  'GIT_COMMON_DIR',
  'GIT_NAMESPACE',
  'GIT_PREFIX',
]

export function leaveOwnRepository(): void {
  for (const name of OF_ANOTHER) delete process.env[name]
}

/** It is on no disk, and may contain a password: it is not repeated in a message. */
export const isUrl = (place: string) => /^[a-z][\w+.-]+:\/\//i.test(place)

/** The repository of a folder. `given`: a config to use instead of the one on disk. */
export async function repositoryAt(folder: string, { least, cached, archives }: AuditOptions, given?: Config): Promise<AuditedRepository> {
  const { code, out, error } = await git(
    inside(folder, ['rev-parse', '--path-format=absolute', '--git-common-dir', '--is-bare-repository']),
  )
  if (code !== 0) refuseOthers(error)
  if (code !== 0)
    throw new UserError(
      2,
      `${folder === '.' ? 'This' : folder} is not a git repository.`,
      'Give the files or folders to scan: npx leakgate audit PATH',
    )
  const [common = '', bare] = out.toString().replace(/\n$/, '').split('\n')
  const isBare = bare === 'true'
  const top = isBare ? common : (await git(inside(folder, ['rev-parse', '--show-toplevel']))).out.toString().replace(/\n$/, '') || common
  const own = given ?? (isBare || top === common ? ((await committedConfig('HEAD', top)) ?? DEFAULTS) : await configOnDisk(top))
  const config = opening(own, archives)
  const cache = cached ? new Cache(common, await keyOf(config, least), today()) : undefined
  return { at: top, common, bare: isBare || top === common, config, ...(cache ? { cache } : {}) }
}

/** With `--archives`, an audit scans archives as if the config said so, and so do its workers; the cache key depends on it. */
export const opening = (config: Config, archives = false): Config => (archives ? { ...config, archives } : config)

/** Everything that a verdict depends on, except object and path. When running from source, each run counts as a program of its own. */
async function keyOf(config: Config, least: number): Promise<string> {
  const folder = bundleFolder()
  const program = createHash('sha256')
  for (const name of folder ? readdirSync(folder).sort() : [])
    if (folder && /\.(?:cjs|json|bin)$/.test(name)) program.update(readFileSync(join(folder, name)))
  const { checklist: _, ...rest } = config
  const holding = { ...rest, allow: config.allow.filter((one) => !expired(one, today())) }
  return [manifest.version, folder ? program.digest('hex') : `${process.pid} ${Date.now()}`, configText(holding), least].join('\n')
}
