/** Batches → what was seen in them, by as many hands as there are: worker threads, each with its own git. */
import { Worker } from 'node:worker_threads'
import { type ExitCode, UserError } from './errors.ts'
import type { Batch, Look } from './unit.ts'

export interface Hand {
  /** One batch after the other, however many are asked for. */
  look(batch: Batch): Promise<readonly Look[]>
  end(): void
}

/** What a worker answers to a batch. An error that is meant for the person does not survive the way as a class. */
export interface Reply {
  readonly looks?: readonly Look[]
  readonly told?: { readonly code: ExitCode; readonly problem: string; readonly next: string }
  readonly bug?: unknown
}

/** Texts are read and let go: a larger nursery than this holds more of them dead, and is no faster. */
const LIMITS = { maxYoungGenerationSizeMb: 24 }

/** `file`: the bundle; `briefing`: plain data for it. */
export function hands(file: string, briefing: unknown, count: number): Hand[] {
  return Array.from({ length: count }, () => hand(new Worker(file, { workerData: briefing, resourceLimits: LIMITS })))
}

/** Answers come in the order of the batches. */
function hand(worker: Worker): Hand {
  const waiting: { readonly resolve: (looks: readonly Look[]) => void; readonly reject: (error: unknown) => void }[] = []
  let lost: unknown
  const lose = (why: unknown) => {
    lost ??= why
    for (const { reject } of waiting.splice(0)) reject(lost)
  }
  worker.on('error', lose)
  worker.on('messageerror', lose)
  worker.on('exit', (code) => lose(new Error(`a thread ended with code ${code} before it was told to`)))
  worker.on('message', ({ looks, told, bug }: Reply) => {
    const one = waiting.shift()
    if (looks) one?.resolve(looks)
    else one?.reject(told ? new UserError(told.code, told.problem, told.next) : bug)
  })
  return {
    look: (batch) =>
      new Promise((resolve, reject) => {
        if (lost !== undefined) return reject(lost)
        waiting.push({ resolve, reject })
        worker.postMessage(batch)
      }),
    end: () => void worker.terminate(),
  }
}

/**
 * Each hand takes the next batch when it has none, so no more are held than there are hands. Ends when all is done, at the first error,
 * or when it is called off: then what has come so far is all.
 */
export async function shareOut(
  batches: AsyncIterable<Batch> | Iterable<Batch>,
  all: readonly Hand[],
  done: (batch: Batch, looks: readonly Look[]) => void,
  off: AbortSignal,
): Promise<void> {
  const source = Symbol.asyncIterator in batches ? batches[Symbol.asyncIterator]() : batches[Symbol.iterator]()
  const stopped = new Promise<void>((resolve) => off.addEventListener('abort', () => resolve(), { once: true }))
  const work = async (one: Hand) => {
    while (!off.aborted) {
      const next = await source.next()
      if (next.done) return
      const looks = await one.look(next.value)
      if (!off.aborted) done(next.value, looks)
    }
  }
  const working = Promise.all(all.map(work)).catch((error: unknown) => {
    if (!off.aborted) throw error // git is interrupted too, and its failure says nothing
  })
  await Promise.race([working, stopped])
}
