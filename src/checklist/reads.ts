/** The files that judges read themselves: container files, pipelines, dependencies, env file examples, production config. */

import ignore from 'ignore'
import { COMPOSE, DOCKERFILES, MANIFESTS, PRODUCTION } from '../../patterns/places.ts'
import { isExample } from '../dotenv.ts'
import { READ } from './repository.ts'

/** Each on its own, as an exclusion applies only to its own list. */
const globs = [READ, PRODUCTION, COMPOSE, DOCKERFILES, MANIFESTS].map((some) => ignore().add([...some]))

export const reads = (path: string) => globs.some((some) => some.ignores(path)) || isExample(path)
