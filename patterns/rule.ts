/** All that an author of a rule must read: a rule is data, and its examples are its tests. */

export type Severity = 'critical' | 'high' | 'medium' | 'low'

/** How a rule counts: it blocks the commit, warns, or is not asked at all. */
export type Level = 'block' | 'warn' | 'off'

/**
 * A text that the rule must (`catches`) or must not (`spares`) find something in. `{base62:24}` and its like are filled in by a
 * seeded sampler (test/helpers/sample.ts), so that no secret-shaped text stands in the repository.
 */
export type Example = string | { readonly path: string; readonly text: string }

export interface Rule {
  /** `provider-kind`, never renamed: allowances and configs refer to it. */
  readonly id: string
  /** What a person reads: "Stripe secret key". */
  readonly title: string
  readonly severity: Severity
  /**
   * Texts of at least three characters, one of which is in every match (upper and lower case are the same). Only near one of them
   * is `pattern` tried. A rule that has a `path` may go without: its pattern is then tried on the whole file.
   */
  readonly literals?: readonly string[]
  /**
   * Instead of `literals`, for a value without a shape of its own: words one of which stands at most 80 characters before it, with
   * an assignment or the like between.
   */
  readonly beside?: readonly string[]
  /**
   * Instead of `literals`, for a value without any shape: the last words of the name that it is assigned to (`password` is the last
   * of `db.userPassword`, not of `passwordHash`). A leading `!` takes names out that end so; a leading `+` asks for another
   * word before it. A `pattern`, if there is one, must fit all of the value.
   */
  readonly assigned?: readonly string[]
  /**
   * What the secret looks like. `(?<secret>…)` marks the part to hide; without it all of the match is. Text is Latin-1: one
   * character is one byte. Every quantifier is bounded, so that the longest match is known (at most 20,000 characters).
   */
  readonly pattern?: RegExp
  /** .gitignore globs. With a `pattern` both must hold; alone, the name itself is refused. A leading `!` takes a twin out. */
  readonly path?: readonly string[]
  /** A proof that the token carries in itself, by its name in src/judge/checksum.ts. */
  readonly checksum?: string
  /**
   * How many bits of chance the secret must show at least, as src/judge/randomness.ts counts them. For shapes that ordinary text
   * has too: a hex string beside a vendor's name, a value beside "password".
   */
  readonly randomness?: number
  /**
   * What matches is a breach of policy, no secret: it is shown as it stands, but for a `(?<secret>…)` group, and judged by its shape
   * alone. With a `path` and no literals, each match is a finding.
   */
  readonly policy?: true
  /** The level where the config says nothing. Left out: `block`. */
  readonly level?: Level
  /** What to do now, so that a person can follow it: where to revoke, what to use instead. */
  readonly remedy: string
  readonly link?: string
  readonly catches: readonly Example[]
  readonly spares: readonly Example[]
}
