/** The files that judges read themselves: container files, pipelines, dependencies, env file examples, production config. */

import { COMPOSE, DOCKERFILES, MANIFESTS, PRODUCTION } from '../../patterns/places.ts'
import { isExample } from '../dotenv.ts'
import { isOfContainers } from './containers.ts'
import { matching } from './matching.ts'
import { isPolicy, READ } from './repository.ts'

/** Each on its own, as an exclusion applies only to its own list. */
const lists = [READ, PRODUCTION, COMPOSE, DOCKERFILES, MANIFESTS].map(matching)

const isNamed = (path: string) => lists.some((isListed) => isListed(path)) || isExample(path) || isPolicy(path)

export const isYaml = (path: string) => /\.ya?ml$|(?:^|\/)(?:k8s|kubernetes|deploy|manifests)\/(?:.*\/)?[^/]*\.json$/.test(path)

/** May it be one of them? Container files have any name. */
export const mayMatter = (path: string) => isNamed(path) || isYaml(path)

export const matters = (path: string, text: string) => isNamed(path) || isOfContainers(path, text)
