/** A report on one screen: what, where, what to do now. Empty if there is nothing to report. */
import { exampleOf } from '../dotenv.ts'
import { baseOf } from '../path.ts'
import type { Finding, History, Report, Verdict } from '../types.ts'
import { count, shortRef } from '../wording.ts'
import { bySecret, bySeverity, counted, place } from './order.ts'
import { around, middle, padded, printable, type Style, wrapped } from './style.ts'
import { type Unread, unreadIn } from './unread.ts'

export interface Words {
  /** "would have been committed" */
  readonly happened: string
  /** The command that lists them all. */
  readonly list: string
  /** Rows of the terminal. */
  readonly rows: number
  /** Of an audit: the command that takes a file out of the next commit; undefined if none does. */
  readonly fix?: ((path: string) => string | undefined) | undefined
}

export function terminal(report: Report, style: Style, words: Words): string {
  const secrets = bySecret(bySeverity(report.verdicts.filter(({ outcome }) => outcome !== 'allowed')))
  const blocks = secrets.map((places) => [
    ...block(places, { isOne: secrets.length === 1, all: words.rows === Infinity, fix: words.fix }, style),
    '',
  ])
  const head = heading(report, style, words)
  const tail = [...unreadable(unreadIn(report.coverage), style), ...notes(report.notes, style), ...footer(secrets[0]?.[0].finding, style)]
  const shown = fitting(blocks, words.rows - head.length - tail.length - 6)
  const rest = blocks.length - shown.length
  const lines = [...head, ...shown.flat(), ...(rest > 0 ? [`  and ${rest} more:  ${words.list}`, ''] : []), ...tail]
  return lines.some((line) => line !== '') ? `\n${lines.join('\n').trimEnd()}\n\n` : ''
}

/** Files that could not be scanned; the first few are named. */
function unreadable(unread: readonly Unread[], style: Style): string[] {
  const named = unread
    .slice(0, 3)
    .flatMap(({ path, why }) => [
      `  ${style.strong(middle(printable(path), style.width - 4))}`,
      ...wrapped(`could not be scanned: ${printable(why)}`, style.width - 4).map((line) => `    ${line}`),
      '',
    ])
  return [...named, ...(unread.length > 3 ? [`  and ${unread.length - 3} more files that could not be scanned`, ''] : [])]
}

const notes = (notes: readonly string[], style: Style) =>
  notes.flatMap((note) => {
    const [, text = note, command] = COMMAND.exec(note) ?? []
    const lines = wrapped(printable(text), style.width - 2)
    return [...lines, ...(command ? [`  ${printable(command)}`] : [])].map((line) => `  ${line}`).concat('')
  })

/** A command at the end is not wrapped, so it can be pasted. */
const COMMAND = /^(.*:) ((?:git|npx) [^,]*)$/s

/** The gravest that there is to say. */
function heading({ verdicts, coverage, unread }: Report, style: Style, { happened }: Words): string[] {
  const blocked = verdicts.filter(({ outcome }) => outcome === 'blocked')
  const { what, places } = counted(blocked)
  if (blocked.length > 0) return [...wrapped(`✖ ${what} ${happened}${places}`, style.width - 2).map((line) => `  ${style.stop(line)}`), '']
  const unseen = unreadIn(coverage).length
  const missed = `${count(unseen, 'file')} could not be scanned`
  if (unseen > 0 && unread === 'block') return [`  ${style.stop(`✖ ${missed}`)}`, '']
  const warned = bySecret(verdicts.filter(({ outcome }) => outcome === 'warned')).length
  if (warned > 0) return [`  ${style.strong(`! ${count(warned, 'warning')}`)}`, '']
  return unseen > 0 ? [`  ${style.strong(`! ${missed}`)}`, ''] : []
}

/** As many blocks as fit into the rows, at least one. */
function fitting(blocks: readonly string[][], rows: number): string[][] {
  let used = 0
  const end = blocks.findIndex((block, i) => {
    used += block.length
    return i > 0 && used > rows
  })
  return end < 0 ? [...blocks] : blocks.slice(0, end)
}

/** `isOne`: the footer shows its fingerprint. `all`: name every place. */
function block(
  [verdict, ...others]: [Verdict, ...Verdict[]],
  shown: { readonly isOne: boolean; readonly all: boolean; readonly fix: Words['fix'] },
  style: Style,
): string[] {
  const { finding, outcome, reason } = verdict
  const title = `${finding.title}${outcome === 'warned' ? ' (warning)' : ''}`
  const where = place(finding, printable)
  const fingerprint = shown.isOne ? '' : ` (${finding.fingerprint})`
  const room = style.width - 2 - title.length - 4 - fingerprint.length
  const head =
    room >= Math.min(where.length, 30)
      ? [`  ${style.strong(padded(middle(where, room), Math.min(room, 30)))}    ${title}${style.faint(fingerprint)}`]
      : [
          `  ${style.strong(middle(where, style.width - 2))}`,
          `    ${middle(title, style.width - 4 - fingerprint.length)}${style.faint(fingerprint)}`,
        ]
  return [
    ...head,
    ...excerpt(finding, style),
    ...also(others, shown.all, style),
    ...way(finding, style),
    ...(reason ? indented(printable(reason), style, '   ') : []),
    ...(finding.history ? steps(finding.history, style) : remedy(finding, shown.fix, style)),
  ]
}

