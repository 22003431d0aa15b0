/** Contestants in turn, so that what else the machine does meets them all; medians of many rounds. */
import { spawnSync } from 'node:child_process'

export interface Contestant {
  readonly name: string
  readonly command: string
  readonly cwd: string
}

/** Milliseconds of each, by name. */
export function inTurn(contestants: readonly Contestant[], rounds: number): Map<string, number> {
  const times = new Map<string, number[]>(contestants.map(({ name }) => [name, []]))
  for (let round = -1; round < rounds; round++) {
    for (const { name, command, cwd } of contestants) {
      const begun = process.hrtime.bigint()
      const { status, stderr } = spawnSync('sh', ['-c', command], { cwd, stdio: ['ignore', 'ignore', 'pipe'] })
      const ms = Number(process.hrtime.bigint() - begun) / 1e6
      if (status !== 0) throw new Error(`${name}: ${stderr}`)
      if (round >= 0) times.get(name)?.push(ms)
    }
  }
  return new Map([...times].map(([name, all]) => [name, median(all)]))
}

export const median = (all: readonly number[]) => [...all].sort((a, b) => a - b)[all.length >> 1] ?? 0

export function table(title: string, rows: readonly (readonly string[])[]): void {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)))
  console.log(
    `${title}\n${rows.map((row) => `  ${row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join('   ')}`).join('\n')}\n`,
  )
}
