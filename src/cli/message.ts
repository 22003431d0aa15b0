/** The gate at a commit's message: without the lines that git drops. A refused message is kept, and its file is named. */
import { readFileSync } from 'node:fs'
import { git, objects } from '../collect/git.ts'
import { changeOf } from '../collect/text.ts'
import { scan } from '../scan.ts'
import { configIn, PLACES } from '../setup/config.ts'
import type { Config, Report } from '../types.ts'
import { settingsOf } from './settings.ts'

export async function messageReport(file: string): Promise<Report> {
  const begun = Date.now()
  const [comment, config] = await Promise.all([commentMark(), stagedConfig()])
  const text = comment === undefined ? readFileSync(file, 'latin1') : kept(readFileSync(file, 'latin1'), comment)
  const settings = settingsOf(config)
  const verdicts = [...changeOf('the commit message', Buffer.from(text, 'latin1'))].flatMap((change) => scan(change, settings))
  const refused = verdicts.some(({ outcome }) => outcome === 'blocked')
  return {
    verdicts,
    coverage: [{ path: file, bytes: text.length }],
    unread: settings.config.unread,
    notes: refused ? [`Your message is kept in ${file}. Mend it there, then:`, `git commit -F ${file}`] : [],
    ms: Date.now() - begun,
  }
}

/**
 * core.commentChar; `auto` lets git choose among several. Undefined where git drops nothing: it gives hooks GIT_EDITOR=: when nobody
 * edits the message, and then `git commit -m "#42 …"` commits that line.
 */
async function commentMark(): Promise<string | undefined> {
  if (process.env.GIT_EDITOR === ':') return undefined
  const { out } = await git(['config', '--get', 'core.commentChar'])
  const mark = out.toString().trim()
  return mark === '' || mark === 'auto' ? '#' : mark
}

/** What git keeps: nothing below the scissors of `commit -v`, no comment. */
function kept(text: string, comment: string): string {
  const scissors = text.split('\n').findIndex((line) => line.startsWith(comment) && / -+ >8 -+$/.test(line))
  const lines = text.split('\n')
  return (scissors < 0 ? lines : lines.slice(0, scissors)).filter((line) => !line.startsWith(comment)).join('\n')
}

async function stagedConfig(): Promise<Config | undefined> {
  let count = 0
  for await (const { bytes } of objects(PLACES.map((place) => `:${place}`))) {
    const place = PLACES[count++]
    const config = bytes && place ? await configIn(place, Buffer.from(bytes).toString()) : undefined
    if (config) return config
  }
  return undefined
}
