/** Gathers the facts that the checklist is judged by: the tree, the history, env files on disk, the hook. */
import type { Section } from '../../patterns/checklist.ts'
import { type AuditedRepository, repositoryAt } from '../audit/repositories.ts'
import type { AuditRun } from '../audit/scanunits.ts'
import { auditRepository } from '../audit/scopes.ts'
import type { Facts } from '../checklist/facts.ts'
import { isYaml, matters, mayMatter } from '../checklist/reads.ts'
import { objects } from '../collect/git.ts'
import { repository } from '../collect/repository.ts'
import { onDisk, placeBytes } from '../collect/tree.ts'
import { headUnits, trackedUnits } from '../collect/units.ts'
import { builtin } from '../detect/builtin.ts'
import { isExample } from '../dotenv.ts'
import { folderOf } from '../path.ts'
import { unreadIn } from '../report/unread.ts'
import { documents } from '../setup/yaml.ts'
import type { Config, Level, Rule } from '../types.ts'
import type { Unit } from '../unit.ts'
import { pastEnvFiles, unopened } from './beyond.ts'
import { diagnosis } from './doctor.ts'
import { envFiles, envPlaces } from './envfiles.ts'

/** For the repository around the current folder. */
export async function factsOf(config: Config, sections: readonly Section[], audit: AuditRun): Promise<Facts> {
  const asked = asking(config, sections)
  const here = await repositoryAt('.', audit, asked)
  const tree = await auditRepository({ kind: 'tree', shard: undefined }, here, audit)
  const past = await repositoryAt('.', audit, secretsAlone(config))
  const history = await auditRepository({ kind: 'history' }, past, audit)
  const units = here.bare ? ((await headUnits(here.at)) ?? []) : await trackedUnits(here.at)
  const paths = units.flatMap(({ paths }) => paths)
  const read = await texts(units, here.at)
  const places = [...new Set(['.env', ...paths.filter(isExample).map((path) => `${folderOf(path)}.env`)])]
  const pastEnv = await pastEnvFiles(here.at)
  return {
    paths,
    texts: read,
    yaml: new Map([...read].filter(([path]) => isYaml(path)).map(([path, text]) => [path, { text, documents: documents(path, text) }])),
    tree: tree.verdicts,
    unread: unreadIn(tree.coverage).length,
    history: history.verdicts,
    unopened: await unopened(
      [...tree.coverage, ...history.coverage].map(({ path }) => path),
      audit.archives || config.archives,
      here,
    ),
    pastEnv: pastEnv ?? [],
    unseen: [
      ...unreadIn(history.coverage).map(({ path, why }) => `${path} could not be scanned: ${why}`),
      ...(pastEnv ? [] : ['git could not list the files of all commits']),
    ],
    env: here.bare ? [] : await envFiles(here.at, asked, read),
    places: here.bare ? places.map((path) => ({ path })) : await envPlaces(here.at, places),
    ...(here.bare || process.env.CI ? {} : { hook: await hookOf(here) }),
    off: Object.entries(config.levels).flatMap(([id, level]) => (level === 'off' ? [id] : [])),
  }
}

/** Turns on the rules that points name, unless the config turns them off. */
function asking(config: Config, sections: readonly Section[]): Config {
  const named = new Set(sections.flatMap(({ points }) => points.flatMap(({ rules = [] }) => rules)))
  const raised = [...builtin.rules, ...config.own].filter(({ id, level }) => level === 'off' && named.has(id))
  return { ...config, levels: { ...levels(raised, 'warn'), ...config.levels } }
}

/** Old versions cannot violate today's policy. */
const secretsAlone = (config: Config): Config => ({
  ...config,
  levels: {
    ...config.levels,
    ...levels(
      builtin.rules.filter(({ policy }) => policy),
      'off',
    ),
  },
})

const levels = (rules: readonly Rule[], level: Level) => Object.fromEntries(rules.map(({ id }) => [id, level]))

/** The texts of the files that the judges read. */
async function texts(units: readonly Unit[], at: string): Promise<Map<string, string>> {
  const wanted = units.flatMap(({ kind, id, paths }) => paths.filter(mayMatter).map((path) => ({ kind, id, path })))
  const found = new Map<string, string>()
  const blobs = wanted.filter(({ kind }) => kind === 'blob')
  const keep = (path: string, bytes: Uint8Array | readonly number[]) => {
    const text = Buffer.from(bytes).toString()
    if (matters(path, text)) found.set(path, text)
  }
  let count = 0
  for await (const { bytes } of objects(
    blobs.map(({ id }) => id),
    at,
  )) {
    const path = blobs[count++]?.path
    if (path && bytes) keep(path, bytes)
  }
  for (const { kind, id, path } of wanted) if (kind === 'file') keep(path, onDisk(placeBytes(id), path).bytes ?? [])
  return found
}

async function hookOf({ at }: AuditedRepository): Promise<NonNullable<Facts['hook']>> {
  /** The first problem is that it is not armed; the second, if there is one, is why, with the command that fixes it. */
  const [first, grave = first] = (await diagnosis(await repository(at))).filter((one) => one.grave)
  return grave ? { armed: false, problem: grave.problem, next: grave.next } : { armed: true }
}
