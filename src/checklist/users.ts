/** Which users containers run as, and which of them have the rights of the host. */
import type { Data } from '../record.ts'
import type { Evidence } from './assessment.ts'
import { type Container, containers, dockerfiles, inPlaceOf, NONE, none, unclear } from './containers.ts'
import { type Dockerfile, filled, type Stage, stageOf, variables } from './dockerfile.ts'
import { byRule, type Judge, judged, unquoted } from './opinion.ts'
import { dataIn, lineOf, listIn, wordsIn } from './structure.ts'

const isRoot = (user: string) => /^(?:root|\+?0+)(?::|$)/.test(user)

/** About one file or container: a breach, or what is unknown; empty if all is well. */
interface Said {
  readonly breach?: Evidence
  readonly open?: string
}

export const imageUser: Judge = (facts) => {
  if (none(facts)) return NONE
  const all = containers(facts)
  const said = [...dockerfiles(facts).map(builtFor), ...all.map(startedFor)]
  const evidence = [...said.flatMap(({ breach }) => breach ?? []), ...all.flatMap(privileged)]
  return {
    ...judged(unquoted(evidence, facts), [...unclear(facts), ...said.flatMap(({ open }) => open ?? [])]),
    instead: inPlaceOf(facts, 'dockerfile-root', 'container-root-user', 'container-privileged'),
  }
}

function privileged({ path, text, name, at, data, kind }: Container): Evidence[] {
  const said = kind === 'service' ? data : dataIn(data.securityContext)
  const added = kind === 'service' ? said.cap_add : dataIn(said.capabilities).add
  const all = listIn(added).flatMap(wordsIn).includes('ALL')
  if (!all && !/^(?:true|yes|on)$/i.test(String(said.privileged))) return []
  const line = lineOf(text, [all ? 'ALL' : 'privileged'], at)
  return [byRule('container-privileged', { path, line, says: `${name} is privileged` })]
}

function builtFor([path, file]: [string, Dockerfile]): Said {
  const { user, line, from } = runsAs(file)
  const is = (says: string): Said => ({ breach: byRule('dockerfile-root', { path, line, says }) })
  if (user === undefined)
    return isOfficial(from) ? is(`no USER: ${from} runs as root`) : { open: `${path} runs as the user of its base image` }
  if (isRoot(user)) return is(`USER ${user}`)
  return user.includes('$') ? { open: `${path} gets its user from an argument` } : {}
}

function startedFor({ path, text, name, at, data, around, kind }: Container): Said {
  const user = kind === 'service' ? wordsIn(data.user)[0] : podUser(data, around)
  const [image = ''] = wordsIn(data.image)
  if (user === undefined)
    return image === '' || 'build' in data || STEPS_DOWN.test(image) ? {} : { open: `${name} in ${path} runs as the user of its image` }
  if (!isRoot(user)) return {}
  const line = lineOf(text, [kind === 'service' ? 'user:' : 'securityContext:'], at)
  return { breach: byRule('container-root-user', { path, line, says: `${name} runs as root` }) }
}

/**
 * Official images that start as root only to create their folders, and then drop privileges.
 * https://github.com/docker-library/official-images
 */
const STEPS_DOWN =
  /^(?:docker\.io\/)?(?:library\/)?(?:postgres|mysql|mariadb|percona|redis|valkey|mongo|rabbitmq|memcached|elasticsearch|cassandra|couchdb|solr|neo4j)(?=[:@]|$)/

/** The user of the last stage: its own last USER, or that of the stage it builds on. Undefined: the user of the image `from`. */
function runsAs(file: Dockerfile): { user?: string; line: number; from: string } {
  let stage: Stage | undefined = file.stages.at(-1)
  const seen = new Set<Stage>()
  const { line = 1, from = '' } = stage ?? {}
  for (; stage && !seen.has(stage); stage = stageOf(file, stage)) {
    seen.add(stage)
    const last = stage.instructions.findLast(({ name }) => name === 'USER')
    if (last) {
      const user = filled(last.text.replace(/^(["'])(.*)\1$/, '$2'), variables(file.instructions.filter(({ line }) => line < last.line)))
      return { user, line: last.line, from }
    }
    if (!stageOf(file, stage)) return /nonroot/.test(stage.from) ? { user: 'nonroot', line, from } : { line, from: stage.from }
  }
  return { line, from }
}

/** Official images of Docker Hub, which run as root unless a USER is set. */
const isOfficial = (image: string) => /^(?:docker\.io\/)?(?:library\/)?[\w.-]+(?:[:@][\w.:@-]*)?$/.test(image)

/** `0` if it may be root; undefined if unspecified. */
function podUser({ securityContext }: Data, around: Data): string | undefined {
  const said = { ...around, ...dataIn(securityContext) }
  if (said.runAsUser !== undefined) return String(said.runAsUser)
  return said.runAsNonRoot === undefined ? undefined : said.runAsNonRoot === true ? 'nonroot' : '0'
}
