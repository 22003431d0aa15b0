/** What a checklist is judged by: facts about the repository and this disk. None of them contains a secret. */
import type { Finding, Verdict } from '../types.ts'
import type { Yaml } from './structure.ts'

export interface Facts {
  /** Tracked files, and untracked ones that are not ignored. */
  readonly paths: readonly string[]
  /** The texts of files that judges read themselves: reads.ts. */
  readonly texts: ReadonlyMap<string, string>
  /** The YAML files among them. */
  readonly yaml: ReadonlyMap<string, Yaml>
  /** For the files in `paths`; rules that points name are on, even if they are off by default. */
  readonly tree: readonly Verdict[]
  /** Number of files in `paths` that could not be scanned. */
  readonly unread: number
  readonly history: readonly Verdict[]
  /** Parts of the history that could not be scanned, each with the reason. */
  readonly unseen: readonly string[]
  /** What contains more files than were scanned: archives, in the tree and in the history, and submodules. */
  readonly unopened: readonly string[]
  /** Env files that the history has, now or before. */
  readonly pastEnv: readonly string[]
  /** On disk, ignored or not. */
  readonly env: readonly EnvFile[]
  /** Possible places of a `.env`: at the top, and beside each example. */
  readonly places: readonly EnvPlace[]
  /** Undefined where nobody commits: in CI, in a bare repository. */
  readonly hook?: { readonly armed: true } | { readonly armed: false; readonly problem: string; readonly next: string }
  /** Rules that the config turns off. */
  readonly off: readonly string[]
}

export interface EnvPlace {
  readonly path: string
  /** The file that makes git ignore it: `.gitignore`, or one that other clones do not have. */
  readonly ignoredBy?: string
}

export interface EnvFile extends EnvPlace {
  /** `open`: neither tracked nor ignored, so the next `git add .` adds it. */
  readonly standing: 'tracked' | 'open' | 'ignored'
  readonly settings: readonly Setting[]
  /** Only for an ignored file; for other files, `tree` has them. */
  readonly findings: readonly Finding[]
}

/** A line of an env file, without its value. */
export interface Setting {
  readonly key: string
  readonly line: number
  /** `empty`: no secret, also for a reference, a switch or a number. `placeholder`: a value that everybody knows. */
  readonly kind: 'empty' | 'placeholder' | 'value'
  /** Of the value, or of the password in a URL: length in characters, randomness in bits. */
  readonly length: number
  readonly bits: number
  /** Another setting with the same value: `DB_PASSWORD (.env:3)`. */
  readonly twin?: string
  /** A secret whose value an example beside the file shows: where. */
  readonly shown?: { readonly path: string; readonly line: number }
  /** The value of a setting that is not a secret, if it is a common word: `production`, `true`. Of any other one, `…`. */
  readonly plain?: string
}
