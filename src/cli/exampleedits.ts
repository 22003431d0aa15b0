/** The keys of env files → the examples beside them. These are staged, so they must not hold a secret, nor a part of one. */
import { join } from 'node:path'
import { exampleOf, settingsIn } from '../dotenv.ts'
import { randomness } from '../judge/randomness.ts'
import { AUDIT } from '../judge/thresholds.ts'
import { scanned } from '../packed.ts'
import { printable } from '../report/style.ts'
import type { Settings } from '../scan.ts'
import { contentOf, type Edit } from '../setup/edits.ts'
import { count, ended } from '../wording.ts'

interface Examples {
  readonly edits: readonly Edit[]
  /** For each example from which something is left out, a sentence about it. */
  readonly omissions: readonly string[]
}

/** The example of `.env.local` is the `.env.example` beside it, which may be that of `.env`, too. */
export function examples(top: string, files: readonly string[], settings: Settings): Examples {
  const texts = new Map<string, string[]>()
  for (const file of files) {
    const example = exampleOf(file)
    if (example !== undefined) texts.set(example, [...(texts.get(example) ?? []), contentOf(join(top, file)) ?? ''])
  }
  const edits: Edit[] = []
  const omissions: string[] = []
  for (const [example, envs] of texts) {
    const path = join(top, example)
    const before = contentOf(path)
    const known = new Set(settingsIn(before ?? '').map(({ key }) => key))
    const missing = envs.flatMap(settingsIn).filter(({ key }) => !known.has(key))
    const doubtful = missing.filter((one) => one.doubtful)
    const names = new Set(missing.filter((one) => !one.doubtful).map(({ key }) => key))
    const keys = harmless(example, [...names].filter(isName), settings)
    const omitted = doubtful.length + names.size - keys.length
    if (keys.length > 0)
      edits.push({ path, before, after: `${ended(before)}${keys.map((key) => `${key}=\n`).join('')}`, why: 'has its keys, without values' })
    if (omitted > 0) omissions.push(`${printable(example)}: lacks ${count(omitted, 'key')} that may be a part of a secret.`)
  }
  return { edits, omissions }
}

/** The keys in which the engine finds nothing. A line without a name, or with its parts in another order, may have a token as its key. */
function harmless(example: string, keys: readonly string[], settings: Settings): string[] {
  const found = scanned(example, Buffer.from(keys.map((key) => `${key}=\n`).join('')), { ...settings, least: AUDIT })
  return keys.filter((_, i) => !found.some(({ finding: { line, endLine } }) => line <= i + 1 && i + 1 <= endLine))
}

/** Up to this length, a text tells nothing: `K8S_NS` is as rare as a random one. */
const SHORT = 10
/** Bits per character, in lower case: names have up to 3, as they abbreviate; a random text has 4 to 5. */
const RANDOM = 3

/** The name of a setting, not a random text such as the last line of a key, which base64 ends with `=`, too. */
export function isName(key: string): boolean {
  if (key.length <= SHORT) return true
  const digits = key.match(/\d/g)?.length ?? 0
  const turns = key.match(/[a-z](?=[A-Z\d])|[A-Z](?=\d)|\d(?=[A-Za-z])/g)?.length ?? 0
  return Math.max(digits, turns) * 3 <= key.length && randomness(key.toLowerCase()) < RANDOM * key.length
}
