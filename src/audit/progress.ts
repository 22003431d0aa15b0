/** Progress: on a terminal one line that is updated, elsewhere a line now and then. On standard error. */

import { count } from '../wording.ts'

export interface Progress {
  /** This much more to scan has been listed. */
  listed(bytes: number): void
  /** This much has been scanned, with this many findings. */
  looked(bytes: number, findings: number): void
  end(): void
}

const TERMINAL_MS = 100
const ELSEWHERE_MS = 10_000
/** Before this much time, the time left cannot be estimated. */
const FORETOLD_MS = 1000

export function progress(stream: NodeJS.WriteStream = process.stderr): Progress {
  const begun = performance.now()
  let shown = stream.isTTY ? 0 : begun
  let drawn = false
  const sum = { total: 0, done: 0, findings: 0 }
  const show = () => {
    const now = performance.now()
    if (now - shown < (stream.isTTY ? TERMINAL_MS : ELSEWHERE_MS)) return
    shown = now
    drawn = true
    stream.write(stream.isTTY ? `\r\x1b[K  ${said(sum, now - begun)}` : `leakgate: ${said(sum, now - begun)}\n`)
  }
  return {
    listed: (bytes) => {
      sum.total += bytes
      show()
    },
    looked: (bytes, findings) => {
      sum.done += bytes
      sum.findings += findings
      show()
    },
    end: () => void (stream.isTTY && drawn && stream.write('\r\x1b[K')),
  }
}

/** "120 of 393 MB, 84 MB/s, 3 findings, 4 s left" */
function said({ total, done, findings }: { total: number; done: number; findings: number }, ms: number): string {
  const mega = (bytes: number) => (bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)
  const speed = done / Math.max(ms, 1)
  const left = ms < FORETOLD_MS || done === 0 ? '' : `, ${duration((total - done) / speed / 1000)} left`
  return `${mega(done)} of ${mega(total)} MB, ${mega(speed * 1000)} MB/s, ${count(findings, 'finding')}${left}`
}

const duration = (seconds: number) =>
  seconds < 90 ? `${Math.ceil(seconds)} s` : seconds < 5400 ? `${Math.round(seconds / 60)} min` : `${(seconds / 3600).toFixed(1)} h`
