/** The types that flow: repository → Change → Candidate → Finding → Verdict → Report. */
import type { Point } from '../patterns/checklist.ts'
import type { Level, Rule, Severity } from '../patterns/rule.ts'

export type { Level, Point, Rule, Severity }

/** One file's new content, wherever it came from. */
export interface Change {
  /** Slash-separated, relative to the top of the repository. Bytes that are no UTF-8 stand as Latin-1. */
  readonly path: string
  /** One character a byte (Latin-1 view of UTF-8), so that every offset is a byte offset. */
  readonly text: string
  /** The same bytes, for what runs on bytes. */
  readonly bytes: Uint8Array
  /** Mostly not text: only rules of fixed token shapes are tried. */
  readonly binary: boolean
  /** Number of the first line; above 1 for a later part of a large file. */
  readonly line: number
  /** Its name is looked at with it: it is the file, or the first part of a large one. */
  readonly named: boolean
  /** Findings that end behind the first of these bytes, up to the second, are its own: a large file has other parts. */
  readonly own: readonly [number, number]
  /** The commit that brought it, where several are read. */
  readonly commit?: string
}

/** May be a secret. THE LAST TYPE THAT HOLDS ONE. Offsets are bytes in the change's text; equal for a finding of the name alone. */
export interface Candidate {
  readonly rule: Rule
  /** The rule's place in its book: of two that claim one text, the more specific, else the earlier keeps it. */
  readonly rank: number
  readonly path: string
  readonly start: number
  readonly end: number
  readonly secret: string
  readonly context: Context
}

/** What stands around a candidate, as far as it helps to judge it. */
export interface Context {
  /** What the value is assigned to, if anything is: `db.password`. */
  readonly name?: string
  /** How the value stands there. */
  readonly syntax?: 'quoted' | 'bare' | 'element' | 'argument' | 'prose'
  /** What joins the value to its name: `=`, `:`, `=>`, `(`, or nothing but white space. */
  readonly operator?: string
  /** What stands before the name, at most 160 characters; it may run over lines. */
  readonly before?: string
  /** What stands behind the value, at most 40 characters. */
  readonly after?: string
  /** It stands in the file's name. */
  readonly inName?: boolean
  /** The encodings that were taken off to see it, outermost first: `base64`. */
  readonly decoded?: readonly string[]
}

/** What can be told of a secret without telling it. */
export interface Finding {
  readonly rule: string
  readonly title: string
  readonly severity: Severity
  readonly path: string
  /** 1-based, the column in characters; 0 when the whole file is meant. */
  readonly line: number
  readonly endLine: number
  readonly column: number
  /** The secret, but for a public prefix and, if it is long, its last four characters; of a breach of policy, the text. */
  readonly masked: string
  /** The line, every candidate on it masked. `mark` is where the masked secret stands in `text`, in characters. */
  readonly excerpt: { readonly text: string; readonly mark: readonly [number, number] }
  /** 0 to 1: how likely a secret. */
  readonly confidence: number
  /** 12 hex digits of rule + secret, the same wherever it stands; of a refused file and of a breach of policy, of the path too. */
  readonly fingerprint: string
  readonly remedy: string
  readonly link?: string
  /** Only the name that it is assigned to gives it away. */
  readonly named?: true
  /** A breach of policy, no secret. */
  readonly policy?: true
  /** It is a file that `fix` can take out of the commit. */
  readonly fixable: boolean
  readonly commit?: string
  /** Who wrote that commit, as "Ann <ann@example.com>", and when, in ISO 8601. */
  readonly author?: string
  readonly date?: string
  /** Its way through the history; only an audit of the history knows it. */
  readonly history?: History
  /** What was looked at to decide, for `explain`. */
  readonly reasons: readonly string[]
}

