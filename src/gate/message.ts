/** The gate for a commit's message, without the lines that git drops. A refused message is kept, and its file is named. */
import { readFileSync, truncateSync } from 'node:fs'
import { resolve } from 'node:path'
import { partsOf } from '../collect/commit.ts'
import { git } from '../collect/git.ts'
import { changeOf } from '../collect/text.ts'
import { type Settings, scan } from '../scan.ts'
import { settingsOf } from '../settings.ts'
import { word } from '../shell.ts'
import type { Report, Verdict } from '../types.ts'
import { committedConfig } from './committed.ts'

/** `whole`: git keeps all of the message. */
export async function messageReport(file: string, whole = process.env.GIT_EDITOR === ':'): Promise<Report> {
  const begun = Date.now()
  const [comment, config] = await Promise.all([whole ? undefined : commentMark(), committedConfig('')])
  const message = readFileSync(file, 'latin1')
  const text = whole ? message : kept(message, comment)
  const settings = settingsOf(config)
  const verdicts = await newOnly(verdictsOf(Buffer.from(text, 'latin1'), settings), settings)
  const refused = verdicts.some(({ outcome }) => outcome === 'blocked')
  if (refused && !whole) truncateSync(file, ownLength(message, text)) // `git commit -F` would keep the template
  return {
    verdicts,
    coverage: [{ path: file, bytes: text.length }],
    unread: settings.config.unread,
    notes: refused ? keeping(file) : [],
    ms: Date.now() - begun,
  }
}

const verdictsOf = (message: Uint8Array, settings: Settings) =>
  [...changeOf('the commit message', message)].flatMap((change) => scan(change, settings))

/** An amended commit repeats what the message of HEAD said already. */
async function newOnly(verdicts: readonly Verdict[], settings: Settings): Promise<Verdict[]> {
  if (verdicts.length === 0) return []
  const { code, out } = await git(['cat-file', 'commit', 'HEAD'])
  const known = code === 0 ? verdictsOf(partsOf(out).message, settings).map(({ finding }) => finding.fingerprint) : []
  return verdicts.filter(({ finding }) => !known.includes(finding.fingerprint))
}

/** The hook runs at the top of the repository, the user may be in a folder below. */
function keeping(file: string): string[] {
  const place = word(process.env.GIT_PREFIX ? resolve(file) : file)
  return [`Your message is kept in ${place}. Fix it there, then, with -a, --amend or your other options:`, `git commit -F ${place}`]
}

/**
 * The prefix of the comments that git will drop from an edited message. (If nobody edits it, git gives hooks GIT_EDITOR=:, and keeps a line
 * like that of `git commit -m "#42 …"`.) Undefined if git may keep comments: with `auto`, hooks do not learn the prefix; core.commentString
 * exists only since git 2.45; and every commit.cleanup except `strip` and `default` keeps comments.
 */
async function commentMark(): Promise<string | undefined> {
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

/** What `git commit -v` writes above the diff: comments, the first with scissors. Everything from there on is dropped. */
const SCISSORS = /^(\S+) -{24} >8 -{24}\n(?:\1(?: .*)?\n)+(?=diff --)/m

/** What git keeps of an edited message. `comment`: the prefix of the lines that it drops. */
function kept(text: string, comment: string | undefined): string {
  const scissors = SCISSORS.exec(text)
  const cut = scissors && (comment === undefined || scissors[1] === comment) ? scissors.index : undefined
  const rest = text.slice(0, cut)
  return comment === undefined
    ? rest
    : rest
        .split('\n')
        .map((line) => (line.startsWith(comment) ? '' : line))
        .join('\n')
}

/** Up to the template that git writes below the message. `kept`: the same lines, blank where git drops them, up to the scissors. */
const ownLength = (message: string, kept: string) => message.split('\n').slice(0, kept.trimEnd().split('\n').length).join('\n').length
