/** Takes refused files out of the commit: out of the index, kept on disk, ignored, with an example. All of it is done, or nothing. */
import { existsSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { git, inside } from '../collect/git.ts'
import { gitAt } from '../collect/repository.ts'
import { exampleOf } from '../dotenv.ts'
import { UserError } from '../errors.ts'
import { printable } from '../report/style.ts'
import type { Settings } from '../scan.ts'
import { applyEdits, contentOf, type Edit, inTree } from '../setup/edits.ts'
import { leading, within } from '../setup/outside.ts'
import { shown } from '../setup/shown.ts'
import { word } from '../shell.ts'
import { ended } from '../wording.ts'
import { examples } from './exampleedits.ts'

interface How {
  readonly settings: Settings
  readonly dry: boolean
}

/** Returns what was done or, if `dry`, what would be, for the user. */
export async function takeOut(top: string, files: readonly string[], { settings, dry }: How): Promise<string> {
  const ignored = await ignoredOf(top, files, '--no-index')
  const listed = files.filter((file) => !ignored.has(file))
  const tracked = await namesIn(gitAt(top, ...LITERAL, 'ls-files', '-z', '--', ...files))
  const unnamed = files.find((file) => !tracked.has(file) && !existsSync(join(top, file)))
  if (unnamed !== undefined)
    throw new UserError(
      3,
      `${printable(unnamed)} cannot be passed to git: its name is not UTF-8. Nothing was changed.`,
      'Rename it, stage it under its new name, and try again.',
    )
  // What is only in the index would be lost.
  const missing = [...tracked, ...(await sparse(top, ['.gitignore', ...files.flatMap((file) => exampleOf(file) ?? [])]))].filter(
    (file) => !existsSync(join(top, file)),
  )
  if (missing.length > 0) {
    const conflicts = ['diff', '--name-only', '--no-relative', '-z', '--diff-filter=U', '--', ...missing]
    const [torn] = await namesIn(gitAt(top, ...LITERAL, ...conflicts))
    if (torn !== undefined)
      throw new UserError(3, `${printable(torn)} is in conflict, and not on disk. Nothing was changed.`, 'Resolve that first: git status')
    if (!dry) await gitAt(top, ...LITERAL, 'restore', '-q', '--ignore-skip-worktree-bits', '--', ...missing)
  }
  const { edits: made, omissions } = examples(top, files, settings)
  const edits = [...gitignore(top, listed), ...made]
  const beyond = edits.find(({ path }) => !within(path, top))
  if (beyond)
    throw new UserError(
      3,
      `${printable(leading(beyond.path))}. Nothing was changed.`,
      'Put a file of the repository in its place, and try again.',
    )
  if (dry)
    return ended(
      [
        ...files.map((file) => `${printable(file)}  (${tracked.has(file) ? 'leaves the commit' : 'is not staged'}, stays on disk)`),
        ...edits.map((edit) => shown({ ...edit, path: printable(edit.path) })),
        ...omissions,
      ].join('\n'),
    )
  // Before the first commit, there is no HEAD.
  const committed = await namesIn(gitAt(top, ...LITERAL, 'ls-tree', '-rz', '--name-only', 'HEAD', '--', ...files).catch(() => ''))
  await apply(top, [...tracked], edits)
  return ended(
    [
      ...files.map((file) => `${printable(file)} ${tracked.has(file) ? 'is out of the commit' : 'is not staged'} and stays on disk.`),
      ...(await ignoring(top, listed)),
      ...made.map(({ path, why }) => `${printable(inTree(top, path))}: ${why}.`),
      ...omissions,
      ...past([...committed]),
    ].join('\n'),
  )
}

const LITERAL = ['--literal-pathspecs'] as const

const namesIn = async (listed: Promise<string>) => new Set((await listed).split('\0').filter(Boolean))

/** Of these files, those that a sparse checkout leaves in the index. */
async function sparse(top: string, files: readonly string[]): Promise<string[]> {
  const listed = await namesIn(gitAt(top, ...LITERAL, 'ls-files', '-z', '-t', '--', ...files))
  return [...listed].flatMap((line) => (line.startsWith('S ') ? [line.slice(2)] : []))
}

/** Of these files, those that git ignores; with `--no-index`, those that it would ignore if they were not tracked. */
async function ignoredOf(top: string, files: readonly string[], ...how: readonly string[]): Promise<Set<string>> {
  const place = (file: string) => resolve(top, file) // a relative one that begins with a colon would be a pattern
  const { out } = await git(inside(top, ['check-ignore', ...how, '-z', '--stdin']), files.map((file) => `${place(file)}\0`).join(''))
  const ignored = new Set(out.toString().split('\0'))
  return new Set(files.filter((file) => ignored.has(place(file))))
}

async function apply(top: string, tracked: readonly string[], edits: readonly Edit[]): Promise<void> {
  const clean: string[] = []
  for (const { path } of edits)
    if ((await gitAt(top, ...LITERAL, 'diff', '--name-only', '--', path).catch(() => '')).trim() === '') clean.push(path)
  applyEdits(edits)
  try {
    // Not `git rm`, which refuses a file outside a sparse checkout, and one that was edited after the refusal.
    if (tracked.length > 0) await gitAt(top, 'update-index', '--force-remove', '--', ...tracked)
  } catch (cause) {
    applyEdits(edits.map((edit) => ({ ...edit, before: edit.after, after: edit.before })))
    throw cause
  }
  const hidden = await ignoredOf(top, clean)
  const shared = clean.filter((path) => !hidden.has(path))
  if (shared.length > 0) await gitAt(top, 'update-index', '--add', '--', ...shared)
}

/** A control character, such as a line break, cannot be written in a .gitignore: `?` stands for any character. */
const pattern = (file: string) => `/${file.replace(/[*?[\]\\!# ]/g, '\\$&').replace(/[\0-\x1f\x7f]/g, '?')}`

function gitignore(top: string, files: readonly string[]): Edit[] {
  if (files.length === 0) return []
  const path = join(top, '.gitignore')
  const before = contentOf(path)
  const after = `${ended(before)}${files.map((file) => `${pattern(file)}\n`).join('')}`
  return [{ path, before, after, why: `ignores ${files.map(printable).join(', ')}` }]
}

/** What the new lines of .gitignore did: a .gitignore in a folder below may say otherwise, and wins. */
async function ignoring(top: string, listed: readonly string[]): Promise<string[]> {
  const ignored = await ignoredOf(top, listed, '--no-index')
  const names = listed.filter((file) => ignored.has(file)).map(printable)
  return [
    ...(names.length > 0 ? [`.gitignore: ignores ${names.join(', ')}.`] : []),
    ...listed
      .filter((file) => !ignored.has(file))
      .map(
        (file) =>
          `${printable(file)} is in .gitignore, but git does not ignore it. To see why: git check-ignore -v --no-index ${word(relative('.', join(top, file)))}`,
      ),
  ]
}

const past = (committed: readonly string[]) =>
  committed.length > 0
    ? [`Earlier versions of ${committed.map(printable).join(', ')} stay in the history: npx leakgate audit --history`]
    : []
