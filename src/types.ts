/** The types that flow through the program: repository → Change → Candidate → Finding → Verdict → Report. */
import type { Point } from '../patterns/checklist.ts'
import type { Level, Rule, Severity } from '../patterns/rule.ts'

export type { Level, Point, Rule, Severity }

/** The new content of one file, wherever it comes from. */
export interface Change {
  /** Slash-separated, relative to the top of the repository. Bytes that are not UTF-8 are read as Latin-1. */
  readonly path: string
  /** One character per byte (the bytes read as Latin-1), so every offset is a byte offset. `bytes`: the same, for code that needs bytes. */
  readonly text: string
  readonly bytes: Uint8Array
  /** Mostly not text: only rules for tokens with a fixed format are tried. */
  readonly binary: boolean
  /** Number of the first line; above 1 for a later part of a large file. */
  readonly line: number
  /** Its name is scanned too: this is the whole file, or the first part of a large one. */
  readonly named: boolean
  /** Only findings that end after the first offset, up to the second, belong to this part: the parts of a large file overlap. */
  readonly own: readonly [number, number]
  /** The commit that brought it, if several commits are read. */
  readonly commit?: string
}

/** A possible secret. THE LAST TYPE THAT HOLDS ONE. Offsets are bytes in the change's text; equal for a finding in the name alone. */
export interface Candidate {
  readonly rule: Rule
  /** The rule's position in its book. If two rules claim the same text, the more specific one wins, then the earlier one. */
  readonly rank: number
  readonly path: string
  readonly start: number
  readonly end: number
  readonly secret: string
  readonly context: Context
}

/** What surrounds a candidate, as far as it helps to judge it. */
export interface Context {
  /** What the value is assigned to, if anything is: `db.password`. */
  readonly name?: string
  /** The form in which the value is written. */
  readonly syntax?: 'quoted' | 'bare' | 'element' | 'argument' | 'prose'
  /** What joins the value to its name: `=`, `:`, `=>`, `(`, or only white space. */
  readonly operator?: string
  /** Up to 160 characters before the name; may span lines. */
  readonly before?: string
  /** Up to 40 characters after the value. */
  readonly after?: string
  /** It is in the file's name. */
  readonly inName?: boolean
  /** The encodings that were removed to see it, outermost first: `base64`. */
  readonly decoded?: readonly string[]
}

/** What can be said about a secret without revealing it. */
export interface Finding {
  readonly rule: string
  readonly title: string
  readonly severity: Severity
  readonly path: string
  /** 1-based, the column in characters; 0 if the finding is the whole file. */
  readonly line: number
  readonly endLine: number
  readonly column: number
  /** The secret, masked but for a public prefix and, if it is long, its last four characters; of a policy violation, the text itself. */
  readonly masked: string
  /** The line, with every candidate on it masked. `mark` is the span of the masked secret in `text`, in characters. */
  readonly excerpt: { readonly text: string; readonly mark: readonly [number, number] }
  /** 0 to 1: how likely it is a secret. */
  readonly confidence: number
  /** 12 hex digits of rule + secret, independent of place; for a refused file and a policy violation, of the path too. */
  readonly fingerprint: string
  readonly remedy: string
  readonly link?: string
  /** Only the name of the field it is assigned to, or that of its file, suggests a secret. */
  readonly named?: 'field' | 'file'
  /** A policy violation, not a secret. */
  readonly policy?: true
  /** A file that `fix` can take out of the commit. */
  readonly fixable: boolean
  readonly commit?: string
  /** The author of that commit, as "Ann <ann@example.com>", and its date, in ISO 8601. */
  readonly author?: string
  readonly date?: string
  /** Its life in the history; only known to an audit of the history. */
  readonly history?: History
  /** What the decision was based on, for `explain`. */
  readonly reasons: readonly string[]
}

