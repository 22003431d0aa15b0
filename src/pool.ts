/** Batches → what is found in them, by a number of executors: worker threads, each with its own git. */
import { Worker } from 'node:worker_threads'
import { type ExitCode, isInterruption, UserError } from './errors.ts'
import type { Batch, UnitResult } from './unit.ts'

export interface Executor {
  /** Requests may overlap; batches run one after the other. */
  run(batch: Batch): Promise<readonly UnitResult[]>
  end(): void
}

/** A worker's answer to a batch. A UserError loses its class on the way between threads, so its fields are sent. */
export interface Reply {
  readonly results?: readonly UnitResult[]
  readonly told?: { readonly code: ExitCode; readonly problem: string; readonly next: string }
  readonly bug?: unknown
}

/** Texts are short-lived: a larger young generation would keep more dead ones, and is not faster. */
const LIMITS = { maxYoungGenerationSizeMb: 24 }

/** `file`: the bundle; `briefing`: plain data for it. */
export function workers(file: string, briefing: unknown, count: number): Executor[] {
  return Array.from({ length: count }, () => executor(new Worker(file, { workerData: briefing, resourceLimits: LIMITS })))
}

/** Answers arrive in the order of the batches. */
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
 * An executor takes the next batch when it is idle, so no more batches are held than there are executors. Ends when all are done, at the
 * first error, or when it is interrupted: results so far are then all there are.
 */
export async function runBatches(
  batches: AsyncIterable<Batch> | Iterable<Batch>,
  all: readonly Executor[],
  done: (batch: Batch, results: readonly UnitResult[]) => void,
  interrupt: AbortController,
): Promise<void> {
  const { signal } = interrupt
  const source = Symbol.asyncIterator in batches ? batches[Symbol.asyncIterator]() : batches[Symbol.iterator]()
  const over = new AbortController()
  const stopped = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true, signal: over.signal }))
  const work = async (one: Executor) => {
    while (!signal.aborted) {
      const next = await source.next()
      if (next.done) return
      const results = await one.run(next.value)
      if (!signal.aborted) done(next.value, results)
    }
  }
  const working = Promise.all(all.map(work)).catch((error: unknown) => {
    if (isInterruption(error)) interrupt.abort()
    if (!signal.aborted) throw error // after an abort: git was interrupted too, and its error means nothing
  })
  try {
    await Promise.race([working, stopped])
  } finally {
    over.abort() // takes the listener off
  }
}
