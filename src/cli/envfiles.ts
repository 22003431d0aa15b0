/** Env files on disk, as facts: properties of their values, never the values. */

import type { EnvFile, EnvPlace, Setting } from '../checklist/facts.ts'
import { isPlain } from '../checklist/production.ts'
import { isDatabase, isForDevelopment, isOther, isSecret, productOf, urlPassword } from '../checklist/secrets.ts'
import { failed, git, inside } from '../collect/git.ts'
import { allLines } from '../collect/lines.ts'
import { changeOf, nameOf } from '../collect/text.ts'
import { onDisk } from '../collect/tree.ts'
import { type EnvSetting, isEnvFile, isExample, settingsIn } from '../dotenv.ts'
import { placeholder } from '../judge/placeholder.ts'
import { randomness } from '../judge/randomness.ts'
import { folderOf } from '../path.ts'
import { scan } from '../scan.ts'
import { settingsOf } from '../settings.ts'
import type { Config } from '../types.ts'

/** All env files of a worktree; git-ignored folders are not read. `texts`: among them, those of the examples. */
export async function envFiles(top: string, config: Config, texts: ReadonlyMap<string, string>): Promise<EnvFile[]> {
  const list = async (...which: readonly string[]) =>
    (await allLines(top, ['ls-files', '-z', ...which], '', '\0')).map(nameOf).filter(isEnvFile)
  const [tracked, open, ignored] = await Promise.all([
    list('-c'),
    list('-o', '--exclude-standard'),
    list('-o', '-i', '--exclude-standard', '--directory'),
  ])
  const by = await ignoring(top, ignored)
  const twins = new Map<string, Twin>()
  const examples = [...texts].filter(([path]) => isExample(path))
  const read = (path: string, standing: EnvFile['standing']): EnvFile => {
    const { bytes } = onDisk(`${top}/${path}`, path)
    const text = Buffer.from(bytes ?? []).toString()
    const beside = examples.filter(([example]) => folderOf(example) === folderOf(path))
    const settings = settingsIn(text).map((one) => withExample(one, measured(one, path, twins), beside))
    const verdicts = standing === 'ignored' && bytes ? [...changeOf(path, bytes)].flatMap((change) => scan(change, settingsOf(config))) : []
    return {
      ...envPlace(path, by),
      standing,
      settings,
      findings: verdicts.flatMap(({ finding, outcome }) => (outcome === 'allowed' ? [] : [finding])),
    }
  }
  return [
    ...[...new Set(tracked)].map((path) => read(path, 'tracked')),
    ...open.map((path) => read(path, 'open')),
    ...ignored.map((path) => read(path, 'ignored')),
  ]
}

/** For each path, which file makes git ignore it, if any. */
export async function envPlaces(top: string, paths: readonly string[]): Promise<EnvPlace[]> {
  const by = await ignoring(top, paths)
  return paths.map((path) => envPlace(path, by))
}

function envPlace(path: string, by: ReadonlyMap<string, string>): EnvPlace {
  const ignoredBy = by.get(path)
  return ignoredBy === undefined ? { path } : { path, ignoredBy }
}

/** Per ignored path: the file that ignores it. */
async function ignoring(top: string, paths: readonly string[]): Promise<Map<string, string>> {
  const args = ['check-ignore', '-v', '-z', '--no-index', '--stdin']
  const answer = await git(inside(top, args), paths.map((path) => `${path}\0`).join(''))
  if (answer.code > 1) throw failed(args, answer)
  const by = new Map<string, string>()
  for (const [, file = '', pattern = '', path = ''] of answer.out.toString().matchAll(/([^\0]*)\0[^\0]*\0([^\0]*)\0([^\0]*)\0/g))
    if (!pattern.startsWith('!')) by.set(path, file)
  return by
}

/** The setting, with the place where one of these examples shows the same secret. */
function withExample({ key, value }: EnvSetting, setting: Setting, examples: readonly [path: string, text: string][]): Setting {
  if (setting.kind !== 'value' || !isSecret(key)) return setting
  for (const [path, text] of examples) {
    const same = settingsIn(text).find((one) => one.key === key && one.value === value)
    if (same) return { ...setting, shown: { path, line: same.line } }
  }
  return setting
}

/** The first occurrence of a secret. */
interface Twin {
  readonly key: string
  readonly at: string
  /** Of a database: which one it is for, if that is known. */
  readonly product: string | undefined
}

/** `twins`: the first occurrence of each secret; only kept during this run. */
function measured({ key, line, value }: EnvSetting, path: string, twins: Map<string, Twin>): Setting {
  if (isPlain(key)) {
    const plain = WORDS.test(value) ? value : '…'
    return { key, line, kind: 'empty', length: 0, bits: 0, ...(/^[\w*:,.-]{1,20}$/.test(value) ? { plain } : {}) }
  }
  const secret = urlPassword(key, value) ?? (isOther(key, value) ? '' : value)
  const meant = placeholder(secret)
  const isKnown = isForDevelopment(secret) || (meant !== undefined && !REFERENCES.includes(meant))
  const kind = isKnown ? 'placeholder' : meant === undefined ? 'value' : 'empty'
  const setting: Setting = { key, line, kind, length: [...secret].length, bits: randomness(secret) }
  if (kind !== 'value' || !isSecret(key)) return setting
  const first = twins.get(secret)
  const product = productOf(key, value)
  const isSame =
    first !== undefined && isDatabase(first.key) && isDatabase(key) && (!first.product || !product || first.product === product)
  if (!first || isSame) twins.set(secret, { key, at: `${key} (${path}:${line})`, ...first, product: first?.product ?? product })
  return first && !isSame ? { ...setting, twin: first.at } : setting
}

/** The values that a checklist may show: whatever the name, nothing else is sure to be no secret. */
const WORDS =
  /^(?:true|false|0|1|on|off|yes|no|none|null|dev|development|test|testing|ci|qa|stage|staging|preview|sandbox|demo|local|prod|production|live|trace|debug|verbose|info|warn|warning|error|\*)$/i

/** Kinds that mean no value yet, or one kept elsewhere. A placeholder word or an example is a value, but a weak one. */
const REFERENCES = ['empty', 'a template', 'a reference']
