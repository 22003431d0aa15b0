/** Candidates of a change's name: files that are refused by name, and secrets in the name itself. */
import { cleanPath } from '../path.ts'
import type { Candidate, Change, Rule } from '../types.ts'
import type { Book } from './book.ts'
import { secretOf, textCandidates } from './match.ts'

export function nameCandidates(change: Change, book: Book, quiet?: Uint8Array): Candidate[] {
  const found: Candidate[] = []
  for (const [rule, number] of rulesNamed(change.path, book, quiet)) {
    if (!rule.pattern) {
      if (change.named) found.push({ rule, rank: number, path: change.path, start: 0, end: 0, secret: '', context: {} })
    } else if (rule.policy) found.push(...(change.binary ? [] : each(change, rule, number, book.pattern(number))))
    else if (hasSecret(rule.pattern)) found.push(...each(change, rule, number, book.pattern(number)))
    else found.push(...wholeFile(change, rule, number, book.pattern(number)))
  }
  if (!change.named) return found
  const bytes = Buffer.from(change.path, 'latin1')
  const inName = textCandidates(
    { path: change.path, clean: cleanPath(change.path), text: change.path, bytes, binary: true, context: {}, quiet },
    book,
  )
  return [...found, ...inName.found.map((one) => ({ ...one, start: 0, end: 0, context: { inName: true } }))]
}

type Named = readonly (readonly [Rule, number])[]

/** The last answer per book: in a history, the versions of a file come one after the other. */
const last = new WeakMap<Book, { readonly path: string; readonly quiet: Uint8Array | undefined; readonly named: Named }>()

/** The rules, with their numbers, that depend on the file's name and not on a word in its text. */
export function rulesNamed(path: string, book: Book, quiet?: Uint8Array): Named {
  const known = last.get(book)
  if (known && known.path === path && known.quiet === quiet) return known.named
  const named = namedBy(path, book, quiet)
  last.set(book, { path, quiet, named })
  return named
}

function namedBy(path: string, book: Book, quiet: Uint8Array | undefined): Named {
  const clean = cleanPath(path)
  const numbers = new Set<number>()
  const { nameStarts, nameUsers } = book.data
  book.names.scan(Buffer.from(path, 'latin1'), (name) => {
    const last = nameStarts[name + 1] ?? 0
    for (let k = nameStarts[name] ?? 0; k < last; k++) numbers.add(nameUsers[k] ?? 0)
  })
  return [...numbers].flatMap((number): [Rule, number][] => {
    const rule = book.rules[number]
    return rule && !quiet?.[number] && book.fits(rule, number, clean) ? [[rule, number]] : []
  })
}

const hasSecret = ({ source }: RegExp) => source.includes('(?<secret>')

/** One candidate for the file, if its content confirms what its name suggests. */
function wholeFile({ path, text }: Change, rule: Rule, rank: number, pattern: RegExp): Candidate[] {
  pattern.lastIndex = 0
  return pattern.test(text) ? [{ rule, rank, path, start: 0, end: 0, secret: '', context: {} }] : []
}

/** More in one file tell nothing new, and take long to judge. */
const MOST = 1000

/** Each secret or policy violation in a file of this kind. */
function each({ path, text }: Change, rule: Rule, rank: number, pattern: RegExp): Candidate[] {
  const found: Candidate[] = []
  for (const match of text.matchAll(pattern)) {
    const [start, end] = match.indices?.groups?.secret ?? match.indices?.[0] ?? [0, 0]
    found.push({ rule, rank, path, start, end, secret: secretOf(rule, match, text.slice(start, end)), context: {} })
    if (found.length === MOST) break
  }
  return found
}
