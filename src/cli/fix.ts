/** `leakgate fix`: takes refused files out of the commit, keeps them on disk, and ignores them. */
import { join, relative } from 'node:path'
import { fileOf } from '../collect/archive/name.ts'
import { git } from '../collect/git.ts'
import { gitAt, repository } from '../collect/repository.ts'
import { changeOf } from '../collect/text.ts'
import { nameInTree } from '../collect/tree.ts'
import { envExample, exampleOf } from '../dotenv.ts'
import { stagedReport } from '../gate/staged.ts'
import { DOTS } from '../judge/mask.ts'
import { printable } from '../report/style.ts'
import { scan } from '../scan.ts'
import { settingsOf } from '../settings.ts'
import { applyEdits, changes, contentOf, type Edit, inTree } from '../setup/edits.ts'
import { configOnDisk } from '../setup/find.ts'
import { shown } from '../setup/shown.ts'
import { word } from '../shell.ts'
import type { Finding } from '../types.ts'
import { ended } from '../wording.ts'
import type { Command } from './command.ts'

export const fix: Command = {
  name: 'fix',
  operands: '[PATH…]',
  summary: 'take refused files out of the commit, ignore them, write .env.example',
  options: { 'dry-run': { type: 'boolean', help: 'show what would be done' } },
  notes: ['Files stay on disk. Findings inside other files are yours to fix: the steps are printed.'],
  async run(args) {
    const { top } = await repository(process.cwd())
    const named = args.positionals.map((path) => nameInTree(top, path))
    const wanted = (path: string) => named.length === 0 || named.some((one) => one === '' || path === one || path.startsWith(`${one}/`))
    const { verdicts } = await stagedReport()
    const blocked = verdicts.filter(({ outcome, finding }) => outcome === 'blocked' && wanted(finding.path)).map(({ finding }) => finding)
    const files = await refusedFiles(top, blocked)
    const rest = blocked.filter((finding) => !files.includes(finding.path))
    if (files.length > 0) await takeOut(top, files, args.flag('dry-run'))
    process.stdout.write(rest.map((one) => steps(top, one)).join(''))
    if (blocked.length === 0) process.stdout.write(`Nothing staged${named.length > 0 ? ' there' : ''} would be refused.\n`)
    return rest.length > 0 ? 1 : 0
  },
}

/** Files that are refused as a whole, including those that were committed before and contain a new secret now. */
async function refusedFiles(top: string, blocked: readonly Finding[]): Promise<string[]> {
  const settings = settingsOf(await configOnDisk(top))
  const files = new Set(blocked.filter(({ fixable }) => fixable).map(({ path }) => path))
  for (const { path } of blocked) {
    if (files.has(path)) continue
    const { code, out } = await git(['cat-file', 'blob', `:${path}`])
    const verdicts = code === 0 ? [...changeOf(path, out)].flatMap((change) => scan(change, settings)) : []
    if (verdicts.some(({ outcome, finding }) => outcome === 'blocked' && finding.fixable)) files.add(path)
  }
  return [...files]
}

async function takeOut(top: string, files: readonly string[], dry: boolean): Promise<void> {
  const git = (...words: readonly string[]) => gitAt(top, '--literal-pathspecs', ...words)
  const check = ['-c', 'core.quotePath=false', 'check-ignore', '--no-index', '--', ...files]
  const ignored = new Set((await gitAt(top, ...check).catch(() => '')).split('\n'))
  const edits = changes([
    ...gitignore(
      top,
      files.filter((file) => !ignored.has(file)),
    ),
    ...examples(top, files),
  ])
  const clean = new Set<string>()
  for (const { path } of edits) if ((await git('diff', '--name-only', '--', path).catch(() => '')).trim() === '') clean.add(path)
  if (dry) {
    process.stdout.write(
      `${files.map((file) => `${printable(file)}  (leaves the commit, stays on disk)`).join('\n')}\n${edits.map((edit) => `${shown(edit)}\n`).join('')}`,
    )
    return
  }
  // Forced: after the refusal the file on disk may have been edited, so that it differs from what is staged.
  await git('rm', '--cached', '-f', '-q', '--', ...files)
  applyEdits(edits)
  if (clean.size > 0) await git('add', '--', ...clean)
  process.stdout.write(
    files.map((file) => `${printable(file)} is out of the commit and stays on disk.\n`).join('') +
      edits.map(({ path, why }) => `${printable(inTree(top, path))}: ${why}.\n`).join(''),
  )
}

function gitignore(top: string, files: readonly string[]): Edit[] {
  if (files.length === 0) return []
  const path = join(top, '.gitignore')
  const before = contentOf(path)
  return [
    {
      path,
      before,
      after: `${ended(before)}${files.map((file) => `/${file.replace(/[*?[\]\\!# ]/g, '\\$&')}\n`).join('')}`,
      why: `ignores ${files.map(printable).join(', ')}`,
    },
  ]
}

/** The example of `.env.local` is the `.env.example` beside it, which may be that of `.env`, too. */
function examples(top: string, files: readonly string[]): Edit[] {
  const edits = new Map<string, Edit>()
  for (const file of files) {
    const example = exampleOf(file)
    if (example === undefined) continue
    const path = join(top, example)
    const { before, after } = edits.get(path) ?? { before: contentOf(path), after: contentOf(path) }
    const text = envExample(contentOf(join(top, file)) ?? '', after)
    edits.set(path, { path, before, after: text, why: 'has its keys, without values' })
  }
  return [...edits.values()]
}

/** A name that holds a secret is masked, and cannot be given to git. */
function steps(top: string, { path, line, title, remedy, link, masked }: Finding): string {
  const removal = path.includes(DOTS)
    ? 'Rename the file, whose name git status shows, and stage it again.'
    : `Remove it from the file, and stage the file again: git add ${word(relative('.', join(top, fileOf(path))))}`
  return `\n  ${printable(path)}${line > 0 ? `:${line}` : ''}   ${title}   ${masked}\n    1. ${remedy}${link ? `\n       ${link}` : ''}\n    2. ${removal}\n    3. Check again: npx leakgate check\n`
}