/** Covers all versions of a path that hold the finding. */
export interface History {
  /** HEAD contains one of them. */
  readonly inTree: boolean
  /** The commits that brought them: the first one, then the others sorted by id. Empty: dangling, or only staged. */
  readonly commits: readonly string[]
  /** Full names of the branches, tags and other refs that reach one of these commits. */
  readonly refs: readonly string[]
  /** The last of the commits; the finding itself names the first. */
  readonly last?: CommitFacts
  /** Whether a remote had it: by its branches, now or before. Unknown without a remote, and for what only tags lead to. */
  readonly pushed: 'yes' | 'no' | 'unknown'
  /** The object that line and column refer to: the oldest version. */
  readonly object: string
  /** Each differently written line that holds it, in one of the objects that have it: what a rewrite must replace. */
  readonly lines: readonly Wording[]
  /** In an audit of several repositories: which one, as the paths begin. */
  readonly repository?: string
  /** The content is in Git LFS; the object is only a pointer. */
  readonly lfs?: true
  /** What to do, in order: sentences, and commands to paste, which begin with `$ `. */
  readonly steps: readonly string[]
}

/** Lines of an object; `excerpt` is what is shown of them, with secrets masked. */
export interface Wording {
  readonly object: string
  readonly line: number
  readonly endLine: number
  readonly excerpt: string
}

/** The date in ISO 8601, UTC; the author as `Ann Example <ann@example.com>`. */
export type CommitFacts = Readonly<Record<'commit' | 'date' | 'author', string>>

export type Outcome = 'blocked' | 'warned' | 'allowed'

export interface Verdict {
  readonly finding: Finding
  readonly outcome: Outcome
  readonly reason?: string
  /** Allowed by a comment in the code. */
  readonly inline?: true
}

/** A path that was scanned, or why it was not. */
export interface Coverage {
  readonly path: string
  readonly bytes: number
  /** Why it could not be scanned: the commit is then refused, unless the config says otherwise. */
  readonly unread?: string
}

export interface Report {
  readonly verdicts: readonly Verdict[]
  readonly coverage: readonly Coverage[]
  /** What happens if files could not be scanned. */
  readonly unread: Config['unread']
  /** Messages that are not findings: an allowance has expired, this commit relaxes the config. */
  readonly notes: readonly string[]
  /** 0 for audits: their reports do not depend on when they are made. */
  readonly ms: number
  /** Only a part of the audit: part 3 of 16; `audit` is its command-line options, `--history`. */
  readonly shard?: { readonly part: number; readonly of: number; readonly audit: string }
}
export type Shard = NonNullable<Report['shard']>

/** A finding that is accepted: by fingerprint, or by rule and paths (.gitignore globs). `expires`: the last day, YYYY-MM-DD. */
export interface Allowance {
  readonly fingerprint?: string
  readonly rule?: string
  readonly paths?: readonly string[]
  readonly reason: string
  readonly expires?: string
}

/** Plain data: a worker receives it by structured clone. */
export interface Config {
  /** Where it was read from, for messages; undefined for the defaults. */
  readonly file?: string
  /** Levels by rule id. */
  readonly levels: Readonly<Record<string, Level>>
  /** Custom rules, in the same form as the built-in ones. */
  readonly own: readonly Rule[]
  readonly allow: readonly Allowance[]
  /** Which inline allow comments are honoured. */
  readonly inline: readonly InlineMark[]
  /** What to do with files that could not be scanned. */
  readonly unread: 'block' | 'warn'
  readonly archives: boolean
  readonly checklist: readonly Point[]
}

export type InlineMark = 'leakgate' | 'gitleaks' | 'detect-secrets' | 'secretlint' | 'trufflehog'

/** Locations in the user's repository; `top` is that of the worktree. Paths are absolute. */
export interface Repository {
  readonly top: string
  /** The git directory shared by all linked worktrees. */
  readonly common: string
  /** Where git looks for hooks. */
  readonly hooks: string
  /** core.hooksPath, the scope of the config that sets it (local, worktree, global, system, command), and the command that unsets it. */
  readonly hooksPath: { readonly value: string; readonly scope: string; readonly unset: string } | undefined
  /** The clone's own config defines hooks (hook.<name>.event, git 2.54 and newer). */
  readonly configured: boolean
  /** The version of git: [2, 39]. */
  readonly version: readonly [number, number]
}
