/**
 * `leakgate doctor`: is this clone armed? Asks `init` whether it would change anything, tries a made-up secret, and checks what else can be
 * wrong.
 */
import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { execa } from 'execa'
import { ask } from '../collect/git.ts'
import { NOTES } from '../collect/remote.ts'
import { repository } from '../collect/repository.ts'
import { UserError } from '../errors.ts'
import { committedConfig } from '../gate/committed.ts'
import { printable } from '../report/style.ts'
import { settingsOf } from '../settings.ts'
import { PLACES } from '../setup/config.ts'
import { configOnDisk } from '../setup/find.ts'
import { HOOKS } from '../setup/owner/owner.ts'
import { plan } from '../setup/owners.ts'
import { SHIM } from '../setup/program.ts'
import { isAtLeast } from '../setup/version.ts'
import { word } from '../shell.ts'
import type { Repository } from '../types.ts'
import type { Command } from './command.ts'
import { failing } from './examples.ts'
import { proof } from './proof.ts'
import { say } from './show.ts'
import { over } from './stale.ts'
import { hookTroubles, type Trouble } from './troubles.ts'

export const doctor: Command = {
  name: 'doctor',
  operands: '',
  summary: 'is this clone armed? proves it with a made-up secret',
  options: {},
  notes: ['Exit code 1 if it is not. The secret is staged in a temporary index, and goes through git’s own hook.'],
  async run() {
    const { refuses, troubles } = await examined(await repository(process.cwd()))
    const grave = troubles.some((one) => one.grave)
    const lines = troubles.flatMap(({ problem, next, grave: bad }) => [`  ${bad ? '✖' : '!'} ${printable(problem)}`, `      ${next}`])
    const armed = grave ? '  The hook refuses a made-up secret, but:\n' : '  ✔ Armed: a commit with a made-up secret is refused.\n'
    say(`\n${refuses ? armed : ''}${lines.map((line) => `${line}\n`).join('')}\n`)
    return grave ? 1 : 0
  },
}

/** Everything that is wrong with the gate of this clone, most serious first. */
export const diagnosis = async (repo: Repository): Promise<Trouble[]> => (await examined(repo)).troubles

/** `refuses`: git's hook has refused a made-up secret. */
async function examined(repo: Repository): Promise<{ readonly refuses: boolean; readonly troubles: Trouble[] }> {
  const pushes = existsSync(join(repo.common, NOTES)) // init writes them with pre-push
  const found = plan(
    repo,
    HOOKS.filter((hook) => hook !== 'pre-push' || pushes),
  )
  const troubles = [...(await hookTroubles(repo, found)), ...(await surroundings(repo)), ...(await config(repo))]
  const { problem } = await proof(repo, found.isolation)
  const known = troubles.some((one) => one.grave)
  const unproven = problem ? [{ problem, next: known ? 'See below.' : 'npx leakgate init', grave: true }] : []
  return { refuses: !problem, troubles: [...unproven, ...troubles].toSorted((a, b) => Number(b.grave) - Number(a.grave)) }
}

async function surroundings(repo: Repository): Promise<Trouble[]> {
  const troubles: Trouble[] = []
  if (!isAtLeast(repo, 2, 31))
    troubles.push({
      problem: `git ${repo.version.join('.')} is older than 2.31, the oldest that leakgate works with`,
      next: 'Install a newer git.',
      grave: true,
    })
  if (!(await nodeInGui(repo)))
    troubles.push({
      problem: 'a git client with a minimal PATH does not find node: its commits are refused',
      next: 'Set LEAKGATE_NODE for it, or put node in /usr/local/bin.',
      grave: false,
    })
  if (existsSync(join(repo.top, '.jj')))
    troubles.push({
      problem: 'jj runs no git hooks: its commits are scanned only when git pushes them, and in CI',
      next: 'Run in CI: npx leakgate audit',
      grave: false,
    })
  if (existsSync(join(repo.common, 'gitbutler')))
    troubles.push({ problem: 'GitButler may not run git hooks', next: 'Run in CI: npx leakgate audit', grave: false })
  const lock = await ask('rev-parse', '--path-format=absolute', '--git-path', 'index.lock')
  if (existsSync(lock))
    troubles.push({
      problem: 'index.lock is held, perhaps by a git that was killed',
      next: `If no git runs: rm ${word(lock)}`,
      grave: false,
    })
  return troubles
}

/** With the PATH of a program that was started from a desktop. */
async function nodeInGui(repo: Repository): Promise<boolean> {
  const run = await execa(join(repo.common, SHIM), ['doctor'], {
    cwd: repo.top,
    extendEnv: false,
    env: { PATH: '/usr/bin:/bin', HOME: homedir() },
    reject: false,
  })
  return !run.stderr.includes('node is not found')
}

async function config(repo: Repository): Promise<Trouble[]> {
  try {
    await committedConfig('') // throws if the one that is staged is broken: it counts at a commit
    const config = await configOnDisk(repo.top)
    settingsOf(config) // throws if a custom rule cannot be compiled
    return [
      ...PLACES.filter((place) => place !== 'package.json' && place !== config.file && existsSync(join(repo.top, place))).map((place) => ({
        problem: `${place} is ignored: ${config.file} comes first`,
        next: 'Keep one of them.',
        grave: false,
      })),
      ...over(config).map((problem) => ({
        problem,
        next: `Remove it from ${config.file}, or extend it.`,
        grave: false,
      })),
      ...failing(config).map((problem) => ({
        problem,
        next: `Fix the rule or its example in ${config.file}, then: npx leakgate doctor`,
        grave: true,
      })),
    ]
  } catch (error) {
    if (error instanceof UserError) return [{ problem: error.message, next: error.next, grave: true }]
    throw error
  }
}
