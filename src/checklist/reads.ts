/** Which files judges read themselves: pipelines, manifests of dependencies, examples of env files, what is for production. */
import ignore from 'ignore'
import { PRODUCTION } from '../../patterns/places.ts'
import { isExample } from './env.ts'
import { READ } from './repository.ts'

const globs = ignore().add([...READ, ...PRODUCTION])

export const reads = (path: string) => globs.ignores(path) || isExample(path)
