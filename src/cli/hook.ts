/** `leakgate hook NAME`: called by the shim. For a clean commit, it loads nothing that it does not need. */
import { existsSync, statSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { piped } from '../collect/piped.ts'
import { UserError } from '../errors.ts'
import { stagedReport } from '../gate/staged.ts'
import { word } from '../shell.ts'
import type { Report } from '../types.ts'
import { noHook } from './hookcommand.ts'
import { isInSkip } from './skip.ts'

/**
 * `specs`: the object names of possible configs, which the shim had git read along with what is staged; it all arrives on standard input.
 */
export async function hook(name: string, args: readonly string[], specs?: string): Promise<number> {
  return skipped() ? 0 : outcome(name, args, specs)
}

async function outcome(name: string, args: readonly string[], specs?: string): Promise<number> {
  switch (name) {
    case 'pre-commit':
    case 'pre-merge-commit':
    case 'pre-applypatch': {
      const report = await stagedReport(specs === undefined ? undefined : piped(specs.split(' ')))
      const whole = name === 'pre-applypatch' ? await withPatchMessage(report) : report
      const hints = whole.verdicts.some(({ outcome }) => outcome === 'blocked') ? indexGone() : []
      return refuse({ ...whole, notes: [...whole.notes, ...hints] }, 'would have been committed', 'npx leakgate check --all')
    }
    case 'pre-push': {
      const [{ pushedReport }, { buffer }] = await Promise.all([import('../gate/pushed.ts'), import('node:stream/consumers')])
      const pushed = (await buffer(process.stdin)).toString('latin1') // not at once: a hook manager may hand on what does not block
      return refuse(
        await pushedReport(args[0] ?? '', args[1] ?? '', pushed),
        'would have been pushed',
        'npx leakgate audit --history --all',
      )
    }
    case 'commit-msg': {
      const { messageReport } = await import('../gate/message.ts')
      const [file = ''] = args
      if (!existsSync(file) || !statSync(file).isFile())
        throw new UserError(2, 'commit-msg needs the file of the message.', 'leakgate hook commit-msg FILE')
      const report = await messageReport(file)
      const place = word(process.env.GIT_PREFIX ? resolve(file) : file) // the user may be in a folder below, the hook is at the top
      return refuse(report, 'would have been committed in the message', `npx leakgate audit --all ${place}`)
    }
    default:
      throw noHook(name)
  }
}

/** To the shim: it wants codes of ours, as any other program may end with 0, or with 1 and without a word. */
export const toShim = (code: number) => (code > 3 ? code : (Number(process.env.LEAKGATE_CLEAN) || 0) + code)

/** git gives `commit -a` and `commit PATH` a temporary index, which no later command can see. */
function indexGone(): string[] {
  const index = basename(process.env.GIT_INDEX_FILE ?? '')
  if (index === 'index.lock') return ['What you passed to git commit is no longer staged. Stage it (git add -u) before fix or check.']
  if (!index.startsWith('next-index')) return []
  return ['What you passed to git commit is not staged. Stage it before fix or check; if you allow it, pass the config to git commit, too.']
}

/** `git am` runs no commit-msg: the patch's message is in a file beside it. */
async function withPatchMessage(report: Report): Promise<Report> {
  const [{ messageReport }, { ask }] = await Promise.all([import('../gate/message.ts'), import('../collect/git.ts')])
  const file = await ask('rev-parse', '--git-path', 'rebase-apply/final-commit')
  if (!existsSync(file)) return report
  const message = await messageReport(file, true)
  return { ...report, verdicts: [...report.verdicts, ...message.verdicts], coverage: [...report.coverage, ...message.coverage] }
}

/** Says so: a gate that is silently off is worse than none. */
function skipped(): boolean {
  const skip = process.env.LEAKGATE_SKIP === '1' || isInSkip()
  if (skip) process.stderr.write('leakgate: skipped because of LEAKGATE_SKIP or SKIP. Nothing was scanned.\n')
  return skip
}

async function refuse(report: Report, happened: string, list: string): Promise<number> {
  const quiet =
    report.notes.length === 0 &&
    report.verdicts.every(({ outcome }) => outcome === 'allowed') &&
    report.coverage.every(({ unread }) => !unread)
  if (quiet) process.exit(toShim(0)) // nothing was printed, and the usual end of node takes milliseconds longer
  const { show, exitCode } = await import('./show.ts')
  show(report, { happened, list })
  return exitCode(report)
}
