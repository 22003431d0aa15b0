/** Judges container files as a whole: which users they run as, and which images they use. */

import ignore from 'ignore'
import { COMPOSE, DOCKERFILES, MANIFESTS } from '../../patterns/places.ts'
import type { Data } from '../record.ts'
import type { Evidence } from './assessment.ts'
import { type Dockerfile, dockerfile, filled, type Stage, stageOf, variables } from './dockerfile.ts'
import type { Facts } from './facts.ts'
import { type Judge, judged, unquoted } from './opinion.ts'
import { dataIn, lineOf, listIn, maps, offsetOf, wordsIn } from './structure.ts'

const globs = { dockerfiles: ignore().add(DOCKERFILES), compose: ignore().add(COMPOSE), manifests: ignore().add(MANIFESTS) }

export const dockerfiles = ({ texts }: Facts): [path: string, file: Dockerfile][] =>
  [...texts].filter(([path]) => globs.dockerfiles.ignores(path)).map(([path, text]) => [path, dockerfile(text)])

/** A container in a compose or Kubernetes file. */
export interface Container {
  readonly path: string
  readonly text: string
  readonly name: string
  /** Offset of its beginning in the text. */
  readonly at: number
  readonly data: Data
  /** The security context of its pod. */
  readonly around: Data
  readonly kind: 'service' | 'pod'
}

export function containers({ yaml }: Facts): Container[] {
  return [...yaml].flatMap(([path, { text, documents = [] }]) => {
    if (globs.compose.ignores(path)) return documents.flatMap((document) => services(path, text, document))
    return globs.manifests.ignores(path) ? documents.flatMap((document) => ofPods(path, text, document)) : []
  })
}

function services(path: string, text: string, document: unknown): Container[] {
  let at = offsetOf(text, ['services:'])
  return Object.entries(dataIn(dataIn(document).services)).map(([name, data]) => {
    at = offsetOf(text, [`${name}:`], at)
    return { path, text, name, at, data: dataIn(data), around: {}, kind: 'service' }
  })
}

function ofPods(path: string, text: string, document: unknown): Container[] {
  let at = 0
  return [...maps(document)].flatMap(([map]) =>
    ['initContainers', 'containers'].flatMap((key) =>
      listIn(map[key]).map((one): Container => {
        const [name = ''] = wordsIn(dataIn(one).name)
        at = offsetOf(text, ['name:', name], at + 1)
        return { path, text, name, at, data: dataIn(one), around: dataIn(map.securityContext), kind: 'pod' }
      }),
    ),
  )
}

/** Container files that are templates for YAML: not all of their content is known. */
export const unclear = ({ yaml }: Facts) =>
  [...yaml].flatMap(([path, { text, documents }]) =>
    (globs.compose.ignores(path) || globs.manifests.ignores(path)) && (!documents || /(?<!\$)\{\{/.test(text))
      ? [`${path} is a template`]
      : [],
  )

const A_USER = 'Create a user, and end the last stage with it: RUN adduser --system app, then USER app.'
const OWN_USER = 'Run it as another user: user: "1000:1000", or runAsNonRoot: true with runAsUser.'
const isRoot = (user: string) => /^(?:root|0+)(?::|$)/.test(user)

/** About one file or container: a breach, or what is unknown; empty if all is well. */
interface Said {
  readonly breach?: Evidence
  readonly open?: string
}

export const imageUser: Judge = (facts) => {
  const said = [...dockerfiles(facts).map(builtFor), ...containers(facts).map(startedFor)]
  return judged(
    unquoted(
      said.flatMap(({ breach }) => breach ?? []),
      facts,
    ),
    [...unclear(facts), ...said.flatMap(({ open }) => open ?? [])],
  )
}

function builtFor([path, file]: [string, Dockerfile]): Said {
  const { user, line, from } = runsAs(file)
  const is = (says: string): Said => ({ breach: { path, line, says, remedy: A_USER, rule: 'dockerfile-root' } })
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
  return { breach: { path, line, says: `${name} runs as root`, remedy: OWN_USER, rule: 'container-root-user' } }
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

const A_VERSION = 'Pin the version or, better, the digest, so that every build uses what was tested.'

export const imageVersions: Judge = (facts) => ({
  evidence: unquoted(
    [
      ...dockerfiles(facts).flatMap(([path, file]) =>
        file.stages
          .filter((stage) => !stageOf(file, stage) && moves(stage.from))
          .map(({ line, from }): Evidence => ({ path, line, says: shown(from), remedy: A_VERSION, rule: 'image-latest' })),
      ),
      ...containers(facts).flatMap(({ path, text, at, data }) =>
        wordsIn(data.image)
          .filter((image) => moves(image) && !('build' in data))
          .map((image): Evidence => {
            return { path, line: lineOf(text, ['image:', image], at), says: shown(image), remedy: A_VERSION, rule: 'image-latest' }
          }),
      ),
    ],
    facts,
  ),
})

/** Only printable if it looks like the name of an image. */
const shown = (image: string) => (/^[\w./:-]{1,100}$/.test(image) ? image : 'an image')

/** Has no version, or `latest`. The value of a variable is unknown. */
const moves = (image: string) => !/[$@{]/.test(image) && image !== 'scratch' && !/:(?!latest$)[^/]+$/.test(image)
