/** `leakgate explain`: how a decision was made, step by step. */
import { existsSync, lstatSync } from 'node:fs'
import { join } from 'node:path'
import { entries } from '../collect/archive/archive.ts'
import { fileOf } from '../collect/archive/name.ts'
import { partsOf } from '../collect/commit.ts'
import { ask, git, inside, objects } from '../collect/git.ts'
import { resolvePointer } from '../collect/lfs.ts'
import { noRepository } from '../collect/repository.ts'
import { staged } from '../collect/staged.ts'
import { changeOf, latin1, nameOf } from '../collect/text.ts'
import { nameInTree, onDisk, placeBytes, topOf } from '../collect/tree.ts'
import { trackedUnits } from '../collect/units.ts'
import { candidates } from '../detect/candidates.ts'
import { UserError } from '../errors.ts'
import { FINGERPRINT } from '../fingerprint.ts'
import { explained, type Steps } from '../judge/explain.ts'
import { AUDIT } from '../judge/thresholds.ts'
import { printable } from '../report/style.ts'
import { type Settings, scan } from '../scan.ts'
import { settingsOf } from '../settings.ts'
import type { Change, Config, Outcome } from '../types.ts'
import type { Command } from './command.ts'
import { configHere } from './here.ts'
import { everywhere } from './incident.ts'
import { say } from './show.ts'

export const explain: Command = {
  name: 'explain',
  operands: 'FINGERPRINT | PATH:LINE[:COLUMN]',
  summary: 'step by step: why something was refused, or was not',
  options: {},
  notes: [
    'PATH:LINE, or ARCHIVE!/PATH:LINE, reads what is staged, then the file on disk. A fingerprint is searched for in what is staged, in the tree, on disk, in a refused message, in archives, then in the history.',
  ],
  async run({ positionals: [wanted = ''] }) {
    const places = [/^(.+):(\d+)$/s.exec(wanted), /^(.+):(\d+):\d+$/s.exec(wanted)]
    const place = places.find((one) => one && existsSync(fileOf(one[1] ?? ''))) ?? places[1] ?? places[0]
    const byMark = FINGERPRINT.test(wanted)
    if (!place && !byMark)
      throw new UserError(2, 'explain needs a fingerprint of 12 hex digits, or PATH:LINE.', 'See: npx leakgate explain --help')
    const top = await topOf()
    const config = await configHere(top)
    const here: Here = { top, config, settings: settingsOf(config, AUDIT) }
    const steps = place ? await atPlace(place[1] ?? '', Number(place[2]), here) : await ofFingerprint(wanted, here)
    say(
      steps.length > 0
        ? `\n${steps.map(told).join('\n')}\n`
        : place
          ? 'No rule applies to that line: it has no literal of a rule, and no value with a secret-like name. In code, values must be quoted.\n'
          : notFound(wanted),
    )
    return steps.length > 0 || place ? 0 : 1
  },
}

/** Where explain was started. */
interface Here {
  readonly top: string | undefined
  readonly config: Config
  readonly settings: Settings
}

async function atPlace(path: string, line: number, here: Here): Promise<Steps[]> {
  const file = existsSync(path) ? path : fileOf(path)
  const name = nameInTree(here.top, file)
  const indexed = await git(['cat-file', 'blob', `:0:${name}`])
  if (indexed.code !== 0 && !existsSync(file))
    throw new UserError(
      2,
      `There is no file ${file}, neither staged nor on disk.`,
      'Give its path from the current folder: npx leakgate explain PATH:LINE',
    )
  if (indexed.code !== 0 && lstatSync(file).isDirectory())
    throw new UserError(2, `${file} is a folder.`, 'Give a file and a line of it: npx leakgate explain PATH:LINE')
  // The file on disk, too: after a refused `commit -a`, what was refused is only there.
  const reads = [...(indexed.code === 0 ? [await resolvePointer(indexed.out)] : []), ...(existsSync(file) ? [onDisk(file, name)] : [])]
  const texts = reads.flatMap(({ bytes }) => bytes ?? [])
  if (texts.length === 0)
    throw new UserError(
      2,
      `${file} cannot be explained: ${reads[0]?.unread}.`,
      'Give a file and a line of it: npx leakgate explain PATH:LINE',
    )
  for (const bytes of texts) {
    const all = file === path ? stepsOf(name, bytes, here) : await packedSteps(name, bytes, here, name + path.slice(file.length))
    const steps = all.filter((one) => one.line <= line && line <= one.endLine)
    if (steps.length > 0) return steps
  }
  const lines = file === path ? Math.max(...texts.map(linesOf)) : line
  if (line > lines || line === 0)
    throw new UserError(2, `${file} has no line ${line}: it has ${lines}.`, 'Lines are numbered from 1: npx leakgate explain PATH:LINE')
  return []
}

