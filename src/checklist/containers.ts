/** Container files as a whole: the containers of compose files and Kubernetes objects, whatever the files are called. */

import { COMPOSE, DOCKERFILES, MANIFESTS } from '../../patterns/places.ts'
import type { Data } from '../record.ts'
import { type Dockerfile, dockerfile } from './dockerfile.ts'
import type { Facts } from './facts.ts'
import { matching } from './matching.ts'
import { dataIn, isTemplate, listIn, maps, offsetOf, wordsIn, type Yaml } from './structure.ts'

const [isDockerfile, isComposeFile, isManifest] = [matching(DOCKERFILES), matching(COMPOSE), matching(MANIFESTS)]

export const dockerfiles = ({ texts }: Facts): [path: string, file: Dockerfile][] =>
  [...texts].filter(([path]) => isDockerfile(path)).map(([path, text]) => [path, dockerfile(text)])

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

/** Container files have any name: what is in it says what a file is. */
const OBJECTS = /(?:^[ \t{'-]*|")apiVersion["']?[ \t]*:|^(?:kind|(?:secret|configMap)Generator)[ \t]*:/m
const SERVICES = /^["']?services["']?[ \t]*:/m
const IMAGE = /\b(?:image|build)["']?[ \t]*:/

export const isOfContainers = (path: string, text: string) =>
  isComposeFile(path) || isManifest(path) || OBJECTS.test(text) || (SERVICES.test(text) && IMAGE.test(text))

export function containers({ yaml }: Facts): Container[] {
  return [...yaml].flatMap(([path, { text, documents = [] }]) =>
    documents.flatMap((document) => {
      const of = dataIn(document)
      if (isComposeFile(path) || isCompose(of)) return services(path, text, of)
      return isManifest(path) || of.apiVersion !== undefined ? ofPods(path, text, document) : []
    }),
  )
}

const isCompose = ({ services }: Data) =>
  Object.values(dataIn(services)).some((one) => ['image', 'build', 'extends'].some((key) => key in dataIn(one)))

function services(path: string, text: string, document: Data): Container[] {
  let at = offsetOf(text, ['services:'])
  return Object.entries(dataIn(document.services)).map(([name, data]) => {
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
const templates = ({ yaml }: Facts): [path: string, text: string][] =>
  [...yaml].flatMap(([path, one]) => (isOfContainers(path, one.text) && isTemplate(one) ? [[path, one.text]] : []))

export const unclear = (facts: Facts) => templates(facts).map(([path]) => `${path} is a template`)

/** The services of a pipeline are a list. */
const isNoContainerFile = (path: string, { text, documents }: Yaml) =>
  !isComposeFile(path) && !isManifest(path) && !OBJECTS.test(text) && documents !== undefined && !documents.map(dataIn).some(isCompose)

export const containerFiles = ({ texts, yaml }: Facts): string[] => [
  ...[...texts.keys()].filter((path) => isDockerfile(path)),
  ...[...yaml].flatMap(([path, one]) => (isOfContainers(path, one.text) && !isNoContainerFile(path, one) ? [path] : [])),
]

/** Is there neither a container, nor a template that may contain one? */
export const none = (facts: Facts) => dockerfiles(facts).length === 0 && containers(facts).length === 0 && templates(facts).length === 0

/** Of files that are read as a whole, the rules that look at single lines say less. */
const read = ({ yaml }: Facts, path: string) => isDockerfile(path) || yaml.get(path)?.documents !== undefined
export const inPlaceOf =
  (facts: Facts, ...rules: readonly string[]) =>
  (rule: string, path: string) =>
    rules.includes(rule) && read(facts, path)

export const NONE = { evidence: [], state: 'not here', because: 'there is no container file' } as const
