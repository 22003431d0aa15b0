import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { type Executor, runBatches, workers } from '../src/pool.ts'
import type { Batch } from '../src/unit.ts'

/** A thread that runs this program. */
function executor(program: string): Executor {
  const folder = mkdtempSync(join(tmpdir(), 'leakgate-pool-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const file = join(folder, 'worker.cjs')
  writeFileSync(file, `const { parentPort } = require('node:worker_threads')\n${program}\n`)
  const [made] = workers(file, {}, 1)
  if (!made) throw new Error('no executor')
  onTestFinished(() => made.end())
  return made
}

const batch: Batch = { units: [] }

describe('a thread that is lost', () => {
  it.each([
    ['it ends as if all were well', "parentPort.on('message', () => process.exit(0))", 'ended with code 0'],
    ['it ends before it is asked', 'process.exit(7)', 'ended with code 7'],
    ['it throws', "parentPort.on('message', () => { throw new Error('out of luck') })", 'out of luck'],
  ])('ends the work, and takes no more: %s', async (_, program, why) => {
    const lost = executor(program)
    const told: unknown[] = []
    await expect(runBatches([batch, batch], [lost, lost], (one) => told.push(one), new AbortController())).rejects.toThrow(why)
    await expect(lost.run(batch)).rejects.toThrow(why)
    expect(told).toEqual([])
  })
})