const linesOf = (bytes: Uint8Array) =>
  [...changeOf('', bytes)].reduce((_, { text, line }) => line - 1 + text.replace(/(?:\r\n|[\r\n])$/, '').split(/\r\n|\n|\r/).length, 0)

async function ofFingerprint(fingerprint: string, here: Here): Promise<Steps[]> {
  const { top } = here
  if (!top) return noRepository()
  for (const explain of [stepsOf, packedSteps]) {
    for await (const { path, bytes } of places(top)) {
      const found = bytes ? (await explain(path, bytes, here)).filter((one) => one.fingerprint === fingerprint) : []
      if (found.length > 0) return found.slice(0, 1)
    }
  }
  return inHistory(fingerprint, here)
}

/** In an object that only the history has, as a refused push shows it. */
async function inHistory(fingerprint: string, here: Here): Promise<Steps[]> {
  const { verdicts, unread } = await everywhere(false)
  const found = verdicts.find(({ finding }) => finding.fingerprint === fingerprint)?.finding
  if (!found && unread)
    throw new UserError(
      3,
      `${printable(unread.path)} could not be scanned: ${printable(unread.unread ?? '')}`,
      `Make it readable: nothing else has the fingerprint ${fingerprint}.`,
    )
  for await (const { bytes, type } of objects(found?.history ? [found.history.object] : [])) {
    if (!found || !bytes) continue
    const { header, message } = type === 'blob' ? { header: '', message: (await resolvePointer(bytes)).bytes } : partsOf(bytes)
    const steps = [message, Buffer.from(header, 'latin1')].flatMap((text) => stepsOf(found.path, text, here))
    return steps.filter((one) => one.fingerprint === fingerprint).slice(0, 1)
  }
  return []
}

/** What is staged, then the rest of the tree; then what a refused `commit -a` has left on disk, and a refused message. */
async function* places(top: string): AsyncGenerator<{ path: string; bytes: Uint8Array | undefined }> {
  const fresh = new Set((await staged()).map(({ newId }) => newId))
  const units = await trackedUnits(top)
  const blobs = units.filter(({ kind }) => kind === 'blob').sort((a, b) => Number(fresh.has(b.id)) - Number(fresh.has(a.id)))
  const paths = new Map(blobs.map((unit) => [unit.id, unit.paths]))
  for await (const { asked, bytes: blob } of objects([...paths.keys()])) {
    const bytes = blob && (await resolvePointer(blob)).bytes
    for (const path of paths.get(asked) ?? []) yield { path, bytes }
  }
  for (const { kind, id, paths } of units) if (kind === 'file') yield onDisk(placeBytes(id), paths[0] ?? '')
  const edited = (await git(inside(top, ['diff', '--name-only', '-z']))).out.toString('latin1').split('\0').filter(Boolean)
  for (const path of edited) yield onDisk(placeBytes(join(latin1(Buffer.from(top)), path)), nameOf(path))
  for (const file of ['COMMIT_EDITMSG', 'MERGE_MSG', 'rebase-apply/final-commit'])
    yield onDisk(await ask('rev-parse', '--path-format=absolute', '--git-path', file), 'the commit message')
}

function stepsOf(path: string, bytes: Uint8Array, { config, settings }: Here): Steps[] {
  return [...changeOf(path, bytes)].flatMap((change: Change) => {
    const outcomes = new Map<string, { outcome: Outcome; reason?: string }>()
    for (const { finding, outcome, reason } of scan(change, settings))
      outcomes.set(finding.fingerprint, { outcome, ...(reason ? { reason } : {}) })
    const found = settings.books.flatMap((book) => candidates(change, book))
    return explained(change, found, { config, today: settings.today, outcomes })
  })
}

/** For the entries of an archive: all, or only one. */
async function packedSteps(file: string, bytes: Uint8Array, here: Here, only?: string): Promise<Steps[]> {
  const steps: Steps[] = []
  for await (const { path, bytes: content } of entries(file, bytes))
    if (content && path === (only ?? path)) steps.push(...stepsOf(path, content, here))
  return steps
}

const told = ({ path, line, title, rule, masked, fingerprint, steps }: Steps) =>
  `  ${printable(path)}${line > 0 ? `:${line}` : ''}   ${title} (${rule})   ${fingerprint}\n${masked ? `    ${masked}\n` : ''}${steps.map((step) => `    – ${printable(step)}\n`).join('')}`

const notFound = (fingerprint: string) =>
  `No finding has the fingerprint ${fingerprint}, neither staged nor in the tree nor in the history.\n`
