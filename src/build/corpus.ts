/**
 * A corpus of labelled text: a folder with `truth.json` and the files that it names.
 *
 *     creddata/REPO-….py             excerpts of public code, lines labelled as credentials or not
 *     cases/…                        test cases of scanners
 *     commits/REPO/COMMIT/PATH       lines that ordinary commits added
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface Truth {
  readonly creddata: Readonly<Record<string, { readonly labels: readonly Labelled[] }>>
  readonly cases: Readonly<Record<string, Case>>
  readonly commits: Readonly<Record<string, { readonly lines: number }>>
}

/** Lines, from 1, that are a credential (T), none (F), or not clearly either (X). */
export interface Labelled {
  readonly truth: 'T' | 'F' | 'X'
  readonly from: number
  readonly to: number
  readonly category: readonly string[]
}

export interface Case {
  readonly expect: 'leak' | 'clean'
  /** Of a leak: prefixed, pem, jwt, webhook-or-url, url-password, opaque. */
  readonly form: string
  /** Of a leak: `secret`, or what is hardly one. */
  readonly tier: string
  /** A clean one in which any scanner should find nothing. */
  readonly universal: boolean
  /** The lines of a leak, from 1; none: the whole text. */
  readonly spans: readonly (readonly [number, number])[]
  /** The test suite that it comes from. */
  readonly source: string
}

export const truthOf = (corpus: string): Truth => JSON.parse(readFileSync(join(corpus, 'truth.json'), 'utf8'))
