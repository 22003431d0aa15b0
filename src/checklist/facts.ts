/** What a checklist is judged by: facts of the repository and of this disk. None of them holds a secret. */
import type { Finding, Verdict } from '../types.ts'
import type { Yaml } from './structure.ts'

export interface Facts {
  /** What git tracks, and what it would. */
  readonly paths: readonly string[]
  /** The texts of those that judges read themselves: reads.ts. */
  readonly texts: ReadonlyMap<string, string>
  /** Of those that are YAML. */
  readonly yaml: ReadonlyMap<string, Yaml>
  /** Of the files in `paths`; rules that points name are asked even if they are off. */
  readonly tree: readonly Verdict[]
  /** Files in `paths` that could not be looked at. */
  readonly unread: number
  readonly history: readonly Verdict[]
  /** What of the history could not be looked at, each with why. */
  readonly unseen: readonly string[]
  /** On the disk, ignored or not. */
  readonly env: readonly EnvFile[]
  /** Where a `.env` may come to lie: at the top, and beside each example of one. */
  readonly places: readonly EnvPlace[]
  /** None where nobody commits: in CI, in a bare repository. */
  readonly hook?: { readonly armed: true } | { readonly armed: false; readonly problem: string; readonly next: string }
  /** Rules that the config turns off. */
  readonly off: readonly string[]
}

export interface EnvPlace {
  readonly path: string
  /** What makes git ignore it: `.gitignore`, or a file that other clones do not have. */
  readonly ignoredBy?: string
}

export interface EnvFile extends EnvPlace {
  /** `open`: neither tracked nor ignored, so that the next `git add .` takes it. */
  readonly standing: 'tracked' | 'open' | 'ignored'
  readonly settings: readonly Setting[]
  /** In a file that git ignores; of the others the tree knows. */
  readonly findings: readonly Finding[]
}

/** A line of an env file, without its value. */
export interface Setting {
  readonly key: string
  readonly line: number
  /** `empty` is also a reference, a switch or a number: no secret is there. A `placeholder` is one that everybody knows. */
  readonly kind: 'empty' | 'placeholder' | 'value'
  /** Of the value, or of the password in it if it is a URL: characters, and bits of chance. */
  readonly length: number
  readonly bits: number
  /** Another setting that has the same value: `DB_PASSWORD (.env:3)`. */
  readonly twin?: string
  /** The value of a setting that is no secret: `production`, `true`. */
  readonly plain?: string
}
