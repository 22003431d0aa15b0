/** Which files judges read themselves: of containers, pipelines, dependencies, examples of env files, what is for production. */
import ignore from 'ignore'
import { COMPOSE, DOCKERFILES, MANIFESTS, PRODUCTION } from '../../patterns/places.ts'
import { isExample } from './env.ts'
import { READ } from './repository.ts'

/** Each by itself: a glob that takes out speaks of its own. */
const globs = [READ, PRODUCTION, COMPOSE, DOCKERFILES, MANIFESTS].map((some) => ignore().add([...some]))

export const reads = (path: string) => globs.some((some) => some.ignores(path)) || isExample(path)
