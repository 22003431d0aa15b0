/** `leakgate init`: finds what manages the hooks, writes there and nowhere else, reports it, and proves that the hook is armed. */
import { existsSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { firstNotes, NOTES } from '../collect/remote.ts'
import { repository } from '../collect/repository.ts'
import { topOf } from '../collect/tree.ts'
import { UserError } from '../errors.ts'
import { applyEdits, changes, contentOf, type Edit, inTree } from '../setup/edits.ts'
import { HOOKS, type HookName, type Plan } from '../setup/owner/owner.ts'
import { plan } from '../setup/owners.ts'
import { copyProgram, isCopied, isPassing, PROGRAM, SHIM } from '../setup/program.ts'
import { shim } from '../setup/shim.ts'
import { shown } from '../setup/shown.ts'
import { sync, typed } from '../setup/sync.ts'
import type { Repository } from '../types.ts'
import type { Command } from './command.ts'
import { proof } from './proof.ts'
import { say } from './show.ts'

export const init: Command = {
  name: 'init',
  operands: '',
  summary: 'arm this clone: every commit is scanned from now on',
  options: {
    'no-push': { type: 'boolean', help: 'do not install pre-push' },
    last: { type: 'boolean', help: 'run after the existing hooks, for those that change what is staged' },
    'config-hook': { type: 'boolean', help: "also in git's config (git 2.54): runs even if the hooks directory is replaced" },
    'dry-run': { type: 'boolean', help: 'show what would be written, without writing it' },
    json: { type: 'boolean', help: 'output in JSON' },
    quiet: { type: 'boolean', help: 'print nothing; for "prepare": passes without a repository, and in CI' },
  },
  notes: [
    'Writes a shim into the git directory, and a call of it into the hooks of whatever manages them: husky, lefthook, pre-commit, simple-git-hooks, a shared hooks directory, or git itself. Running it again changes nothing.',
    'For a team: "prepare": "leakgate init --quiet || exit 0" in package.json arms every clone at npm install.',
  ],
  async run(args) {
    const quiet = args.flag('quiet')
    if (quiet && (process.env.CI || process.env.LEAKGATE_INSTALL === '0' || !(await topOf()))) return 0
    const hooks = HOOKS.filter((hook) => hook !== 'pre-push' || !args.flag('no-push'))
    const repo = await repository(process.cwd())
    const prepared = async (): Promise<Prepared> => {
      const found = plan(repo, hooks, { last: args.flag('last'), config: args.flag('config-hook') })
      const notes = hooks.includes('pre-push') ? [await notesEdit(repo)] : []
      return { found, copies: programEdits(repo), edits: changes([shimEdit(repo, found.twice), ...notes, ...found.edits]) }
    }
    if (args.flag('dry-run')) {
      if (quiet) return 0
      const { found, copies, edits: others } = await prepared()
      const edits = [...copies, ...others]
      if (args.flag('json')) json({ ...brief(found), edits: edits.map(briefly) })
      else say(foreseen(found, edits))
      return 0
    }
    const { found, copies, edits: others } = await written(prepared)
    const edits = [...copies, ...others]
    if (lasting(repo) !== '') rmSync(join(repo.common, PROGRAM), { recursive: true, force: true }) // an old copy would take its place
    const { armed, done } = await proven(repo, found, changes(found.edits).length > 0)
    if (args.flag('json')) json({ ...brief(found), edits: edits.map(briefly), ...done, armed: armed.problem === undefined, ...armed })
    else if (!quiet) say(told(repo, { ...found, notes: [...done.ran, ...found.notes, ...(found.gaps ?? []), ...kept(repo, hooks)] }, edits))
    if (armed.problem)
      throw new UserError(
        1,
        `The hook is not armed: ${armed.problem}`,
        quiet
          ? 'Find out why: npx leakgate init'
          : found.edits.length === 0
            ? 'Follow the instructions above, then: npx leakgate init'
            : 'See: npx leakgate doctor',
      )
    if (!quiet && !args.flag('json')) say('\n  Armed: a commit with a made-up secret was refused just now, in a temporary index.\n\n')
    return 0
  },
}

interface Prepared {
  readonly found: Plan
  /** Stand for copies of the program. */
  readonly copies: readonly Edit[]
  readonly edits: readonly Edit[]
}

/** Packages of a workspace may all run init at the same time: what another one has written meanwhile is looked at anew. */
async function written(prepared: () => Promise<Prepared>, attempts = 3): Promise<Prepared> {
  const one = await prepared()
  const umask = process.umask(process.umask() & 0o022) // a clone may have several users
  try {
    for (const { path } of one.copies) copyProgram(PACKAGE, path)
    applyEdits(one.edits)
    return one
  } catch (error) {
    if (attempts > 1 && error instanceof UserError) return written(prepared, attempts - 1)
    throw error
  } finally {
    process.umask(umask)
  }
}

/** The hook manager's own command runs if we changed its config, or if git does not run our hook yet. */
async function proven({ top }: Repository, { sync: command, isolation }: Plan, changed: boolean) {
  const first = command && changed ? undefined : await proof(await repository(top), isolation)
  if (!command || (first && !first.problem)) return { armed: first ?? { said: '' }, done: { ran: [] } }
  const words = typed(command)
  const outcome = await sync(command, top)
  const ran =
    outcome === 'done'
      ? `Ran: ${words}`
      : outcome === 'failed'
        ? `\`${words}\` failed: run it by hand, then init again.`
        : `Run this, as ${command[0]} is not found here: ${words}`
  return { armed: await proof(await repository(top), isolation), done: { ran: [ran] } }
}

const foreseen = ({ sync: command, notes }: Plan, edits: readonly Edit[]) =>
  edits.length > 0
    ? `${[...edits.map(shown), ...(command ? [`Then runs: ${typed(command)}`] : []), ...notes].join('\n')}\n`
    : 'Nothing would change.\n'

const json = (data: object) => process.stdout.write(`${JSON.stringify(data, null, 2)}\n`)
const briefly = ({ path, why }: Edit) => ({ path, why })
const brief = ({ owner, notes }: Plan) => ({ owner, notes })

/** Of this program. */
const PACKAGE = resolve(__dirname, '..')

/** The project's own program, if it has one; none, if the one that runs is in a cache. */
function lasting({ top }: Repository): string {
  const own = join(top, 'node_modules/leakgate/bin/leakgate.cjs')
  if (existsSync(own)) return own
  const cli = join(PACKAGE, 'bin/leakgate.cjs')
  return isPassing(cli) ? '' : cli
}

/** Stands for the copy of the program, if there must be one. */
function programEdits(repo: Repository): Edit[] {
  const path = join(repo.common, PROGRAM)
  if (lasting(repo) !== '' || isCopied(PACKAGE, path)) return []
  return [{ path, before: undefined, after: undefined, why: 'a copy of the program, as nothing is installed' }]
}

function shimEdit(repo: Repository, twice = false): Edit {
  const path = join(repo.common, SHIM)
  const after = shim({ node: process.execPath, cli: lasting(repo), twice })
  return { path, before: contentOf(path), after, why: 'finds node and leakgate, whatever the PATH', executable: true }
}

/** What a push knows of the remotes; kept as it is when init runs again. */
async function notesEdit({ common }: Repository): Promise<Edit> {
  const path = join(common, NOTES)
  const before = contentOf(path)
  return { path, before, after: before ?? (await firstNotes()), why: 'notes which remotes this clone knows' }
}

/** What is left out was written before: init takes nothing away. */
const kept = ({ hooks: folder }: Repository, hooks: readonly HookName[]) =>
  !hooks.includes('pre-push') && contentOf(join(folder, 'pre-push'))?.includes('leakgate')
    ? ['pre-push stays. To be without it: npx leakgate uninstall, then npx leakgate init --no-push']
    : []

function told(repo: Repository, { owner, notes, edits: planned }: Plan, edits: readonly Edit[]): string {
  const rows = edits.map(({ path, why }) => [`  ${inTree(repo.top, path)}`, why] as const)
  const width = Math.max(0, ...rows.map(([left]) => left.length)) + 3
  const lines = rows.map(([left, right]) => `${left.padEnd(width)}${right}`)
  const none = planned.length > 0 ? 'Nothing to change: everything is in place.' : 'Nothing was written.'
  const body = lines.length > 0 ? lines.join('\n') : `  ${none}`
  return `\n  Hooks of this repository: ${owner}.\n\n${body}\n${notes.map((note) => `\n  ${note.replaceAll('\n', '\n  ')}\n`).join('')}`
}