/** Of all versions of a path that hold a finding. */
export interface History {
  /** HEAD has one of them. */
  readonly inTree: boolean
  /** The commits that brought one: the first, then the others by their ids. None: it is dangling, or only staged. */
  readonly commits: readonly string[]
  /** Branches, tags and the like from which one of these commits can be reached, by their full names. */
  readonly refs: readonly string[]
  /** The last of the commits; the first is the finding's own. */
  readonly last?: CommitFacts
  /** A branch of a remote has it; unknown where there are no remotes. */
  readonly pushed: 'yes' | 'no' | 'unknown'
  /** The object in which line and column count: the oldest version. */
  readonly object: string
  /** Git LFS keeps the content: the object has only a pointer to it. */
  readonly lfs?: true
  /** What to do, in this order: sentences, and commands to paste, which begin with `$ `. */
  readonly steps: readonly string[]
}

/** The date in ISO 8601, UTC; the author as `Ann Example <ann@example.com>`. */
export type CommitFacts = Readonly<Record<'commit' | 'date' | 'author', string>>

export type Outcome = 'blocked' | 'warned' | 'allowed'

export interface Verdict {
  readonly finding: Finding
  readonly outcome: Outcome
  readonly reason?: string
}

/** A path that was looked at, or was not and why. */
export interface Coverage {
  readonly path: string
  readonly bytes: number
  /** Why it could not be looked at: then the commit is refused, unless the config says otherwise. */
  readonly unread?: string
}

export interface Report {
  readonly verdicts: readonly Verdict[]
  readonly coverage: readonly Coverage[]
  /** What files mean that could not be looked at. */
  readonly unread: Config['unread']
  /** Things to say that are no finding: an allowance that has expired, a config that this commit widens. */
  readonly notes: readonly string[]
  /** 0 from audits: their reports are the same whenever they are made. */
  readonly ms: number
  /** Only so much of what there is: part 3 of 16; and the words that say of what, `--history`. */
  readonly shard?: { readonly part: number; readonly of: number; readonly audit: string }
}

export type Shard = NonNullable<Report['shard']>

/** A false positive, said to be one: a fingerprint, or a rule and paths (.gitignore globs). `expires`: the last day, YYYY-MM-DD. */
export interface Allowance {
  readonly fingerprint?: string
  readonly rule?: string
  readonly paths?: readonly string[]
  readonly reason: string
  readonly expires?: string
}

/** Plain data: a worker gets it by structured clone. */
export interface Config {
  /** Where it was read, to be named in messages; undefined for the defaults. */
  readonly file?: string
  /** Levels by rule id. */
  readonly levels: Readonly<Record<string, Level>>
  /** Rules of the user's own, in the shape of ours. */
  readonly own: readonly Rule[]
  readonly allow: readonly Allowance[]
  /** Which inline marks are understood. */
  readonly inline: readonly InlineMark[]
  /** What to do with files that could not be looked at. */
  readonly unread: 'block' | 'warn'
  readonly archives: boolean
  readonly checklist: readonly Point[]
}

export type InlineMark = 'leakgate' | 'gitleaks' | 'detect-secrets' | 'secretlint' | 'trufflehog'

/** A write to the user's repository, as a value. `before` or `after` undefined: the file is made or removed. */
export interface Edit {
  readonly path: string
  readonly before: string | undefined
  readonly after: string | undefined
  readonly why: string
  /** Made so; left out, it stays as it is. */
  readonly executable?: true
  /** Instead of `before` and `after`: the file comes from this path, byte for byte. */
  readonly moved?: string
}

/** Where things are in the user's repository; `top` is that of the work tree. Paths are absolute. */
export interface Repository {
  readonly top: string
  /** The git directory that all linked work trees share. */
  readonly common: string
  /** Where git looks for hooks. */
  readonly hooks: string
  /** core.hooksPath, and whose config says it: local, worktree, global, system, command. */
  readonly hooksPath: { readonly value: string; readonly scope: string } | undefined
  /** The clone's own config has hooks (hook.<name>.event, git 2.54 and newer). */
  readonly configured: boolean
  /** Of git: [2, 39]. */
  readonly version: readonly [number, number]
}
