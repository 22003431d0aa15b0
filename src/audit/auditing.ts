/** What every audit needs while it runs: executors, progress, and what Ctrl-C aborts. */
import { isInterruption, UserError } from '../errors.ts'
import { Executors } from './executors.ts'
import { progress } from './progress.ts'
import type { AuditRun } from './scanunits.ts'

/** `workers`: the number of threads; by default, one per processor. */
export type AuditOptions = Pick<AuditRun, 'least' | 'cached' | 'archives'> & { readonly workers?: number | undefined }

/** Runs an audit, and always ends its executors. After Ctrl-C it returns what was found so far. */
export async function auditing<Found>(
  { workers, ...options }: AuditOptions,
  run: (audit: AuditRun) => Promise<Found>,
): Promise<{ readonly found: Found; readonly interrupted: boolean }> {
  const interrupt = new AbortController()
  const abort = () => interrupt.abort()
  process.once('SIGINT', abort)
  const [executors, bar] = [new Executors(!options.cached, workers), progress()]
  try {
    return { found: await run({ ...options, executors, progress: bar, interrupt }), interrupted: interrupt.signal.aborted }
  } catch (error) {
    // git was interrupted, too: its error means nothing.
    throw interrupt.signal.aborted || isInterruption(error) ? interruption() : error
  } finally {
    process.off('SIGINT', abort)
    executors.end()
    bar.end()
  }
}

/** The same, for audits whose partial results are meaningless. */
export async function auditingAll<Found>(options: AuditOptions, run: (audit: AuditRun) => Promise<Found>): Promise<Found> {
  const { found, interrupted } = await auditing(options, run)
  if (interrupted) throw interruption()
  return found
}

const interruption = () => new UserError(130, 'Interrupted: not everything was scanned.', 'The same command continues from here.')
