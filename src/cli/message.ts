/** The gate at a commit's message: without the lines that git drops. A refused message is kept, and its file is named. */
import { readFileSync } from 'node:fs'
import { git } from '../collect/git.ts'
import { changeOf } from '../collect/text.ts'
import { scan } from '../scan.ts'
import type { Report } from '../types.ts'
import { committedConfig } from './committed.ts'
import { settingsOf } from './settings.ts'

export async function messageReport(file: string): Promise<Report> {
  const begun = Date.now()
  const [comment, config] = await Promise.all([commentMark(), committedConfig('')])
  const text = kept(readFileSync(file, 'latin1'), comment)
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
 * How the comments begin that git will drop; undefined where it may keep them: it gives hooks GIT_EDITOR=: when nobody edits the message,
 * and then `git commit -m "#42 …"` commits that line; `auto` takes a sign that the hook is not told; core.commentString is known to git
 * since 2.45 only; and every commit.cleanup but `strip` and `default` keeps comments.
 */
async function commentMark(): Promise<string | undefined> {
  if (process.env.GIT_EDITOR === ':') return undefined
  const { out } = await git(['config', '--null', '--get-regexp', '^(core\\.comment(char|string)|commit\\.cleanup)$'])
  const set = new Map(
    out
      .toString()
      .split('\0')
      .map((entry) => [entry.slice(0, entry.indexOf('\n')).toLowerCase(), entry.slice(entry.indexOf('\n') + 1)]),
  )
  const mark = set.get('core.commentchar') ?? '#'
  const cleaned = ['strip', 'default'].includes(set.get('commit.cleanup') ?? 'default')
  return mark === 'auto' || set.has('core.commentstring') || !cleaned ? undefined : mark
}

/** What `git commit -v` writes above the changes: a comment, and below it another one. All from there on is dropped. */
const SCISSORS = /^(\S+) -{24} >8 -{24}\n(?=\1 )/m

/** What git keeps of an edited message. `comment`: how the lines begin that it drops. */
function kept(text: string, comment: string | undefined): string {
  const cut = process.env.GIT_EDITOR === ':' ? undefined : SCISSORS.exec(text)?.index
  const rest = text.slice(0, cut)
  return comment === undefined
    ? rest
    : rest
        .split('\n')
        .map((line) => (line.startsWith(comment) ? '' : line))
        .join('\n')
}
