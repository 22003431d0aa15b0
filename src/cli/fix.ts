/** `leakgate fix`: takes refused files out of the commit, keeps them on disk, and ignores them. */
import { existsSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileOf } from '../collect/archive/name.ts'
import { git } from '../collect/git.ts'
import { repository } from '../collect/repository.ts'
import { changeOf } from '../collect/text.ts'
import { nameInTree } from '../collect/tree.ts'
import { trackedUnits } from '../collect/units.ts'
import { UserError } from '../errors.ts'
import { stagedReport } from '../gate/staged.ts'
import { DOTS } from '../judge/dots.ts'
import { printable } from '../report/style.ts'
import { type Settings, scan, shownName } from '../scan.ts'
import { Scanner } from '../scanner.ts'
import { settingsOf } from '../settings.ts'
import { configOnDisk } from '../setup/find.ts'
import { word } from '../shell.ts'
import type { Finding } from '../types.ts'
import type { Command } from './command.ts'
import { say } from './show.ts'
import { takeOut } from './takeout.ts'

export const fix: Command = {
  name: 'fix',
  operands: '[PATH…]',
  summary: 'take refused files out of the commit, and ignore them',
  options: { 'dry-run': { type: 'boolean', help: 'show what would be done' } },
  notes: [
    'Files stay on disk, and .env.example is written. Findings inside other files are yours to fix: the steps are printed.',
    'Without PATH: what is staged. With PATH, also files that were committed before; their earlier versions stay in the history.',
  ],
  async run(args) {
    const { top } = await repository(process.cwd())
    const named = args.positionals.map((path) => nameInTree(top, path))
    const wanted = (path: string) => named.length === 0 || named.some((one) => isBelow(one, path))
    const settings = settingsOf(await configOnDisk(top))
    const { verdicts } = await stagedReport()
    const blocked = verdicts.filter(({ outcome, finding }) => outcome === 'blocked' && wanted(finding.path)).map(({ finding }) => finding)
    const files = new Set(await refusedFiles(blocked, settings))
    if (named.length > 0) for (const file of await refusedInTree(top, wanted, settings)) files.add(file)
    const rest = blocked.filter(({ path }) => !files.has(path))
    const refused = [...files, ...rest.map(({ path }) => path)]
    const unknown = args.positionals.find((path, i) => !existsSync(path) && !refused.some((one) => isBelow(named[i] ?? '', one)))
    if (unknown !== undefined)
      throw new UserError(
        2,
        `${printable(shownName(unknown, settings))} is not on disk, and nothing staged there would be refused.`,
        'Check the path: git status',
      )
    if (files.size > 0) say(await takeOut(top, [...files], { settings, dry: args.flag('dry-run') }))
    say(rest.map((one) => steps(top, one)).join(''))
    if (refused.length === 0) say(named.length > 0 ? NOTHING_THERE : NOTHING)
    return rest.length > 0 ? 1 : 0
  },
}

/** Is it that file, or in that folder? The folder at the top is ''. */
const isBelow = (folder: string, path: string) => folder === '' || path === folder || path.startsWith(`${folder}/`)

const NOTHING = 'Nothing staged would be refused. For committed files: npx leakgate fix PATH\n'
const NOTHING_THERE = 'Nothing staged there would be refused, and no file there is refused by its type.\n'

/** Files that are refused as a whole, including those that were committed before and contain a new secret now. */
async function refusedFiles(blocked: readonly Finding[], settings: Settings): Promise<string[]> {
  const files = new Set(blocked.filter(({ fixable }) => fixable).map(({ path }) => path))
  for (const { path } of blocked) {
    if (files.has(path)) continue
    const { code, out } = await git(['cat-file', 'blob', `:${path}`])
    const verdicts = code === 0 ? [...changeOf(path, out)].flatMap((change) => scan(change, settings)) : []
    if (verdicts.some(({ outcome, finding }) => outcome === 'blocked' && finding.fixable)) files.add(path)
  }
  return [...files]
}

/** Files that are refused as a whole, committed or not: a commit of changes would not refuse them, as they are not new. */
async function refusedInTree(top: string, wanted: (path: string) => boolean, settings: Settings): Promise<string[]> {
  const units = (await trackedUnits(top))
    .map((unit) => ({ ...unit, paths: unit.paths.filter(wanted) }))
    .filter(({ paths }) => paths.length > 0)
  const scanner = new Scanner(settings, true)
  const results = await scanner.scan({ at: top, units })
  scanner.end()
  const verdicts = results.flatMap(({ found }) => found.flat())
  return verdicts.filter(({ outcome, finding }) => outcome === 'blocked' && finding.fixable).map(({ finding }) => finding.path)
}

/** A name that holds a secret is masked, and cannot be given to git. */
function steps(top: string, { path, line, title, remedy, link, masked }: Finding): string {
  const removal = path.includes(DOTS)
    ? 'Rename the file, whose name git status shows, and stage it again.'
    : `Remove it from the file, and stage the file again: git add ${word(relative('.', join(top, fileOf(path))))}`
  return `\n  ${printable(path)}${line > 0 ? `:${line}` : ''}   ${title}   ${masked}\n    1. ${remedy}${link ? `\n       ${link}` : ''}\n    2. ${removal}\n    3. Check again: npx leakgate check\n`
}