/** The other places of the same secret that are named without `--all`. */
const FEW = 9

function also(others: readonly Verdict[], all: boolean, style: Style): string[] {
  const named = others.slice(0, all ? others.length : FEW).map(({ finding }) => place(finding, printable))
  const rest = others.length - named.length
  return [...named, ...(rest > 0 ? [`${count(rest, 'more place')}`] : [])].map(
    (line) => `    ${style.faint(middle(`and ${line}`, style.width - 4))}`,
  )
}

function excerpt({ line, excerpt: { text, mark } }: Finding, style: Style): string[] {
  if (line === 0) return []
  const number = String(line)
  const shown = around(text, mark, style.width - number.length - 7)
  const [start, end] = shown.mark
  return [
    `    ${style.faint(`${number} │`)} ${shown.text}`,
    `    ${' '.repeat(number.length)} ${style.faint('│')} ${' '.repeat(start)}${style.stop('━'.repeat(Math.max(1, end - start)))}`,
  ]
}

function remedy({ remedy, link, fixable, path }: Finding, command: Words['fix'], style: Style): string[] {
  const lines = [...(fixable ? fix(path, command, style) : []), ...wrapped(remedy, style.width - 7), ...(link ? [style.faint(link)] : [])]
  return lines.map((line, i) => `    ${i === 0 ? '→  ' : '   '}${line}`)
}

/** Its life in the history, in a line or two. */
function way({ history, date, author, commit }: Finding, style: Style): string[] {
  if (!history) return []
  const more = history.commits.length > 1 ? ` to ${history.last?.date.slice(0, 10)}, in ${history.commits.length} commits` : ''
  const names = history.refs.map(shortRef)
  const facts = [
    date && commit ? `since ${date.slice(0, 10)}${more}, by ${author}` : 'in no commit',
    ...(names.length > 0 ? [`in ${names.slice(0, 3).join(', ')}${names.length > 3 ? ` and ${names.length - 3} more` : ''}`] : []),
    history.inTree ? 'still in the tree' : 'no longer in the tree',
    ...(history.pushed === 'yes' ? ['pushed'] : history.pushed === 'no' ? ['not pushed'] : []),
  ]
  return indented(printable(facts.join('; ')), style, '')
}

/** The steps; commands are not wrapped, so they can be pasted. */
function steps({ steps }: History, style: Style): string[] {
  return steps.flatMap((step, i) => {
    const lines = step.startsWith('$ ') ? [style.faint(printable(step))] : wrapped(printable(step), style.width - 7)
    return lines.map((line, k) => `    ${i === 0 && k === 0 ? '→  ' : '   '}${line}`)
  })
}

/** What `fix` does for a file; it writes an example only for env files. */
function fix(path: string, commandFor: Words['fix'], style: Style): string[] {
  const command = commandFor ? commandFor(path) : 'npx leakgate fix'
  if (command === undefined) return []
  const example = exampleOf(path)
  const commit = commandFor ? 'the next commit' : 'the commit'
  const does = `takes it out of ${commit}, ignores it${example ? `, and writes ${baseOf(example)}` : ''}`
  return command.length + 4 + does.length <= style.width - 7 ? [`${command}    ${does}`] : [command, ...wrapped(does, style.width - 7)]
}

const indented = (text: string, style: Style, by: string) =>
  wrapped(text, style.width - 4 - by.length).map((line) => `    ${by}${style.faint(line)}`)

function footer(finding: Finding | undefined, style: Style): string[] {
  if (!finding) return []
  const allow = `npx leakgate allow ${finding.fingerprint} --reason "…"`
  // Of what is in the history, the steps matter more.
  const [question, command] = finding.history ? ['All steps?', 'incident'] : ['Why?', 'explain']
  const more = `npx leakgate ${command} ${finding.fingerprint}`
  const asked = finding.policy ? 'Intended?' : 'Not a secret?'
  const wide = `  ${asked}   ${allow}    ${question}   ${more}`
  return wide.length <= style.width ? [wide] : [`  ${asked}`, `    ${allow}`, `  ${question}`, `    ${more}`]
}
