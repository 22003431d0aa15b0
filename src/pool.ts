/** Batches → what is found in them, by as many executors as there are: worker threads, each with its own git. */
import { Worker } from 'node:worker_threads'
import { type ExitCode, UserError } from './errors.ts'
import type { Batch, UnitResult } from './unit.ts'

export interface Executor {
  /** One batch after the other, however many are asked for. */
  run(batch: Batch): Promise<readonly UnitResult[]>
  end(): void
}

/** What a worker answers to a batch. An error that is meant for the person does not survive the way as a class. */
export interface Reply {
  readonly results?: readonly UnitResult[]
  readonly told?: { readonly code: ExitCode; readonly problem: string; readonly next: string }
  readonly bug?: unknown
}

/** Texts are read and let go: a larger nursery than this holds more of them dead, and is no faster. */
const LIMITS = { maxYoungGenerationSizeMb: 24 }

/** `file`: the bundle; `briefing`: plain data for it. */
export function workers(file: string, briefing: unknown, count: number): Executor[] {
  return Array.from({ length: count }, () => executor(new Worker(file, { workerData: briefing, resourceLimits: LIMITS })))
}

/** Answers come in the order of the batches. */
function executor(worker: Worker): Executor {
  const waiting: { readonly resolve: (results: readonly UnitResult[]) => void; readonly reject: (error: unknown) => void }[] = []
  let lost: unknown
  const lose = (why: unknown) => {
    lost ??= why
    for (const { reject } of waiting.splice(0)) reject(lost)
  }
  worker.on('error', lose)
  worker.on('messageerror', lose)
  worker.on('exit', (code) => lose(new Error(`a thread ended with code ${code} before it was told to`)))
  worker.on('message', ({ results, told, bug }: Reply) => {
    const one = waiting.shift()
    if (results) one?.resolve(results)
    else one?.reject(told ? new UserError(told.code, told.problem, told.next) : bug)
  })
  return {
    run: (batch) =>
      new Promise((resolve, reject) => {
        if (lost !== undefined) return reject(lost)
        waiting.push({ resolve, reject })
        worker.postMessage(batch)
      }),
    end: () => void worker.terminate(),
  }
}

/**
 * Each executor takes the next batch when it has none, so no more are held than there are executors. Ends when all is done, at the first
 * error, or when the signal says so: then what has come so far is all.
 */
export async function shareOut(
  batches: AsyncIterable<Batch> | Iterable<Batch>,
  all: readonly Executor[],
  done: (batch: Batch, results: readonly UnitResult[]) => void,
  signal: AbortSignal,
): Promise<void> {
  const source = Symbol.asyncIterator in batches ? batches[Symbol.asyncIterator]() : batches[Symbol.iterator]()
  const stopped = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }))
  const work = async (one: Executor) => {
    while (!signal.aborted) {
      const next = await source.next()
      if (next.done) return
      const results = await one.run(next.value)
      if (!signal.aborted) done(next.value, results)
    }
  }
  const working = Promise.all(all.map(work)).catch((error: unknown) => {
    if (!signal.aborted) throw error // git is interrupted too, and its failure says nothing
  })
  await Promise.race([working, stopped])
}
