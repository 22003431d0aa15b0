/** One line of progress on a terminal; nothing elsewhere. */

export interface Tick {
  (files: number, findings: number): void
  done(): void
}

const EVERY_MS = 100

export function progress(): Tick {
  const { stderr } = process
  if (!stderr.isTTY) return Object.assign(() => {}, { done: () => {} })
  let last = 0
  const tick = (files: number, findings: number) => {
    const now = performance.now()
    if (now - last < EVERY_MS) return
    last = now
    stderr.write(`\r\x1b[K  ${files} files looked at, ${findings} findings`)
  }
  return Object.assign(tick, { done: () => void stderr.write('\r\x1b[K') })
}
