/** Env files on the disk as facts: how their settings are, never what they are. */

import { isEnvFile, isPlain, settingsIn } from '../checklist/env.ts'
import type { EnvFile, Setting } from '../checklist/facts.ts'
import { isSecret } from '../checklist/strength.ts'
import { allLines } from '../collect/lines.ts'
import { changeOf, pathOf } from '../collect/text.ts'
import { onDisk } from '../collect/tree.ts'
import { placeholder } from '../judge/placeholder.ts'
import { randomness } from '../judge/randomness.ts'
import { scan } from '../scan.ts'
import type { Config } from '../types.ts'
import { settingsOf } from './settings.ts'

/** All of a work tree; of folders that git ignores, nothing is read. */
export async function envFiles(top: string, config: Config): Promise<EnvFile[]> {
  const list = async (...which: readonly string[]) =>
    (await allLines(top, ['ls-files', '-z', ...which], '', '\0')).map((path) => pathOf(Buffer.from(path, 'latin1'))).filter(isEnvFile)
  const [tracked, open, ignored] = await Promise.all([
    list('-c'),
    list('-o', '--exclude-standard'),
    list('-o', '-i', '--exclude-standard', '--directory'),
  ])
  const twins = new Map<string, string>()
  const read = (path: string, standing: EnvFile['standing']): EnvFile => {
    const { bytes } = onDisk(`${top}/${path}`, path)
    const text = Buffer.from(bytes ?? []).toString()
    const settings = settingsIn(text).map((one) => measured(one, path, twins))
    const verdicts = standing === 'ignored' && bytes ? [...changeOf(path, bytes)].flatMap((change) => scan(change, settingsOf(config))) : []
    return { path, standing, settings, findings: verdicts.flatMap(({ finding, outcome }) => (outcome === 'allowed' ? [] : [finding])) }
  }
  return [
    ...[...new Set(tracked)].map((path) => read(path, 'tracked')),
    ...open.map((path) => read(path, 'open')),
    ...ignored.map((path) => read(path, 'ignored')),
  ]
}

/** `twins`: where each secret was seen first; gone with this run. */
function measured({ key, line, value }: { key: string; line: number; value: string }, path: string, twins: Map<string, string>): Setting {
  if (isPlain(key)) return { key, line, kind: 'empty', length: 0, bits: 0, ...(/^[\w-]{1,20}$/.test(value) ? { plain: value } : {}) }
  const secret = /^\w+:\/\/[^:@/\s]*:([^@\s]*)@/.exec(value)?.[1] ?? (value.includes('://') ? '' : value)
  const kind = REFERENCES.includes(placeholder(secret) ?? '') ? 'empty' : 'value'
  const twin = kind === 'value' && isSecret(key) && secret !== '' ? twins.get(secret) : undefined
  if (kind === 'value' && isSecret(key) && !twin) twins.set(secret, `${key} (${path}:${line})`)
  return { key, line, kind, length: [...secret].length, bits: randomness(secret), ...(twin ? { twin } : {}) }
}

/** No value yet, or kept elsewhere. What is a word or an example is a value, and a weak one. */
const REFERENCES = ['empty', 'a template', 'a reference']
