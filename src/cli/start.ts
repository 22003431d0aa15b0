/** Entry point of the bundle of everything but the hook: the program, or an audit's worker thread, which needs little of it. */
import { isMainThread } from 'node:worker_threads'

export { warmUp } from './warmup.ts'

void (isMainThread ? import('./cli.ts') : import('../worker.ts'))
