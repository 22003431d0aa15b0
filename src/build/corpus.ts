/**
 * A corpus of labelled text: a folder with `truth.json` and the files that it names.
 *
 *     creddata/REPO-….py             excerpts of public code, lines labelled as credentials or not
 *     cases/…                        test cases of scanners
 *     commits/REPO/COMMIT/PATH       lines added by ordinary commits
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface Truth {
  readonly creddata: Readonly<Record<string, { readonly labels: readonly Labelled[] }>>
  readonly cases: Readonly<Record<string, Case>>
  readonly commits: Readonly<Record<string, { readonly lines: number }>>
}

/** Lines, 1-based, that are a credential (T), not one (F), or unclear (X). */
export interface Labelled {
  readonly truth: 'T' | 'F' | 'X'
  readonly from: number
  readonly to: number
  readonly category: readonly string[]
}

interface Case {
  readonly expect: 'leak' | 'clean'
  /** For a leak: prefixed, pem, jwt, webhook-or-url, url-password, opaque. */
  readonly form: string
  /** For a leak: `secret`, or something that is hardly one. */
  readonly tier: string
  /** A clean case in which no scanner should find anything. */
  readonly universal: boolean
  /** The lines of a leak, 1-based; empty: the whole text. */
  readonly spans: readonly (readonly [number, number])[]
  /** The test suite it comes from. */
  readonly source: string
}

export const truthOf = (corpus: string): Truth => JSON.parse(readFileSync(join(corpus, 'truth.json'), 'utf8'))
