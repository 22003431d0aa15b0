/** What every audit needs while it runs: hands, progress, and Ctrl-C's signal. */
import { UserError } from '../errors.ts'
import { Crew } from './crew.ts'
import { progress } from './progress.ts'
import type { Audit } from './see.ts'

/** `workers`: how many threads; as many as there are processors if it is not said. */
export type Way = Pick<Audit, 'least' | 'cached' | 'archives'> & { readonly workers?: number | undefined }

/** Runs an audit, and sends its hands home whatever becomes of it. After Ctrl-C it gives what was found so far. */
export async function auditing<Found>(
  { workers, ...way }: Way,
  run: (audit: Audit) => Promise<Found>,
): Promise<{ readonly found: Found; readonly interrupted: boolean }> {
  const off = new AbortController()
  process.once('SIGINT', () => off.abort())
  const [crew, bar] = [new Crew(!way.cached, workers), progress()]
  try {
    return { found: await run({ ...way, crew, progress: bar, off: off.signal }), interrupted: off.signal.aborted }
  } finally {
    crew.end()
    bar.end()
  }
}

/** The same, for what half a repository says nothing of. */
export async function auditingAll<Found>(way: Way, run: (audit: Audit) => Promise<Found>): Promise<Found> {
  const { found, interrupted } = await auditing(way, run)
  if (interrupted) throw new UserError(130, 'Interrupted: not all was looked at.', 'The same command goes on from here.')
  return found
}
