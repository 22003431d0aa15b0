/** An audit thread: receives batches, sends what was found in them. */
import { parentPort, workerData } from 'node:worker_threads'
import { UserError } from './errors.ts'
import type { Reply } from './pool.ts'
import { Scanner } from './scanner.ts'
import { settingsOf } from './settings.ts'
import type { Config } from './types.ts'
import type { Batch } from './unit.ts'

export interface Briefing {
  readonly config: Config
  readonly least: number
  readonly whole: boolean
}

const { config, least, whole }: Briefing = workerData
const scanner = new Scanner(settingsOf(config, least), whole)

const answer = (reply: Reply) => parentPort?.postMessage(reply)

let last = Promise.resolve()

parentPort?.on('message', (batch: Batch) => {
  last = last
    .then(() => scanner.scan(batch))
    .then(
      (results) => answer({ results }),
      (error: unknown) =>
        answer(error instanceof UserError ? { told: { code: error.code, problem: error.message, next: error.next } } : { bug: error }),
    )
})
